import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { deskShop } from './desk/support.ts';
import { claimsOf, NOON, toTake, value, workshop } from './support.ts';

test('a claim of the version before it can join a known issue, and is as it was', () => {
  using shop = workshop();
  mkdirSync(dirname(shop.file), { recursive: true });
  const before = new Database(shop.file);
  before.pragma('foreign_keys = 1');
  migrate(
    before,
    NOON,
    MIGRATIONS.filter(({ version }) => version < 80),
  );
  const { claimId } = value(claimsOf(before).take(toTake()));
  before.close();

  const desk = deskShop(shop);
  const { expectations } = desk.see(claimId);
  const line = { kind: 'unknown', texts: { en: 'We know.', ar: 'نعلم.' } } as const;
  const words = { title: 'Seal', description: '', items: '' };
  const id = desk.knownIssues.open({ by: desk.mika.id, at: NOON }, words, line);
  value(desk.knownIssues.join(desk.change(claimId), id));
  expect(desk.see(claimId).expectations).toEqual([
    ...expectations,
    expect.objectContaining({ text: 'We know.', addedBy: desk.mika.id }),
  ]);
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
  expect(desk.db.pragma('foreign_key_check')).toEqual([]);
});
