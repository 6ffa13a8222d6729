import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { databaseFile, keptClaims } from './kept.ts';
import { tellAndFinish } from './stories.ts';

test('a database of a newer version: calm words, and not a byte of it changed', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"database"|kiosk:open was refused/);
  const dataFolder = await newFolder();
  const today = await launch({ dataFolder });
  await tellAndFinish(today.screens(), 'Kept by this version.');
  await today.close();
  const db = new Database(databaseFile(dataFolder));
  db.pragma('user_version = 999990');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const before = await digestsOf(dataFolder);

  const kiosk = await launch({ dataFolder });
  const screens = kiosk.screens();
  await expect(screens.outOfService.heading).toBeVisible();
  await expect(screens.outOfService.more).toBeVisible();
  const arabic = kiosk.page.getByRole('heading', { name: kiosk.screens('ar').names.outOfService });
  await expect(arabic).toBeVisible();
  await expect(kiosk.page.getByText(/error|sqlite|version 999990/i)).toHaveCount(0);
  await kiosk.page.keyboard.press('F9');
  await expect(screens.staff.dialog).toContainText('The database was made by a newer version of this app.');
  const answer = await kiosk.page.evaluate(() => window.inYourWords.call('kiosk:open', null));
  expect(answer).toMatchObject({ ok: false, error: { code: 'out-of-service' } });
  await kiosk.close();
  expect(await digestsOf(dataFolder)).toEqual(before);
});

test('a damaged database is put aside, and the kiosk takes claims again', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"restored"/);
  const dataFolder = await newFolder();
  await writeFile(databaseFile(dataFolder), 'what a dying disk left');
  const kiosk = await launch({ dataFolder });
  await tellAndFinish(kiosk.screens(), 'Kept after the damage.');
  await kiosk.close();
  expect(keptClaims(dataFolder).map(({ statement }) => statement)).toEqual(['Kept after the damage.']);
  const setAside = join(dataFolder, 'set-aside');
  const [folder = ''] = await readdir(setAside);
  expect(await readFile(join(setAside, folder, 'claims.db'), 'utf8')).toBe('what a dying disk left');
});

test('broken settings are moved aside, the kiosk works, and staff are told', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"settings"/);
  const dataFolder = await newFolder();
  const broken = '{ "version": 1, "store": { "name": "Harbour';
  await writeFile(join(dataFolder, 'settings.json'), broken);
  const kiosk = await launch({ dataFolder });
  const screens = kiosk.screens();
  await tellAndFinish(screens, 'Settings are broken.');
  expect(keptClaims(dataFolder)).toHaveLength(1);

  const aside = (await readdir(dataFolder)).filter((name) => name.startsWith('settings.broken-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(join(dataFolder, aside[0] ?? ''), 'utf8')).toBe(broken);
  await kiosk.page.keyboard.press('F9');
  await screens.staff.health.click();
  await expect(screens.staff.dialog).toContainText('settings.json was broken');
  await expect(screens.staff.dialog).toContainText(aside[0] ?? 'nothing was moved');
  await expect(screens.staff.dialog).not.toContainText('Settings are broken.');
});

test('settings are what the installer wrote', async ({ launch, newFolder, plugIn }) => {
  const printer = await plugIn();
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder });
  await expect(first.screens().bar.store('Harbour Street Repairs')).toBeVisible();
  await first.close();
  const file = join(dataFolder, 'settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8')) as {
    store: Record<string, string>;
    kiosk: Record<string, number>;
    printers: { profile: string }[];
  };
  settings.store = {
    ...settings.store,
    code: 'OUL',
    name: 'Mika’s Machines',
    askFor: 'Mika',
    phone: '08 555',
  };
  settings.printers = settings.printers.map((each) => ({ ...each, profile: 'generic-58' }));
  await copyFile(file, `${file}.before`);
  await writeFile(file, JSON.stringify(settings));

  const second = await launch({ dataFolder, printerUrl: `tcp://${printer.host}:${printer.port}` });
  const screens = second.screens();
  await expect(screens.bar.store('Mika’s Machines')).toBeVisible();
  const number = await tellAndFinish(screens, 'For Mika.');
  expect(number).toMatch(/^OUL-\d+-[0-9A-Z]$/);
  await expect(second.page.getByRole('main')).toContainText('Ask for Mika');
  const slip = await printer.waitForSlip(1);
  expect(slip.text).toContain('Ask for Mika.');
  const widest = Math.max(...slip.lines.map((line) => (line.kind === 'text' ? line.text.length : 0)));
  expect(widest).toBeLessThanOrEqual(32);
});

/** What every file of the database says, its log and index included. */
async function digestsOf(dataFolder: string): Promise<Record<string, string>> {
  const names = (await readdir(dataFolder)).filter((name) => name.startsWith('claims.db')).sort();
  const entries = names.map(async (name) => {
    const bytes = await readFile(join(dataFolder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
