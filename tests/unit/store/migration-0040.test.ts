import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { ClaimId } from '../../../src-main/domain/brand.ts';
import type { ClaimNumber, StoreCode } from '../../../src-main/domain/claim-number.ts';
import type { TicketSecret } from '../../../src-main/domain/secret.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { claimDigest } from '../../../src-main/store/claim-reader.ts';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { inTransaction } from '../../../src-main/store/sqlite.ts';
import { deskShop, nextUpdateOf } from './desk/support.ts';
import { after, HOUR_MS, intake, NOON, value, workshop } from './support.ts';

const CLAIM = 'claim' as ClaimId;
const GIVEN = {
  ...intake(),
  claimId: CLAIM,
  number: 'HEL-1001-R' as ClaimNumber,
  storeCode: 'HEL' as StoreCode,
  takenAt: NOON,
  expectations: [
    { kind: 'will', text: 'News by one.', emphasis: 'one' },
    { kind: 'try', text: 'A loaner.', emphasis: '' },
  ],
  promises: [
    { kind: 'next-update', text: 'News by one.', owner: 'The counter', due: after(2 * HOUR_MS) },
    { kind: 'expectation', text: 'A look.', owner: 'The counter', due: after(HOUR_MS) },
  ],
} as const;
const SEALED = { claim: GIVEN, secret: '7F3KQ9' as TicketSecret, salt: 'salt' };

/** Makes a database of version 30 with a claim that was taken, its history, a person and a job. */
function planted(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  db.pragma('foreign_keys = 1');
  migrate(db, NOON, MIGRATIONS.slice(0, 3));
  inTransaction(db, () => {
    db.prepare('INSERT INTO claim VALUES (1001, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      ...[CLAIM, GIVEN.number, GIVEN.requestId, 'HEL', SEALED.secret, SEALED.salt, 'en'],
      ...[GIVEN.item.name, GIVEN.item.serial, GIVEN.contact.name, GIVEN.contact.phone, '', 'phone', NOON],
    );
    db.exec('UPDATE claim_sequence SET next = 1002');
    db.prepare('INSERT INTO statement VALUES (?, ?, 1, ?, ?, ?)').run(
      's',
      CLAIM,
      GIVEN.statement,
      'en',
      NOON,
    );
    db.prepare('INSERT INTO feeling VALUES (?, 1, ?, ?, ?)').run(CLAIM, 'upset', GIVEN.feeling.words, NOON);
    GIVEN.attempts.forEach((one, at) =>
      db.prepare('INSERT INTO attempt VALUES (?, ?, ?, ?)').run(CLAIM, at, one.description, one.outcome),
    );
    GIVEN.wishes.kinds.forEach((kind, at) =>
      db.prepare('INSERT INTO wish VALUES (?, ?, ?)').run(CLAIM, at, kind),
    );
    db.prepare('INSERT INTO wish_words VALUES (?, ?)').run(CLAIM, GIVEN.wishes.words);
    GIVEN.expectations.forEach(({ kind, text, emphasis }, at) =>
      db.prepare('INSERT INTO expectation VALUES (?, ?, ?, ?, ?)').run(CLAIM, at, kind, text, emphasis),
    );
    GIVEN.promises.forEach(({ kind, text, owner, due }, at) =>
      db
        .prepare(`INSERT INTO promise VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)`)
        .run(v7(), CLAIM, at, kind, text, owner, due, NOON),
    );
    createAuditStore(db).append({
      at: NOON,
      event: 'claim-taken',
      claimId: CLAIM,
      subject: GIVEN.number,
      digest: claimDigest(SEALED),
    });
  });
  db.close();
}

test('a claim of version 30 is there after it, word for word, new, and due when its first promise is', () => {
  using shop = workshop();
  planted(shop.file);
  const desk = deskShop(shop);
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
  expect(desk.claims.byNumber(GIVEN.number)).toEqual(GIVEN);
  const view = desk.see(CLAIM);
  expect(view).toMatchObject({ status: 'new', holderId: null, place: '' });
  expect(view.statements).toEqual([
    { id: 's', text: GIVEN.statement, locale: 'en', givenAt: NOON, enteredBy: null },
  ]);
  expect(view.promises.map(({ due, state }) => [due, state])).toEqual([
    [after(2 * HOUR_MS), 'open'],
    [after(HOUR_MS), 'open'],
  ]);
  expect(desk.db.prepare('SELECT next_due FROM claim').pluck().get()).toBe(after(HOUR_MS));
  expect(() => desk.db.exec("UPDATE statement SET text = 'x'")).toThrow('never edited');
  expect(desk.db.pragma('foreign_key_check')).toEqual([]);
  expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('it can be worked on like any other', () => {
  using shop = workshop();
  planted(shop.file);
  const desk = deskShop(shop);
  const update = nextUpdateOf(desk.see(CLAIM));
  value(desk.promises.keep(desk.change(CLAIM), update.id, desk.promise({ due: after(3 * HOUR_MS) })));
  value(desk.listening.addFeeling(desk.change(CLAIM), { face: 'calm', words: '' }));
  expect(nextUpdateOf(desk.see(CLAIM)).due).toBe(after(3 * HOUR_MS));
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
});
