import Database from 'better-sqlite3';
import { LOCALES } from '../../src-main/domain/intake.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { databaseFile } from './kept.ts';
import { hire, MIKA } from './office.ts';
import { officeLook } from './office-look.ts';
import { HealthPage } from './pages/health.ts';

for (const locale of LOCALES) {
  test(`health: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({
    launch,
    newFolder,
  }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'health');
    const dataFolder = await newFolder();
    const first = await launch({ dataFolder, locale });
    await hire(first.page, [{ ...MIKA, locale }]);
    await takeClaim(first.page);
    await first.close();
    replaceOnce(dataFolder);
    const kiosk = await launch({ dataFolder, locale, printerUrl: 'tcp://127.0.0.1:9' });
    const health = new HealthPage(kiosk.page, locale);
    await takeClaim(kiosk.page);
    await health.enter(MIKA.name, MIKA.pin);
    await health.recovery.waitFor();
    await expect(health.finding('printer-trouble')).toBeVisible();
    await health.make.click();
    await expect(health.backups).toContainText(health.words.backups.made);
    await look(kiosk, { name: 'health', main: null });
    await health.choices.first().scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'health-backups', main: null });
    await health.choices.first().click();
    await look(kiosk, { name: 'health-restore', main: health.button(health.words.restore.go) });
    expect(found).toEqual([]);
  });
}

/** Writes what the start after a damage leaves for supervisors. */
function replaceOnce(dataFolder: string): void {
  const db = new Database(databaseFile(dataFolder), { fileMustExist: true });
  try {
    db.prepare(
      `INSERT INTO recovery (at, why, detail, backup_at, set_aside, lost_from, lost_to, unsure_slips)
       VALUES (?, 'damaged', 'a word was changed', ?, '/var/lib/in-your-words/set-aside/20261122T060000000Z',
         'HEL-1042-K', 'HEL-1050-3', 2)`,
    ).run(Date.now(), Date.now() - 3_600_000);
    const tell = db.prepare(
      'INSERT INTO recovery_claim (recovery, what, number, files, taken_at) VALUES (1, ?, ?, ?, ?)',
    );
    for (const number of ['HEL-1042-K', 'HEL-1043-I', 'HEL-1044-G'])
      tell.run('only-there', number, null, Date.now() - 1_800_000);
    tell.run('files-missing', 'HEL-1007-8', 2, null);
    tell.run('files-missing', 'HEL-1031-2', 1, null);
    tell.run('erased-again', 'HEL-1012-5', null, null);
  } finally {
    db.close();
  }
}
