import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  checkpoint,
  checkpointIfDue,
  WAL_GUARD_BYTES,
  WAL_KEPT_BYTES,
  walBytes,
} from '../../../src-main/store/checkpointer.ts';
import { claimsOf, toTake, value, workshop } from './support.ts';

test('a fresh database has nothing waiting', () => {
  using shop = workshop();
  const { db } = shop.open();
  expect(walBytes(db)).toBe(0);
  expect(checkpointIfDue(db, true)).toBe(false);
});

test('claims wait in the log until somebody checkpoints; measuring moves nothing', () => {
  using shop = workshop();
  const { db } = shop.open();
  const before = statSync(shop.file).mtimeMs;
  value(claimsOf(db).take(toTake()));
  const waiting = walBytes(db);
  expect(waiting).toBeGreaterThan(4096);
  expect(walBytes(db)).toBe(waiting);
  expect(statSync(shop.file).mtimeMs).toBe(before);
  expect(checkpointIfDue(db, false)).toBe(false);
  expect(checkpointIfDue(db, true)).toBe(true);
  expect(walBytes(db)).toBe(0);
});

test('past the guard it is due even when somebody is at the kiosk, and the log does not grow on', () => {
  using shop = workshop();
  const { db } = shop.open();
  const claims = claimsOf(db);
  const busyDay = () => {
    for (let taken = 1; taken < 1_000; taken++) {
      value(claims.take(toTake({ statement: 'words '.repeat(3_000) })));
      if (checkpointIfDue(db, false)) return taken;
    }
    throw new Error('the guard never called');
  };
  expect(busyDay()).toBeGreaterThan(10);
  const size = statSync(`${shop.file}-wal`).size;
  expect(size).toBeGreaterThan(WAL_GUARD_BYTES);
  expect(size).toBeLessThan(WAL_GUARD_BYTES * 1.1);
  busyDay();
  expect(statSync(`${shop.file}-wal`).size).toBeLessThan(WAL_GUARD_BYTES * 1.1);
});

test('a reader in between is waited for by nobody', () => {
  using shop = workshop();
  const first = shop.open();
  const second = shop.open();
  value(claimsOf(first.db).take(toTake()));
  second.db.exec('BEGIN; SELECT count(*) FROM claim');
  second.db.prepare('SELECT count(*) FROM claim').get();
  value(claimsOf(first.db).take(toTake()));
  expect(checkpoint(first.db)).toBeGreaterThan(0);
  second.db.exec('COMMIT');
  expect(checkpoint(first.db)).toBe(0);
});

test('a log that grew because somebody read for long is cut off with the claim after them', () => {
  using shop = workshop();
  const [{ db }, { db: reader }] = [shop.open(), shop.open()];
  const claims = claimsOf(db);
  const logBytes = (): number => statSync(`${shop.file}-wal`).size;
  const takeOne = (): unknown => value(claims.take(toTake({ statement: 'words '.repeat(3_000) })));
  takeOne();
  reader.exec('BEGIN; SELECT count(*) FROM claim');
  reader.prepare('SELECT count(*) FROM claim').get();
  while (logBytes() < 1.5 * WAL_KEPT_BYTES) {
    takeOne();
    checkpointIfDue(db, false);
  }
  reader.exec('COMMIT');
  expect(checkpointIfDue(db, false)).toBe(true);
  takeOne();
  expect(logBytes()).toBe(WAL_KEPT_BYTES);
});
