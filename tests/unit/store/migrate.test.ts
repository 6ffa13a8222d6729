import { expect, test } from 'vitest';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import type { Migration } from '../../../src-main/store/migration.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { claimsOf, NOON, toTake, value, workshop } from './support.ts';

const good: Migration = { version: 9_010, sql: 'CREATE TABLE later_thing (words TEXT NOT NULL) STRICT;' };
const halfWay: Migration = {
  version: 9_020,
  sql: `CREATE TABLE goodwill (kind TEXT NOT NULL) STRICT;
        UPDATE claim SET item_name = 'overwritten';
        CREATE TABLE claim (id TEXT);`,
};

/** Returns everything that a migration could have changed. */
function state(db: Db): unknown {
  return {
    version: db.pragma('user_version'),
    schema: db.prepare('SELECT * FROM sqlite_schema ORDER BY name').all(),
    claims: db.prepare('SELECT * FROM claim').all(),
    audit: db.prepare('SELECT * FROM audit').all(),
  };
}

test('versions are numbered in tens and rise', () => {
  const versions = MIGRATIONS.map(({ version }) => version);
  expect(versions.filter((version) => version % 10 !== 0)).toEqual([]);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

test('a migration that fails half way leaves everything as it was', () => {
  using shop = workshop();
  const { db } = shop.open();
  value(claimsOf(db).take(toTake()));
  const before = state(db);
  expect(() => migrate(db, NOON, [...MIGRATIONS, halfWay])).toThrow('already exists');
  expect(db.inTransaction).toBe(false);
  expect(state(db)).toEqual(before);
  shop.close();
  expect(state(shop.open().db)).toEqual(before);
});

test('steps before the one that fails stay done, and their data with them', () => {
  using shop = workshop();
  const { db } = shop.open();
  const { number } = value(claimsOf(db).take(toTake()));
  expect(() => migrate(db, NOON, [...MIGRATIONS, good, halfWay])).toThrow();
  expect(db.pragma('user_version', { simple: true })).toBe(9_010);
  expect(claimsOf(db).byNumber(number)?.item.name).toBe('Kettle');
});

test('a step that is done is not done again', () => {
  using shop = workshop();
  const { db } = shop.open();
  expect(migrate(db, NOON, [...MIGRATIONS, good])).toBe(9_010);
  const before = state(db);
  expect(migrate(db, NOON, [...MIGRATIONS, good])).toBe(9_010);
  expect(state(db)).toEqual(before);
});
