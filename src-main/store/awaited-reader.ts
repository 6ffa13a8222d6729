import type { AwaitedThing } from '../domain/awaited.ts';
import type { StaffId } from '../domain/staff.ts';
import type { Db } from './sqlite.ts';

/** Reads what others owe us. Throws what SQLite throws. */
export interface AwaitedReader {
  /** Returns what is out or unanswered, due first first, of a person or (null) of everybody. */
  list(mine: StaffId | null): readonly AwaitedThing[];
}

/** More than a shop has out; what is late comes first. */
const LIST_MAX = 200;

/** What is awaited, along the indexes of what is out and of what was sent. */
export const AWAITED_SQL = `SELECT kind, claimId, seq, number, what, due, ownerId, name AS ownerName FROM (
    SELECT 'loaner' AS kind, claim_id AS claimId, seq, number, loaner.name AS what, due,
      coalesce(holder, lent_by) AS ownerId
    FROM loaner JOIN claim ON claim.id = claim_id WHERE back_at IS NULL
    UNION ALL
    SELECT 'letter', claim_id, seq, number, iif(to_organisation = '', to_name, to_organisation), due,
      coalesce(holder, sent_by)
    FROM escalation JOIN claim ON claim.id = claim_id JOIN escalation_version ON escalation_id = escalation.id
      AND version = (SELECT max(version) FROM escalation_version WHERE escalation_id = escalation.id)
    WHERE state = 'sent' AND erased_at IS NULL)
  JOIN staff_member ON staff_member.id = ownerId
  WHERE @mine IS NULL OR ownerId = @mine
  ORDER BY due, number, kind, seq LIMIT ${LIST_MAX}`;

interface Row extends Omit<AwaitedThing, 'owner'> {
  readonly ownerId: StaffId;
  readonly ownerName: string;
}

/** Returns the reader of what is awaited in `db`. */
export function createAwaitedReader(db: Db): AwaitedReader {
  const all = db.prepare<[{ mine: StaffId | null }], Row>(AWAITED_SQL);
  return {
    list: (mine) =>
      all.all({ mine }).map(({ ownerId, ownerName, ...thing }) => ({
        ...thing,
        owner: { id: ownerId, name: ownerName },
      })),
  };
}
