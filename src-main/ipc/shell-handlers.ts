import type { ShellCalls } from '../contract/shell-api.ts';
import { awaitedChangesAt, toAskAfter } from '../domain/awaited.ts';
import type { Instant } from '../domain/brand.ts';
import { endOfDay } from '../domain/opening-hours.ts';
import { ok } from '../domain/result.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

/** Returns what answers the calls that the back office makes around its screens. */
export function shellHandlers({
  stores: { board, awaited },
  settings,
  now,
}: ServingParts): Pick<StaffHandlers, keyof ShellCalls> {
  function today(): { readonly now: Instant; readonly endOfDay: Instant } {
    const at = now();
    return { now: at, endOfDay: endOfDay(at, settings.current().store.zone) };
  }

  return {
    'board:counts': () => {
      const day = today();
      const things = awaited.list(null);
      const nextDue = board.nextDue(day.now);
      const outside = awaitedChangesAt(things, day);
      return ok({
        lanes: board.counts({ mine: null, ...day }),
        toAskAfter: toAskAfter(things, day.endOfDay).length,
        // A promise is broken one millisecond after the time that it names.
        changesAt: Math.min(nextDue === null ? outside : nextDue + 1, outside) as Instant,
      });
    },
    'board:awaited': ({ who }, { id }) => {
      const day = today();
      const things = awaited.list(who === 'mine' ? id : null);
      return ok({ ...day, things, changesAt: awaitedChangesAt(things, day) });
    },
  };
}
