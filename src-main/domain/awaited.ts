import type { ClaimId, Instant } from './brand.ts';
import type { ClaimNumber } from './claim-number.ts';
import type { PromiseOwner } from './desk.ts';

/** What others owe us: something of ours that is out, or the answer to a letter. */
export type AwaitedKind = 'loaner' | 'letter';

/** One thing that others owe us, by a time that was agreed or asked for; also of claims that are closed. */
export interface AwaitedThing {
  readonly kind: AwaitedKind;
  readonly claimId: ClaimId;
  /** Its place among the claim's loaners or letters. */
  readonly seq: number;
  readonly number: ClaimNumber;
  /** What was lent, or to whom the letter went. */
  readonly what: string;
  readonly due: Instant;
  /** Who asks after it: whoever has the claim, or else who lent it or sent the letter. */
  readonly owner: PromiseOwner;
}

/** Returns whether the time of it has passed: nobody is in time one millisecond after it. */
export function isLate({ due }: Pick<AwaitedThing, 'due'>, now: Instant): boolean {
  return due < now;
}

/** Returns what is late or due today, and so is to be asked after; it stays in its order. */
export function toAskAfter<T extends Pick<AwaitedThing, 'due'>>(
  things: readonly T[],
  endOfDay: Instant,
): readonly T[] {
  return things.filter(({ due }) => due < endOfDay);
}

/** Returns when the clock alone changes what is late or to be asked after: a time passes, or the day ends. */
export function awaitedChangesAt(
  things: readonly Pick<AwaitedThing, 'due'>[],
  { now, endOfDay }: { readonly now: Instant; readonly endOfDay: Instant },
): Instant {
  const passing = things.filter(({ due }) => due >= now).map(({ due }) => due + 1);
  return Math.min(endOfDay, ...passing) as Instant;
}
