import type { ClaimId } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import type { PlaceId, SavedFile } from '../domain/exported.ts';
import type { Locale } from '../domain/intake.ts';
import type {
  CustomerToTell,
  HonestLine,
  JoinedClaim,
  JoinedCursor,
  KnownIssue,
  KnownIssueBrief,
  KnownIssueCard,
  KnownIssueCursor,
  KnownIssueId,
  KnownIssueWords,
  KnownState,
  ToldWay,
} from '../domain/known-issue.ts';
import type { SimilarClaim } from '../domain/search.ts';

/** Some of a longer list; `next` is where the next page begins, null at the end. */
interface Paged<Row, Cursor> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
}

/** What a claim has to do with known issues. */
export interface KnownIssuesOfClaim {
  readonly joined: readonly KnownIssueBrief[];
  /** What similar claims are of, with how many of them. */
  readonly suggested: readonly (KnownIssueBrief & { readonly similar: number })[];
  /** Similar claims, to begin a new one with; null while the search is made ready. */
  readonly similar: readonly SimilarClaim[] | null;
}

interface OfIssue {
  readonly issueId: KnownIssueId;
}
interface OfClaimAndIssue extends OfIssue {
  readonly claimId: ClaimId;
}

/** Input and output of each call about known issues. */
export interface KnownIssueCalls {
  'known-issue:list': {
    input: { readonly closed: boolean; readonly after: KnownIssueCursor | null };
    output: Paged<KnownIssueCard, KnownIssueCursor>;
  };
  'known-issue:view': { input: OfIssue; output: KnownIssue };
  'known-issue:claims': {
    input: OfIssue & { readonly after: JoinedCursor | null };
    output: Paged<JoinedClaim, JoinedCursor>;
  };
  /** Customers who can be reached and were told what was found, or were not told yet. */
  'known-issue:customers': {
    input: OfIssue & { readonly told: boolean; readonly after: JoinedCursor | null };
    output: Paged<CustomerToTell, JoinedCursor>;
  };
  'known-issue:of-claim': { input: { readonly claimId: ClaimId }; output: KnownIssuesOfClaim };
  /** Begins one, suspected, with the line of the house; these claims join it, as far as there are such claims. */
  'known-issue:open': {
    input: KnownIssueWords & { readonly claimIds: readonly ClaimId[] };
    output: { readonly issueId: KnownIssueId };
  };
  'known-issue:join': { input: OfClaimAndIssue; output: ClaimView };
  'known-issue:leave': { input: OfClaimAndIssue; output: ClaimView };
  /** Changes what is written and said of one; open claims of it say the new line when this answers. */
  'known-issue:change': {
    input: OfIssue & KnownIssueWords & { readonly state: KnownState; readonly line: HonestLine };
    output: KnownIssue;
  };
  /** The customer was told what was found; null: they were not, it was ticked by mistake. */
  'known-issue:tell': { input: OfClaimAndIssue & { readonly how: ToldWay | null }; output: KnownIssue };
  /** Takes the evidence pack out, without names and contact data. */
  'known-issue:pack': {
    input: OfIssue & {
      readonly placeId: PlaceId;
      readonly format: 'pdf' | 'csv';
      readonly paper: 'a4' | 'letter';
      /** The language of whoever reads it. */
      readonly locale: Locale;
    };
    output: SavedFile;
  };
}
