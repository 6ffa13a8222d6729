import type { ClaimId, Instant } from '../domain/brand.ts';
import type { AnswerWay } from '../domain/claim-life.ts';
import type { PromiseKind } from '../domain/expectation.ts';
import { isOverdue, type PromiseId, type PromiseState, type PromiseSubject } from '../domain/promise.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createClaimChanges, type Change, type ChangeResult, type DeskFault } from './claim-change.ts';
import { createExpectationWriter, type NewExpectation } from './expectation-writer.ts';
import { createNoteWriter } from './note-writer.ts';
import { createPromiseWriter, type NewPromise } from './promise-writer.ts';
import type { Db } from './sqlite.ts';

/** What is done about a broken promise; at least one of it, or it is not dealt with. */
export interface Amends {
  /** What we got wrong, in plain words. */
  readonly apology: string | null;
  /** The promise in its place: new date and owner. */
  readonly again: NewPromise | null;
  /** The reminder to call the customer. */
  readonly call: { readonly by: Instant; readonly who: StaffId } | null;
}

/**
 * What is promised on claims, and what became of it. A promise that passes its due time is broken by the clock: that
 * is computed, and written only when somebody deals with it. Throws what SQLite throws.
 */
export interface PromiseStore {
  /** Gives one more promise; the next update is never given so, it is renewed. */
  give(change: Change, promise: NewPromise): ChangeResult;
  /** Asks for a promise that is beyond one's role. */
  ask(change: Change, promise: NewPromise): ChangeResult;
  /** Grants what was asked for, as a promise of whoever grants it, or refuses it with a reason. */
  answer(
    change: Change,
    requestId: string,
    answer: { readonly granted: NewPromise } | { readonly refused: string },
  ): ChangeResult;
  /** Returns the promise that was asked for, or null where there is no open request. */
  asked(
    claimId: ClaimId,
    requestId: string,
  ): (Omit<NewPromise, 'owner'> & { readonly ownerId: StaffId }) | null;
  /** It was kept, in time. The next update needs the one after it. */
  keep(change: Change, promiseId: PromiseId, next: NewPromise | null): ChangeResult;
  /**
   * The customer agreed to another promise in its place, or (null) to none; not once it is broken. There is always a
   * next update, so that one is only replaced.
   */
  renegotiate(
    change: Change,
    promiseId: PromiseId,
    agreed: { readonly how: AnswerWay; readonly again: NewPromise | null },
  ): ChangeResult;
  /** Deals with a promise that is broken by the clock; a next update that broke is followed by `next`, whatever else. */
  makeAmends(change: Change, promiseId: PromiseId, amends: Amends, next: NewPromise): ChangeResult;
  /** Returns what a promise is: its kind and its text, or null. */
  get(claimId: ClaimId, promiseId: PromiseId): PromiseRow | null;
  /** Adds a line of expectation that does not bind. */
  expect(change: Change, line: NewExpectation): ChangeResult;
  /** A line of expectation is no longer so. */
  retire(change: Change, position: number): ChangeResult;
}

/** A promise as far as changes need it. */
export interface PromiseRow {
  readonly id: PromiseId;
  readonly kind: PromiseKind;
  readonly about: PromiseSubject | null;
  readonly text: string;
  readonly due: Instant;
  readonly state: PromiseState;
}

/** Returns the promises of `db`; `newId` gives a new UUIDv7 each time. */
export function createPromiseStore(db: Db, newId: () => string): PromiseStore {
  const changes = createClaimChanges(db);
  const notes = createNoteWriter(db);
  const expectations = createExpectationWriter(db);
  const { write } = createPromiseWriter(db, newId);
  const byId = db.prepare<[string, string], PromiseRow>(
    'SELECT id, kind, about, text, due, state FROM promise WHERE claim_id = ? AND id = ?',
  );
  const end = db.prepare(
    `UPDATE promise SET state = @state, ended_at = @at, agreed_how = @how WHERE claim_id = @claimId AND id = @id`,
  );
  const replace = db.prepare('UPDATE promise SET replaced_by = ? WHERE claim_id = ? AND id = ?');
  const insertRequest = db.prepare(
    `INSERT INTO promise_request (id, claim_id, seq, about, text, due, owner_id, asked_by, asked_at, state, reason)
     SELECT @id, @claimId, coalesce(max(seq), 0) + 1, @about, @text, @due, @ownerId, @by, @at, 'asked', ''
     FROM promise_request WHERE claim_id = @claimId`,
  );
  const request = db.prepare<
    [string, string],
    { about: PromiseSubject; text: string; due: Instant; ownerId: StaffId }
  >(
    `SELECT about, text, due, owner_id AS ownerId FROM promise_request
     WHERE claim_id = ? AND id = ? AND state = 'asked'`,
  );
  const answerRequest = db.prepare(
    `UPDATE promise_request SET state = @state, reason = @reason, promise_id = @promiseId, answered_by = @by,
       answered_at = @at WHERE claim_id = @claimId AND id = @id`,
  );

  /** Ends an open promise and puts another one of its kind in its place, where there is one. */
  function endAs(
    change: Change,
    promise: PromiseRow,
    ending: { readonly state: PromiseState; readonly how?: AnswerWay; readonly again: NewPromise | null },
  ): void {
    const { claimId, at } = change;
    // The old one first: no claim has two next updates, not even for a moment.
    end.run({ claimId, id: promise.id, state: ending.state, at, how: ending.how ?? null });
    if (ending.again === null) return;
    const id = write(change, promise.kind, ending.again);
    if (ending.state !== 'kept') replace.run(id, claimId, promise.id);
  }

  function openPromise(claimId: ClaimId, id: PromiseId): Result<PromiseRow, DeskFault> {
    const promise = byId.get(claimId, id);
    if (!promise) return err({ code: 'not-found', detail: 'no such promise' });
    return promise.state === 'open' ? ok(promise) : err({ code: 'wrong-state', detail: promise.state });
  }

  /** Returns an open promise that the clock has not broken. */
  function standing({ claimId, at }: Change, id: PromiseId): Result<PromiseRow, DeskFault> {
    const promise = openPromise(claimId, id);
    if (!promise.ok) return promise;
    return isOverdue(promise.value, at) ? err({ code: 'overdue', detail: 'broken by the clock' }) : promise;
  }

  return {
    get: (claimId, id) => byId.get(claimId, id) ?? null,
    asked: (claimId, id) => request.get(claimId, id) ?? null,
    give: (change, promise) =>
      changes.open(change, 'promise-given', () => ok({ subject: write(change, 'expectation', promise) })),
    ask: (change, { owner, ...promise }) =>
      changes.open(change, 'promise-asked', () => {
        const id = newId();
        insertRequest.run({ ...change, ...promise, ownerId: owner.id, id });
        return ok({ subject: id });
      }),
    answer: (change, id, answer) =>
      changes.open(change, 'granted' in answer ? 'promise-granted' : 'promise-refused', () => {
        if (!request.get(change.claimId, id)) return err({ code: 'not-found', detail: 'no open request' });
        const granted = 'granted' in answer;
        const promiseId = granted ? write(change, 'expectation', answer.granted) : null;
        answerRequest.run({
          ...change,
          id,
          promiseId,
          state: granted ? 'granted' : 'refused',
          reason: granted ? '' : answer.refused,
        });
        return ok({ subject: id });
      }),
    keep: (change, id, next) =>
      changes.open(change, 'promise-kept', () => {
        const promise = standing(change, id);
        if (!promise.ok) return promise;
        const isUpdate = promise.value.kind === 'next-update';
        if (isUpdate && next === null)
          return err({ code: 'needs-next-update', detail: 'what comes after it' });
        endAs(change, promise.value, { state: 'kept', again: isUpdate ? next : null });
        return ok({ subject: id });
      }),
    renegotiate: (change, id, { how, again }) =>
      changes.open(change, 'promise-renegotiated', () => {
        const promise = standing(change, id);
        if (!promise.ok) return promise;
        if (again === null && promise.value.kind === 'next-update')
          return err({ code: 'needs-next-update', detail: 'it is only replaced' });
        endAs(change, promise.value, { state: 'renegotiated', how, again });
        return ok({ subject: `${id} ${how}` });
      }),
    makeAmends: (change, id, { apology, again, call }, next) =>
      changes.open(change, 'promise-broken', () => {
        const promise = openPromise(change.claimId, id);
        if (!promise.ok) return promise;
        if (!isOverdue(promise.value, change.at))
          return err({ code: 'not-overdue', detail: 'it can be kept yet' });
        if (apology === null && again === null && call === null)
          return err({ code: 'nothing-done', detail: 'an apology, a new date or a call' });
        const inPlace = again ?? (promise.value.kind === 'next-update' ? next : null);
        endAs(change, promise.value, { state: 'broken', again: inPlace });
        if (apology !== null) notes.write(change, { kind: 'apology', text: apology, promiseId: id });
        if (call !== null)
          notes.write(change, { kind: 'call-due', text: '', promiseId: id, staffId: call.who, due: call.by });
        return ok({ subject: id });
      }),
    expect: (change, line) =>
      changes.open(change, 'expectation-added', () => {
        expectations.add(change, line);
        return ok({ subject: line.kind });
      }),
    retire: (change, position) =>
      changes.open(change, 'expectation-retired', () => {
        if (!expectations.retire(change, position))
          return err({ code: 'not-found', detail: 'no such line, or not one to retire' });
        return ok({ subject: String(position) });
      }),
  };
}
