import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBackups } from './backup/backup-service.ts';
import { rememberErasures } from './backup/erasure-list.ts';
import { filesIn } from './backup/kept-files.ts';
import { openOrRecover } from './backup/open-or-recover.ts';
import { leaveOrder } from './backup/restore-order.ts';
import type { CameraGrant } from './camera-grant.ts';
import { v7 as uuidv7 } from 'uuid';
import { storesOf } from './app-stores.ts';
import { keepHouse } from './housekeeping.ts';
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
import { createHandlers } from './ipc/handlers.ts';
import { watchHealth, type Health } from './ipc/health.ts';
import { createLiveSettings } from './ipc/live-settings.ts';
import type { Handlers } from './ipc/register.ts';
import type { Stores } from './ipc/stores.ts';
import type { Log } from './log.ts';
import { applyOverrides } from './overrides.ts';
import { resolvePrinter, type EffectivePrinter } from './print/effective-printer.ts';
import { createClaimFiles } from './files/claim-files.ts';
import { createDriveFiles } from './files/drive-files.ts';
import { createPhotos } from './files/photos.ts';
import { glanceAtPdf, pagePictures } from './pdf/page-pictures.ts';
import { createPdfMaker } from './pdf/pdf-maker.ts';
import { createPaperService } from './print/paper-service.ts';
import { createPrintQueues } from './print/print-queues.ts';
import { createPrinters, type EffectivePrinters } from './print/printers.ts';
import { createNightlyPurge } from './privacy/nightly-purge.ts';
import { createPersonFiles } from './privacy/person-files.ts';
import { createStoreLetterhead } from './store-letterhead.ts';
import { createReportService } from './reports/report-service.ts';
import { startSearch, type Search } from './search/search.ts';
import { createAttachmentFiles } from './store/attachment-files.ts';
import { createHealthReader } from './store/health-reader.ts';
import type { OpenDatabase } from './store/open-database.ts';
import type { AlsoForget } from './store/erasure-store.ts';
import { loadSettings, saveSettings } from './store/settings-file.ts';
import { cheaperCost } from './store/pin-hash.ts';
import { createPins } from './store/pins.ts';
import { keepSpace } from './store/space-keeper.ts';

/** The running app behind the window. */
export interface AppContext {
  readonly handlers: Handlers;
  /** Signs out whoever is signed in, and closes the claim that a customer looks at: their page is gone. */
  endSession(): void;
  /** The page died under the customer's hands: what they wrote is kept for staff. */
  rescueDraft(): void;
  /** Ends the queues, the workers and at last the database; `onPart` hears which part is waited for. */
  close(onPart: (name: string) => void): Promise<void>;
}

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
  readonly pinWorkerUrl: URL;
  /** What a new hash of a PIN costs, where tests cannot wait for the kiosk's own. */
  readonly pinCost: string | undefined;
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
  const pins = createPins(parts.pinWorkerUrl, cheaperCost(parts.pinCost));
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
          forgetFiles,
          pins,
        }),
      )
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
        files: createAttachmentFiles(filesIn(dataFolder), () =>
          [backupFolder, secondFolder()].filter((place) => place !== null).map(filesIn),
        ),
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
    opened.ok && stores.ok && claimFiles && purge
      ? keepHouse({
          opened: opened.value,
          stores: stores.value,
          claimFiles,
          paper,
          letterhead,
          space,
          purge,
          now,
          log,
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
      hashPin: (pin) => pins.hash(pin),
      shelf: createExportShelf({
        folder: folders.exports,
        onKept: (file) => {
          if (stores.ok) stores.value.exports.remember({ ...file, at: now() });
        },
      }),
      personFiles,
      cutLogSoon: () => purge?.cutLogSoon(),
      rememberErasure: (erasure) => {
        try {
          const damaged = rememberErasures(dataFolder, [erasure]);
          if (damaged !== null) log.error('erasure-list', `it was damaged and is kept in ${damaged}`);
        } catch (error) {
          // The database tells of it too, and the next backup takes it from there.
          log.error('erasure-list', error);
        }
      },
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
    async close(onPart) {
      const inOrder: Readonly<Record<string, () => void | Promise<void>>> = {
        housekeeping: () => stopHousekeeping?.(),
        health: () => health?.close(),
        space: () => space.close(),
        backups: () => backups?.close(),
        pdfs: () => pdfs.close(),
        printers: () => printers.close(),
        paper: () => paper.close(),
        reports: () => reports.close(),
        search: () => (stores.ok ? stores.value.search.close() : undefined),
        database: () => (opened.ok ? opened.value.close() : undefined),
      };
      for (const [name, close] of Object.entries(inOrder)) {
        onPart(name);
        await close();
      }
    },
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
