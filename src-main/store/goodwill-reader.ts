import type { ClaimId } from '../domain/brand.ts';
import type { GoodwillElsewhere } from '../domain/similar-goodwill.ts';
import type { Db } from './sqlite.ts';

/** Reads goodwill across claims. Throws what SQLite throws. */
export interface GoodwillReader {
  /** Returns what was decided on these claims, in their order, each with its oldest decision first. */
  ofClaims(claimIds: readonly ClaimId[]): readonly GoodwillElsewhere[];
}

/** Returns the reader of `db`. */
export function createGoodwillReader(db: Db): GoodwillReader {
  const ofClaims = db.prepare<
    [string],
    Omit<GoodwillElsewhere, 'worth'> & { readonly minor: number; readonly currency: string }
  >(
    `SELECT claim.id AS claimId, number, status, kind, what, minor, currency, reason, decision,
       decided_at AS decidedAt
     FROM json_each(?) AS wanted
     JOIN claim ON claim.id = wanted.value
     JOIN goodwill ON goodwill.claim_id = claim.id
     ORDER BY wanted.key, goodwill.seq`,
  );
  return {
    ofClaims: (claimIds) =>
      ofClaims
        .all(JSON.stringify(claimIds))
        .map(({ minor, currency, ...row }) => ({ ...row, worth: { minor, currency } })),
  };
}
