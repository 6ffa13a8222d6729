import { _electron, type Locator, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { startDesk } from '../../scripts/virtual-printer/desk.ts';
import { servePage } from '../../scripts/virtual-printer/page-server.ts';
import { electronBinary } from './electron-binary.ts';
import { electronArguments } from './kiosk.ts';

/** The folder of the little app that is the window. */
const APP = resolve(import.meta.dirname, '../../scripts/virtual-printer/window');

/** The virtual printer's window, as a person uses it. */
export interface PrinterWindow {
  readonly page: Page;
  /** Where the kiosk prints: `tcp://…`. */
  readonly address: string;
  /** The page's own address, with its secret part. */
  readonly url: string;
  /** How the printer is, in words. */
  readonly state: Locator;
  readonly model: Locator;
  readonly speed: Locator;
  readonly tearOff: Locator;
  /** The paper that hangs in the printer. */
  readonly hanging: Locator;
  /** The slips that were torn off, newest first. */
  readonly slips: Locator;
  readonly viewer: Locator;
  fault(name: string): Locator;
  /** What the page complained about. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Starts a virtual printer and its window in real Electron. */
export async function openPrinterWindow(profile: string): Promise<PrinterWindow> {
  const desk = await startDesk();
  const server = await servePage(desk);
  const app = await _electron.launch({
    executablePath: electronBinary(),
    args: [...electronArguments(), APP],
    env: {
      ...(process.env as Record<string, string>),
      IYW_PRINTER_PAGE: server.url,
      IYW_PRINTER_PROFILE: profile,
    },
  });
  const page = await app.firstWindow();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  return {
    page,
    address: desk.address,
    url: server.url,
    state: page.getByRole('status'),
    model: page.getByRole('combobox', { name: 'Model' }),
    speed: page.getByRole('combobox', { name: 'Speed' }),
    tearOff: page.getByRole('button', { name: 'Tear off', exact: true }),
    hanging: page.getByRole('img', { name: /^Paper in the printer/ }),
    slips: page.getByRole('region', { name: 'Slips' }).getByRole('listitem'),
    viewer: page.getByRole('dialog'),
    fault: (name) =>
      page.getByRole('group', { name: 'What goes wrong' }).getByRole('button', { name, exact: true }),
    errors,
    async close() {
      await app.close();
      await server.close();
      await desk.close();
    },
  };
}
