import type { Instant } from '../domain/brand.ts';
import type { NoteKind } from '../domain/note.ts';
import type { PromiseId } from '../domain/promise.ts';
import type { StaffId } from '../domain/staff.ts';
import type { Change } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/** Something to write down on a claim. */
export interface NewNote {
  readonly kind: NoteKind;
  readonly text: string;
  /** The promise that it is about. */
  readonly promiseId?: PromiseId;
  /** Who is to call, or who it is handed to. */
  readonly staffId?: StaffId;
  /** When to call at the latest. */
  readonly due?: Instant;
}

/** Returns what writes notes inside the caller's transaction. */
export function createNoteWriter(db: Db): { readonly write: (change: Change, note: NewNote) => void } {
  const insert = db.prepare(
    `INSERT INTO note (claim_id, seq, kind, text, promise_id, staff_id, due, written_by, written_at)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @kind, @text, @promiseId, @staffId, @due, @by, @at
     FROM note WHERE claim_id = @claimId`,
  );
  return {
    write: (change, { kind, text, promiseId, staffId, due }) =>
      void insert.run({
        ...change,
        kind,
        text,
        promiseId: promiseId ?? null,
        staffId: staffId ?? null,
        due: due ?? null,
      }),
  };
}
