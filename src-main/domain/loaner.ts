import type { Instant } from './brand.ts';
import type { AnswerWay } from './claim-life.ts';
import type { StaffId } from './staff.ts';

/** Something of ours that a customer has while theirs is with us. */
export interface Loaner {
  readonly seq: number;
  readonly name: string;
  readonly serial: string;
  /** In what state it went out, in words. */
  readonly state: string;
  /** When it is to be back. */
  readonly due: Instant;
  /** Who agreed to it, by name, and how. */
  readonly agreedBy: string;
  readonly agreedHow: AnswerWay;
  readonly lentBy: StaffId;
  readonly lentAt: Instant;
  /** Its return; null while it is out. */
  readonly back: {
    readonly state: string;
    readonly to: StaffId;
    readonly at: Instant;
  } | null;
}

/** A loaner as screens show it. */
export interface ShownLoaner extends Loaner {
  /** Out, and past the time that was agreed. */
  readonly late: boolean;
}

/** Returns whether a loaner is out though it was to be back. */
export function isLate({ back, due }: Pick<Loaner, 'back' | 'due'>, now: Instant): boolean {
  return back === null && due < now;
}
