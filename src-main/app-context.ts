import { randomInt } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { profileOf } from './contract/printer-profiles.ts';
import { parseSettings } from './contract/settings-schema.ts';
import { defaultSettings } from './default-settings.ts';
import type { Instant } from './domain/brand.ts';
import type { PrintStatus } from './domain/print-state.ts';
import type { PrinterSettings } from './domain/printer.ts';
import { err, ok, type Result } from './domain/result.ts';
import { createHandlers, type Stores } from './ipc/handlers.ts';
import type { Handlers } from './ipc/register.ts';
import type { Log } from './log.ts';
import { applyOverrides } from './overrides.ts';
import { resolvePrinter, type EffectivePrinter } from './print/effective-printer.ts';
import { createPaperService } from './print/paper-service.ts';
import { createPrintQueues } from './print/print-queues.ts';
import { checkpointIfDue } from './store/checkpointer.ts';
import { createClaimStore } from './store/claim-store.ts';
import { openDatabase, type OpenDatabase } from './store/open-database.ts';
import { createPrintJobStore } from './store/print-job-store.ts';
import { loadSettings } from './store/settings-file.ts';
import { createUnfinishedStore } from './store/unfinished-store.ts';

/** The running app behind the window. */
export interface AppContext {
  readonly handlers: Handlers;
  /** Ends the queue, the worker and the database, in this order. */
  close(): Promise<void>;
}

const HOUSEKEEPING_MS = 60_000;
/** Later than any window is up, sooner than anybody has written down what happened. */
const WARM_UP_AFTER_MS = 2_500;

/** Wires the app: the only place that picks real adapters. It opens the data folder and never throws for its state. */
export function createAppContext(parts: {
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly runtime: string;
  readonly paperWorkerUrl: URL;
  readonly log: Log;
  readonly onPrintChange: (status: PrintStatus) => void;
}): AppContext {
  const { dataFolder, log } = parts;
  const now = (): Instant => Date.now() as Instant;
  const loaded = loadSettings({ folder: dataFolder, defaults: defaultSettings(), parse: parseSettings, now });
  if (loaded.problem) log.error('settings', loaded.problem.detail);
  const { settings, problems } = applyOverrides(loaded.settings, parts.env);
  const [first, ...others] = settings.printers;
  const printers = [effectiveOf(first), ...others.map(effectiveOf)] as const;
  const paper = createPaperService({ workerUrl: parts.paperWorkerUrl });
  const opened = openDatabase({ file: join(dataFolder, 'claims.db'), now });
  if (!opened.ok) log.error('database', opened.error.detail);
  const stores = opened.ok ? ok(storesOf(opened.value, now)) : opened;
  const about = {
    version: parts.version,
    runtime: parts.runtime,
    dataFolder,
    settingsProblem: loaded.problem,
    overrideProblems: problems,
  };
  const service =
    opened.ok && stores.ok
      ? startService({ ...parts, opened: opened.value, stores: stores.value, printers, paper, now })
      : undefined;
  return {
    handlers: createHandlers({
      settings,
      printers,
      stores,
      paper,
      kickPrinter: () => service?.kick(),
      now,
      about,
    }),
    async close() {
      await service?.close();
      await paper.close();
      if (opened.ok) opened.value.close();
    },
  };
}

function storesOf({ db }: OpenDatabase, now: () => Instant): Stores {
  return {
    claims: createClaimStore(db, { now, randomInt: (limit) => randomInt(limit), newId: uuidv7 }),
    jobs: createPrintJobStore(db),
    unfinished: createUnfinishedStore(db),
  };
}

function effectiveOf(settings: PrinterSettings): EffectivePrinter {
  const profile = profileOf(settings.profile);
  if (!profile)
    throw new Error(`the settings were read with a profile that does not exist: ${settings.profile}`);
  return resolvePrinter({ settings, profile });
}

/** Starts what runs by itself: the print queues, and the housekeeping of the database. */
function startService(parts: {
  readonly dataFolder: string;
  readonly opened: OpenDatabase;
  readonly stores: Stores;
  readonly printers: readonly [EffectivePrinter, ...EffectivePrinter[]];
  readonly paper: ReturnType<typeof createPaperService>;
  readonly now: () => Instant;
  readonly log: Log;
  readonly onPrintChange: (status: PrintStatus) => void;
}): { readonly kick: () => void; readonly close: () => Promise<void> } {
  const { stores, printers, paper, now, log } = parts;
  const queues = createPrintQueues({
    jobs: stores.jobs,
    printers,
    paper,
    keepPicture: (name, png) => keepPicture(join(parts.dataFolder, 'slips'), `${name}.png`, png),
    now,
    onChange: parts.onPrintChange,
    onBug: (error) => log.error('print-queue', error),
  });
  queues.kick();
  // The window first: on two cores the worker's fonts would take its time.
  const warming = setTimeout(() => paper.warmUp(), WARM_UP_AFTER_MS);
  const housekeeping = setInterval(() => {
    try {
      stores.unfinished.purge(now());
      checkpointIfDue(parts.opened.db, true);
    } catch (error) {
      log.error('housekeeping', error);
    }
  }, HOUSEKEEPING_MS);
  return {
    kick: () => queues.kick(),
    async close() {
      clearTimeout(warming);
      clearInterval(housekeeping);
      await queues.close();
    },
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
