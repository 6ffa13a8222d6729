import type { ClaimId, Instant, PrintJobId } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { PrintProblem, PrintState } from '../domain/print-state.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** A slip on its way to paper. */
export interface PrintJob {
  readonly id: PrintJobId;
  readonly claimId: ClaimId;
  readonly claimNumber: ClaimNumber;
  readonly kind: 'ticket';
  readonly state: PrintState;
  /** 0 for the one original; each further printing is a copy and says so. */
  readonly copy: number;
  /** The finished slip as JSON: a reprint is what was printed. */
  readonly slip: string;
  readonly printerUrl: string;
  /** How often a first byte was sent. */
  readonly attempts: number;
  /** Why it is not on paper yet; null where nothing keeps it. */
  readonly problem: PrintProblem | null;
  /** For the log and for staff; empty where there is no problem. */
  readonly detail: string;
  readonly createdAt: Instant;
  /** When it may be tried again; null where it may now, or never. */
  readonly retryAt: Instant | null;
  /** When it was printed, handed over, shown or voided. */
  readonly endedAt: Instant | null;
}

/** Why an attempt came to nothing, and when to try again. */
export interface PrintFailure {
  readonly problem: PrintProblem;
  readonly detail: string;
  readonly at: Instant;
  readonly retryAt: Instant;
}

/** How an attempt came to an end that needs no further one. */
export type PrintEnd = 'printed' | 'sent-unconfirmed' | 'shown';

/** Print jobs, in the order in which they were made. Every method throws what SQLite throws (`storageFailure`). */
export interface PrintJobStore {
  /** Returns the job, or null where there is none. */
  get(id: PrintJobId): PrintJob | null;
  /** Returns all jobs that still want paper, oldest first. */
  open(): readonly PrintJob[];
  /** Returns the next job to send, or null. Only the oldest open job of a printer can be it: none overtakes. */
  nextDue(now: Instant): PrintJob | null;
  /** Returns when the first job that holds up its printer may be tried again, or null where none waits. */
  nextRetryAt(): Instant | null;
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
  /** At start: whatever was `sending` when the kiosk stopped is unsure and due at once. Returns how many. */
  recover(at: Instant): number;
  /** Hands all jobs that wait for another printer to this one, due at once. Returns how many. */
  redirect(printerUrl: string, at: Instant): number;
}

const COLUMNS = `job.id, job.claim_id AS claimId, claim.number AS claimNumber, job.kind, job.state, job.copy, job.slip,
  job.printer_url AS printerUrl, job.attempts, job.problem, job.detail, job.created_at AS createdAt,
  job.retry_at AS retryAt, job.ended_at AS endedAt`;
const FROM = 'FROM print_job AS job JOIN claim ON claim.id = job.claim_id';
const OPEN = `state IN ('queued', 'sending', 'unsure')`;
/** Jobs that are first in line at their printer. */
const FIRST_IN_LINE = `job.seq IN (SELECT min(seq) FROM print_job WHERE ${OPEN} GROUP BY printer_url)`;
const WAITING = `state IN ('queued', 'unsure')`;
const TAG_ALPHABET_START = 0x21;
const TAG_ALPHABET_SIZE = 0x7e - TAG_ALPHABET_START + 1;

/** Returns the print jobs of `db`. */
export function createPrintJobStore(db: Db): PrintJobStore {
  const byId = db.prepare<[string], PrintJob>(`SELECT ${COLUMNS} ${FROM} WHERE job.id = ?`);
  const allOpen = db.prepare<[], PrintJob>(`SELECT ${COLUMNS} ${FROM} WHERE job.${OPEN} ORDER BY job.seq`);
  // A clock that was set back puts retry times far ahead: a job that failed "later than now" is due as well.
  const due = db.prepare<[{ now: Instant }], PrintJob>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${FIRST_IN_LINE} AND job.${WAITING}
       AND (job.retry_at IS NULL OR job.retry_at <= @now OR job.changed_at > @now)
     ORDER BY job.seq LIMIT 1`,
  );
  const retry = db
    .prepare<[], Instant | null>(
      `SELECT min(job.retry_at) FROM print_job AS job WHERE ${FIRST_IN_LINE} AND job.${WAITING}`,
    )
    .pluck();
  const nextTag = db
    .prepare<[], number>('UPDATE printer_tag SET next = next + 1 WHERE id = 1 RETURNING next - 1')
    .pluck();
  const toSending = db.prepare<[{ id: PrintJobId; at: Instant }]>(
    `UPDATE print_job SET copy = copy + (state = 'unsure'), state = 'sending', attempts = attempts + 1,
       problem = NULL, detail = '', retry_at = NULL, changed_at = @at WHERE id = @id AND ${WAITING}`,
  );
  const toEnd = db.prepare<[{ id: PrintJobId; end: PrintEnd; at: Instant }]>(
    `UPDATE print_job SET state = @end, ended_at = @at, changed_at = @at WHERE id = @id AND state = 'sending'`,
  );
  const toUnsure = db.prepare<[PrintFailure & { id: PrintJobId }]>(
    `UPDATE print_job SET state = 'unsure', problem = @problem, detail = @detail, retry_at = @retryAt,
       changed_at = @at WHERE id = @id AND state = 'sending'`,
  );
  const toHeld = db.prepare<[PrintFailure & { id: PrintJobId }]>(
    `UPDATE print_job SET problem = @problem, detail = @detail, retry_at = @retryAt, changed_at = @at
     WHERE id = @id AND ${WAITING}`,
  );
  const cameOut = db.prepare<[{ id: PrintJobId; at: Instant }]>(
    `UPDATE print_job SET state = 'printed', ended_at = @at, changed_at = @at
     WHERE id = @id AND state = 'sent-unconfirmed'`,
  );
  const didNotComeOut = db.prepare<[{ id: PrintJobId; at: Instant }]>(
    `UPDATE print_job SET state = 'unsure', problem = 'did-not-come-out', ended_at = NULL, retry_at = @at,
       changed_at = @at WHERE id = @id AND state = 'sent-unconfirmed'`,
  );
  const interrupted = db.prepare<[{ at: Instant }]>(
    `UPDATE print_job SET state = 'unsure', problem = 'connection-lost',
       detail = 'the kiosk stopped while it was sending', retry_at = @at, changed_at = @at
     WHERE state = 'sending'`,
  );
  const toPrinter = db.prepare<[{ printerUrl: string; at: Instant }]>(
    `UPDATE print_job SET printer_url = @printerUrl, changed_at = @at, retry_at = NULL
     WHERE ${WAITING} AND printer_url <> @printerUrl`,
  );

  function move(id: PrintJobId, to: string, update: () => { readonly changes: number }): void {
    if (update().changes === 1) return;
    throw new Error(`print job ${id} is ${byId.get(id)?.state ?? 'unknown'} and cannot become ${to}`);
  }

  return {
    get: (id) => byId.get(id) ?? null,
    open: () => allOpen.all(),
    nextDue: (now) => due.get({ now }) ?? null,
    nextRetryAt: () => retry.get() ?? null,
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
    recover: (at) => inTransaction(db, () => interrupted.run({ at })).changes,
    redirect: (printerUrl, at) => inTransaction(db, () => toPrinter.run({ printerUrl, at })).changes,
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
