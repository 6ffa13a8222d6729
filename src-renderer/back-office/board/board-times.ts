import type { Board } from '../../../src-main/contract/desk-api.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import type { BoardCard } from '../../../src-main/domain/desk.ts';

/** Returns the cards whose promise is due so soon that it is warned of, what is due first first. */
export function dueSoon({ lanes, now, warnMs }: Board): readonly BoardCard[] {
  return lanes
    .flatMap(({ cards }) => cards)
    .filter(({ promise }) => promise !== null && promise.due >= now && promise.due - now <= warnMs)
    .sort((a, b) => a.nextDue - b.nextDue);
}

/** Returns when the clock alone changes the board: a promise gets near, passes its time, or the day ends. */
export function nextChange({ lanes, now, endOfDay, warnMs }: Board): Instant {
  const dues = lanes.flatMap(({ cards }) => cards.map(({ nextDue }) => nextDue));
  // A promise is broken one millisecond after the time that it names.
  const changes = dues.flatMap((due) => [due - warnMs, due + 1]);
  return Math.min(endOfDay, ...changes.filter((change) => change > now)) as Instant;
}
