import type { Instant } from './brand.ts';

/** Where a claim stands. It never becomes `closed` by itself. */
export const CLAIM_STATUSES = ['new', 'in-work', 'waiting-customer', 'waiting-supplier', 'closed'] as const;
/** A status of a claim. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** The statuses that staff set; `new` is before anybody touched it, and closing is more than a status. */
export const SET_STATUSES = ['in-work', 'waiting-customer', 'waiting-supplier'] as const;
/** A status that staff set. */
export type SetStatus = (typeof SET_STATUSES)[number];

/** Ways in which a customer says yes or no. */
export const ANSWER_WAYS = ['counter', 'phone', 'email', 'kiosk'] as const;
/** How a customer said it. */
export type AnswerWay = (typeof ANSWER_WAYS)[number];

/** How a claim ended: the customer accepted, or there is no agreement and the reason is said. */
export type ClaimEnding =
  | { readonly kind: 'accepted'; readonly how: AnswerWay; readonly at: Instant }
  | { readonly kind: 'no-agreement'; readonly reason: string; readonly at: Instant };

const MINUTE_MS = 60_000;

/**
 * Returns whether a customer can have accepted at that time: after the claim was taken, as a clock shows it in minutes,
 * and not in the future. A clock that was set back before the claim was taken knows of no earlier time.
 */
export function canHaveAccepted(at: Instant, { takenAt, now }: { takenAt: Instant; now: Instant }): boolean {
  const earliest = takenAt - (takenAt % MINUTE_MS);
  return at <= now && (at >= earliest || now < takenAt);
}

/** The lanes of the board, in the order of the screen. */
export const LANES = ['broken', 'due-today', 'coming-up', 'waiting', 'new'] as const;
/** A lane of the board. */
export type Lane = (typeof LANES)[number];

/**
 * Returns the lane of an open claim: what is owed stands before what is waited for, since waiting is no excuse for
 * silence. `nextDue` is when its next promise is due, `endOfDay` the first instant of tomorrow.
 */
export function laneOf(
  claim: { readonly status: ClaimStatus; readonly nextDue: Instant },
  now: Instant,
  endOfDay: Instant,
): Lane | null {
  if (claim.status === 'closed') return null;
  if (claim.nextDue < now) return 'broken';
  if (claim.nextDue < endOfDay) return 'due-today';
  switch (claim.status) {
    case 'new':
      return 'new';
    case 'in-work':
      return 'coming-up';
    case 'waiting-customer':
    case 'waiting-supplier':
      return 'waiting';
  }
}
