import Database from 'better-sqlite3';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spokenClaimNumber } from '../../src-main/domain/claim-number.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf, databaseFile, keptClaims } from './kept.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { HealthPage } from './pages/health.ts';
import { tellAndFinish } from './stories.ts';

/** The test starts the next process itself, as systemd does in a store. */
const supervised = { IYW_SUPERVISED: '1' };

test('staff see how the kiosk is, and a backup is made and shown', async ({ launch, expectTrouble }) => {
  expectTrouble(/"event":"refused"/);
  const { page } = await launch();
  await hire(page, [MIKA, SANNA]);
  await takeClaim(page);
  const health = new HealthPage(page);
  await health.enter(MIKA.name, MIKA.pin);
  await health.open();
  for (const code of ['printer-on-screen', 'disk-roomy', 'clock-right', 'second-none'] as const)
    await expect(health.finding(code)).toBeVisible();
  await expect(health.finding('backup-none-yet')).toBeVisible();
  await expect(health.backups).toContainText(health.words.backups.none);
  await health.make.click();
  await expect(health.backups).toContainText(health.words.backups.made);
  await expect(health.finding('backup-fine')).toBeVisible();
  await expect(health.finding('check-sound')).toBeVisible();
  await expect(health.choices).toHaveCount(1);
  await expect(health.choices.first()).toContainText(health.words.backups.claims(1));
  await health.signOut.click();

  // A clerk sees how it is, and no backups; nor could they fetch them.
  await health.enter(SANNA.name, SANNA.pin);
  await health.open();
  await expect(health.finding('backup-fine')).toBeVisible();
  await expect(health.make).toHaveCount(0);
  expect(await callBridge(page, 'backups:view', null)).toMatchObject({ error: { code: 'not-allowed' } });
  expect(await callBridge(page, 'health:second-place', { placeId: null })).toMatchObject({
    error: { code: 'not-allowed' },
  });
});

test('a drill from the screen: the contents of the backup are there again, word for word', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  test.setTimeout(120_000);
  expectTrouble(/"event":"restored"/);
  const dataFolder = await newFolder();
  const kiosk = await launch({ dataFolder, env: supervised });
  const { page } = kiosk;
  await hire(page, [MIKA]);
  for (let count = 0; count < 3; count += 1) await takeClaim(page);
  const health = new HealthPage(page);
  await health.enter(MIKA.name, MIKA.pin);
  await health.open();
  await health.make.click();
  await expect(health.backups).toContainText(health.words.backups.made);
  const before = keptClaims(dataFolder);
  const lost = [await takeClaim(page), await takeClaim(page)];

  await health.choices.first().click();
  const ask = page.getByRole('dialog', { name: /^Go back to/ });
  await expect(ask).toContainText(health.words.restore.lose(2));
  const ended = kiosk.app.waitForEvent('close');
  const go = ask.getByRole('button', { name: health.words.restore.go, exact: true });
  // The kiosk may be gone before the press is answered: that it goes is what counts.
  await Promise.allSettled([go.click()]);
  await ended;

  const again = await launch({ dataFolder, env: supervised });
  // The jobs that had been shown or waited are judged for themselves; the words are these.
  const words = (claims: typeof before) => claims.map(({ jobs: _jobs, ...claim }) => claim);
  expect(words(keptClaims(dataFolder))).toEqual(words(before));
  const after = new HealthPage(again.page);
  await after.enter(MIKA.name, MIKA.pin);
  // Whoever has to know sees it before anything else, until they say so.
  await expect(after.recovery).toContainText(after.words.recovery.asked);
  for (const number of lost) await expect(after.recovery).toContainText(number);
  // The replaced database is whole: it still tells whom to call.
  await expect(after.recovery).toContainText(after.words.recovery.callThem);
  await expect(after.recovery.getByRole('listitem')).toHaveCount(lost.length);
  await expect(after.screen('health')).toHaveAttribute('aria-current', 'page');
  await after.button(after.words.recovery.seen).click();
  await expect(after.recovery).toHaveCount(0);
  await expect(after.banner).toHaveCount(0);
  expect(auditOf(dataFolder).map(({ event }) => event)).toContain('recovery-seen');
  // Numbers that were on tickets are not given again.
  const next = await takeClaim(again.page);
  expect([...before.map(({ number }) => spokenClaimNumber(number as never)), ...lost]).not.toContain(next);
});

test('a changed word is found by the check, and the next start repairs it and says what is lost', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  test.setTimeout(120_000);
  expectTrouble(/"event":"(damage|restored)"/);
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder, env: supervised });
  await hire(first.page, [MIKA]);
  await takeClaim(first.page);
  const health = new HealthPage(first.page);
  await health.enter(MIKA.name, MIKA.pin);
  await health.open();
  await health.make.click();
  await expect(health.backups).toContainText(health.words.backups.made);
  const before = keptClaims(dataFolder);
  const lost = await takeClaim(first.page);
  await first.close();
  changeAWord(dataFolder);

  const second = await launch({ dataFolder, env: supervised });
  const damaged = new HealthPage(second.page);
  await damaged.enter(MIKA.name, MIKA.pin);
  await damaged.open();
  await damaged.make.click();
  await expect(damaged.finding('check-damaged')).toBeVisible();
  await damaged.screen('board').click();
  await expect(damaged.banner).toContainText(damaged.words.banner.findings['check-damaged'] ?? '-');
  await second.close();

  const begun = Date.now();
  const third = await launch({ dataFolder, env: supervised });
  await tellAndFinish(third.screens(), 'Taken after the repair.');
  expect(Date.now() - begun).toBeLessThan(60_000);
  expect(keptClaims(dataFolder).map(({ statement }) => statement)).toEqual([
    ...before.map(({ statement }) => statement),
    'Taken after the repair.',
  ]);
  await third.screens().thanks.main.click();
  const repaired = new HealthPage(third.page);
  await repaired.enter(MIKA.name, MIKA.pin);
  await expect(repaired.recovery).toContainText(repaired.words.recovery.damaged);
  await expect(repaired.recovery).toContainText(lost);
  expect(await readdir(join(dataFolder, 'set-aside'))).toHaveLength(1);
});

test('a backup that fails is seen by everybody on every screen', async ({ launch, expectTrouble }) => {
  expectTrouble(/"event":"backup"/);
  const kiosk = await launch();
  await hire(kiosk.page, [MIKA, SANNA]);
  // A file stands where the folder of the backups should be.
  await writeFile(join(kiosk.dataFolder, 'backups'), 'no folder');
  const health = new HealthPage(kiosk.page);
  await health.enter(MIKA.name, MIKA.pin);
  await health.open();
  await health.make.click();
  await expect(health.backups).toContainText(health.words.backups.notMade);
  await health.signOut.click();
  await health.enter(SANNA.name, SANNA.pin);
  await expect(health.banner).toContainText(health.words.banner.findings['backup-failed'] ?? '-');
  await expect(health.screen('health')).toHaveAccessibleDescription(health.words.acts(1));
  await health.button(health.words.banner.open).click();
  await expect(health.finding('backup-failed')).toBeVisible();
});

/** Changes a word of a customer's in the file, as somebody does who takes the triggers away first. */
function changeAWord(dataFolder: string): void {
  const db = new Database(databaseFile(dataFolder), { fileMustExist: true });
  try {
    const triggers = db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'statement'`,
      )
      .all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
    db.exec(
      `UPDATE statement SET text = text || '!' WHERE claim_id = (SELECT id FROM claim ORDER BY running DESC LIMIT 1)`,
    );
    for (const { sql } of triggers) db.exec(sql);
  } finally {
    db.close();
  }
}
