import type { ClaimId } from '../domain/brand.ts';
import type { Found, SimilarClaim } from '../domain/search.ts';

/** Most characters of what is looked for: a scanned code or a sentence, not a statement. */
export const SEARCH_MAX_CHARACTERS = 500;

/** Input and output of each call that finds claims. */
export interface SearchCalls {
  /** The newest claims that have what was typed, while it is typed; `ranked`, on Enter: the best of the newest. */
  'search:find': { input: { readonly text: string; readonly ranked: boolean }; output: Found };
  /** Past claims like one, by words and item. */
  'search:similar': { input: { readonly claimId: ClaimId }; output: readonly SimilarClaim[] };
}
