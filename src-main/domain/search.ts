import type { ClaimId, Instant } from './brand.ts';
import type { ClaimEnding, ClaimStatus } from './claim-life.ts';
import type { ClaimNumber } from './claim-number.ts';
import type { GivenOutcome } from './intake.ts';

/** A stretch of a text, in UTF-16 units from its beginning: `from` is in it, `to` is not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text with the stretches of it that were searched for, in order and apart. Never markup. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Stretch[];
}

/** A claim as a list of found ones shows it. */
export interface FoundClaim {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  /** The part of the customer's words that was found, cut at words; their beginning where something else was found. */
  readonly snippet: MarkedText;
  readonly item: MarkedText;
  readonly serial: MarkedText;
  readonly name: MarkedText;
  readonly phone: MarkedText;
}

/** What was found. */
export interface Found {
  /** The claim whose number or ticket was given, whole: it can be opened at once. */
  readonly exact: ClaimId | null;
  readonly claims: readonly FoundClaim[];
  /** Whether there are more than these. */
  readonly more: boolean;
}

/** Something that was tried on a past claim, by the customer or by us, and what came of it. */
export interface PastAttempt {
  readonly description: string;
  readonly outcome: GivenOutcome;
  /** Whether the customer tried it: then these are their words. */
  readonly byCustomer: boolean;
}

/** What became of a past claim: what is worth trying again, and what is not. */
export interface PastCourse {
  /** What helped first, then what helped a little, then what did not, then what nobody said it of; a few at most. */
  readonly tried: readonly PastAttempt[];
  readonly status: ClaimStatus;
  /** How it ended last; null where it is open. */
  readonly ending: ClaimEnding['kind'] | null;
}

/** A past claim that tells of something similar. */
export interface SimilarClaim extends FoundClaim {
  readonly course: PastCourse;
  /** How much of what is particular about the one claim is also in the other, from 0 to 1. */
  readonly likeness: number;
}
