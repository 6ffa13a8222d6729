import type { ClaimNumber } from './claim-number.ts';
import type { Instant } from './brand.ts';

/** Why another database took the place of the one that was there: it was damaged, or somebody asked for a backup. */
export type RecoveryReason = 'damaged' | 'asked';

/** What became of a database that was replaced, until a supervisor has seen it. */
export interface Recovery {
  readonly id: number;
  readonly at: Instant;
  readonly why: RecoveryReason;
  /** What was wrong, for whoever looks after the kiosk. */
  readonly detail: string;
  /** When the backup was made that took its place; null where there was none, and the store begins anew. */
  readonly backupAt: Instant | null;
  /** The folder with the database that was replaced. */
  readonly setAside: string;
  /** The first and the last claim that may be lost, where numbers of later claims were seen; else null. */
  readonly lost: { readonly from: ClaimNumber; readonly to: ClaimNumber } | null;
  /** Slips of which nobody can know any more whether they came out: staff say so on the paper screen. */
  readonly unsureSlips: number;
  /** Claims with photos or files that neither the kiosk nor a backup has any more, and how many each. */
  readonly filesMissing: readonly { readonly number: ClaimNumber; readonly count: number }[];
  /** Claims that were erased once more: the backup was from before. */
  readonly erasedAgain: readonly ClaimNumber[];
  /** Claims that only the replaced database has, as far as it could still be read. */
  readonly onlyThere: readonly { readonly number: ClaimNumber; readonly takenAt: Instant }[];
}
