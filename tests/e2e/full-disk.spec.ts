import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BALLAST_FILE } from '../../src-main/store/space-keeper.ts';
import { callBridge, intakeOf } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { countClaims } from './kept.ts';
import { hire, MIKA } from './office.ts';
import { HealthPage } from './pages/health.ts';
import { mountSmallDisk } from '../small-disk.ts';
import { begin, onlyWords, tellAndFinish } from './stories.ts';

const DISK_MIB = 160;
const STORY = 'The lamp hums when it rains.';
/** The kiosk looks at its disk every few seconds. */
const SOON = { timeout: 20_000 };

test('a full disk is said before anybody tells a story, staff go on, and room makes it go on by itself', async ({
  launch,
  expectTrouble,
}) => {
  test.setTimeout(180_000);
  expectTrouble(/"event":"(backup|search)"/);
  const disk = mountSmallDisk(DISK_MIB);
  try {
    const kiosk = await launch({ dataFolder: disk.folder });
    const { page } = kiosk;
    const screens = kiosk.screens();
    const { m } = new HealthPage(page);
    await hire(page, [MIKA]);
    await tellAndFinish(screens, 'Kept before.');
    await screens.thanks.main.click();
    const ballast = join(disk.folder, BALLAST_FILE);
    await expect.poll(() => existsSync(ballast), SOON).toBe(true);

    // Somebody is in the middle of a story when the disk fills up to its last byte.
    await begin(screens);
    await screens.words.words.fill(STORY);
    disk.fill(0);
    await expect(page.getByText(m.welcome.noRoomKept)).toBeVisible(SOON);
    await expect(screens.words.words).toHaveValue(STORY);
    expect(existsSync(ballast)).toBe(false);
    const refused = await callBridge(page, 'claim:submit', intakeOf(onlyWords('Refused.'), randomUUID()));
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-kept' } });
    expect(countClaims(disk.folder)).toBe(1);

    // Staff sign in, read, print again and see what to do: the ballast made room for that.
    const health = new HealthPage(page);
    await health.enter(MIKA.name, MIKA.pin);
    await expect(health.banner).toContainText(health.words.banner.findings['disk-full'] ?? '-');
    await health.screen('paper').click();
    await health.dialog
      .getByRole('button', { name: new RegExp(`^${m.office.paper.reprint}`) })
      .first()
      .click();
    await expect(health.dialog).toContainText(m.office.paper.reprinted);
    await health.open();
    await expect(health.finding('disk-full')).toBeVisible();
    await health.signOut.click();
    await expect(screens.words.words).toHaveValue(STORY);

    // Room: it goes on by itself, and the story is still there to be told.
    disk.makeRoom();
    await expect(page.getByText(m.welcome.noRoomKept)).toHaveCount(0, SOON);
    await expect.poll(() => existsSync(ballast), SOON).toBe(true);
    await expect(screens.words.words).toHaveValue(STORY);
    await kiosk.reload();
    await tellAndFinish(screens, STORY);
    expect(countClaims(disk.folder)).toBe(2);
    await screens.thanks.main.click();

    // And at the welcome screen, before the first word.
    disk.fill(0);
    await expect(page.getByText(m.welcome.noRoom)).toBeVisible(SOON);
    await expect(screens.welcome.main).toHaveCount(0);
    await page.screenshot({ path: test.info().outputPath('no-room.png') });
    await kiosk.close();

    // A start on a full disk says the same, and takes claims once there is room.
    const again = await launch({ dataFolder: disk.folder });
    await expect(again.page.getByText(m.welcome.noRoom)).toBeVisible();
    disk.makeRoom();
    await expect(again.screens().welcome.main).toBeVisible(SOON);
    await tellAndFinish(again.screens(), 'Kept after.');
    expect(countClaims(disk.folder)).toBe(3);
    await again.close();
  } finally {
    disk.destroy();
  }
});
