import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf, countClaims } from './kept.ts';
import { hire, MIKA, readSettings } from './office.ts';
import { HealthPage } from './pages/health.ts';
import { mountSmallDisk } from '../small-disk.ts';

/** Where desktops and installers mount what somebody plugs in, and where the kiosk therefore looks. */
const PLUGGED_IN = '/mnt';
const STICK_MIB = 64;

test('an admin chooses a drive, each backup is copied there, and a drive that is pulled out is said', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  test.setTimeout(120_000);
  expectTrouble(/"event":"backup"/);
  const dataFolder = await newFolder();
  const { page } = await launch({ dataFolder });
  await hire(page, [MIKA]);
  await takeClaim(page);
  const health = new HealthPage(page);
  const { backups, second } = health.words;
  await health.enter(MIKA.name, MIKA.pin);
  await health.open();
  await expect(health.finding('second-none')).toBeVisible();
  await expect(health.backups).toContainText(second.none);

  // Plugged in while the screen is open.
  const stick = mountSmallDisk(STICK_MIB, PLUGGED_IN);
  const onStick = join(stick.folder, 'in-your-words-backups');
  try {
    await health.button(health.m.office.saveTo.again).click();
    await health.drives.selectOption(basename(stick.folder));
    await health.button(second.keep).click();
    await expect(health.backups).toContainText(second.kept);
    await expect(health.backups).toContainText(onStick);
    await expect(health.finding('second-fine')).toBeVisible();
    expect((await readSettings(dataFolder)).backups).toEqual({ secondFolder: onStick });
    expect(auditOf(dataFolder).at(-1)).toMatchObject({ event: 'settings-changed' });
    const first = await expectSame(join(dataFolder, 'backups'), onStick);
    expect(first).toHaveLength(1);

    await takeClaim(page);
    await health.make.click();
    await expect(health.choices.filter({ hasText: backups.claims(2) })).toBeVisible();
    expect(countClaims(dataFolder)).toBe(2);
    // Of the same hour only the newest is kept, in both places.
    const next = await expectSame(join(dataFolder, 'backups'), onStick);
    expect(next.at(-1)).not.toBe(first.at(-1));
  } finally {
    stick.destroy();
  }

  await takeClaim(page);
  await health.make.click();
  await expect(health.finding('second-missing')).toBeVisible();
  await expect(health.choices.filter({ hasText: backups.claims(3) })).toBeVisible();
  await health.screen('board').click();
  await expect(health.banner).toContainText(health.words.banner.findings['second-missing'] ?? '-');
  await health.open();
  await health.button(second.stop).click();
  await expect(health.backups).toContainText(second.stopped);
  await expect(health.finding('second-none')).toBeVisible();
  expect((await readSettings(dataFolder)).backups).toEqual({ secondFolder: null });
});

/** Expects the same files in both folders, byte for byte; returns the databases among them. */
async function expectSame(folder: string, copies: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).sort();
  expect((await readdir(copies)).sort()).toEqual(names);
  for (const name of names)
    expect((await readFile(join(copies, name))).equals(await readFile(join(folder, name))), name).toBe(true);
  return names.filter((name) => name.endsWith('.db'));
}
