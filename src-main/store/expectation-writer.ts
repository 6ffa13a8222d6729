import type { ExpectationKind } from '../domain/expectation.ts';
import type { Change } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/** A line of expectation that does not bind. */
export interface NewExpectation {
  readonly kind: Exclude<ExpectationKind, 'will'>;
  readonly text: string;
}

/** Writes expectations inside the caller's transaction. */
export interface ExpectationWriter {
  /** Adds a line and returns its position. */
  add(change: Change, line: NewExpectation): number;
  /** Retires a line; returns whether there was one to retire. */
  retire(change: Change, position: number): boolean;
}

/** Returns what writes the expectations in `db`. */
export function createExpectationWriter(db: Db): ExpectationWriter {
  const insert = db
    .prepare<[object], number>(
      `INSERT INTO expectation (claim_id, position, kind, text, emphasis, added_by, added_at)
       SELECT @claimId, coalesce(max(position) + 1, 0), @kind, @text, '', @by, @at
       FROM expectation WHERE claim_id = @claimId RETURNING position`,
    )
    .pluck();
  const retire = db.prepare(
    `UPDATE expectation SET retired_at = @at
     WHERE claim_id = @claimId AND position = @position AND kind <> 'will' AND retired_at IS NULL`,
  );
  return {
    add(change, { kind, text }) {
      const position = insert.get({ ...change, kind, text });
      if (position === undefined) throw new Error('an expectation was written and is not there');
      return position;
    },
    retire: ({ claimId, at }, position) => retire.run({ claimId, at, position }).changes > 0,
  };
}
