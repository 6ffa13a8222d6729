import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { deskShop } from './desk/support.ts';
import { NOON, workshop } from './support.ts';

test('what was tried before version 160 is there after it, and from then on an answer may be missing', () => {
  using shop = workshop();
  mkdirSync(dirname(shop.file), { recursive: true });
  const db = new Database(shop.file);
  db.pragma('foreign_keys = 1');
  migrate(
    db,
    NOON,
    MIGRATIONS.filter(({ version }) => version < 160),
  );
  const old = [
    { claim_id: 'c', position: 0, description: 'Descaling', outcome: 'no' },
    { claim_id: 'c', position: 1, description: 'إزالة الكلس', outcome: 'a-little' },
  ];
  // Its claim is of no interest here.
  db.pragma('foreign_keys = 0');
  const insert = db.prepare('INSERT INTO attempt VALUES (@claim_id, @position, @description, @outcome)');
  for (const row of old) insert.run(row);
  expect(() => insert.run({ ...old[0], position: 2, outcome: 'not-said' })).toThrow('CHECK');
  migrate(db, NOON);
  expect(db.prepare('SELECT * FROM attempt ORDER BY position').all()).toEqual(old);
  db.exec('DELETE FROM attempt');
  db.close();

  const desk = deskShop(shop);
  const id = desk.take({ attempts: [{ description: 'Descaling', outcome: 'not-said' }] });
  expect(desk.see(id).attempts).toEqual([{ description: 'Descaling', outcome: 'not-said' }]);
  expect(() => desk.db.exec(`UPDATE attempt SET outcome = 'maybe'`)).toThrow('CHECK');
  expect(desk.db.pragma('foreign_key_check')).toEqual([]);
  expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
