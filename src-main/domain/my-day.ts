import type { ClaimId, Instant, RequestId } from './brand.ts';
import type { ClaimNumber } from './claim-number.ts';
import type { Locale } from './intake.ts';
import type { StaffId } from './staff.ts';

/** A thank you, as the person reads it. */
export interface ShownPraise {
  readonly id: string;
  readonly to: 'you' | 'everyone';
  /** As they were given; empty where the thanks said it all. */
  readonly words: string;
  readonly locale: Locale;
  readonly givenAt: Instant;
  /** Whether the person has not seen it yet. */
  readonly unseen: boolean;
}

/** A claim that was handed to the person, and that they have not opened yet. */
export interface HandedOver {
  readonly claimId: ClaimId;
  /** Its place among the claim's notes. */
  readonly seq: number;
  readonly number: ClaimNumber;
  /** What goes with it; may be empty. */
  readonly line: string;
  readonly from: string;
  readonly at: Instant;
}

/**
 * How many hard conversations somebody has carried today: claims on which they did something with the customer
 * (dealt with a broken promise, noted a call, wrote down what the customer said or felt, took it over) and whose
 * customer, as far as they last showed it by a face, is upset or furious. One claim counts once a day.
 */
export interface HardDay {
  readonly staffId: StaffId;
  readonly name: string;
  readonly carried: number;
}

/** A hard claim that the person holds now, to hand on. */
export interface HardClaim {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly locale: Locale;
  readonly firstWords: string;
}

/** Everything on one's own screen. */
export interface MyDay {
  readonly praise: readonly ShownPraise[];
  readonly handedOver: readonly HandedOver[];
  /** Everybody who works here, by name: it is no ranking. */
  readonly hard: readonly HardDay[];
  readonly hardHeld: readonly HardClaim[];
}

/** Words that a customer left behind, without the words' end. */
export interface UnfinishedEntry {
  readonly requestId: RequestId;
  readonly locale: Locale;
  readonly keptAt: Instant;
  /** The beginning, to know it by. */
  readonly firstWords: string;
}

/** Why staff throw away words that were left behind. */
export const DISCARD_REASONS = ['customer-asked', 'told-otherwise', 'no-story'] as const;
/** A reason. */
export type DiscardReason = (typeof DISCARD_REASONS)[number];
