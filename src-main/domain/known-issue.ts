import type { Brand, ClaimId, Instant } from './brand.ts';
import type { AnswerWay, ClaimEnding, ClaimStatus } from './claim-life.ts';
import type { ClaimNumber } from './claim-number.ts';
import type { ExpectationKind } from './expectation.ts';
import type { ContactGiven, FeelingGiven, ItemGiven, Locale, GivenOutcome } from './intake.ts';

/** Identifies a known issue (UUIDv7). */
export type KnownIssueId = Brand<string, 'KnownIssueId'>;

/** How far a fault that several customers told of is understood. */
export const KNOWN_STATES = ['suspected', 'confirmed', 'cause-found', 'fixed', 'closed'] as const;
/** A state of a known issue. */
export type KnownState = (typeof KNOWN_STATES)[number];

/** Ways in which a customer is told what was found. */
export const TOLD_WAYS = ['phone', 'email', 'counter'] as const satisfies readonly AnswerWay[];
/** A way in which a customer was told. */
export type ToldWay = (typeof TOLD_WAYS)[number];

/** Most characters of a title: it stands on one line of a list. */
export const KNOWN_TITLE_MAX = 120;
/** Most claims that are offered to join a new one at once. */
export const JOIN_AT_ONCE_MAX = 20;

/** What customers are told of a known issue, on the slips of its claims: one line in each language. */
export interface HonestLine {
  readonly kind: Exclude<ExpectationKind, 'will'>;
  readonly texts: Readonly<Record<Locale, string>>;
}

/** What staff write of a known issue. */
export interface KnownIssueWords {
  readonly title: string;
  readonly description: string;
  /** What it is about: makes, models, batches. */
  readonly items: string;
}

/** A known issue, to choose it from a list. */
export interface KnownIssueBrief {
  readonly id: KnownIssueId;
  readonly title: string;
  readonly items: string;
  readonly state: KnownState;
}

/** Where a known issue stood from some time on, and what was said of it. */
export interface KnownIssueStep {
  readonly version: number;
  readonly state: KnownState;
  readonly line: HonestLine;
  /** By name: a colleague who left is still who it was. */
  readonly by: string;
  readonly at: Instant;
}

/** How many told of it. */
export interface KnownIssueFigures {
  readonly claims: number;
  /** When the first and the last of them came; null while none has joined. */
  readonly first: Instant | null;
  readonly last: Instant | null;
  /** In the last thirty days. */
  readonly recent: number;
  /** In each of the last weeks, the oldest first, the current one last. */
  readonly weeks: readonly { readonly from: Instant; readonly claims: number }[];
  /** Customers who can be reached and were not told what was found yet; 0 until something is found. */
  readonly untold: number;
}

/** A known issue on the list. */
export interface KnownIssueCard extends KnownIssueBrief {
  readonly changedAt: Instant;
  readonly figures: KnownIssueFigures;
}

/** Where a page of the list ended. */
export interface KnownIssueCursor {
  readonly changedAt: Instant;
  readonly id: KnownIssueId;
}

/** A known issue on its own page; steps are newest first. */
export interface KnownIssue extends KnownIssueCard, KnownIssueWords {
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly line: HonestLine;
  readonly steps: readonly KnownIssueStep[];
}

/** Where a page of a known issue's claims ended. */
export interface JoinedCursor {
  readonly takenAt: Instant;
  readonly claimId: ClaimId;
}

/** A claim of a known issue. */
export interface JoinedClaim {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly locale: Locale;
  readonly status: ClaimStatus;
  readonly takenAt: Instant;
  readonly firstWords: string;
}

/** A customer to tell, or one who was told. */
export interface CustomerToTell {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly locale: Locale;
  readonly takenAt: Instant;
  readonly contact: ContactGiven;
  readonly told: { readonly how: ToldWay; readonly by: string; readonly at: Instant } | null;
}

/** What one customer told of a known issue, as it is taken to the maker. */
export interface Story {
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  readonly locale: Locale;
  readonly item: ItemGiven;
  /** Word for word, but for what `maskStory` masks. */
  readonly statements: readonly string[];
  /** How the customer felt when they came. */
  readonly feeling: FeelingGiven;
  /** What was tried, by the customer first; null while nobody knows whether it helped. */
  readonly tried: readonly { readonly description: string; readonly outcome: GivenOutcome | null }[];
  readonly status: ClaimStatus;
  readonly ending: ClaimEnding['kind'] | null;
}

/** Returns the kind of line that the house's own words for a state are. */
export function usualKind(state: KnownState): HonestLine['kind'] {
  return state === 'fixed' ? 'try' : 'unknown';
}

/** Returns whether there is something to tell earlier customers. */
export function isFound(state: KnownState): boolean {
  return state === 'cause-found' || state === 'fixed' || state === 'closed';
}
