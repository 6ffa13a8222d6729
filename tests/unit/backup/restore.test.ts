import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupFile, backupsIn } from '../../../src-main/backup/backup-file.ts';
import { openOrRecover } from '../../../src-main/backup/open-or-recover.ts';
import { leaveOrder, readOrder } from '../../../src-main/backup/restore-order.ts';
import { highestNumberIn } from '../../../src-main/backup/seen-numbers.ts';
import { claimNumber, type StoreCode } from '../../../src-main/domain/claim-number.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { createPrintJobStore } from '../../../src-main/store/print-job-store.ts';
import { createRecoveryStore } from '../../../src-main/store/recovery-store.ts';
import { connect, type Db } from '../../../src-main/store/sqlite.ts';
import { verifyDatabase } from '../../../src-main/store/verify-database.ts';
import {
  after,
  claimsOf,
  failure,
  HOUR_MS,
  toTake,
  value,
  workshop,
  type Workshop,
} from '../store/support.ts';
import { backUp, backupFolder, takeClaims } from './support.ts';

const HEL = 'HEL' as StoreCode;

/** Opens as the app does; the block closes it again. */
function start(shop: Workshop, folders: readonly [string, ...string[]] = [backupFolder(shop)]) {
  const said: string[] = [];
  const opened = openOrRecover({
    file: shop.file,
    folders,
    storeCode: HEL,
    now: () => after(HOUR_MS),
    onRestored: (detail) => said.push(detail),
  });
  return { opened, said };
}

function inDatabase<T>(shop: Workshop, work: (db: Db) => T): T {
  const { opened } = start(shop);
  const database = value(opened);
  try {
    return work(database.db);
  } finally {
    database.close();
  }
}

function numbersIn(db: Db): readonly string[] {
  return db.prepare<[], string>('SELECT number FROM claim ORDER BY running').pluck().all();
}

/** Makes a database that SQLite itself finds damaged. */
function damage(shop: Workshop): void {
  const bytes = readFileSync(shop.file);
  bytes.fill(0xa5, 8_192, 24_576);
  writeFileSync(shop.file, bytes);
}

describe('a damaged database', () => {
  test('is put aside whole, and the newest backup takes its place', () => {
    using shop = workshop();
    const kept = takeClaims(shop, 3);
    backUp(shop);
    const lost = takeClaims(shop, 2);
    damage(shop);
    const broken = readFileSync(shop.file);
    const { opened, said } = start(shop);
    const database = value(opened);
    const { db } = database;
    expect(numbersIn(db)).toEqual(kept);
    expect(verifyDatabase(db)).toMatchObject({ ok: true, value: { claims: 3 } });
    const [recovery] = createRecoveryStore(db).unseen();
    expect(recovery).toMatchObject({
      why: 'damaged',
      backupAt: after(0),
      lost: { from: lost[0], to: lost[1] },
    });
    expect(readFileSync(join(recovery?.setAside ?? '', 'claims.db'))).toEqual(broken);
    expect(said).toHaveLength(1);
    database.close();
    // Another start finds it in order.
    expect(start(shop).said).toEqual([]);
  });

  test('gives no number a second time', () => {
    using shop = workshop();
    takeClaims(shop, 1);
    backUp(shop);
    const lost = takeClaims(shop, 30);
    damage(shop);
    const next = inDatabase(shop, (db) => value(claimsOf(db).take(toTake())).number);
    expect(lost).not.toContain(next);
    expect(Number(next.split('-')[1])).toBeGreaterThan(1_031);
  });

  test('goes on from nothing where there is no backup, and says that all is lost', () => {
    using shop = workshop();
    const all = takeClaims(shop, 4);
    truncateSync(shop.file, 5_000);
    const recovery = inDatabase(shop, (db) => {
      expect(numbersIn(db)).toEqual([]);
      return createRecoveryStore(db).unseen()[0];
    });
    expect(recovery).toMatchObject({ backupAt: null });
    // What is left of the file tells of some of them.
    expect(all).toContain(recovery?.lost?.to ?? all[0]);
  });

  test('passes over a backup that is not intact, and finds the one in the second place', () => {
    using shop = workshop();
    const kept = takeClaims(shop, 2);
    const good = backUp(shop);
    takeClaims(shop, 1);
    const bad = backUp(shop, after(1));
    const second = join(shop.folder, 'stick');
    const folder = backupFolder(shop);
    writeFileSync(backupFile(folder, bad), 'rotten');
    damage(shop);
    // The good one is only on the stick.
    moveBackup(folder, second, good.id);
    const { opened } = start(shop, [folder, second]);
    const database = value(opened);
    const { db } = database;
    expect(numbersIn(db)).toEqual(kept);
    database.close();
  });

  test('asks about slips that were to be printed, and prints none of them by itself', () => {
    using shop = workshop();
    takeClaims(shop, 2);
    backUp(shop);
    damage(shop);
    inDatabase(shop, (db) => {
      expect(createPrintJobStore(db).open()).toEqual([]);
      expect(db.prepare('SELECT DISTINCT state FROM print_job').pluck().all()).toEqual(['sent-unconfirmed']);
      expect(createRecoveryStore(db).unseen()[0]).toMatchObject({ unsureSlips: 2 });
    });
  });

  test('with a log but no database is damaged too: a kill came between the two moves', () => {
    using shop = workshop();
    const kept = takeClaims(shop, 2);
    backUp(shop);
    rmSync(shop.file);
    writeFileSync(`${shop.file}-wal`, 'a log');
    expect(inDatabase(shop, numbersIn)).toEqual(kept);
  });

  test('is on record until somebody has seen it', () => {
    using shop = workshop();
    takeClaims(shop, 1);
    backUp(shop);
    damage(shop);
    inDatabase(shop, (db) => {
      db.exec(`INSERT INTO staff_member VALUES ('s1', 'Sanna', 'supervisor', 'en', 1, 'x', 0, 0)`);
      const recoveries = createRecoveryStore(db);
      const id = recoveries.unseen()[0]?.id ?? 0;
      expect(recoveries.markSeen(id, 's1' as never, after(0))).toBe(true);
      expect(recoveries.markSeen(id, 's1' as never, after(0))).toBe(false);
      expect(recoveries.unseen()).toEqual([]);
      expect(createAuditStore(db).verify().ok).toBe(true);
    });
  });
});

describe('what is no damage', () => {
  test('a newer database, somebody else’s and a disk that refuses are left alone', () => {
    using shop = workshop();
    takeClaims(shop, 1);
    backUp(shop);
    const { db } = shop.open();
    db.pragma('user_version = 9990');
    shop.close();
    const before = readFileSync(shop.file);
    const { opened, said } = start(shop);
    expect(failure(opened).reason).toBe('newer-database');
    expect([said, readFileSync(shop.file)]).toEqual([[], before]);
    expect(existsSync(join(dirname(shop.file), 'set-aside'))).toBe(false);
  });
});

describe('an older database', () => {
  test('is backed up before its schema is changed', () => {
    using shop = workshop();
    const draft = join(shop.folder, 'data', 'claims.db');
    shop.open();
    shop.close();
    rmSync(draft);
    writeFileSync(draft, '');
    const old = connect(draft, { readonly: false, busyMs: 0 });
    old.pragma('journal_mode = wal');
    migrate(old, after(0), MIGRATIONS.slice(0, 2));
    old.close();
    inDatabase(shop, (db) =>
      expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version),
    );
    expect(backupsIn(backupFolder(shop))).toMatchObject([
      { why: 'before-migration', schema: MIGRATIONS[1]?.version },
    ]);
  });

  test('stays as it is where it cannot be backed up', () => {
    using shop = workshop();
    shop.open();
    shop.close();
    rmSync(shop.file);
    writeFileSync(shop.file, '');
    const old = connect(shop.file, { readonly: false, busyMs: 0 });
    migrate(old, after(0), MIGRATIONS.slice(0, 2));
    old.close();
    const folder = join(shop.folder, 'a-file');
    writeFileSync(folder, '');
    expect(failure(start(shop, [folder]).opened).reason).toBe('disk');
    const still = connect(shop.file, { readonly: true, busyMs: 0 });
    expect(still.pragma('user_version', { simple: true })).toBe(MIGRATIONS[1]?.version);
    still.close();
  });
});

describe('a backup that was asked for', () => {
  test('takes the place of the database at the next start, once', () => {
    using shop = workshop();
    const kept = takeClaims(shop, 1);
    const first = backUp(shop);
    const later = takeClaims(shop, 1);
    backUp(shop, after(1));
    leaveOrder(dirname(shop.file), { why: 'asked', detail: 'asked for', wanted: first.id });
    inDatabase(shop, (db) => {
      expect(numbersIn(db)).toEqual(kept);
      expect(createRecoveryStore(db).unseen()[0]).toMatchObject({ why: 'asked', lost: { to: later[0] } });
    });
    expect(readOrder(dirname(shop.file))).toBeNull();
    expect(inDatabase(shop, numbersIn)).toEqual(kept);
    expect(readdirSync(join(dirname(shop.file), 'set-aside'))).toHaveLength(1);
  });
});

test('a number is seen wherever it stands in a file, also across two reads', () => {
  using shop = workshop();
  const file = join(shop.folder, 'bytes');
  const seam = 4 * 1024 * 1024;
  const bytes = Buffer.alloc(seam + 100, 0xff);
  bytes.write(claimNumber(HEL, 4_242), seam - 5, 'latin1');
  bytes.write('HEL-9999999-A HEL-77', 50, 'latin1');
  writeFileSync(file, bytes);
  expect(highestNumberIn([file, join(shop.folder, 'none')])).toBe(4_242);
});

/** Moves a backup to another folder. */
function moveBackup(from: string, to: string, id: string): void {
  mkdirSync(to);
  for (const end of ['db', 'json']) renameSync(join(from, `${id}.${end}`), join(to, `${id}.${end}`));
}
