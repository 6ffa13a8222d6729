import { createHash } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import type { ClaimId } from '../domain/brand.ts';
import { ERASURE_EVENTS, type ErasureMarks } from '../domain/erasure.ts';
import { claimDigest, type SealedClaim } from './claim-reader.ts';
import type { LaterWords } from './later-words.ts';
import type { Db } from './sqlite.ts';

/**
 * The seal of a claim of which something was erased. Its first digests can no longer be compared with, since what they
 * were made of is gone, and so is their salt. The row of the history that says so has a digest of all that is left, so
 * that every later change is found as before.
 */
export interface ErasureSeals {
  /** Returns the latest seal, or null where nothing of the claim was ever erased. */
  of(claimId: ClaimId): { readonly seq: number; readonly digest: string } | null;
  /** Returns when which part of the claim was erased, as its row says; null where nothing was. */
  marks(claimId: ClaimId): ErasureMarks;
  /** Returns the digest of all that is left; `upTo` is the place of the seal in the history. */
  digest(sealed: SealedClaim, upTo: number): string;
}

/** Returns the seals in `db`. Its methods throw what SQLite throws. */
export function createErasureSeals(db: Db, later: LaterWords): ErasureSeals {
  // The conditions of the history's index are named, or it would not be used.
  const latest = db.prepare<[string], { seq: number; digest: string }>(
    `SELECT seq, digest FROM audit
     WHERE claim_id = ? AND claim_id IS NOT NULL AND event <> 'claim-taken'
       AND event IN (${ERASURE_EVENTS.map((event) => `'${event}'`).join(', ')})
     ORDER BY seq DESC LIMIT 1`,
  );
  let select: Statement<[string], ErasureMarks> | undefined;

  function marks(claimId: ClaimId): ErasureMarks {
    // Only when it is asked for: claims are also taken in databases that know of no erasure yet.
    select ??= db.prepare(
      `SELECT erased_at AS erasedAt, erased_why AS erasedWhy, contact_erased_at AS contactErasedAt
       FROM claim WHERE id = ?`,
    );
    return select.get(claimId) ?? { erasedAt: null, erasedWhy: null, contactErasedAt: null };
  }

  return {
    of: (claimId) => latest.get(claimId) ?? null,
    marks,
    digest(sealed, upTo) {
      const { claimId } = sealed.claim;
      const { erasedAt, erasedWhy, contactErasedAt } = marks(claimId);
      const all = [
        [erasedAt, erasedWhy, contactErasedAt],
        claimDigest(sealed),
        later.sealed(claimId, sealed.salt, upTo),
      ];
      return createHash('sha256').update(JSON.stringify(all)).digest('hex');
    },
  };
}
