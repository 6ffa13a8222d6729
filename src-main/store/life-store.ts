import type { ClaimEnding, SetStatus } from '../domain/claim-life.ts';
import type { FeelingGiven } from '../domain/intake.ts';
import { err, ok } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createClaimChanges, type Change, type ChangeResult } from './claim-change.ts';
import { createFeelingWriter } from './feeling-writer.ts';
import { createNoteWriter, type NewNote } from './note-writer.ts';
import { printJobInsert, type NewPrintJob } from './print-job.ts';
import { createPromiseWriter, type NewPromise } from './promise-writer.ts';
import type { Db } from './sqlite.ts';
import { feelingDigest } from './words-digest.ts';

/** Where claims stand, who holds them and how they end. Throws what SQLite throws. */
export interface LifeStore {
  setStatus(change: Change, status: SetStatus): ChangeResult;
  /**
   * Closes the claim, with what the customer feels then (null where they did not say). The next update is kept by it;
   * any other promise has to be dealt with first.
   */
  close(change: Change, ending: ClaimEnding, feeling: FeelingGiven | null): ChangeResult;
  /** The customer came back: the claim is in work again, with a next update. */
  reopen(change: Change, next: NewPromise): ChangeResult;
  /** A colleague holds it now, and owns what was owed by whoever handed it over, and what was nobody's in particular. */
  handOver(change: Change, to: { readonly id: StaffId; readonly line: string }): ChangeResult;
  /** The thing is in that bin now; empty where it is not here. */
  place(change: Change, bin: string): ChangeResult;
  /** Puts a slip about the claim at the end of its printer's line, in the same transaction with its record. */
  queueSlip(change: Change, job: Omit<NewPrintJob, 'claimId' | 'at'>): ChangeResult;
  /** Writes down a note, a call that was made, or what we got wrong. */
  note(change: Change, note: NewNote & { readonly kind: 'note' | 'call' | 'apology' }): ChangeResult;
}

const NOTE_EVENTS = { note: 'note-written', call: 'call-noted', apology: 'apology-made' } as const;

/** Returns the life of the claims in `db`; `newId` gives a new UUIDv7 each time. */
export function createLifeStore(db: Db, newId: () => string): LifeStore {
  const changes = createClaimChanges(db);
  const notes = createNoteWriter(db);
  const feelings = createFeelingWriter(db);
  const promises = createPromiseWriter(db, newId);
  const setStatus = db.prepare('UPDATE claim SET status = ? WHERE id = ?');
  const opens = db.prepare<[string], { id: string; kind: string; due: number }>(
    `SELECT id, kind, due FROM promise WHERE claim_id = ? AND state = 'open'`,
  );
  const keptByClosing = db.prepare(
    `UPDATE promise SET state = 'kept', ended_at = @at WHERE claim_id = @claimId AND state = 'open'`,
  );
  const insertEnding = db.prepare(
    `INSERT INTO claim_ending (claim_id, seq, kind, how, reason, at, closed_by, closed_at)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @kind, @how, @reason, @saidAt, @by, @at
     FROM claim_ending WHERE claim_id = @claimId`,
  );
  const hold = db.prepare('UPDATE claim SET holder = ? WHERE id = ?');
  const passOn = db.prepare(
    `UPDATE promise SET owner_id = @to
     WHERE claim_id = @claimId AND state = 'open' AND (owner_id IS NULL OR owner_id = @by)`,
  );
  const printJob = printJobInsert(db);
  const setPlace = db.prepare('UPDATE claim SET place = ? WHERE id = ?');

  return {
    setStatus: (change, status) =>
      changes.open(change, 'status-set', (claim) => {
        if (claim.status === status) return err({ code: 'wrong-state', detail: status });
        setStatus.run(status, change.claimId);
        return ok({ subject: status });
      }),
    close: (change, ending, feeling) =>
      changes.open(change, 'claim-closed', ({ salt }) => {
        const owed = opens.all(change.claimId);
        if (owed.some(({ kind }) => kind !== 'next-update'))
          return err({ code: 'open-promises', detail: 'each is kept, renegotiated or made up for first' });
        if (owed.some(({ due }) => due < change.at))
          return err({ code: 'overdue', detail: 'the next update is broken by the clock' });
        keptByClosing.run(change);
        insertEnding.run({
          ...change,
          kind: ending.kind,
          how: ending.kind === 'accepted' ? ending.how : null,
          reason: ending.kind === 'no-agreement' ? ending.reason : null,
          saidAt: ending.at,
        });
        if (feeling !== null) feelings.write(change, feeling);
        setStatus.run('closed', change.claimId);
        return ok({
          subject: ending.kind === 'accepted' ? `accepted ${ending.how}` : 'no-agreement',
          ...(feeling === null ? {} : { digest: feelingDigest(salt, feeling) }),
        });
      }),
    reopen: (change, next) =>
      changes.closed(change, 'claim-reopened', () => {
        promises.write(change, 'next-update', next);
        setStatus.run('in-work', change.claimId);
        return ok({ subject: '' });
      }),
    handOver: (change, { id, line }) =>
      changes.open(change, 'handed-over', () => {
        hold.run(id, change.claimId);
        passOn.run({ ...change, to: id });
        notes.write(change, { kind: 'hand-over', text: line, staffId: id });
        return ok({ subject: id });
      }),
    place: (change, bin) =>
      changes.open(change, 'placed', () => {
        setPlace.run(bin, change.claimId);
        return ok({ subject: '' });
      }),
    queueSlip: (change, job) =>
      changes.any(change, 'slip-queued', () => {
        printJob({ ...job, claimId: change.claimId, at: change.at });
        return ok({ subject: `${job.id} ${job.kind}` });
      }),
    note: (change, note) =>
      changes.open(change, NOTE_EVENTS[note.kind], () => {
        notes.write(change, note);
        return ok({ subject: note.promiseId ?? '' });
      }),
  };
}
