import type { ClaimId, Instant } from '../domain/brand.ts';
import type { Span } from '../domain/day-span.ts';
import type { HandedOver, HardClaim, HardDay } from '../domain/my-day.ts';
import { HARD_FEELINGS } from '../domain/report.ts';
import type { StaffId } from '../domain/staff.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** What a person's own screen is made of, beside the praise. Throws what SQLite throws. */
export interface MyDayReader {
  /** Returns what was handed to the person and what they still hold and have not opened, newest first. */
  handedOver(id: StaffId): readonly HandedOver[];
  /** The person opened what was handed to them. */
  seeHandedOver(id: StaffId, claimId: ClaimId, at: Instant): void;
  /** Returns how many hard conversations everybody who works here has carried in that time (see `HardDay`), by name. */
  hardDay(day: Span): readonly HardDay[];
  /** Returns the hard claims that the person holds, what is owed first first. */
  hardHeld(id: StaffId): readonly HardClaim[];
}

const LIST_MAX = 50;
const FIRST_WORDS = 160;
/** The face that a claim's customer showed last is a hard one. */
const IS_HARD = `(SELECT face FROM feeling WHERE feeling.claim_id = dealt.claim_id AND face IS NOT NULL
  ORDER BY feeling.seq DESC LIMIT 1) IN (${HARD_FEELINGS.map((face) => `'${face}'`).join(', ')})`;

/**
 * Who carried what, in the only place that says what counts: what somebody did with a customer, as the history has it.
 * A hand-over counts for whoever received it. The list of events is the one of the index `audit_of_people`.
 */
export const HARD_DAY_SQL = `SELECT staff_member.id AS staffId, name, count(DISTINCT hard.claim_id) AS carried
  FROM staff_member LEFT JOIN (
    SELECT dealt.who, dealt.claim_id FROM (
      SELECT DISTINCT iif(event = 'handed-over', subject, actor) AS who, claim_id FROM audit
      WHERE event IN ('promise-broken', 'apology-made', 'call-noted', 'statement-added', 'feeling-added', 'handed-over')
        AND at >= @from AND at < @to) AS dealt
    WHERE ${IS_HARD}) AS hard ON hard.who = staff_member.id
  WHERE active = 1 GROUP BY staff_member.id ORDER BY name COLLATE NOCASE, staff_member.id`;

/** What was handed to somebody and not opened yet. */
export const HANDED_OVER_SQL = `SELECT note.claim_id AS claimId, note.seq, number, text AS line, name AS "from", written_at AS at
  FROM note JOIN claim ON claim.id = note.claim_id JOIN staff_member ON staff_member.id = note.written_by
  WHERE note.kind = 'hand-over' AND note.staff_id = @id AND holder = @id AND claim.status <> 'closed'
    AND NOT EXISTS (SELECT 1 FROM hand_over_seen AS seen WHERE seen.claim_id = note.claim_id AND seen.seq = note.seq)
  ORDER BY written_at DESC LIMIT ${LIST_MAX}`;

/** Returns what reads people's days from `db`. */
export function createMyDayReader(db: Db): MyDayReader {
  const handedOver = db.prepare<[{ id: StaffId }], HandedOver>(HANDED_OVER_SQL);
  const see = db.prepare(
    `INSERT INTO hand_over_seen (claim_id, seq, seen_at)
     SELECT claim_id, seq, @at FROM note WHERE claim_id = @claimId AND kind = 'hand-over' AND staff_id = @id
     ON CONFLICT DO NOTHING`,
  );
  const hardDay = db.prepare<[Span], HardDay>(HARD_DAY_SQL);
  const hardHeld = db.prepare<[{ id: StaffId }], HardClaim>(
    `SELECT id AS claimId, number, locale,
       (SELECT substr(text, 1, ${FIRST_WORDS}) FROM statement WHERE claim_id = dealt.claim_id AND seq = 1) AS firstWords
     FROM (SELECT *, id AS claim_id FROM claim WHERE holder = @id AND next_due IS NOT NULL) AS dealt
     WHERE ${IS_HARD} ORDER BY next_due, running LIMIT ${LIST_MAX}`,
  );
  return {
    handedOver: (id) => handedOver.all({ id }),
    seeHandedOver: (id, claimId, at) => inTransaction(db, () => void see.run({ id, claimId, at })),
    hardDay: (day) => hardDay.all(day),
    hardHeld: (id) => hardHeld.all({ id }),
  };
}
