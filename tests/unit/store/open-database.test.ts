import Database from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { OutOfServiceReason } from '../../../src-main/contract/api.ts';
import { WAL_KEPT_BYTES } from '../../../src-main/store/checkpointer.ts';
import type { OutOfService } from '../../../src-main/store/inspect-database.ts';
import { APPLICATION_ID, NEWEST_VERSION } from '../../../src-main/store/migrate.ts';
import { openDatabase } from '../../../src-main/store/open-database.ts';
import { claimsOf, failure, fingerprint, NOON, toTake, value, workshop, type Workshop } from './support.ts';

/** Puts a database at the workshop's file with plain SQLite, and closes it. */
function plant(shop: Workshop, work: (db: Database.Database) => unknown): void {
  mkdirSync(dirname(shop.file), { recursive: true });
  const db = new Database(shop.file);
  work(db);
  db.close();
}

/** Expects that opening is refused and that no byte and no name in the folder has changed; returns why. */
function refusedUntouched(shop: Workshop): { reason: OutOfService; detail: string } {
  const before = fingerprint(dirname(shop.file));
  const refusal = failure(openDatabase({ file: shop.file, now: () => NOON }));
  expect(fingerprint(dirname(shop.file))).toEqual(before);
  return refusal;
}

/** Leaves `file` with a log that was never checkpointed, as a power cut would. */
function withoutGoodbye(shop: Workshop, work: (db: Database.Database) => unknown): void {
  const other = join(shop.folder, 'other.db');
  shop.open();
  shop.close();
  copyFileSync(shop.file, other);
  const db = new Database(other);
  db.pragma('wal_autocheckpoint = 0');
  work(db);
  copyFileSync(other, shop.file);
  copyFileSync(`${other}-wal`, `${shop.file}-wal`);
  db.close();
}

test('the reasons are the ones the contract knows', () => {
  const toContract = (reason: OutOfService): OutOfServiceReason => reason;
  const toStore = (reason: OutOfServiceReason): OutOfService => reason;
  expect([toContract('disk'), toStore('disk')]).toEqual(['disk', 'disk']);
});

test.each(['first', 'second', 'third'])('every pragma holds on the %s open', (which) => {
  using shop = workshop();
  for (const earlier of ['first', 'second', 'third'].slice(0, ['first', 'second', 'third'].indexOf(which))) {
    expect(shop.open().created).toBe(earlier === 'first');
    shop.close();
  }
  const { db, created } = shop.open();
  expect(created).toBe(which === 'first');
  const names = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'recursive_triggers',
    'trusted_schema',
    'cell_size_check',
    'secure_delete',
    'busy_timeout',
    'wal_autocheckpoint',
    'journal_size_limit',
  ];
  expect(names.map((name) => [name, db.pragma(name, { simple: true })])).toEqual([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['busy_timeout', 2000],
    ['wal_autocheckpoint', 0],
    ['journal_size_limit', WAL_KEPT_BYTES],
  ]);
});

test('the trap is there: a second connection without our pragma does not run FULL', () => {
  using shop = workshop();
  shop.open();
  shop.close();
  const db = new Database(shop.file);
  db.prepare('SELECT count(*) FROM claim').get();
  expect(db.pragma('synchronous', { simple: true })).toBe(1);
  db.close();
});

test('a new database bears our mark and is for this user only', () => {
  using shop = workshop();
  const { db } = shop.open();
  value(claimsOf(db).take(toTake()));
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(db.pragma('user_version', { simple: true })).toBe(NEWEST_VERSION);
  const modes = ['', '-wal', '-shm'].map((end) => statSync(shop.file + end).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
  expect(statSync(dirname(shop.file)).mode & 0o777).toBe(0o700);
});

test('the database alone, without its log, is recognised from the first second', () => {
  using shop = workshop();
  shop.open();
  const alone = join(shop.folder, 'alone.db');
  copyFileSync(shop.file, alone);
  expect(value(openDatabase({ file: alone, now: () => NOON })).created).toBe(false);
});

test('a path with signs that mean something in an address is only a path', () => {
  using shop = workshop();
  const file = join(shop.folder, 'a?mode=memory#b %41', 'claims.db');
  value(openDatabase({ file, now: () => NOON })).close();
  expect(existsSync(file)).toBe(true);
  expect(value(openDatabase({ file, now: () => NOON })).created).toBe(false);
});

test('a newer database is refused untouched', () => {
  using shop = workshop();
  value(claimsOf(shop.open().db).take(toTake()));
  shop.close();
  plant(shop, (db) => db.pragma(`user_version = ${NEWEST_VERSION + 10}`));
  expect(refusedUntouched(shop).reason).toBe('newer-database');
});

test('a newer version that only the log knows of is refused untouched', () => {
  using shop = workshop();
  withoutGoodbye(shop, (db) => db.pragma(`user_version = ${NEWEST_VERSION + 10}`));
  expect(refusedUntouched(shop).reason).toBe('newer-database');
});

test('claims that only the log knows of are there again', () => {
  using shop = workshop();
  withoutGoodbye(shop, (db) => value(claimsOf(db).take(toTake())));
  expect(claimsOf(shop.open().db).count()).toBe(1);
});

test.each([
  ['another application id', (db: Database.Database) => db.pragma('application_id = 7')],
  ['tables of somebody else', (db: Database.Database) => db.exec('CREATE TABLE song (title)')],
  ['nothing in it', (db: Database.Database) => db.pragma('journal_mode = wal')],
  ['a version but no tables', (db: Database.Database) => db.pragma('user_version = 10')],
  [
    'tables of somebody else in WAL',
    (db: Database.Database) => {
      db.pragma('journal_mode = wal');
      db.exec('CREATE TABLE song (title)');
    },
  ],
])('%s: refused untouched', (_, work) => {
  using shop = workshop();
  plant(shop, work);
  expect(refusedUntouched(shop).reason).toBe('other-database');
});

test('our mark with a version that never was is damage', () => {
  using shop = workshop();
  plant(shop, (db) => {
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma('user_version = 3');
  });
  expect(refusedUntouched(shop).reason).toBe('damaged-database');
});

test.each([
  ['text', Buffer.from('Dear diary,\n'.repeat(900))],
  ['one byte', Buffer.from('S')],
  ['a header and nothing else', Buffer.from('SQLite format 3\0')],
  ['zeros', Buffer.alloc(8192)],
])('%s is no database and is left as it is', (_, bytes) => {
  using shop = workshop();
  mkdirSync(dirname(shop.file));
  writeFileSync(shop.file, bytes);
  expect(refusedUntouched(shop).reason).toBe('damaged-database');
});

test('a database whose end is missing is damaged and left as it is', () => {
  using shop = workshop();
  value(claimsOf(shop.open().db).take(toTake()));
  shop.close();
  truncateSync(shop.file, statSync(shop.file).size - 4096);
  expect(refusedUntouched(shop).reason).toBe('damaged-database');
});

test('a page of noise inside a database is found at the start, and left as it is', () => {
  using shop = workshop();
  value(claimsOf(shop.open().db).take(toTake({ statement: 'words '.repeat(3_000) })));
  shop.close();
  const bytes = readFileSync(shop.file);
  bytes.fill(0xa5, 4096 * 4, 4096 * 5);
  writeFileSync(shop.file, bytes);
  expect(refusedUntouched(shop).reason).toBe('damaged-database');
});

test.each(['gone', 'empty'])('a database that is %s beside its log is not made anew over it', (how) => {
  using shop = workshop();
  withoutGoodbye(shop, (db) => value(claimsOf(db).take(toTake())));
  if (how === 'gone') rmSync(shop.file);
  else truncateSync(shop.file);
  expect(refusedUntouched(shop).reason).toBe('damaged-database');
});

test('a file without a byte is no database yet, and becomes one', () => {
  using shop = workshop();
  mkdirSync(dirname(shop.file));
  writeFileSync(shop.file, '');
  expect(shop.open().created).toBe(true);
  expect(claimsOf(shop.open().db).take(toTake()).ok).toBe(true);
});

test('what a kill while creating left beside it is cleared away', () => {
  using shop = workshop();
  mkdirSync(dirname(shop.file));
  for (const end of ['', '-wal', '-shm', '-journal']) writeFileSync(`${shop.file}.new${end}`, 'half a thing');
  expect(shop.open().created).toBe(true);
  shop.close();
  expect(readdirSync(dirname(shop.file))).toEqual([basename(shop.file)]);
});

test('a folder in the place of the file, or a file in the place of the folder, is a matter of the disk', () => {
  using shop = workshop();
  mkdirSync(shop.file, { recursive: true });
  expect(failure(openDatabase({ file: shop.file, now: () => NOON })).reason).toBe('disk');
  writeFileSync(join(shop.folder, 'plain'), '');
  const below = join(shop.folder, 'plain', 'claims.db');
  expect(failure(openDatabase({ file: below, now: () => NOON })).reason).toBe('disk');
});

test('a file that another process holds fast is a matter of the disk', () => {
  using shop = workshop();
  shop.open();
  shop.close();
  const other = new Database(shop.file);
  other.pragma('locking_mode = exclusive');
  other.exec('BEGIN IMMEDIATE; COMMIT');
  expect(failure(openDatabase({ file: shop.file, now: () => NOON })).reason).toBe('disk');
  other.close();
});

test('a schema that is not as it was made is damage, also where SQLite itself finds nothing wrong', () => {
  using shop = workshop();
  shop.open();
  shop.close();
  plant(shop, (db) => db.exec('DROP TRIGGER statement_is_verbatim'));
  const refusal = failure(openDatabase({ file: shop.file, now: () => NOON }));
  expect(refusal).toEqual({ reason: 'damaged-database', detail: 'the schema is not as it was made' });
});
