import { join } from 'node:path';
import { writeBackup } from '../../../src-main/backup/backup-file.ts';
import type { Backup } from '../../../src-main/domain/backup.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { claimsOf, NOON, toTake, value, type Workshop } from '../store/support.ts';

/** Returns the folder of a workshop's backups. */
export function backupFolder(shop: Workshop): string {
  return join(shop.folder, 'data', 'backups');
}

/** Takes `count` claims with words of their own in the workshop's database and returns their numbers. */
export function takeClaims(shop: Workshop, count: number): readonly string[] {
  const claims = claimsOf(shop.open().db);
  const numbers = Array.from(
    { length: count },
    (_, index) => value(claims.take(toTake({ statement: `Story ${index}: it leaks 💧` }))).number,
  );
  shop.close();
  return numbers;
}

/** Runs `sql` as somebody does who takes a trigger away first, and puts it back afterwards. */
export function pastTrigger(db: Db, trigger: string, sql: string): void {
  const text = db
    .prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(trigger);
  db.exec(`DROP TRIGGER ${trigger}; ${sql}; ${text}`);
}

/** Backs the workshop's database up. */
export function backUp(shop: Workshop, at: Instant = NOON): Backup {
  const { db } = shop.open();
  const backup = value(writeBackup({ source: db, folder: backupFolder(shop), why: 'asked', at }));
  shop.close();
  return backup;
}
