import type { ClaimId, Instant } from '../domain/brand.ts';
import { isLate, type Loaner, type ShownLoaner } from '../domain/loaner.ts';
import { err, ok } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createClaimChanges, type Change, type ChangeResult } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/** What customers have of ours. Throws what SQLite throws. */
export interface LoanerStore {
  lend(
    change: Change,
    given: Pick<Loaner, 'name' | 'serial' | 'state' | 'due' | 'agreedBy' | 'agreedHow'>,
  ): ChangeResult;
  /** Takes it back in some state; a claim that was closed meanwhile is no reason to leave it out. */
  takeBack(change: Change, seq: number, state: string): ChangeResult;
  /** Returns everything that was lent for a claim, oldest first. */
  of(claimId: ClaimId, now: Instant): readonly ShownLoaner[];
}

interface Row extends Omit<Loaner, 'back'> {
  readonly backState: string | null;
  readonly backTo: StaffId | null;
  readonly backAt: Instant | null;
}

/** Returns the loaners of `db`. */
export function createLoanerStore(db: Db): LoanerStore {
  const changes = createClaimChanges(db);
  const insert = db.prepare(
    `INSERT INTO loaner (claim_id, seq, name, serial, state, due, agreed_by, agreed_how, lent_by, lent_at)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @name, @serial, @state, @due, @agreedBy, @agreedHow, @by, @at
     FROM loaner WHERE claim_id = @claimId`,
  );
  const backAt = db
    .prepare<[string, number], number | null>('SELECT back_at FROM loaner WHERE claim_id = ? AND seq = ?')
    .pluck();
  const takeBack = db.prepare(
    `UPDATE loaner SET back_state = @state, back_to = @by, back_at = @at WHERE claim_id = @claimId AND seq = @seq`,
  );
  const rows = db.prepare<[string], Row>(
    `SELECT seq, name, serial, state, due, agreed_by AS agreedBy, agreed_how AS agreedHow, lent_by AS lentBy,
       lent_at AS lentAt, back_state AS backState, back_to AS backTo, back_at AS backAt
     FROM loaner WHERE claim_id = ? ORDER BY seq`,
  );

  return {
    lend: (change, given) =>
      changes.open(change, 'loaner-lent', () => {
        insert.run({ ...change, ...given });
        return ok({ subject: String(given.due) });
      }),
    takeBack: (change, seq, state) =>
      changes.any(change, 'loaner-returned', () => {
        const at = backAt.get(change.claimId, seq);
        if (at === undefined) return err({ code: 'not-found', detail: 'no such loaner' });
        if (at !== null) return err({ code: 'wrong-state', detail: 'it is back already' });
        takeBack.run({ ...change, seq, state });
        return ok({ subject: String(seq) });
      }),
    of: (claimId, now) =>
      rows.all(claimId).map(({ backState, backTo, backAt: at, ...row }) => {
        const back =
          backState === null || backTo === null || at === null ? null : { state: backState, to: backTo, at };
        const loaner = { ...row, back };
        return { ...loaner, late: isLate(loaner, now) };
      }),
  };
}
