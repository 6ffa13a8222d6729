import type { Instant } from '../domain/brand.ts';
import type { PromiseKind } from '../domain/expectation.ts';
import type { PromiseId, PromiseSubject } from '../domain/promise.ts';
import type { StaffId } from '../domain/staff.ts';
import type { Change } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/** A promise to give. */
export interface NewPromise {
  readonly about: PromiseSubject;
  readonly text: string;
  /** Who keeps it. */
  readonly owner: { readonly id: StaffId; readonly name: string };
  readonly due: Instant;
}

/** Returns what writes promises inside the caller's transaction and returns their ids. */
export function createPromiseWriter(
  db: Db,
  newId: () => string,
): { readonly write: (change: Change, kind: PromiseKind, promise: NewPromise) => PromiseId } {
  const insert = db.prepare(
    `INSERT INTO promise (id, claim_id, position, kind, about, text, owner, owner_id, due, state, given_at, given_by)
     SELECT @id, @claimId, coalesce(max(position) + 1, 0), @kind, @about, @text, @owner, @ownerId, @due, 'open', @at, @by
     FROM promise WHERE claim_id = @claimId`,
  );
  return {
    write(change, kind, { owner, ...promise }) {
      const id = newId() as PromiseId;
      insert.run({ ...change, ...promise, id, kind, owner: owner.name, ownerId: owner.id });
      return id;
    },
  };
}
