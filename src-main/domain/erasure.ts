import type { ClaimId, Instant } from './brand.ts';
import type { ClaimNumber } from './claim-number.ts';

/** What the history says when something of a claim was erased: by a customer's wish, or since its time was over. */
export const ERASURE_EVENTS = ['person-erased', 'words-purged', 'contact-purged'] as const;
/** See {@link ERASURE_EVENTS}. */
export type ErasureEvent = (typeof ERASURE_EVENTS)[number];

/** Why a claim was erased: the customer asked, or it was closed for longer than the store keeps words. */
export type ErasureReason = 'asked' | 'age';

/** What of a claim is gone. */
export interface ErasureMarks {
  /** When its words went; null where they are there. */
  readonly erasedAt: Instant | null;
  readonly erasedWhy: ErasureReason | null;
  /** When the name and the ways to reach the customer went. */
  readonly contactErasedAt: Instant | null;
}

/** Kinds of what is held on a person, in the order in which they are shown. */
export const HELD_KINDS = [
  'contact',
  'words',
  'feelings',
  'tried',
  'understandings',
  'promises',
  'costs',
  'notes',
  'letters',
  'slips',
  'files',
  'pictures',
  'exports',
  'thanks',
] as const;
/** A kind of what is held on a person. */
export type HeldKind = (typeof HELD_KINDS)[number];

/** What another claim has in common with one. */
export const SAME_PERSON = ['name', 'phone', 'email'] as const;
/** See {@link SAME_PERSON}. */
export type SamePerson = (typeof SAME_PERSON)[number];

/** Another claim that may be of the same person. Only a person can say whether it is. */
export interface PersonCandidate {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  readonly isOpen: boolean;
  readonly firstWords: string;
  readonly same: readonly SamePerson[];
}

/** What is held on whoever brought a claim. */
export interface PersonHeld {
  /** How much of each kind is on this claim; what there is nothing of is left out. */
  readonly counts: readonly { readonly kind: HeldKind; readonly count: number }[];
  /** Claims of the same name, phone or email that are not erased yet, newest first. */
  readonly others: readonly PersonCandidate[];
  /** Until when backups made before now may still be there, with what is erased now in them. */
  readonly backupsUntil: Instant;
}

/** Most claims that are erased, or taken out, at once. */
export const PERSON_CLAIMS_MAX = 50;
