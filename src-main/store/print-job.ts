import type { ClaimId, Instant, PrintJobId } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { PrintKind } from '../domain/print-kind.ts';
import type { PrintProblem, PrintState } from '../domain/print-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Db } from './sqlite.ts';

/** A slip on its way to paper. */
export interface PrintJob {
  readonly id: PrintJobId;
  /** Null where the slip is about no claim. */
  readonly claimId: ClaimId | null;
  readonly claimNumber: ClaimNumber | null;
  readonly kind: PrintKind;
  readonly state: PrintState;
  /** 0 for the one original; each further printing is a copy and says so. */
  readonly copy: number;
  /** The finished slip as JSON: a reprint is what was printed. */
  readonly slip: string;
  readonly printerId: PrinterId;
  /** How often a first byte was sent. */
  readonly attempts: number;
  /** Why it is not on paper yet; null where nothing keeps it. */
  readonly problem: PrintProblem | null;
  /** For the log and for staff; empty where there is no problem. */
  readonly detail: string;
  /** Why it is not to be printed; null where it is not void. */
  readonly voidReason: string | null;
  readonly createdAt: Instant;
  /** When the first byte of the latest printing went out; null before it, and where that was not kept. */
  readonly firstByteAt: Instant | null;
  /** When the printer, or a person who holds the paper, said that it is printed. */
  readonly confirmedAt: Instant | null;
  /** When it may be tried again; null where it may now, or never. */
  readonly retryAt: Instant | null;
  /** When it was printed, handed over, shown or voided. */
  readonly endedAt: Instant | null;
}

/** A slip to print, made by the caller; `claimId` is null for a day report and a test slip, and only for these. */
export interface NewPrintJob {
  readonly id: PrintJobId;
  readonly claimId: ClaimId | null;
  readonly kind: PrintKind;
  readonly slip: string;
  readonly printerId: PrinterId;
  readonly at: Instant;
}

/** What `SELECT` takes of a job, as `PrintJob` names it. */
export const JOB_COLUMNS = `job.id, job.claim_id AS claimId, claim.number AS claimNumber, job.kind, job.state, job.copy,
  job.slip, job.printer_id AS printerId, job.attempts, job.problem, job.detail, job.void_reason AS voidReason,
  job.created_at AS createdAt, job.first_byte_at AS firstByteAt, job.confirmed_at AS confirmedAt,
  job.retry_at AS retryAt, job.ended_at AS endedAt`;
/** That a slip still has its words: one of a claim that was erased is not shown and not printed again. */
export const HAS_WORDS = `slip <> ''`;
/** Where it takes them from. */
export const FROM_JOBS = 'FROM print_job AS job LEFT JOIN claim ON claim.id = job.claim_id';

/** Returns what puts a job at the end of its printer's line, inside the caller's transaction. */
export function printJobInsert(db: Db): (job: NewPrintJob) => void {
  const insert = db.prepare<[NewPrintJob]>(
    `INSERT INTO print_job (id, claim_id, kind, state, copy, slip, printer_id, attempts, detail, created_at, changed_at)
     VALUES (@id, @claimId, @kind, 'queued', 0, @slip, @printerId, 0, '', @at, @at)`,
  );
  return (job) => {
    if (!db.inTransaction) throw new Error('a print job belongs into the transaction of what it prints');
    insert.run(job);
  };
}

/** A person's word that a slip which its printer could not confirm is there. */
export const CAME_OUT = `UPDATE print_job SET state = 'printed', confirmed_at = @at, ended_at = @at, changed_at = @at
  WHERE id = @id AND state = 'sent-unconfirmed'`;
/** A person's word that it is not: it is printed again, due at once. */
export const DID_NOT_COME_OUT = `UPDATE print_job SET state = 'unsure', problem = 'did-not-come-out', ended_at = NULL,
  retry_at = @at, changed_at = @at WHERE id = @id AND state = 'sent-unconfirmed' AND ${HAS_WORDS}`;
