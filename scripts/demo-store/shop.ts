import { join } from 'node:path';
import { v7 } from 'uuid';
import { profileOf } from '../../src-main/contract/printer-profiles.ts';
import { parseSettings } from '../../src-main/contract/settings-schema.ts';
import { defaultSettings } from '../../src-main/default-settings.ts';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import { isZone } from '../../src-main/domain/due-time.ts';
import type { Intake } from '../../src-main/domain/intake.ts';
import { sameEveryDay } from '../../src-main/domain/opening-hours.ts';
import { err, ok } from '../../src-main/domain/result.ts';
import type { Settings } from '../../src-main/domain/settings.ts';
import type { StaffMember } from '../../src-main/domain/staff.ts';
import { submitClaim } from '../../src-main/ipc/claim-handlers.ts';
import { deskHandlers } from '../../src-main/ipc/desk-handlers.ts';
import { escalationHandlers } from '../../src-main/ipc/escalation-handlers.ts';
import { knownIssueHandlers } from '../../src-main/ipc/known-issue-handlers.ts';
import { createLiveSettings } from '../../src-main/ipc/live-settings.ts';
import type { ServingParts } from '../../src-main/ipc/parts.ts';
import { createStaffSessions } from '../../src-main/ipc/staff-session.ts';
import { resolvePrinter } from '../../src-main/print/effective-printer.ts';
import { createPrinters } from '../../src-main/print/printers.ts';
import { createIndexWriter } from '../../src-main/search/index-writer.ts';
import { createClaimStore } from '../../src-main/store/claim-store.ts';
import { createDeskStores } from '../../src-main/store/desk-stores.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import type { Praise } from '../../src-main/store/praise-store.ts';
import { createPrintJobStore } from '../../src-main/store/print-job-store.ts';
import { saveSettings } from '../../src-main/store/settings-file.ts';
import { createStaffStore } from '../../src-main/store/staff-store.ts';
import { createUnfinishedStore } from '../../src-main/store/unfinished-store.ts';
import type { DemoPerson } from './people.ts';
import type { Random } from './random.ts';

/** The handlers of the back office, as the window calls them. */
export type DeskHandlers = ReturnType<typeof deskHandlers> &
  ReturnType<typeof escalationHandlers> &
  ReturnType<typeof knownIssueHandlers>;

type DeskStores = Omit<
  ServingParts['stores'],
  | 'recoveries'
  | 'auditSeq'
  | 'reports'
  | 'claimLook'
  | 'held'
  | 'health'
  | 'erasures'
  | 'exports'
  | 'purges'
  | 'persons'
>;
type DeskParts = Pick<
  ServingParts,
  'settings' | 'printers' | 'letterhead' | 'now' | 'newId' | 'onClaimsChanged'
> & { readonly stores: DeskStores };

/** The demo's shop: the app's own stores and handlers, with a clock that the stories set. */
export interface DemoShop {
  readonly settings: Settings;
  readonly desk: DeskHandlers;
  /** Sets the clock; it never goes back. */
  setClock(at: Instant): void;
  now(): Instant;
  newId(): string;
  hire(person: DemoPerson, pinHash: string): StaffMember;
  /** Takes a claim as the kiosk does; its ticket came out of the printer at once. */
  take(intake: Intake): ClaimId;
  /** Somebody says thank you at the kiosk, to a person or to everyone. */
  thank(praise: Omit<Praise, 'id' | 'to'> & { readonly to: StaffMember | null }): void;
  /** Takes all claims into the search, and closes the database. */
  close(): void;
}

const PRINTING_MS = 4_000;
const INDEX_SLICE_MS = 1_000;

/**
 * Returns the demo's settings: a store that never closes, so that something is due today at whatever hour somebody
 * looks at it. Throws where they would not be read again.
 */
export function demoSettings(): Settings {
  const settings = defaultSettings();
  const zone = 'Europe/Helsinki';
  if (!isZone(zone)) throw new Error(`this runtime does not know ${zone}`);
  const checked = parseSettings({
    ...settings,
    store: { ...settings.store, phone: '09 555 0100', askFor: 'Mika', zone },
    nextUpdate: { workingDays: 2, time: '17:00' },
    openingHours: { week: sameEveryDay({ opens: '00:00', closes: '23:59' }, []), holidays: [] },
  });
  if (!checked.ok) throw new Error(checked.error);
  return checked.value;
}

/** Opens a new shop in an empty folder, at that time. */
export function openDemoShop(given: {
  readonly folder: string;
  readonly opens: Instant;
  readonly random: Random;
}): DemoShop {
  const { folder, random } = given;
  const settings = demoSettings();
  let clock = given.opens;
  let ids = 0;
  const now = (): Instant => clock;
  const newId = (): string => v7({ msecs: clock, seq: ids++, random: random.bytes(16) });
  const opened = openDatabase({ file: join(folder, 'claims.db'), now });
  if (!opened.ok) throw new Error(opened.error.detail);
  const saved = saveSettings({ folder, settings });
  if (!saved.ok) throw new Error(saved.error);
  const { value: database } = opened;
  const { db } = database;
  // What a power cut takes of a demo is made again; waiting for the disk thousands of times is what takes long.
  db.pragma('synchronous = OFF');

  const staff = createStaffStore(db, newId);
  const claims = createClaimStore(db, { now, randomInt: (limit) => random.between(0, limit - 1), newId });
  const jobs = createPrintJobStore(db);
  const nobodySearches = () => Promise.resolve(err('unavailable' as const));
  const stores: DeskStores = {
    claims,
    jobs,
    unfinished: createUnfinishedStore(db),
    staff,
    ...createDeskStores(db, { staff, newId, newSalt: () => Buffer.from(random.bytes(16)).toString('hex') }),
    search: {
      find: nobodySearches,
      similar: nobodySearches,
      isReady: () => false,
      close: () => Promise.resolve(),
    },
    sessions: createStaffSessions({
      staff,
      isPin: () => Promise.resolve(false),
      now,
      monotonicMs: now,
      idleMs: () => settings.staff.idleSeconds * 1_000,
    }),
  };
  const [first] = settings.printers;
  const profile = profileOf(first.profile);
  if (!profile) throw new Error(`there is no profile ${first.profile}`);
  const parts: DeskParts = {
    settings: createLiveSettings({
      loaded: settings,
      defaults: settings,
      override: (kept) => ({ settings: kept, problems: [] }),
      parse: parseSettings,
      save: () => ok(null),
      onChange: () => undefined,
    }),
    printers: createPrinters({
      printers: [resolvePrinter({ settings: first, profile })],
      start: null,
      onBug: (error) => {
        throw error;
      },
    }),
    stores,
    letterhead: { digest: () => undefined, problem: () => null },
    now,
    newId,
    onClaimsChanged: () => undefined,
  };
  // What the rest of the app is made of (drawing, folders, printers to find) is nothing that a story calls.
  const serving = parts as ServingParts;
  const desk = { ...deskHandlers(serving), ...escalationHandlers(serving), ...knownIssueHandlers(serving) };

  return {
    settings,
    desk,
    setClock(at) {
      if (at < clock) throw new Error('the clock of the demo went back');
      clock = at;
    },
    now,
    newId,
    hire({ pin: _pin, ...person }, pinHash) {
      const added = staff.add({ ...person, pinHash }, null, now());
      if (!added.ok) throw new Error(added.error);
      return added.value;
    },
    take(intake) {
      const receipt = submitClaim(intake, {
        claims,
        settings,
        statusOf: (id) => {
          const job = jobs.get(id);
          return job && { jobId: job.id, state: job.state, problem: job.problem };
        },
        kickPrinter: () => undefined,
      });
      if (!receipt.ok) throw new Error(receipt.error.detail);
      const { jobId } = receipt.value.print;
      jobs.begin(jobId, now());
      jobs.end(jobId, 'printed', (now() + PRINTING_MS) as Instant);
      const claimId = jobs.get(jobId)?.claimId;
      if (!claimId) throw new Error('the ticket is about no claim');
      return claimId;
    },
    thank({ to, ...praise }) {
      const given = stores.praise.give({ ...praise, id: newId(), to: to?.id ?? null }, now());
      if (!given.ok) throw new Error(given.error.detail);
    },
    close() {
      const index = createIndexWriter(db);
      while (!index.step(INDEX_SLICE_MS).done);
      database.close();
    },
  };
}
