import type { CallError } from '../contract/api.ts';
import type { PaperJob } from '../contract/paper-api.ts';
import type { PrintJobId } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { JobRefusal } from '../store/print-job-actions.ts';
import type { PrintJob } from '../store/print-job.ts';
import type { ServingParts } from './parts.ts';
import { pictureOf } from './picture.ts';
import type { StaffHandlers } from './register.ts';

type PaperHandlers = Pick<
  StaffHandlers,
  'paper:view' | 'paper:picture' | 'paper:reprint' | 'paper:void' | 'paper:move' | 'paper:answer'
>;

/** Slips that came to an end and are still on the paper screen. */
const RECENT = 30;

/** Returns what answers the calls about slips. */
export function paperHandlers(parts: ServingParts): PaperHandlers {
  const { now, printers } = parts;
  const { jobs } = parts.stores;

  /** Whatever staff did may be work for a printer. */
  function done(result: Result<PrintJob, JobRefusal>): Result<PaperJob, CallError> {
    if (result.ok) {
      printers.kick();
      return ok(shownJob(result.value));
    }
    if (result.error.code === 'no-such-job') return err({ code: 'not-found', detail: 'no such slip' });
    return err({ code: 'wrong-state', detail: result.error.state });
  }

  function knownJob(jobId: PrintJobId): Result<PrintJob, CallError> {
    const job = jobs.get(jobId);
    return job ? ok(job) : err({ code: 'not-found', detail: 'no such slip' });
  }

  return {
    'paper:view': () =>
      ok({
        waiting: jobs.open().map(shownJob),
        recent: jobs
          .recent(RECENT)
          .filter(({ endedAt }) => endedAt !== null)
          .map(shownJob),
        printers: printers.all().map(({ id, name }) => ({ id, name })),
      }),
    'paper:picture': async ({ jobId }) => {
      const job = knownJob(jobId);
      return job.ok ? ok(await pictureOf(job.value, parts)) : job;
    },
    'paper:reprint': ({ jobId }, by) => done(jobs.reprint({ id: jobId, actor: by.id, at: now() })),
    'paper:void': ({ jobId, reason }, by) =>
      done(jobs.voidJob({ id: jobId, reason, actor: by.id, at: now() })),
    'paper:move': ({ jobId, printerId }, by) => {
      if (!printers.all().some(({ id }) => id === printerId))
        return err({ code: 'not-found', detail: 'no such printer' });
      return done(jobs.moveTo({ id: jobId, printerId, actor: by.id, at: now() }));
    },
    'paper:answer': ({ jobId, cameOut }, by) =>
      done(jobs.answerFor({ id: jobId, cameOut, actor: by.id, at: now() })),
  };
}

function shownJob(job: PrintJob): PaperJob {
  return {
    id: job.id,
    kind: job.kind,
    number: job.claimNumber,
    state: job.state,
    problem: job.problem,
    detail: job.detail,
    voidReason: job.voidReason,
    copy: job.copy,
    attempts: job.attempts,
    printerId: job.printerId,
    createdAt: job.createdAt,
    endedAt: job.endedAt,
  };
}
