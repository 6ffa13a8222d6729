import type { ClaimId, Instant, PrintJobId } from '../domain/brand.ts';
import type { PrintProblem } from '../domain/print-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import { createPrintJobActions, type PrintJobActions } from './print-job-actions.ts';
import {
  CAME_OUT,
  DID_NOT_COME_OUT,
  FROM_JOBS,
  HAS_WORDS,
  JOB_COLUMNS,
  printJobInsert,
  type NewPrintJob,
  type PrintJob,
} from './print-job.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** Why an attempt came to nothing, and when to try again. */
export interface PrintFailure {
  readonly problem: PrintProblem;
  readonly detail: string;
  readonly at: Instant;
  readonly retryAt: Instant;
}

/** How an attempt came to an end that needs no further one. */
export type PrintEnd = 'printed' | 'sent-unconfirmed' | 'shown';

/** Print jobs, in the order of their line. Every method throws what SQLite throws (`storageFailure`). */
export interface PrintJobStore extends PrintJobActions {
  /** Returns the job, or null where there is none, or its claim was erased. */
  get(id: PrintJobId): PrintJob | null;
  /** Puts a slip at the end of its printer's line; inside the caller's transaction where there is one. */
  add(job: NewPrintJob): PrintJob;
  /** Returns every job of a claim, in line. */
  forClaim(claimId: ClaimId): readonly PrintJob[];
  /** Returns the jobs that came last into line, the latest first. */
  recent(limit: number): readonly PrintJob[];
  /** Returns all jobs that still want paper, oldest first. */
  open(): readonly PrintJob[];
  /** Returns the next job to send to a printer, or null. Only the first in its line can be it: none overtakes. */
  nextDue(printerId: PrinterId, now: Instant): PrintJob | null;
  /** Returns when the job that holds up a printer may be tried again, or null where none waits. */
  nextRetryAt(printerId: PrinterId): Instant | null;
  /**
   * `queued` or `unsure` → `sending`, one attempt more; from `unsure` it becomes the next copy. Call it before the
   * first byte. Returns the job as it is then, and a tag of four printable characters that no job had before.
   * Throws from another state.
   */
  begin(id: PrintJobId, at: Instant): { readonly job: PrintJob; readonly tag: string };
  /** `sending` → its end. Throws from another state. */
  end(id: PrintJobId, end: PrintEnd, at: Instant): void;
  /** `sending` → `unsure`. Throws from another state. */
  doubt(id: PrintJobId, failure: PrintFailure): void;
  /** `queued` or `unsure` stays, with the reason: nothing was sent. Throws from another state. */
  hold(id: PrintJobId, failure: PrintFailure): void;
  /** A person's word on a `sent-unconfirmed` slip: → `printed`, or → `unsure`, due at once. Throws from another state. */
  answer(id: PrintJobId, cameOut: boolean, at: Instant): void;
  /** At start: what was `sending` to a printer when the kiosk stopped is unsure and due at once. Returns how many. */
  recover(printerId: PrinterId, at: Instant): number;
  /** At start: hands the open jobs of printers that are no more to another one, due at once. Returns how many. */
  adopt(printers: { readonly known: readonly PrinterId[]; readonly heir: PrinterId }, at: Instant): number;
}

const OPEN = `state IN ('queued', 'sending', 'unsure')`;
/** The job that is first in line at a printer. */
const FIRST_IN_LINE = `job.seq = (SELECT min(seq) FROM print_job WHERE printer_id = @printerId AND ${OPEN})`;
const WAITING = `state IN ('queued', 'unsure')`;
const TAG_ALPHABET_START = 0x21;
const TAG_ALPHABET_SIZE = 0x7e - TAG_ALPHABET_START + 1;

/** Returns the print jobs of `db`. */
export function createPrintJobStore(db: Db): PrintJobStore {
  const byId = db.prepare<[string], PrintJob>(
    `SELECT ${JOB_COLUMNS} ${FROM_JOBS} WHERE job.id = ? AND ${HAS_WORDS}`,
  );
  const ofClaim = db.prepare<[string], PrintJob>(
    `SELECT ${JOB_COLUMNS} ${FROM_JOBS} WHERE job.claim_id = ? AND ${HAS_WORDS} ORDER BY job.seq`,
  );
  const latest = db.prepare<[number], PrintJob>(
    `SELECT ${JOB_COLUMNS} ${FROM_JOBS} WHERE ${HAS_WORDS} ORDER BY job.seq DESC LIMIT ?`,
  );
  const insert = printJobInsert(db);
  const allOpen = db.prepare<[], PrintJob>(
    `SELECT ${JOB_COLUMNS} ${FROM_JOBS} WHERE job.${OPEN} ORDER BY job.seq`,
  );
  // A clock that was set back puts retry times far ahead: a job that failed "later than now" is due as well.
  const due = db.prepare<[{ printerId: PrinterId; now: Instant }], PrintJob>(
    `SELECT ${JOB_COLUMNS} ${FROM_JOBS} WHERE ${FIRST_IN_LINE} AND job.${WAITING}
       AND (job.retry_at IS NULL OR job.retry_at <= @now OR job.changed_at > @now)`,
  );
  const retry = db
    .prepare<[{ printerId: PrinterId }], Instant | null>(
      `SELECT job.retry_at FROM print_job AS job WHERE ${FIRST_IN_LINE} AND job.${WAITING}`,
    )
    .pluck();
  const nextTag = db
    .prepare<[], number>('UPDATE printer_tag SET next = next + 1 WHERE id = 1 RETURNING next - 1')
    .pluck();
  const toSending = db.prepare<[{ id: PrintJobId; at: Instant }]>(
    `UPDATE print_job SET copy = copy + (state = 'unsure'), state = 'sending', attempts = attempts + 1,
       problem = NULL, detail = '', retry_at = NULL, first_byte_at = @at, changed_at = @at WHERE id = @id AND ${WAITING}`,
  );
  const toEnd = db.prepare<[{ id: PrintJobId; end: PrintEnd; at: Instant }]>(
    `UPDATE print_job SET state = @end, confirmed_at = iif(@end = 'printed', @at, NULL), ended_at = @at,
       changed_at = @at WHERE id = @id AND state = 'sending'`,
  );
  const toUnsure = db.prepare<[PrintFailure & { id: PrintJobId }]>(
    `UPDATE print_job SET state = 'unsure', problem = @problem, detail = @detail, retry_at = @retryAt,
       changed_at = @at WHERE id = @id AND state = 'sending'`,
  );
  const toHeld = db.prepare<[PrintFailure & { id: PrintJobId }]>(
    `UPDATE print_job SET problem = @problem, detail = @detail, retry_at = @retryAt, changed_at = @at
     WHERE id = @id AND ${WAITING}`,
  );
  const cameOut = db.prepare<[{ id: PrintJobId; at: Instant }]>(CAME_OUT);
  const didNotComeOut = db.prepare<[{ id: PrintJobId; at: Instant }]>(DID_NOT_COME_OUT);
  const interrupted = db.prepare<[{ printerId: PrinterId; at: Instant }]>(
    `UPDATE print_job SET state = 'unsure', problem = 'connection-lost',
       detail = 'the kiosk stopped while it was sending', retry_at = @at, changed_at = @at
     WHERE state = 'sending' AND printer_id = @printerId`,
  );
  const orphaned = db.prepare<[{ known: string; heir: PrinterId; at: Instant }]>(
    `UPDATE print_job SET printer_id = @heir, changed_at = @at, retry_at = NULL
     WHERE ${OPEN} AND printer_id NOT IN (SELECT value FROM json_each(@known))`,
  );

  function move(id: PrintJobId, to: string, update: () => { readonly changes: number }): void {
    if (update().changes === 1) return;
    throw new Error(`print job ${id} is ${byId.get(id)?.state ?? 'unknown'} and cannot become ${to}`);
  }

  return {
    ...createPrintJobActions(db),
    get: (id) => byId.get(id) ?? null,
    add(job) {
      if (db.inTransaction) insert(job);
      else inTransaction(db, () => insert(job));
      const added = byId.get(job.id);
      if (!added) throw new Error('the print job that was added is gone');
      return added;
    },
    forClaim: (claimId) => ofClaim.all(claimId),
    recent: (limit) => latest.all(limit),
    open: () => allOpen.all(),
    nextDue: (printerId, now) => due.get({ printerId, now }) ?? null,
    nextRetryAt: (printerId) => retry.get({ printerId }) ?? null,
    begin: (id, at) =>
      inTransaction(db, () => {
        move(id, 'sending', () => toSending.run({ id, at }));
        const [job, tag] = [byId.get(id), nextTag.get()];
        if (!job || tag === undefined) throw new Error('the job or the tag is gone');
        return { job, tag: tagOf(tag) };
      }),
    end: (id, end, at) => inTransaction(db, () => move(id, end, () => toEnd.run({ id, end, at }))),
    doubt: (id, failure) =>
      inTransaction(db, () => move(id, 'unsure', () => toUnsure.run({ id, ...failure }))),
    hold: (id, failure) => inTransaction(db, () => move(id, 'held', () => toHeld.run({ id, ...failure }))),
    answer: (id, out, at) =>
      inTransaction(db, () => {
        const update = out ? cameOut : didNotComeOut;
        move(id, out ? 'printed' : 'unsure', () => update.run({ id, at }));
      }),
    recover: (printerId, at) => inTransaction(db, () => interrupted.run({ printerId, at })).changes,
    adopt: ({ known, heir }, at) =>
      inTransaction(db, () => orphaned.run({ known: JSON.stringify(known), heir, at })).changes,
  };
}

/** Four characters from `!` to `~`: 78 million tags before one comes again. */
function tagOf(count: number): string {
  let tag = '';
  for (let left = count, i = 0; i < 4; i++) {
    tag = String.fromCharCode(TAG_ALPHABET_START + (left % TAG_ALPHABET_SIZE)) + tag;
    left = Math.floor(left / TAG_ALPHABET_SIZE);
  }
  return tag;
}
