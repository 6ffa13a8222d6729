import type { Instant, PrintJobId } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { PrintKind } from '../domain/print-kind.ts';
import type { PrintProblem, PrintState, PrintStatus } from '../domain/print-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Result } from '../domain/result.ts';
import type { EffectivePrinter } from './effective-printer.ts';
import type { PaperService } from './paper-service.ts';
import { pressFor, type Press } from './press.ts';
import type { Printer } from './printer.ts';
import type { AnySlip } from './slip/test-slip.ts';

/** A kept print job as the queue needs it. */
export interface QueuedJob {
  readonly id: PrintJobId;
  readonly claimNumber: ClaimNumber | null;
  readonly kind: PrintKind;
  readonly printerId: PrinterId;
  readonly state: PrintState;
  readonly copy: number;
  readonly slip: string;
  readonly attempts: number;
  readonly problem: PrintProblem | null;
}

/** The jobs in the database; every change is committed when the call returns (see `PrintJobStore`). */
export interface PrintJobs {
  get(id: PrintJobId): QueuedJob | null;
  nextDue(printerId: PrinterId, now: Instant): QueuedJob | null;
  nextRetryAt(printerId: PrinterId): Instant | null;
  begin(id: PrintJobId, at: Instant): { readonly job: QueuedJob; readonly tag: string };
  end(id: PrintJobId, end: 'printed' | 'sent-unconfirmed' | 'shown', at: Instant): void;
  doubt(id: PrintJobId, failure: Failure): void;
  hold(id: PrintJobId, failure: Failure): void;
  recover(printerId: PrinterId, at: Instant): number;
}

interface Failure {
  readonly problem: PrintProblem;
  readonly detail: string;
  readonly at: Instant;
  readonly retryAt: Instant;
}

/** Brings kept slips to one printer's paper, one at a time, in order, again and again until they are there. */
export interface PrintQueue {
  /** Looks for work now; call it after each commit that adds a job, and at the start. Never throws, never waits. */
  kick(): void;
  /** Stops after the slip that is being printed. */
  close(): Promise<void>;
}

const RETRY_AFTER_MS = [1_000, 2_000, 5_000, 10_000, 15_000];
/** Longest time without a look at the queue while something waits, whatever the clock was set to. */
const LONGEST_WAIT_MS = 15_000;

/** Returns the wait before the next try after so many failures: soon at first, never more than 15 s. */
export function retryDelay(failures: number): number {
  return RETRY_AFTER_MS[Math.min(Math.max(failures, 1), RETRY_AFTER_MS.length) - 1] ?? LONGEST_WAIT_MS;
}

/** Whatever was begun and not confirmed may be on paper, so the next one says that it replaces it. */
function nextCopy({ state, copy }: QueuedJob): number {
  return state === 'unsure' ? copy + 1 : copy;
}

/** A ticket's picture has the claim's number; what else is printed for the claim stands beside it. */
function pictureName({ id, kind, claimNumber }: QueuedJob): string {
  if (claimNumber === null) return `${kind}-${id}`;
  return kind === 'ticket' ? claimNumber : `${claimNumber}-${kind}`;
}

/** Returns a queue over the kept jobs of one printer. `onBug` hears what should not happen; a bug stops no later slip. */
export function createPrintQueue(parts: {
  readonly jobs: PrintJobs;
  readonly paper: PaperService;
  readonly printer: Printer;
  readonly effective: EffectivePrinter;
  /** Gives this printer what else it should print, before it looks into its line for the first time. */
  readonly prepare: () => void;
  /** Keeps the preview's picture under a name; the error is for staff. */
  readonly keepPicture: (name: string, png: Uint8Array) => Promise<Result<null, string>>;
  readonly now: () => Instant;
  readonly onChange: (status: PrintStatus) => void;
  readonly onBug: (error: unknown) => void;
}): PrintQueue {
  const { jobs, paper, printer, effective, now } = parts;
  const { id: printerId, columns, encoding } = effective;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const press = printer.kind === 'preview' ? null : pressFor(printer, effective.limit);
  let failures = 0;
  /** Whether no job can be left in `sending` by somebody who stopped in the middle: the app before, or a bug. */
  let settled = false;

  const changed = (jobId: PrintJobId, state: PrintState, problem: PrintProblem | null = null): void =>
    parts.onChange({ jobId, state, problem });

  /** Staff may void a slip, or move it to another printer, while it is drawn and the printer is asked how it is. */
  function isWithdrawn(job: QueuedJob): boolean {
    const current = jobs.get(job.id);
    return current?.printerId !== printerId || current.state !== job.state;
  }

  function begin(job: QueuedJob): string | null {
    if (isWithdrawn(job)) return null;
    const { tag } = jobs.begin(job.id, now());
    changed(job.id, 'sending');
    return tag;
  }

  function failed(
    job: QueuedJob,
    how: 'hold' | 'doubt',
    failure: { problem: PrintProblem; detail: string },
  ): void {
    failures += 1;
    if (how === 'hold' && isWithdrawn(job)) return;
    const at = now();
    jobs[how](job.id, { ...failure, at, retryAt: (at + retryDelay(failures)) as Instant });
    changed(job.id, how === 'doubt' ? 'unsure' : job.state, failure.problem);
  }

  function ended(job: QueuedJob, end: 'printed' | 'sent-unconfirmed' | 'shown'): void {
    failures = 0;
    jobs.end(job.id, end, now());
    changed(job.id, end);
  }

  async function show(job: QueuedJob, slip: AnySlip): Promise<void> {
    const made = await paper.make({ slip, copy: nextCopy(job), columns, want: 'picture' });
    if (!made.ok) return failed(job, 'hold', { problem: 'not-drawn', detail: made.error });
    const kept = await parts.keepPicture(pictureName(job), made.value.bytes);
    if (!kept.ok) return failed(job, 'hold', { problem: 'disk', detail: kept.error });
    if (begin(job) !== null) ended(job, 'shown');
  }

  async function print(job: QueuedJob, slip: AnySlip, on: Press): Promise<void> {
    const made = await paper.make({ slip, copy: nextCopy(job), columns, want: 'bytes', encoding });
    if (!made.ok) return failed(job, 'hold', { problem: 'not-drawn', detail: made.error });
    const outcome = await on.print({ bytes: made.value.bytes, begin: () => begin(job) });
    switch (outcome.kind) {
      case 'printed':
        return ended(job, 'printed');
      case 'unconfirmed':
        return ended(job, 'sent-unconfirmed');
      case 'withdrawn':
        return;
      case 'not-begun':
        return failed(job, 'hold', outcome.failure);
      case 'unsure':
        return failed(job, 'doubt', outcome.failure);
    }
  }

  async function work(): Promise<void> {
    if (!settled) {
      parts.prepare();
      jobs.recover(printerId, now());
      settled = true;
    }
    for (let job = jobs.nextDue(printerId, now()); job && !closed; job = jobs.nextDue(printerId, now())) {
      const slip = JSON.parse(job.slip) as AnySlip;
      if (press) await print(job, slip, press);
      else await show(job, slip);
    }
  }

  function schedule(delayMs: number | undefined): void {
    clearTimeout(timer);
    if (delayMs !== undefined && !closed)
      timer = setTimeout(kick, Math.min(Math.max(delayMs, 0), LONGEST_WAIT_MS));
  }

  function kick(): void {
    if (closed) return;
    again = true;
    running ??= (async () => {
      try {
        while (again && !closed) {
          again = false;
          await work();
        }
        const retryAt = jobs.nextRetryAt(printerId);
        schedule(retryAt === null ? undefined : retryAt - now());
      } catch (error) {
        // Also a full disk: then what was sent and could not be noted is unsure.
        settled = false;
        press?.doubt();
        parts.onBug(error);
        schedule(LONGEST_WAIT_MS);
      } finally {
        running = undefined;
      }
    })();
  }

  return {
    kick,
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
