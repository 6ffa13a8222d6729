import type { FeelingGiven } from '../domain/intake.ts';
import type { Change } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/**
 * Returns what writes a further feeling inside the caller's transaction. The first place is the intake's, also where
 * nothing was said then: its digest knows no other.
 */
export function createFeelingWriter(db: Db): {
  readonly write: (change: Change, feeling: FeelingGiven) => void;
} {
  const insert = db.prepare(
    `INSERT INTO feeling (claim_id, seq, face, words, given_at, entered_by)
     SELECT @claimId, coalesce(max(seq), 1) + 1, @face, @words, @at, @by FROM feeling WHERE claim_id = @claimId`,
  );
  return { write: (change, { face, words }) => void insert.run({ ...change, face, words }) };
}
