import { _electron, expect, type CDPSession, type ElectronApplication, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import type { Locale } from '../../src-main/domain/intake.ts';
import { createAppLog, type AppLog } from './app-log.ts';
import { electronBinary } from './electron-binary.ts';
import { screensOf, type Screens } from './pages/screens.ts';

/** How a kiosk is started. */
export interface KioskOptions {
  readonly dataFolder: string;
  /** Where it prints; on the screen by default. */
  readonly printerUrl?: string;
  readonly storeCode?: string;
  readonly locale?: Locale;
  /** Chromium's own switches, such as a camera that is none. */
  readonly switches?: readonly string[];
  /** A folder whose folders stand for drives that are plugged in. */
  readonly drivesFolder?: string;
  /** More for its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Pixels of the window, or the whole screen as at the counter; an upright kiosk by default. */
  readonly size?: { readonly width: number; readonly height: number } | 'whole screen';
}

/** A running kiosk. */
export interface Kiosk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  readonly log: AppLog;
  /** The screens in a language, English by default. */
  screens(locale?: Locale): Screens;
  /** Chromium's own protocol, for what Playwright has no words for: touch, input methods. */
  devtools(): Promise<CDPSession>;
  /** Makes the window so large. */
  resize(width: number, height: number): Promise<void>;
  /** A new page in the same app, as after a renderer crash: the welcome screen, with nothing of anybody's on it. */
  reload(): Promise<void>;
  /** Ends the app as its owner would. */
  close(): Promise<void>;
  /** Ends the app as a power cut would. */
  kill(): Promise<void>;
}

/** The folder of the app to test: the checkout, or a copy of it that somebody wants to break on purpose. */
export const APP_FOLDER = resolve(process.env['IYW_E2E_APP'] ?? resolve(import.meta.dirname, '../..'));
/** Longest time that any one action may take; the slowest machines of ours stay far below it. */
const ACTION_LIMIT_MS = 15_000;
/** At the kiosk's own cost a PIN takes more than a second of a core, and most tests have several. */
export const TEST_PIN_COST = 1024;
/** A window has its new size within a frame or two, and there are thousands of them. */
const RESIZED_AGAIN_MS = [20, 20, 50, 100];
const UPRIGHT = { width: 1080, height: 1920 };

/** Returns the arguments that Electron needs in front of the app's own. */
export function electronArguments(): string[] {
  // Chromium's sandbox refuses root. Chromium's own complaints about a machine without a desktop would hide ours.
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--log-level=3'];
}

/** Returns the environment of a kiosk. */
export function kioskEnvironment(options: KioskOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('IYW_'),
  );
  return {
    ...Object.fromEntries(inherited),
    IYW_DATA: options.dataFolder,
    IYW_PRINTER: options.printerUrl ?? 'preview:',
    IYW_PIN_COST: String(TEST_PIN_COST),
    ...(options.storeCode === undefined ? {} : { IYW_STORE: options.storeCode }),
    ...(options.locale === undefined ? {} : { IYW_LOCALE: options.locale }),
    ...(options.drivesFolder === undefined ? {} : { IYW_DRIVES: options.drivesFolder }),
    ...options.env,
  };
}

/** Starts the real app and waits until it says that it is ready. */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const size = options.size ?? UPRIGHT;
  const log = createAppLog();
  const app = await _electron.launch({
    executablePath: electronBinary(),
    args: [
      ...electronArguments(),
      ...(options.switches ?? []),
      APP_FOLDER,
      ...(size === 'whole screen' ? [] : [`--windowed=${size.width}x${size.height}`]),
    ],
    env: kioskEnvironment(options),
  });
  const child = app.process();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => log.stderr(text));
  const page = await app.firstWindow();
  page.setDefaultTimeout(ACTION_LIMIT_MS);
  page.on('pageerror', (error) => log.page(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') log.page(message.text());
  });
  await untilReady(page);
  let session: Promise<CDPSession> | undefined;

  return {
    app,
    page,
    dataFolder: options.dataFolder,
    log,
    screens: (locale = 'en') => screensOf(page, locale),
    devtools: () => (session ??= app.context().newCDPSession(page)),
    async resize(newWidth, newHeight) {
      await app.evaluate(
        ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
        [newWidth, newHeight] as const,
      );
      await expect
        .poll(() => page.evaluate(() => [innerWidth, innerHeight]), { intervals: RESIZED_AGAIN_MS })
        .toEqual([newWidth, newHeight]);
    },
    async reload() {
      await page.reload();
      await untilReady(page);
    },
    close: () => app.close(),
    async kill() {
      const gone = app.waitForEvent('close');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function untilReady(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}
