import type { ClaimId } from '../domain/brand.ts';
import type { PastAttempt, PastCourse } from '../domain/search.ts';
import type { Db } from '../store/sqlite.ts';

/** Attempts of one claim that are shown beside another. */
const TRIED_MAX = 4;

/** Returns what reads how claims in `db` went. It throws what SQLite throws. */
export function createPastCourseReader(db: Db): (id: ClaimId) => PastCourse {
  const tried = db.prepare<[{ id: ClaimId }], Omit<PastAttempt, 'byCustomer'> & { byCustomer: number }>(
    `SELECT description, outcome, byCustomer FROM (
       SELECT description, outcome, 1 AS byCustomer, position AS place FROM attempt WHERE claim_id = @id
       UNION ALL
       SELECT description, outcome, 0, seq FROM staff_attempt WHERE claim_id = @id AND outcome IS NOT NULL)
     ORDER BY CASE outcome WHEN 'yes' THEN 0 WHEN 'a-little' THEN 1 WHEN 'no' THEN 2 ELSE 3 END, byCustomer, place
     LIMIT ${TRIED_MAX}`,
  );
  const course = db.prepare<[{ id: ClaimId }], Pick<PastCourse, 'status' | 'ending'>>(
    `SELECT status, iif(status = 'closed',
       (SELECT kind FROM claim_ending WHERE claim_id = claim.id ORDER BY seq DESC LIMIT 1), NULL) AS ending
     FROM claim WHERE id = @id`,
  );
  return (id) => {
    const found = course.get({ id });
    if (!found) throw new Error(`claim ${id} is found and not there`);
    return {
      ...found,
      tried: tried.all({ id }).map((each) => ({ ...each, byCustomer: each.byCustomer === 1 })),
    };
  };
}
