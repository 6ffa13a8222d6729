import type { ClaimId, RequestId } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import type { DiscardReason, MyDay, UnfinishedEntry } from '../domain/my-day.ts';

/** The whole words that a customer left behind. */
export interface UnfinishedWords {
  readonly requestId: RequestId;
  readonly locale: Locale;
  readonly statement: string;
}

/** Input and output of each call of one's own screen. What is read is the reader's own. */
export interface MyDayCalls {
  'my-day:view': { input: null; output: MyDay };
  /** How much there is that the person has not seen: praise and what was handed over. */
  'my-day:count': { input: null; output: { readonly unseen: number } };
  /** The person saw this praise. */
  'my-day:saw-praise': { input: { readonly ids: readonly string[] }; output: null };
  /** The person opened what was handed to them. */
  'my-day:saw-hand-over': { input: { readonly claimId: ClaimId }; output: null };
  /** What customers left behind in the last 24 hours, oldest first. */
  'unfinished:list': { input: null; output: readonly UnfinishedEntry[] };
  /** The whole words; that somebody read them is on record. `not-found` once they are gone. */
  'unfinished:open': { input: { readonly requestId: RequestId }; output: UnfinishedWords };
  'unfinished:discard': {
    input: { readonly requestId: RequestId; readonly reason: DiscardReason };
    output: null;
  };
}
