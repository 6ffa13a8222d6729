import type { ClaimId } from '../domain/brand.ts';
import type { GoodwillLimits } from '../domain/goodwill.ts';
import type { SimilarGoodwill } from '../domain/similar-goodwill.ts';

/** Input and output of each call about goodwill, beside the decision itself (`claim:goodwill`). */
export interface GoodwillCalls {
  /** How much each role gives without asking, in minor units of the store's currency. */
  'goodwill:limits': { input: null; output: GoodwillLimits };
  /** What claims like this one got, what was refused too. `not-found`, `outdated`, `unavailable`. */
  'goodwill:similar': { input: { readonly claimId: ClaimId }; output: SimilarGoodwill };
}
