import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { FileDigest } from '../../../src-main/domain/attachment.ts';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { deskShop } from './desk/support.ts';
import { NOON, value, workshop } from './support.ts';

const GIVEN = {
  digest: 'ab'.repeat(32) as FileDigest,
  media: 'image/jpeg',
  bytes: 3,
  shows: 'The leak',
} as const;

test('a database of version 70 has photos and files after it, and what was there is there', () => {
  using shop = workshop();
  mkdirSync(dirname(shop.file), { recursive: true });
  const db = new Database(shop.file);
  db.pragma('foreign_keys = 1');
  migrate(
    db,
    NOON,
    MIGRATIONS.filter(({ version }) => version <= 70),
  );
  db.exec(
    `INSERT INTO staff_member VALUES ('s', 'Sanna', 'clerk', 'en', 1, 'x', ${String(NOON)}, ${String(NOON)})`,
  );
  db.close();

  const desk = deskShop(shop);
  expect(desk.db.prepare("SELECT name FROM staff_member WHERE id = 's'").pluck().get()).toBe('Sanna');
  const id = desk.take();
  value(desk.attachments.add(desk.change(id), GIVEN));
  expect(desk.attachments.of(id)).toMatchObject([{ ...GIVEN, seq: 1, removed: null }]);
  expect(desk.db.pragma('foreign_key_check')).toEqual([]);
  expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('the schema itself refuses what is no digest, and half of a removal', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const add = (digest: string) =>
    desk.attachments.add(desk.change(id), { ...GIVEN, digest: digest as FileDigest });
  expect(() => add('../../claims.db')).toThrow('CHECK');
  expect(() => add('AB'.repeat(32))).toThrow('CHECK');
  value(add(GIVEN.digest));
  expect(() => desk.db.exec(`UPDATE attachment SET removed_at = 1`)).toThrow('CHECK');
});
