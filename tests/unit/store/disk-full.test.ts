import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storageFailure, type Db } from '../../../src-main/store/sqlite.ts';
import { createUnfinishedStore } from '../../../src-main/store/unfinished-store.ts';
import { claimsOf, failure, newRequestId, NOON, toTake, value, workshop } from './support.ts';

const LONG = 'words '.repeat(3_000);

/** Lets the database grow by no page more; returns the function that makes space again. */
function fill(db: Db): () => void {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  return () => void db.pragma('max_page_count = 1000000');
}

test('a full disk is a clear refusal; reading goes on, and taking too when there is space', () => {
  using shop = workshop();
  const { db } = shop.open();
  const claims = claimsOf(db);
  const first = toTake({ statement: LONG });
  const kept = value(claims.take(first));
  const makeSpace = fill(db);
  const second = toTake({ statement: LONG });

  expect(failure(claims.take(second))).toEqual({
    code: 'not-kept',
    detail: expect.stringContaining('SQLITE_FULL') as string,
  });
  expect(db.inTransaction).toBe(false);
  expect(claims.count()).toBe(1);
  expect(claims.byNumber(kept.number)?.statement).toBe(LONG);
  // Who asks again for a claim that was kept hears that it was, even now.
  expect(value(claims.take(first))).toEqual({ ...kept, created: false });

  makeSpace();
  const later = value(claims.take(second));
  expect(later).toMatchObject({ created: true });
  expect(later.number).toContain('-1002-');
  shop.close();
  expect(claimsOf(shop.open().db).count()).toBe(2);
});

test('unfinished words on a full disk are refused as plainly', () => {
  using shop = workshop();
  const { db } = shop.open();
  const unfinished = createUnfinishedStore(db);
  const makeSpace = fill(db);
  const draft = { requestId: newRequestId(), locale: 'en', statement: LONG } as const;
  expect(failure(unfinished.keep(draft, NOON)).code).toBe('not-kept');
  makeSpace();
  expect(unfinished.keep(draft, NOON).ok).toBe(true);
});

test('a database that another process is writing to is a refusal, not a crash', () => {
  using shop = workshop();
  const { db } = shop.open();
  const claims = claimsOf(db);
  db.pragma('busy_timeout = 1');
  const other = new Database(shop.file);
  other.exec('BEGIN IMMEDIATE');
  expect(failure(claims.take(toTake())).detail).toContain('SQLITE_BUSY');
  other.exec('ROLLBACK');
  other.close();
  expect(claims.take(toTake()).ok).toBe(true);
});

test.each([
  'FULL',
  'IOERR_FSYNC',
  'IOERR_WRITE',
  'READONLY_DBMOVED',
  'BUSY_SNAPSHOT',
  'CORRUPT_INDEX',
  'CANTOPEN',
])('SQLITE_%s is the world, not a bug', (code) => {
  expect(storageFailure(new Database.SqliteError('x', `SQLITE_${code}`))).not.toBeNull();
});

test.each(['CONSTRAINT_UNIQUE', 'ERROR', 'MISUSE', 'RANGE', 'MISMATCH'])('SQLITE_%s is a bug', (code) => {
  expect(storageFailure(new Database.SqliteError('x', `SQLITE_${code}`))).toBeNull();
  expect(storageFailure(new Error('x'))).toBeNull();
});
