import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { wordsDigest } from '../../../src-main/store/words-digest.ts';
import { deskShop } from './desk/support.ts';
import { after, MINUTE_MS, NOON, value, workshop } from './support.ts';

test('praise is kept word for word, once, with a digest and no word in the history', () => {
  using shop = workshop();
  const { db, praise, mika } = deskShop(shop);
  const given = {
    id: v4(),
    to: mika.id,
    claimId: null,
    words: ' Thank\u0301s,\r\n💐 ',
    locale: 'en',
  } as const;
  value(praise.give(given, NOON));
  value(praise.give({ ...given, words: 'again' }, NOON));
  expect(praise.to(mika.id, 10)).toEqual([
    { id: given.id, to: 'you', words: given.words, locale: 'en', givenAt: NOON, unseen: true },
  ]);
  const salt = db.prepare<[], string>('SELECT salt FROM praise').pluck().get() ?? '';
  const rows = db
    .prepare<[], { subject: string; digest: string }>(
      `SELECT subject, digest FROM audit WHERE event = 'praise-given'`,
    )
    .all();
  expect(rows).toEqual([
    { subject: `${given.id} ${mika.id}`, digest: wordsDigest(salt, [given.id, given.words]) },
  ]);
  expect(createAuditStore(db).verify()).toEqual({ ok: true, value: MIGRATIONS.length + 2 + 1 });
  expect(() => db.exec(`UPDATE praise SET words = 'better'`)).toThrow('never edited');
});

test('each sees what is theirs and everyone’s since they came, newest first, and has seen it alone', () => {
  using shop = workshop();
  const { praise, mika, aino } = deskShop(shop);
  const give = (words: string, to: typeof mika.id | null, at = NOON) => {
    const id = v4();
    value(praise.give({ id, to, claimId: null, words, locale: 'en' }, at));
    return id;
  };
  give('before anybody came', null, after(-MINUTE_MS));
  const mine = give('Mika', mika.id);
  const ours = give('All', null);
  const other = give('Aino', aino.id);
  expect(praise.to(mika.id, 10).map(({ words }) => words)).toEqual(['All', 'Mika']);
  expect(praise.to(mika.id, 1).map(({ words }) => words)).toEqual(['All']);
  expect(praise.unseen(mika.id)).toBe(2);
  praise.see(mika.id, [mine, ours, other, v4()], NOON);
  praise.see(mika.id, [mine], NOON);
  expect(praise.unseen(mika.id)).toBe(0);
  expect(praise.unseen(aino.id)).toBe(2);
});
