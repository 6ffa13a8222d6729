import type { CallError, KioskInfo, StaffHealth } from '../contract/api.ts';
import type { Instant, PrintJobId } from '../domain/brand.ts';
import type { PrintStatus } from '../domain/print-state.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';
import type { EffectivePrinter } from '../print/effective-printer.ts';
import type { PaperService } from '../print/paper-service.ts';
import type { AnySlip } from '../print/slip/test-slip.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import type { PrintJob } from '../store/print-job.ts';
import type { PrintJobStore } from '../store/print-job-store.ts';
import type { UnfinishedStore } from '../store/unfinished-store.ts';
import { submitClaim } from './claim-handlers.ts';
import type { Handlers } from './register.ts';

/** Everything that needs the database; absent while there is none to use. */
export interface Stores {
  readonly claims: ClaimStore;
  readonly jobs: PrintJobStore;
  readonly unfinished: UnfinishedStore;
}

/** What the handlers work with. */
export interface HandlerParts {
  readonly settings: Settings;
  /** The store's printers; the first prints the tickets. */
  readonly printers: readonly [EffectivePrinter, ...EffectivePrinter[]];
  readonly stores: Result<
    Stores,
    { readonly reason: NonNullable<StaffHealth['outOfService']>; readonly detail: string }
  >;
  readonly paper: PaperService;
  readonly kickPrinter: () => void;
  readonly now: () => Instant;
  readonly about: Pick<
    StaffHealth,
    'version' | 'runtime' | 'dataFolder' | 'settingsProblem' | 'overrideProblems'
  >;
}

/** Returns what answers each channel. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { settings, now } = parts;
  /** The one job that the window may ask about: the claim that was taken last, by whoever stands there now. */
  let currentJob: PrintJobId | null = null;

  function withStores<T>(use: (stores: Stores) => Result<T, CallError>): Result<T, CallError> {
    if (parts.stores.ok) return use(parts.stores.value);
    return err({ code: 'out-of-service', detail: parts.stores.error.reason });
  }

  function ownJob(jobId: PrintJobId): Result<PrintJob, CallError> {
    return withStores(({ jobs }) => {
      const job = jobId === currentJob ? jobs.get(jobId) : null;
      return job ? ok(job) : err({ code: 'not-found', detail: 'not a job of this customer' });
    });
  }

  const statusOf = (job: PrintJob): PrintStatus => ({
    jobId: job.id,
    state: job.state,
    problem: job.problem,
  });

  return {
    'kiosk:open': () => withStores(() => ok(kioskInfo(settings))),
    'claim:submit': (intake) =>
      withStores(({ claims, jobs }) => {
        const receipt = submitClaim(intake, {
          claims,
          settings,
          kickPrinter: parts.kickPrinter,
          statusOf: (id) => {
            const job = jobs.get(id);
            return job && statusOf(job);
          },
        });
        if (receipt.ok) currentJob = receipt.value.print.jobId;
        return receipt;
      }),
    'unfinished:keep': (draft) =>
      withStores(({ unfinished }) => {
        const kept = unfinished.keep(draft, now());
        return kept.ok ? ok(null) : err({ code: 'not-kept', detail: kept.error.detail });
      }),
    'print:status': ({ jobId }) => {
      const job = ownJob(jobId);
      return job.ok ? ok(statusOf(job.value)) : job;
    },
    'print:picture': async ({ jobId }) => {
      const job = ownJob(jobId);
      if (!job.ok) return job;
      const slip = JSON.parse(job.value.slip) as AnySlip;
      const printer = parts.printers.find(({ id }) => id === job.value.printerId) ?? parts.printers[0];
      const picture = await parts.paper.make({
        slip,
        copy: job.value.copy,
        columns: printer.columns,
        want: 'picture',
      });
      if (!picture.ok) throw new Error(picture.error);
      return ok({ png: picture.value.bytes, text: picture.value.text });
    },
    'print:answer': ({ jobId, cameOut }) => {
      const job = ownJob(jobId);
      if (!job.ok) return job;
      return withStores(({ jobs }) => {
        // A second tap, or an answer that comes after staff dealt with it, changes nothing.
        if (job.value.state === 'sent-unconfirmed') jobs.answer(jobId, cameOut, now());
        if (!cameOut) parts.kickPrinter();
        const answered = jobs.get(jobId);
        return answered ? ok(statusOf(answered)) : err({ code: 'not-found', detail: 'the job is gone' });
      });
    },
    'staff:health': () => ok(staffHealth(parts)),
  };
}

function kioskInfo(settings: Settings): KioskInfo {
  const { store, kiosk } = settings;
  return {
    storeName: store.name,
    storePhone: store.phone,
    zone: store.zone,
    locale: store.locale,
    idleSeconds: kiosk.idleSeconds,
  };
}

function staffHealth({ printers, stores, about, now }: HandlerParts): StaffHealth {
  const base = { ...about, printerUrl: printers[0].url };
  if (!stores.ok) {
    return { ...base, outOfService: stores.error.reason, queue: [], unfinishedCount: 0, claimCount: 0 };
  }
  const { jobs, unfinished, claims } = stores.value;
  return {
    ...base,
    outOfService: null,
    queue: jobs.open().map((job) => ({
      kind: job.kind,
      number: job.claimNumber,
      state: job.state,
      problem: job.problem,
      detail: job.detail,
      attempts: job.attempts,
      createdAt: job.createdAt,
    })),
    unfinishedCount: unfinished.count(now()),
    claimCount: claims.count(),
  };
}
