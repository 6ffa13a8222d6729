import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { deskShop } from './desk/support.ts';
import { after, HOUR_MS, NOON, value, workshop } from './support.ts';

test('a database of version 50 can lend and draw a line after it, and what was there is there', () => {
  using shop = workshop();
  mkdirSync(dirname(shop.file), { recursive: true });
  const db = new Database(shop.file);
  db.pragma('foreign_keys = 1');
  migrate(
    db,
    NOON,
    MIGRATIONS.filter(({ version }) => version <= 50),
  );
  db.exec(
    `INSERT INTO staff_member VALUES ('s', 'Sanna', 'clerk', 'en', 1, 'x', ${String(NOON)}, ${String(NOON)})`,
  );
  db.close();

  const desk = deskShop(shop);
  expect(desk.db.prepare("SELECT name FROM staff_member WHERE id = 's'").pluck().get()).toBe('Sanna');
  const id = desk.take();
  const due = after(HOUR_MS);
  value(
    desk.loaners.lend(desk.change(id), {
      ...{ name: 'Kettle', serial: '', state: 'fine', due },
      ...{ agreedBy: 'Veera', agreedHow: 'phone' },
    }),
  );
  expect(desk.see(id)).toMatchObject({ loaners: [{ name: 'Kettle' }], incidents: [], lines: [] });
  expect(desk.db.pragma('foreign_key_check')).toEqual([]);
  expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
