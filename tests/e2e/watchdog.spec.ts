import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Kiosk, KioskOptions } from './kiosk.ts';
import { openNotifySocket, type NotifySocket } from './notify-socket.ts';
import { hang, wordsOnScreen } from './window-seen.ts';

/** What the unit's `WatchdogSec=` would be, in microseconds; beats come twice as often. */
const WATCHDOG_USEC = 1_000_000;
/** Long enough for several beats that must not come. */
const BLOCKED_MS = 3_000;

async function supervised(
  launch: (options?: Partial<KioskOptions>) => Promise<Kiosk>,
  folder: string,
): Promise<{ readonly kiosk: Kiosk; readonly systemd: NotifySocket }> {
  const systemd = await openNotifySocket(folder);
  const kiosk = await launch({
    env: { NOTIFY_SOCKET: systemd.path, WATCHDOG_USEC: String(WATCHDOG_USEC) },
  });
  await expect.poll(() => systemd.beats()).toBeGreaterThan(1);
  return { kiosk, systemd };
}

/** Blocks main's event loop for a while. Returns how many beats came in that time, told by what came just before it ended. */
async function beatsWhileBlocked(app: ElectronApplication, systemd: NotifySocket): Promise<number> {
  // What was on its way may still come.
  const blocked = app.evaluate((_, ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }, BLOCKED_MS);
  await new Promise((resolve) => setTimeout(resolve, BLOCKED_MS / 3));
  const before = systemd.beats();
  await new Promise((resolve) => setTimeout(resolve, BLOCKED_MS / 2));
  const during = systemd.beats() - before;
  await blocked;
  return during;
}

test('systemd hears that the kiosk is open, that it lives, and that it closes', async ({
  launch,
  newFolder,
}) => {
  const { kiosk, systemd } = await supervised(launch, await newFolder());
  expect(systemd.said()[0]).toBe('READY=1');
  await expect(kiosk.screens().welcome.sentence).toBeVisible();
  await kiosk.close();
  await expect.poll(() => systemd.said()).toContain('STOPPING=1');
  expect(systemd.said().filter((line) => line === 'READY=1')).toHaveLength(1);
  await systemd.close();
});

test('the heart stops while main hangs', async ({ launch, newFolder }) => {
  const { kiosk, systemd } = await supervised(launch, await newFolder());
  expect(await beatsWhileBlocked(kiosk.app, systemd)).toBe(0);
  const before = systemd.beats();
  await expect.poll(() => systemd.beats()).toBeGreaterThan(before);
  await kiosk.close();
  await systemd.close();
});

test('the heart stops while the page cannot be brought back, and beats again with the next one', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"renderer-(silent|gone)"|^page: /);
  const { kiosk, systemd } = await supervised(launch, await newFolder());
  // Whatever page is loaded from now on is stuck before it is open.
  await kiosk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const stick = (): void => void contents?.executeJavaScript('for (;;) document.title').catch(() => null);
    contents?.on('dom-ready', stick);
    Object.assign(globalThis, { letGo: () => contents?.off('dom-ready', stick) });
  });
  await hang(kiosk);
  await expect.poll(() => kiosk.log.events()).toContain('renderer-gone');
  const before = systemd.beats();
  // Twice as long as systemd would wait.
  await new Promise((resolve) => setTimeout(resolve, (2 * WATCHDOG_USEC) / 1_000));
  expect(systemd.beats()).toBe(before);
  await kiosk.app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
  await expect.poll(() => wordsOnScreen(kiosk), { timeout: 30_000 }).toContain('Tell us');
  await expect.poll(() => systemd.beats()).toBeGreaterThan(before);
  await kiosk.close();
  await systemd.close();
});
