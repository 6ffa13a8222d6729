import { randomInt, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { startBackups } from './backup/backup-service.ts';
import { openOrRecover } from './backup/open-or-recover.ts';
import { leaveOrder } from './backup/restore-order.ts';
import type { CameraGrant } from './camera-grant.ts';
import type { Events } from './contract/api.ts';
import type { EventName } from './contract/channels.ts';
import { profileOf } from './contract/printer-profiles.ts';
import { parseSettings } from './contract/settings-schema.ts';
import { readDemoMark } from './demo-mark.ts';
import { defaultSettings } from './default-settings.ts';
import type { Instant } from './domain/brand.ts';
import type { PrinterSettings } from './domain/printer.ts';
import { err, ok, type Result } from './domain/result.ts';
import type { Settings } from './domain/settings.ts';
import { createExportShelf } from './exports/export-shelf.ts';
import { createClaimLook } from './ipc/claim-look.ts';
import { createHandlers } from './ipc/handlers.ts';
import { watchHealth, type Health } from './ipc/health.ts';
import { createLiveSettings, type LiveSettings } from './ipc/live-settings.ts';
import { createHeldDraft } from './ipc/held-draft.ts';
import type { Handlers } from './ipc/register.ts';
import { createStaffSessions } from './ipc/staff-session.ts';
import type { Stores } from './ipc/stores.ts';
import type { Log } from './log.ts';
import { applyOverrides } from './overrides.ts';
import { resolvePrinter, type EffectivePrinter } from './print/effective-printer.ts';
import { createClaimFiles, type ClaimFiles } from './files/claim-files.ts';
import { createDriveFiles } from './files/drive-files.ts';
import { createPhotos } from './files/photos.ts';
import { glanceAtPdf, pagePictures } from './pdf/page-pictures.ts';
import { createPdfMaker } from './pdf/pdf-maker.ts';
import { createPaperService, type PaperService } from './print/paper-service.ts';
import { createPrintQueues } from './print/print-queues.ts';
import { createPrinters, type EffectivePrinters } from './print/printers.ts';
import { createNightlyPurge, type NightlyPurge } from './privacy/nightly-purge.ts';
import { createPersonFiles } from './privacy/person-files.ts';
import { createStoreLetterhead, type StoreLetterhead } from './store-letterhead.ts';
import { createReportService } from './reports/report-service.ts';
import { startSearch, type Search } from './search/search.ts';
import { createAttachmentFiles } from './store/attachment-files.ts';
import { createIndexWriter, type IndexWriter } from './search/index-writer.ts';
import { createAuditStore } from './store/audit-store.ts';
import { checkpointIfDue } from './store/checkpointer.ts';
import { createHealthReader } from './store/health-reader.ts';
import { createRecoveryStore } from './store/recovery-store.ts';
import { createClaimStore } from './store/claim-store.ts';
import { createDeskStores } from './store/desk-stores.ts';
import type { OpenDatabase } from './store/open-database.ts';
import { createErasureStore, type AlsoForget } from './store/erasure-store.ts';
import { createExportStore } from './store/export-store.ts';
import { createPersonReader } from './store/person-reader.ts';
import { createPurgeStore } from './store/purge-store.ts';
import { createPrintJobStore } from './store/print-job-store.ts';
import { isPin } from './store/pin-hash.ts';
import { loadSettings, saveSettings } from './store/settings-file.ts';
import { keepSpace, type SpaceKeeper } from './store/space-keeper.ts';
import { createStaffStore } from './store/staff-store.ts';
import { createUnfinishedStore } from './store/unfinished-store.ts';

/** The running app behind the window. */
export interface AppContext {
  readonly handlers: Handlers;
  /** Signs out whoever is signed in, and closes the claim that a customer looks at: their page is gone. */
  endSession(): void;
  /** The page died under the customer's hands: what they wrote is kept for staff. */
  rescueDraft(): void;
  /** Ends the queue, the worker and the database, in this order. */
  close(): Promise<void>;
}

const HOUSEKEEPING_MS = 60_000;
/** Lines of known issues that are renewed in one turn: less than a frame. */
const LINES_AT_ONCE = 10;
/** Later than any window is up, sooner than anybody has written down what happened. */
const WARM_UP_AFTER_MS = 2_500;

/** Wires the app: the only place that picks real adapters. It opens the data folder and never throws for its state. */
export function createAppContext(parts: {
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly runtime: string;
  /** Whether this is a package for trying, not for a shop. */
  readonly testBuild: boolean;
  readonly paperWorkerUrl: URL;
  readonly searchWorkerUrl: URL;
  readonly backupWorkerUrl: URL;
  readonly pictureWorkerUrl: URL;
  readonly reportWorkerUrl: URL;
  readonly photoWorkerUrl: URL;
  /** Finds the folders of the drives that are plugged in. */
  readonly drives: () => Promise<readonly string[]>;
  readonly camera: CameraGrant;
  readonly log: Log;
  /** Ends this process and starts another one, `when` nobody is at the kiosk, or at once. */
  readonly startAgain: (when: 'idle' | 'now') => void;
  readonly send: <E extends EventName>(event: E, payload: Events[E]) => void;
}): AppContext {
  const { dataFolder, log, send } = parts;
  const now = (): Instant => Date.now() as Instant;
  const defaults = defaultSettings();
  const loaded = loadSettings({ folder: dataFolder, defaults, parse: parseSettings, now });
  if (loaded.problem) log.error('settings', loaded.problem.detail);
  const settings = createLiveSettings({
    loaded: loaded.settings,
    defaults,
    override: (kept) => applyOverrides(kept, parts.env),
    parse: parseSettings,
    save: (changed) => saveSettings({ folder: dataFolder, settings: changed }),
    onChange: (after, before) => {
      if (JSON.stringify(after.printers) !== JSON.stringify(before.printers))
        printers.change(effectiveOf(after.printers));
    },
  });
  const paper = createPaperService({
    workerUrl: parts.paperWorkerUrl,
    letterheads: {
      folder: join(dataFolder, 'letterheads'),
      onProblem: (problem) => log.error('letterhead', problem),
    },
  });
  const pdfs = createPdfMaker();
  const letterhead = createStoreLetterhead({ dataFolder, paper });
  const file = join(dataFolder, 'claims.db');
  const backupFolder = join(dataFolder, 'backups');
  const secondFolder = (): string | null => settings.current().backups.secondFolder;
  let health: Health | null = null;
  // Before anything is opened: on a full disk it is the ballast's room that makes opening possible.
  const space = keepSpace({
    folder: dataFolder,
    onChange: (hasRoom) => {
      log.info('space', { hasRoom });
      send('space:changed', { hasRoom });
      health?.look();
      // What a full disk kept from opening opens now.
      if (hasRoom && !opened.ok && opened.error.reason === 'disk') parts.startAgain('now');
    },
    onProblem: (problem) => log.error('ballast', problem),
  });
  space.look();
  const opened = openOrRecover({
    file,
    folders: [backupFolder, ...[secondFolder()].filter((folder) => folder !== null)],
    storeCode: settings.current().store.code,
    now,
    onRestored: (detail) => log.error('restored', detail),
  });
  if (!opened.ok) log.error('database', opened.error.detail);
  const searchOf = ({ db }: OpenDatabase): Search =>
    startSearch({
      db,
      file,
      workerUrl: parts.searchWorkerUrl,
      onProblem: (problem) => log.error('search', problem),
    });
  const reports = createReportService({ workerUrl: parts.reportWorkerUrl, file });
  const forgetFiles: AlsoForget = ({ claimId }) => {
    if (!claimFiles) throw new Error('a claim is erased before its files can be');
    return claimFiles.forgetAttachments(claimId);
  };
  const stores = opened.ok
    ? ok(
        storesOf({
          opened: opened.value,
          now,
          settings,
          log,
          besides: {
            search: searchOf(opened.value),
            reports,
            health: createHealthReader(opened.value.db, file),
          },
        }),
      )
    ? ok(storesOf(opened.value, now, settings, { search: searchOf(opened.value), reports, forgetFiles }))
    : opened;
  const backups = stores.ok
    ? startBackups({
        file,
        folder: backupFolder,
        second: secondFolder,
        auditSeq: stores.value.auditSeq,
        now,
        workerUrl: parts.backupWorkerUrl,
        onDamage: (detail) => {
          log.error('damage', detail);
          // Nothing can be replaced under an open connection: the next start does it, before it opens anything.
          leaveOrder(dataFolder, { why: 'damaged', detail, wanted: null });
          parts.startAgain('idle');
        },
        onFailure: (problem) => log.error('backup', problem),
        onChange: () => {
          send('backups:changed', null);
          health?.look();
        },
      })
    : null;
  const startQueues =
    ({ jobs }: Stores) =>
    (effective: EffectivePrinters) =>
      createPrintQueues({
        jobs,
        printers: effective,
        paper,
        keepPicture: (name, png) => keepPicture(folders.pictures, `${name}.png`, png),
        now,
        onChange: (status) => {
          send('print:changed', status);
          send('paper:changed', null);
          health?.look();
        },
        onBug: (error) => {
          space.heard(error);
          log.error('print-queue', error);
        },
      });
  const printers = createPrinters({
    printers: effectiveOf(settings.current().printers),
    start: stores.ok ? startQueues(stores.value) : null,
    onBug: (error) => log.error('printers', error),
  });
  printers.kick();
  const claimFiles = stores.ok
    ? createClaimFiles({
        store: stores.value.attachments,
        files: createAttachmentFiles(join(dataFolder, 'files')),
        drives: createDriveFiles(parts.drives),
        photos: createPhotos(parts.photoWorkerUrl),
        glanceAtPdf: (pdf) => glanceAtPdf(parts.pictureWorkerUrl, pdf),
      })
    : null;
  const folders = {
    pictures: join(dataFolder, 'slips'),
    exports: join(dataFolder, 'exports'),
    setAside: join(dataFolder, 'set-aside'),
  };
  const personFiles = createPersonFiles(folders);
  const purge = stores.ok
    ? createNightlyPurge({
        erasures: stores.value.erasures,
        exports: stores.value.exports,
        runs: stores.value.purges,
        files: personFiles,
        retention: () => settings.current().retention,
        zone: () => settings.current().store.zone,
        now,
        onErased: () => send('claims:changed', null),
      })
    : null;
  const stopHousekeeping =
    opened.ok && stores.ok && claimFiles
      ? keepHouse({
          opened: opened.value,
          stores: stores.value,
          claimFiles,
          paper,
          letterhead,
          space,
          now,
          log,
    opened.ok && stores.ok && claimFiles && purge
          ...{ opened: opened.value, stores: stores.value, claimFiles, paper, letterhead, purge, now, log },
        })
      : null;
  const about = {
    version: parts.version,
    runtime: parts.runtime,
    testBuild: parts.testBuild,
    dataFolder,
    settingsProblem: loaded.problem,
  };
  health =
    stores.ok && backups
      ? watchHealth({
          stores: stores.value,
          printers: () => printers.all(),
          backups,
          settings,
          space,
          letterheadProblem: () => letterhead.problem(),
          about,
          now,
          upMs: () => performance.now(),
          onChange: (brief) => send('health:changed', brief),
          onProblem: (problem) => log.error('health', problem),
        })
      : null;
  return {
    handlers: createHandlers({
      settings,
      printers,
      stores,
      paper,
      letterhead,
      backups,
      health,
      space,
      restore: ({ wanted, detail }) => {
        leaveOrder(dataFolder, { why: 'asked', detail, wanted });
        parts.startAgain('now');
      },
      claimFiles,
      camera: parts.camera,
      shelf: createExportShelf({
        folder: folders.exports,
        onKept: (file) => {
          if (stores.ok) stores.value.exports.remember({ ...file, at: now() });
        },
      }),
      personFiles,
      cutLogSoon: () => purge?.cutLogSoon(),
      pages: {
        make: (pages) => pdfs.make(pages),
        pictures: (pdf) => pagePictures(parts.pictureWorkerUrl, pdf),
      },
      now,
      newId: uuidv7,
      onClaimsChanged: () => send('claims:changed', null),
      onSearching: (progress) => send('printers:searching', progress),
      demo: readDemoMark(dataFolder)?.people ?? null,
      about,
    }),
    endSession: () => {
      parts.camera.end();
      if (!stores.ok) return;
      stores.value.sessions.signOut();
      stores.value.claimLook.close();
      stores.value.held.forget();
    },
    rescueDraft: () => {
      if (stores.ok) stores.value.held.rescue();
    },
    async close() {
      stopHousekeeping?.();
      health?.close();
      await space.close();
      await backups?.close();
      pdfs.close();
      await printers.close();
      await paper.close();
      await reports.close();
      if (stores.ok) await stores.value.search.close();
      if (opened.ok) opened.value.close();
    },
  };
}

function storesOf(parts: {
  readonly opened: OpenDatabase;
  readonly now: () => Instant;
  readonly settings: LiveSettings;
  readonly log: Log;
  readonly besides: Pick<Stores, 'search' | 'reports' | 'health'>;
}): Stores {
  const { now, settings, log, besides } = parts;
  const { db } = parts.opened;
function storesOf(
  { db }: OpenDatabase,
  now: () => Instant,
  settings: LiveSettings,
  besides: { readonly search: Search; readonly reports: ReportService; readonly forgetFiles: AlsoForget },
): Stores {
  const staff = createStaffStore(db, uuidv7);
  const audit = createAuditStore(db);
  const unfinished = createUnfinishedStore(db);
  const desk = createDeskStores(db, { staff, newId: uuidv7 });
  const monotonicMs = () => performance.now();
  return {
    claims: createClaimStore(db, { now, randomInt: (limit) => randomInt(limit), newId: uuidv7 }),
    jobs: createPrintJobStore(db),
    unfinished,
    held: createHeldDraft({
      unfinished,
      now,
      onProblem: (detail) => log.error('draft-not-rescued', detail),
    }),
    staff,
    recoveries: createRecoveryStore(db),
    erasures: createErasureStore(db, [forgetInSearch(createIndexWriter(db)), besides.forgetFiles]),
    exports: createExportStore(db),
    purges: createPurgeStore(db),
    persons: createPersonReader(db),
    auditSeq: () => audit.length(),
    search: besides.search,
    reports: besides.reports,
    ...desk,
    claimLook: createClaimLook({ looks: desk.looks, now, monotonicMs, newId: () => randomUUID() }),
    sessions: createStaffSessions({
      staff,
      isPin,
      now,
      monotonicMs,
      idleMs: () => settings.current().staff.idleSeconds * 1_000,
    }),
  };
}

function forgetInSearch(index: IndexWriter): AlsoForget {
  return ({ running }) => {
    index.forget(running);
    return () => undefined;
  };
}

function effectiveOf([first, ...others]: Settings['printers']): EffectivePrinters {
  return [effectivePrinter(first), ...others.map(effectivePrinter)];
}

function effectivePrinter(settings: PrinterSettings): EffectivePrinter {
  const profile = profileOf(settings.profile);
  if (!profile)
    throw new Error(`the settings were read with a profile that does not exist: ${settings.profile}`);
  return resolvePrinter({ settings, profile });
}

/** Starts what runs by itself; returns the function that stops it. */
function keepHouse(parts: {
  readonly opened: OpenDatabase;
  readonly stores: Stores;
  readonly claimFiles: ClaimFiles;
  readonly paper: PaperService;
  readonly letterhead: StoreLetterhead;
  readonly space: SpaceKeeper;
  readonly now: () => Instant;
  readonly log: Log;
}): () => void {
  const { stores, claimFiles, paper, letterhead, now, log, space } = parts;
  readonly purge: NightlyPurge;
  const { stores, claimFiles, paper, letterhead, purge, now, log } = parts;
  // The window first: on two cores the worker's fonts would take its time.
  const warming = setTimeout(() => {
    paper.warmUp();
    void letterhead.look();
  }, WARM_UP_AFTER_MS);
  const housekeeping = setInterval(() => {
    void letterhead.look();
    claimFiles.keepHouse(now()).then(
      (damaged) => damaged.forEach((digest) => log.error('file-damaged', digest)),
      (error: unknown) => log.error('files', error),
    );
    purge.run().catch((error: unknown) => log.error('purge', error));
    try {
      stores.unfinished.purge(now());
      stores.knownIssues.renewLines(LINES_AT_ONCE, now());
      checkpointIfDue(parts.opened.db, true);
    } catch (error) {
      space.heard(error);
      log.error('housekeeping', error);
    }
  }, HOUSEKEEPING_MS);
  return () => {
    clearTimeout(warming);
    clearInterval(housekeeping);
  };
}

/** Keeps the preview's paper as a PNG, whole or not at all. */
async function keepPicture(folder: string, name: string, png: Uint8Array): Promise<Result<null, string>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const temporary = join(folder, `${name}.new`);
    await writeFile(temporary, png, { mode: 0o600 });
    await rename(temporary, join(folder, name));
    return ok(null);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
