import type { CallError, KioskInfo, StaffHealth } from '../contract/api.ts';
import type { PrintJobId } from '../domain/brand.ts';
import { LOCALES } from '../domain/intake.ts';
import type { PrintStatus } from '../domain/print-state.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';
import type { PrintJob } from '../store/print-job.ts';
import { attachmentHandlers } from './attachment-handlers.ts';
import { backupHandlers } from './backup-handlers.ts';
import { submitClaim } from './claim-handlers.ts';
import { deskHandlers } from './desk-handlers.ts';
import { escalationHandlers } from './escalation-handlers.ts';
import { exportHandlers } from './export-handlers.ts';
import { healthHandlers } from './health-handlers.ts';
import { knownIssueHandlers } from './known-issue-handlers.ts';
import { kioskDoorHandlers } from './door-handlers.ts';
import { myDayHandlers } from './my-day-handlers.ts';
import { paperHandlers } from './paper-handlers.ts';
import type { HandlerParts, ServingParts } from './parts.ts';
import { pictureOf } from './picture.ts';
import { printerHandlers } from './printer-handlers.ts';
import type { Handlers, OpenHandlers } from './register.ts';
import { privacyHandlers } from './privacy-handlers.ts';
import { reportHandlers } from './report-handlers.ts';
import { searchHandlers } from './search-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { shellHandlers } from './shell-handlers.ts';
import { doorHandlers, peopleHandlers } from './staff-handlers.ts';

/** Returns what answers each channel. */
export function createHandlers(parts: HandlerParts): Handlers {
  if (!parts.stores.ok) return outOfService(parts, parts.stores.error.reason);
  const { backups, claimFiles, health: judged } = parts;
  if (!backups || !claimFiles || !judged)
    throw new Error('a database that serves is backed up, judged, and has its files');
  const shared = { ...parts, backups, claimFiles, health: judged, stores: parts.stores.value };
  return {
    open: {
      ...kioskHandlers(shared),
      ...kioskDoorHandlers(shared),
      ...doorHandlers(shared),
      'staff:health': () => ok(health(parts)),
    },
    staff: {
      ...peopleHandlers(shared),
      ...settingsHandlers(shared),
      ...paperHandlers(shared),
      ...printerHandlers(shared),
      ...deskHandlers(shared),
      ...searchHandlers(shared.stores),
      ...escalationHandlers(shared),
      ...attachmentHandlers(shared),
      ...exportHandlers(shared),
      ...backupHandlers(shared),
      ...healthHandlers(shared),
      ...reportHandlers(shared),
      ...knownIssueHandlers(shared),
      ...shellHandlers(shared),
      ...myDayHandlers(shared),
      ...privacyHandlers(shared),
    },
    allow: (what) => shared.stores.sessions.allow(what),
  };
}

type KioskCalls = Pick<
  OpenHandlers,
  | 'kiosk:open'
  | 'claim:submit'
  | 'unfinished:keep'
  | 'unfinished:hold'
  | 'print:status'
  | 'print:picture'
  | 'print:answer'
>;

function kioskHandlers(parts: ServingParts): KioskCalls {
  const { settings, now, printers, letterhead, space, about } = parts;
  const { claims, jobs, unfinished, held } = parts.stores;
  /** The one job that the window may ask about: the claim that was taken last, by whoever stands there now. */
  let currentJob: PrintJobId | null = null;

  function ownJob(jobId: PrintJobId): Result<PrintJob, CallError> {
    const job = jobId === currentJob ? jobs.get(jobId) : null;
    return job ? ok(job) : err({ code: 'not-found', detail: 'not a job of this customer' });
  }

  return {
    'kiosk:open': () =>
      ok({
        ...kioskInfo(settings.current()),
        hasRoom: space.look(),
        demo: parts.demo,
        testBuild: about.testBuild,
      }),
    'claim:submit': (intake) => {
      // Who asks again for a claim that was kept hears that it was, also on a full disk.
      if (!space.look() && !claims.isTaken(intake.requestId))
        return err({ code: 'not-kept', detail: 'the disk has no room' });
      const receipt = submitClaim(intake, {
        claims,
        settings: settings.current(),
        letterhead: letterhead.digest(),
        kickPrinter: () => printers.kick(),
        statusOf: (id) => {
          const job = jobs.get(id);
          return job && statusOf(job);
        },
      });
      if (!receipt.ok) {
        space.look();
        return receipt;
      }
      held.forget(intake.requestId);
      currentJob = receipt.value.print.jobId;
      parts.onClaimsChanged();
      return receipt;
    },
    'unfinished:keep': (draft) => {
      const kept = unfinished.keep(draft, now());
      if (kept.ok) held.forget(draft.requestId);
      return kept.ok ? ok(null) : err({ code: 'not-kept', detail: kept.error.detail });
    },
    'unfinished:hold': (draft) => {
      if (draft) held.hold(draft);
      else held.forget();
      return ok(null);
    },
    'print:status': ({ jobId }) => {
      const job = ownJob(jobId);
      return job.ok ? ok(statusOf(job.value)) : job;
    },
    'print:picture': async ({ jobId }) => {
      const job = ownJob(jobId);
      return job.ok ? ok(await pictureOf(job.value, parts)) : job;
    },
    'print:answer': ({ jobId, cameOut }) => {
      const job = ownJob(jobId);
      if (!job.ok) return job;
      // A second tap, or an answer that comes after staff dealt with it, changes nothing.
      if (job.value.state === 'sent-unconfirmed') jobs.answer(jobId, cameOut, now());
      if (!cameOut) printers.kick();
      const answered = jobs.get(jobId);
      return answered ? ok(statusOf(answered)) : err({ code: 'not-found', detail: 'the job is gone' });
    },
  };
}

function statusOf(job: PrintJob): PrintStatus {
  return { jobId: job.id, state: job.state, problem: job.problem };
}

function kioskInfo({ store, kiosk }: Settings): Omit<KioskInfo, 'demo' | 'testBuild' | 'hasRoom'> {
  return {
    storeName: store.name,
    storePhone: store.phone,
    zone: store.zone,
    locale: store.locale,
    // The environment may name a language that the store does not offer: then that one is offered too.
    languages: LOCALES.filter((locale) => locale === store.locale || kiosk.languages.includes(locale)),
    idleSeconds: kiosk.idleSeconds,
  };
}

/** Without a database nothing works but saying so. */
function outOfService(parts: HandlerParts, reason: NonNullable<StaffHealth['outOfService']>): Handlers {
  const refused = err<CallError>({ code: 'out-of-service', detail: reason });
  const refuse = () => refused;
  return {
    open: {
      'kiosk:open': refuse,
      'claim:submit': refuse,
      'unfinished:keep': refuse,
      'unfinished:hold': refuse,
      'print:status': refuse,
      'print:picture': refuse,
      'print:answer': refuse,
      'status:look': refuse,
      'status:add-words': refuse,
      'status:leave': refuse,
      'thanks:people': refuse,
      'thanks:give': refuse,
      'staff:health': () => ok(health(parts)),
      'staff:door': refuse,
      'staff:set-up': refuse,
      'staff:sign-in': refuse,
      'staff:sign-out': refuse,
    },
    staff: null,
    allow: refuse,
  };
}

function health({ printers, settings, letterhead, stores, about, now }: HandlerParts): StaffHealth {
  const base = {
    ...about,
    printerUrl: printers.all()[0].url,
    overrideProblems: settings.overrideProblems(),
    letterheadProblem: letterhead.problem(),
  };
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
