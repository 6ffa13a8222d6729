import path from 'node:path';
import { _electron } from 'playwright';
import { defaultSettings } from '../../src-main/default-settings.ts';
import { writeJson } from '../lib/cache.mjs';
import { SetUpError } from '../lib/log.mjs';

// An upright kiosk screen.
const SCREEN = { width: 1080, height: 1920 };
const READY_WITHIN_MS = 30_000;

/** Writes settings as an installer would: the shop of the design, in Helsinki. */
export async function writeShopSettings(dataFolder) {
  const settings = defaultSettings();
  settings.store = { ...settings.store, phone: '09 555 0100', askFor: 'Mika', zone: 'Europe/Helsinki' };
  await writeJson(path.join(dataFolder, 'settings.json'), settings);
}

/** Starts the real app on the screen, printing to a picture; resolves with { page, close }. */
export async function startKiosk({ app: folder, dataFolder, screen = SCREEN }) {
  const executablePath = process.env.IYW_ELECTRON_PATH;
  if (!executablePath) throw new SetUpError('the demonstration is started with "npm start -- --demo".');
  const app = await _electron.launch({
    executablePath,
    args: [
      // Chromium's sandbox refuses root. Nobody else ever goes without it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--log-level=3',
      folder,
      `--windowed=${screen.width}x${screen.height}`,
    ],
    env: { ...process.env, IYW_DATA: dataFolder, IYW_PRINTER: 'preview:', IYW_STORE: '', IYW_LOCALE: '' },
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(READY_WITHIN_MS);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return { page, close: () => app.close() };
}
