import type { Instant, PrintJobId } from '../domain/brand.ts';
import type { PrintState } from '../domain/print-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore, type AuditEvent } from './audit-store.ts';
import { CAME_OUT, DID_NOT_COME_OUT, FROM_JOBS, HAS_WORDS, JOB_COLUMNS, type PrintJob } from './print-job.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** Why a job cannot be dealt with so: it is gone, or it went on while somebody looked at an older screen. */
export type JobRefusal =
  { readonly code: 'no-such-job' } | { readonly code: 'wrong-state'; readonly state: PrintState };

/** Who does something with a job, and when. */
export interface JobAction {
  readonly id: PrintJobId;
  readonly at: Instant;
  /** Who did it; a customer's own word on their ticket has none. */
  readonly actor: StaffId;
}

/**
 * What staff do with jobs. Each is one transaction with its row in the history and returns the job as it is then; one
 * that its state does not allow changes nothing. Throws what SQLite throws (`storageFailure`).
 */
export interface PrintJobActions {
  /** `printed`, `sent-unconfirmed` or `shown` → `queued`, as the next copy, at the end of its printer's line. */
  reprint(action: JobAction): Result<PrintJob, JobRefusal>;
  /**
   * Whatever is not printed and not being sent → `void`. The reason is kept with the job and not in the history, since
   * it may hold a customer's words. Throws where it is blank.
   */
  voidJob(action: JobAction & { readonly reason: string }): Result<PrintJob, JobRefusal>;
  /** A staff member's word on a `sent-unconfirmed` slip: → `printed`, or → `unsure`, due at once. */
  answerFor(action: JobAction & { readonly cameOut: boolean }): Result<PrintJob, JobRefusal>;
  /** `queued` or `unsure` stays, at the end of another printer's line and due at once. */
  moveTo(action: JobAction & { readonly printerId: PrinterId }): Result<PrintJob, JobRefusal>;
}

/** A job that changes its line goes to the end of the new one: whoever waits there was there before. */
const LAST_IN_LINE = 'seq = (SELECT max(seq) + 1 FROM print_job)';

/** Returns what staff can do with the print jobs of `db`. */
export function createPrintJobActions(db: Db): PrintJobActions {
  const audit = createAuditStore(db);
  const byId = db.prepare<[string], PrintJob>(`SELECT ${JOB_COLUMNS} ${FROM_JOBS} WHERE job.id = ?`);
  const again = db.prepare<[{ id: PrintJobId; at: Instant }]>(
    `UPDATE print_job SET state = 'queued', copy = copy + 1, ${LAST_IN_LINE}, first_byte_at = NULL,
       confirmed_at = NULL, ended_at = NULL, changed_at = @at
     WHERE id = @id AND state IN ('printed', 'sent-unconfirmed', 'shown') AND ${HAS_WORDS}`,
  );
  const toVoid = db.prepare<[{ id: PrintJobId; at: Instant; reason: string }]>(
    `UPDATE print_job SET state = 'void', void_reason = @reason, problem = NULL, detail = '', retry_at = NULL,
       ended_at = @at, changed_at = @at WHERE id = @id AND state IN ('queued', 'unsure', 'sent-unconfirmed')`,
  );
  const toPrinter = db.prepare<[{ id: PrintJobId; at: Instant; printerId: PrinterId }]>(
    `UPDATE print_job SET printer_id = @printerId, ${LAST_IN_LINE}, retry_at = NULL, changed_at = @at
     WHERE id = @id AND state IN ('queued', 'unsure') AND printer_id <> @printerId`,
  );

  const cameOut = db.prepare<[{ id: PrintJobId; at: Instant }]>(CAME_OUT);
  const didNotComeOut = db.prepare<[{ id: PrintJobId; at: Instant }]>(DID_NOT_COME_OUT);

  function act(
    { id, at, actor }: JobAction,
    event: AuditEvent,
    update: () => { readonly changes: number },
  ): Result<PrintJob, JobRefusal> {
    return inTransaction(db, () => {
      const { changes } = update();
      const job = byId.get(id);
      if (!job) return err({ code: 'no-such-job' });
      if (changes === 0) return err({ code: 'wrong-state', state: job.state });
      audit.append({
        at,
        event,
        ...(job.claimId === null ? {} : { claimId: job.claimId }),
        subject: subjectOf(job),
        actor,
      });
      return ok(job);
    });
  }

  return {
    reprint: (action) => act(action, 'job-reprinted', () => again.run({ id: action.id, at: action.at })),
    voidJob(action) {
      const reason = action.reason.trim();
      if (reason === '') throw new Error('a slip is not voided without a reason');
      return act(action, 'job-voided', () => toVoid.run({ id: action.id, at: action.at, reason }));
    },
    answerFor: (action) =>
      act(action, 'job-answered', () =>
        (action.cameOut ? cameOut : didNotComeOut).run({ id: action.id, at: action.at }),
      ),
    moveTo: (action) =>
      act(action, 'job-moved', () =>
        toPrinter.run({ id: action.id, at: action.at, printerId: action.printerId }),
      ),
  };
}

/** `HEL-1042-K ticket copy 1 at counter`: which slip, and where it is now. */
function subjectOf(job: PrintJob): string {
  return `${job.claimNumber ?? job.id} ${job.kind} copy ${job.copy} at ${job.printerId}`;
}
