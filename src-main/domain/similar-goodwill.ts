import type { ClaimId } from './brand.ts';
import type { ClaimStatus } from './claim-life.ts';
import type { ClaimNumber } from './claim-number.ts';
import type { ShownGoodwill } from './desk.ts';

/** What was decided on another claim. */
export interface GoodwillElsewhere extends Pick<
  ShownGoodwill,
  'kind' | 'what' | 'worth' | 'reason' | 'decision' | 'decidedAt'
> {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly status: ClaimStatus;
}

/** What similar claims got. */
export interface SimilarGoodwill {
  /** How many similar claims there are, whatever they got. */
  readonly claims: number;
  /** The most alike claim first, each with its oldest decision first. */
  readonly decisions: readonly GoodwillElsewhere[];
}
