/* eslint-disable no-empty-pattern -- Playwright reads from its pattern what a fixture needs */
import { expect, test as base, type TestInfo } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../virtual-printer/virtual-printer.ts';
import { makeDue, takeClaim } from './claims.ts';
import { startKiosk, type Kiosk, type KioskOptions } from './kiosk.ts';
import { hire, MIKA } from './office.ts';
import type { Screens } from './pages/screens.ts';

export { expect };

/** What a file says of the kiosk that its tests share. */
export interface SharedKiosk extends Omit<KioskOptions, 'dataFolder' | 'printerUrl'> {
  /** A virtual printer of its own, or the preview on the screen. */
  readonly prints: 'on paper' | 'on screen';
}

interface Shared {
  readonly key: string;
  readonly kiosk: Kiosk;
  readonly printer: VirtualPrinter | undefined;
  readonly folder: string;
}

interface Pool {
  get(key: string, options: SharedKiosk): Promise<Shared>;
}

interface TestFixtures {
  readonly sharedKiosk: SharedKiosk;
  readonly shared: Shared;
  /** The kiosk that all tests of a file share, at its welcome screen. */
  readonly kiosk: Kiosk;
  readonly screens: Screens;
  /** The virtual printer of the shared kiosk. */
  readonly printer: VirtualPrinter;
  /** Starts a kiosk for this test alone; it is ended after it. */
  readonly launch: (options?: Partial<KioskOptions>) => Promise<Kiosk>;
  /** Starts a virtual printer for this test alone. */
  readonly plugIn: (options?: VirtualPrinterOptions) => Promise<VirtualPrinter>;
  /** A new empty folder. */
  readonly newFolder: () => Promise<string>;
  /** Names an error in the app's log that this test brings about. Every other one fails the test. */
  readonly expectTrouble: (pattern: RegExp) => void;
  readonly troubles: RegExp[];
  /** Makes the open promises of the newest claim due then, in the file of a kiosk that does not run: time passes. */
  readonly makeDue: (dataFolder: string, due: number) => void;
  /** The folder of a store of Mika's that does not run, and the number of its one claim, with promises due then. */
  readonly claimDue: (due: () => number) => Promise<{ readonly dataFolder: string; readonly number: string }>;
}

interface WorkerFixtures {
  readonly pool: Pool;
}

/** Nobody gave the times of `makeDue` at the kiosk, whose check of the database says so once it comes round. */
export const TIMES_MOVED: RegExp = /"event":"damage","detail":"claim [\w-]+ is altered"/;

const CLEAN_LOG = 'the app logs only errors that the test expects';

/** The address of a virtual printer. */
export function addressOf({ host, port }: VirtualPrinter): string {
  return `tcp://${host}:${port}`;
}

/** Playwright's `test` with kiosks, printers and folders. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedKiosk: [{ prints: 'on screen' }, { option: true }],

  troubles: async ({}, use) => use([]),
  expectTrouble: async ({ troubles }, use) => use((pattern) => void troubles.push(pattern)),
  makeDue: async ({ expectTrouble }, use) =>
    use((dataFolder, due) => {
      expectTrouble(TIMES_MOVED);
      makeDue(dataFolder, due);
    }),

  claimDue: async ({ launch, newFolder, makeDue }, use) =>
    use(async (due) => {
      const dataFolder = await newFolder();
      const kiosk = await launch({ dataFolder });
      await hire(kiosk.page, [MIKA]);
      const number = await takeClaim(kiosk.page);
      await kiosk.close();
      makeDue(dataFolder, due());
      return { dataFolder, number };
    }),

  newFolder: async ({}, use) => {
    const folders: string[] = [];
    await use(async () => {
      const folder = await newDataFolder();
      folders.push(folder);
      return folder;
    });
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  },

  plugIn: async ({}, use) => {
    const printers: VirtualPrinter[] = [];
    await use(async (options) => {
      const printer = await startVirtualPrinter(options);
      printers.push(printer);
      return printer;
    });
    for (const printer of printers) await printer.close();
  },

  launch: async ({ newFolder, troubles }, use, testInfo) => {
    const kiosks: Kiosk[] = [];
    await use(async (options = {}) => {
      const kiosk = await startKiosk({ ...options, dataFolder: options.dataFolder ?? (await newFolder()) });
      kiosks.push(kiosk);
      return kiosk;
    });
    for (const [index, kiosk] of kiosks.entries()) await judge(kiosk, troubles, testInfo, index + 1);
    for (const kiosk of kiosks) await kiosk.close();
    for (const { log } of kiosks) expect(log.complaints(troubles), CLEAN_LOG).toEqual([]);
  },

  pool: [
    async ({}, use) => {
      let current: Shared | undefined;
      const end = async (): Promise<void> => {
        const ending = current;
        current = undefined;
        if (!ending) return;
        await ending.kiosk.close();
        await ending.printer?.close();
        await rm(ending.folder, { recursive: true, force: true });
      };
      await use({
        async get(key, { prints, ...options }) {
          if (current?.key === key) return current;
          await end();
          const printer = prints === 'on paper' ? await startVirtualPrinter() : undefined;
          const folder = await newDataFolder();
          const kiosk = await startKiosk({
            ...options,
            dataFolder: folder,
            ...(printer ? { printerUrl: addressOf(printer) } : {}),
          });
          current = { key, kiosk, printer, folder };
          return current;
        },
      });
      await end();
    },
    { scope: 'worker' },
  ],

  shared: async ({ pool, sharedKiosk, troubles }, use, testInfo) => {
    const shared = await pool.get(`${testInfo.file} ${JSON.stringify(sharedKiosk)}`, sharedKiosk);
    const { kiosk, printer } = shared;
    await use(shared);
    await judge(kiosk, troubles, testInfo, 0);
    printer?.assertClean();
    await kiosk.reload();
    kiosk.log.forget();
  },
  kiosk: async ({ shared }, use) => use(shared.kiosk),
  screens: async ({ kiosk }, use) => use(kiosk.screens()),
  printer: async ({ shared }, use) => {
    if (!shared.printer) throw new Error('this file says that it prints on the screen');
    await use(shared.printer);
  },
});

function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'iyw-e2e-'));
}

/** Fails the test when the app logged an error that nobody expected; leaves what a failed test needs in its folder. */
async function judge(
  kiosk: Kiosk,
  expected: readonly RegExp[],
  testInfo: TestInfo,
  index: number,
): Promise<void> {
  const complaints = kiosk.log.complaints(expected);
  if (complaints.length > 0 || testInfo.status !== testInfo.expectedStatus) {
    const { page, log } = kiosk;
    const leave = (name: string, text: string): Promise<void> =>
      writeFile(testInfo.outputPath(`${index}-${name}`), text);
    await leave('app.log', log.text());
    if (!page.isClosed()) {
      // What a person saw, and what a screen reader said. A page that hangs must not hide why the test failed.
      const limit = { timeout: 5_000 };
      await page.screenshot({ path: testInfo.outputPath(`${index}-screen.png`), ...limit }).catch(() => null);
      const heard = await page.locator('body').ariaSnapshot(limit).catch(String);
      await leave('screen.yml', heard);
    }
  }
  expect(complaints, CLEAN_LOG).toEqual([]);
}
