import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { PRAISE } from '../../../src-main/store/migrations/0090-praise.ts';
import { inTransaction } from '../../../src-main/store/sqlite.ts';
import { NOON, workshop } from './support.ts';

test('a database of before takes its people and its history along, and the history still verifies', () => {
  using shop = workshop();
  mkdirSync(dirname(shop.file), { recursive: true });
  const db = new Database(shop.file);
  db.pragma('foreign_keys = 1');
  const earlier = MIGRATIONS.filter(({ version }) => version < PRAISE.version);
  migrate(db, NOON, earlier);
  inTransaction(db, () => {
    db.prepare(`INSERT INTO staff_member VALUES ('s', 'Mika', 'clerk', 'en', 1, 'x', ?, ?)`).run(NOON, NOON);
    createAuditStore(db).append({ at: NOON, event: 'staff-added', subject: 's clerk' });
  });
  migrate(db, NOON);
  expect(createAuditStore(db).verify()).toEqual({ ok: true, value: MIGRATIONS.length + 1 });
  const give = db.prepare(
    `INSERT INTO praise (id, staff_id, words, locale, salt, given_at) VALUES (?, ?, '', 'en', '', 0)`,
  );
  give.run('p', 's');
  give.run('q', null);
  expect(() => give.run('r', 'nobody')).toThrow('FOREIGN KEY');
  expect(() => give.run('p', 's')).toThrow('UNIQUE');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});
