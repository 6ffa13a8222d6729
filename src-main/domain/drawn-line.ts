import type { Instant } from './brand.ts';
import type { StaffId } from './staff.ts';

/** A warning: what was said or done to whoever was there. */
export interface Incident {
  readonly seq: number;
  readonly text: string;
  readonly happenedAt: Instant;
  readonly writtenBy: StaffId;
  readonly writtenAt: Instant;
}

/** What becomes of a line when somebody looks at it again. */
export const LINE_ANSWERS = ['upheld', 'lifted'] as const;
/** An answer of a review. */
export type LineAnswer = (typeof LINE_ANSWERS)[number];

/** A look at a line again. */
export interface LineReview {
  readonly answer: LineAnswer;
  readonly reason: string;
  readonly reviewedBy: StaffId;
  readonly reviewedAt: Instant;
}

/** A supervisor's decision that nobody here serves the customer in person for a while; the claim itself goes on. */
export interface DrawnLine {
  readonly seq: number;
  /** The warning that it answers. */
  readonly incident: number;
  readonly reason: string;
  /** By when somebody looks at it again. */
  readonly reviewDue: Instant;
  /** When it ends by itself. */
  readonly expires: Instant;
  readonly drawnBy: StaffId;
  readonly drawnAt: Instant;
  /** Oldest first. */
  readonly reviews: readonly LineReview[];
}

/** Where a line stands: it holds, it holds and is to be looked at again, it was lifted, or its time is over. */
export type LineState = 'holds' | 'review-due' | 'lifted' | 'expired';

/** A line as screens show it. */
export interface ShownLine extends DrawnLine {
  readonly state: LineState;
}

const DAY_MS = 24 * 60 * 60_000;
/** In how many days a line can be looked at again. */
export const REVIEW_DAYS = [7, 14, 28] as const;
/** After how many days a line can end by itself. */
export const EXPIRY_DAYS = [28, 90, 180, 365] as const;
const LONGEST_MS = 365 * DAY_MS;

/** Returns the instant so many days after another. */
export function daysAfter(at: Instant, days: number): Instant {
  return (at + days * DAY_MS) as Instant;
}

/** Returns whether a line can have these times: looked at again before it ends, and over after a year at the latest. */
export function isLineTime(
  { reviewDue, expires }: Pick<DrawnLine, 'reviewDue' | 'expires'>,
  now: Instant,
): boolean {
  return now < reviewDue && reviewDue <= expires && expires <= now + LONGEST_MS;
}

/** Returns where a line stands. A review puts its date behind it, whatever that was. */
export function lineState(
  { reviewDue, expires, reviews }: Pick<DrawnLine, 'reviewDue' | 'expires' | 'reviews'>,
  now: Instant,
): LineState {
  if (reviews.some(({ answer }) => answer === 'lifted')) return 'lifted';
  if (now >= expires) return 'expired';
  return now >= reviewDue && reviews.length === 0 ? 'review-due' : 'holds';
}

/** Returns whether nobody here serves the customer in person now. */
export function inForce(state: LineState): boolean {
  return state === 'holds' || state === 'review-due';
}

/** Returns the warning that a new line answers: the newest, where no line answered it yet; null where there is none. */
export function unansweredWarning(
  incidents: readonly Pick<Incident, 'seq'>[],
  lines: readonly Pick<DrawnLine, 'incident'>[],
): number | null {
  const newest = incidents.at(-1)?.seq ?? 0;
  return newest > (lines.at(-1)?.incident ?? 0) ? newest : null;
}
