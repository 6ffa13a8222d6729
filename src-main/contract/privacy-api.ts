import type { ClaimId, Instant } from '../domain/brand.ts';
import type { PersonHeld } from '../domain/erasure.ts';
import type { PlaceId, SavedFile } from '../domain/exported.ts';
import type { PaperSize } from '../domain/paper-size.ts';
import type { PurgeRun } from '../domain/retention.ts';

/** Input and output of each call about what is held on a person. */
export interface PrivacyCalls {
  /** What is held on whoever brought a claim, and which other claims may be theirs. `not-found`. */
  'privacy:held': { input: { readonly claimId: ClaimId }; output: PersonHeld };
  /**
   * Everything that is held, as one file, which is named; photos and files lie beside it, and come first: where it is,
   * they are. `not-found`, `erased`, `not-made`, `file-damaged`, `place-gone`, `place-full`, `not-saved`.
   */
  'privacy:export': {
    input: {
      readonly claimIds: readonly ClaimId[];
      readonly placeId: PlaceId;
      readonly format: 'pdf' | 'json';
      readonly paper: PaperSize;
    };
    output: SavedFile;
  };
  /**
   * Erases what is held, for good: all of these claims, or none where one cannot be. `not-found`, `claim-open`,
   * `erased`, `printing`.
   */
  'privacy:erase': {
    input: { readonly claimIds: readonly ClaimId[] };
    output: { readonly erased: number; readonly backupsUntil: Instant };
  };
  /** What the latest night's purge removed; null before the first. */
  'privacy:purged': { input: null; output: PurgeRun | null };
}
