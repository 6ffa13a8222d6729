import { appendFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backupFile,
  backupsIn,
  copyBackup,
  isIntact,
  pruneBackups,
  writeBackup,
} from '../../../src-main/backup/backup-file.ts';
import { runBackup } from '../../../src-main/backup/run-backup.ts';
import { isBackupDue, KEPT, keptBackups } from '../../../src-main/domain/backup.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { connect } from '../../../src-main/store/sqlite.ts';
import { after, claimsOf, failure, HOUR_MS, NOON, toTake, value, workshop } from '../store/support.ts';
import { backUp, backupFolder, pastTrigger, takeClaims } from './support.ts';

describe('a backup', () => {
  test('holds every claim with its words, and nothing is beside it', () => {
    using shop = workshop();
    const numbers = takeClaims(shop, 3);
    const backup = backUp(shop);
    expect(backup).toMatchObject({ claims: 3, statements: 3, why: 'asked', madeAt: NOON });
    expect(readdirSync(backupFolder(shop)).toSorted()).toEqual([`${backup.id}.db`, `${backup.id}.json`]);
    expect(statSync(backupFile(backupFolder(shop), backup)).mode & 0o777).toBe(0o600);
    const db = connect(backupFile(backupFolder(shop), backup), { readonly: true, busyMs: 0 });
    expect(db.prepare('SELECT number FROM claim ORDER BY running').pluck().all()).toEqual(numbers);
    db.close();
    expect(backupsIn(backupFolder(shop))).toEqual([backup]);
    expect(isIntact(backupFolder(shop), backup)).toBe(true);
  });

  test('is of one moment, while claims go on being taken on another connection', () => {
    using shop = workshop();
    const { db } = shop.open();
    const claims = claimsOf(db);
    value(claims.take(toTake()));
    const source = connect(shop.file, { readonly: true, busyMs: 0 });
    source.prepare('BEGIN').run();
    source.prepare('SELECT count(*) FROM claim').get();
    value(claims.take(toTake()));
    source.prepare('COMMIT').run();
    const backup = value(writeBackup({ source, folder: backupFolder(shop), why: 'asked', at: NOON }));
    source.close();
    expect(backup.claims).toBe(2);
  });

  test('is refused where a word was changed behind the history, and nothing is left of it', () => {
    using shop = workshop();
    takeClaims(shop, 2);
    const { db } = shop.open();
    pastTrigger(db, 'statement_is_verbatim', `UPDATE statement SET text = 'All is well.' WHERE seq = 1`);
    const refused = failure(writeBackup({ source: db, folder: backupFolder(shop), why: 'asked', at: NOON }));
    expect(refused).toMatchObject({ reason: 'damaged' });
    expect(refused.detail).toMatch(/^claim HEL-1001-.* is altered$/);
    expect(readdirSync(backupFolder(shop))).toEqual([]);
  });

  test('counts as none without its manifest, and as broken with a bit changed', () => {
    using shop = workshop();
    takeClaims(shop, 1);
    const backup = backUp(shop);
    const folder = backupFolder(shop);
    writeFileSync(join(folder, 'claims-20251121T130000000Z.db'), 'half a file');
    writeFileSync(join(folder, 'claims-20251121T140000000Z.json'), '{');
    expect(backupsIn(folder)).toEqual([backup]);
    appendFileSync(backupFile(folder, backup), '\0');
    expect(isIntact(folder, backup)).toBe(false);
  });

  test('says that the disk refuses where it does', () => {
    using shop = workshop();
    takeClaims(shop, 1);
    const { db } = shop.open();
    const file = join(shop.folder, 'a-file');
    writeFileSync(file, '');
    const refused = failure(
      writeBackup({ source: db, folder: join(file, 'backups'), why: 'asked', at: NOON }),
    );
    expect(refused.reason).toBe('disk');
  });

  test('is copied to a second place, and its failure there is not one here', () => {
    using shop = workshop();
    takeClaims(shop, 1);
    const folder = backupFolder(shop);
    const backup = backUp(shop);
    const second = join(shop.folder, 'stick', 'in-your-words');
    expect(copyBackup(backup, folder, second)).toBeNull();
    expect(copyBackup(backup, folder, second)).toBeNull();
    expect(backupsIn(second)).toEqual([backup]);
    expect(isIntact(second, backup)).toBe(true);
    const gone = join(shop.folder, 'gone', 'in-your-words');
    const outcome = runBackup({ file: shop.file, folder, second: gone, why: 'schedule', at: after(HOUR_MS) });
    expect(outcome).toMatchObject({ made: { ok: true }, second: { reason: 'disk' } });
    expect(backupsIn(folder)).toHaveLength(2);
  });
});

describe('which backups stay', () => {
  const backupAt = (hours: number) => ({ id: `b${hours}`, madeAt: (hours * HOUR_MS) as Instant });

  test('hours of a day, days of two weeks, eight weeks', () => {
    const year = Array.from({ length: 24 * 365 }, (_, hours) => backupAt(hours));
    const kept = year.filter(({ id }) => keptBackups(year).has(id));
    expect(kept.length).toBeLessThanOrEqual(KEPT.hours + KEPT.days + KEPT.weeks);
    expect(kept.slice(-KEPT.hours)).toEqual(year.slice(-KEPT.hours));
    expect(year.length - 1 - Number(kept[0]?.id.slice(1))).toBeGreaterThan(24 * 7 * (KEPT.weeks - 2));
  });

  test('the newest always stays, and pruning twice removes nothing more', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1 }), (hours) => {
        const all = hours.map(backupAt);
        const kept = keptBackups(all);
        expect(kept).toContain(`b${Math.max(...hours)}`);
        expect(keptBackups(all.filter(({ id }) => kept.has(id)))).toEqual(kept);
      }),
    );
  });

  test('what goes leaves no file, and what a power cut left goes too', () => {
    using shop = workshop();
    takeClaims(shop, 1);
    const folder = backupFolder(shop);
    const first = backUp(shop, NOON);
    const second = backUp(shop, after(1));
    writeFileSync(join(folder, 'claims-20251121T130000000Z.db'), 'without a manifest');
    writeFileSync(join(folder, 'claims-20251121T140000000Z.db.new'), 'half');
    writeFileSync(join(folder, 'notes.txt'), 'somebody’s own');
    expect(pruneBackups(folder)).toBe(1);
    expect(readdirSync(folder).toSorted()).toEqual([`${second.id}.db`, `${second.id}.json`, 'notes.txt']);
    expect(first.id).not.toBe(second.id);
  });
});

test('a backup is due an hour after the last where something changed, else a day after it', () => {
  const newest = { madeAt: NOON, auditSeq: 7 };
  const due = (ms: number, auditSeq: number) => isBackupDue(newest, { now: after(ms), auditSeq });
  expect(isBackupDue(null, { now: NOON, auditSeq: 0 })).toBe(true);
  expect([due(HOUR_MS - 1, 8), due(HOUR_MS, 8)]).toEqual([false, true]);
  expect([due(24 * HOUR_MS - 1, 7), due(24 * HOUR_MS, 7)]).toEqual([false, true]);
  // The clock went back: waiting until it is there again could take years.
  expect(due(-HOUR_MS, 7)).toBe(true);
});
