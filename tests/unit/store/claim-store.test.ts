import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { parseClaimNumber } from '../../../src-main/domain/claim-number.ts';
import { FIRST_PRINTER_ID } from '../../../src-main/domain/printer.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { createClaimStore } from '../../../src-main/store/claim-store.ts';
import { MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { createPrintJobStore } from '../../../src-main/store/print-job-store.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { createUnfinishedStore } from '../../../src-main/store/unfinished-store.ts';
import { after, claimsOf, HOUR_MS, intake, newRequestId, NOON, toTake, value, workshop } from './support.ts';

/** Returns the number of rows in each table: what "nothing was kept" is measured by. */
function rows(db: Db): Record<string, unknown> {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .pluck()
    .all();
  return Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
}

test('a claim comes back whole, with what was told and the job that prints it', () => {
  using shop = workshop();
  const { db } = shop.open();
  const claims = claimsOf(db);
  const input = toTake();
  const taken = value(claims.take(input));
  expect(taken).toMatchObject({ created: true, takenAt: NOON });
  expect(taken.number).toMatch(/^HEL-1001-[0-9A-Z]$/);
  expect(parseClaimNumber(taken.number).ok).toBe(true);
  const { claimId, number, takenAt, expectations, promises } = taken;
  shop.close();

  const again = claimsOf(shop.open().db);
  expect(again.byNumber(number)).toEqual({
    ...input.intake,
    claimId,
    number,
    storeCode: 'HEL',
    takenAt,
    expectations,
    promises,
  });
  expect(again.statementTexts(claimId)).toEqual([input.intake.statement]);
  expect(again.count()).toBe(1);
  expect(again.verify()).toEqual({ ok: true, value: 1 });
  expect(createPrintJobStore(shop.open().db).get(taken.jobId)).toEqual({
    id: taken.jobId,
    claimId,
    claimNumber: number,
    kind: 'ticket',
    state: 'queued',
    slip: JSON.stringify({ number }),
    printerId: FIRST_PRINTER_ID,
    attempts: 0,
    copy: 0,
    problem: null,
    detail: '',
    voidReason: null,
    createdAt: NOON,
    firstByteAt: null,
    confirmedAt: null,
    retryAt: null,
    endedAt: null,
  });
});

test('words alone are a claim', () => {
  using shop = workshop();
  const claims = claimsOf(shop.open().db);
  const words = intake({
    feeling: { face: null, words: '' },
    item: { name: '', serial: '' },
    attempts: [],
    wishes: { kinds: [], words: '' },
    contact: { name: '', phone: '', email: '', way: null },
  });
  const { number } = value(claims.take({ ...toTake(), intake: words }));
  expect(claims.byNumber(number)).toMatchObject(words);
});

test('a number that nobody has is nobody', () => {
  using shop = workshop();
  expect(claimsOf(shop.open().db).byNumber('HEL-1-X' as never)).toBeNull();
});

test('compose sees the number, the secret and the time that are kept', () => {
  using shop = workshop();
  const { db } = shop.open();
  const seen: unknown[] = [];
  const input = toTake();
  const compose: typeof input.compose = (identity) => {
    seen.push(identity);
    return input.compose(identity);
  };
  value(claimsOf(db).take({ ...input, compose }));
  expect(seen).toEqual([db.prepare('SELECT number, secret, taken_at AS takenAt FROM claim').get()]);
});

test('the same request twice is one claim, and the answer is the first one, also after a restart', () => {
  using shop = workshop();
  let clock = NOON;
  const first = toTake();
  const taken = value(claimsOf(shop.open().db, () => clock).take(first));
  shop.close();
  clock = after(HOUR_MS);
  const { db } = shop.open();
  const before = rows(db);
  const changed = { ...first, compose: () => ({ expectations: [], promises: [], slip: 'other' }) };
  expect(value(claimsOf(db, () => clock).take(changed))).toEqual({ ...taken, created: false });
  expect(rows(db)).toEqual(before);
});

test('a hundred claims have rising numbers of their own, whatever the clock does', () => {
  using shop = workshop();
  const { db } = shop.open();
  const clocks = Array.from({ length: 100 }, (_, index) => (NOON - index * 7 * HOUR_MS) as Instant);
  let index = 0;
  const claims = claimsOf(db, () => clocks[index++] ?? NOON);
  const taken = clocks.map(() => value(claims.take(toTake())));
  expect(taken.map(({ number }) => Number(number.split('-')[1]))).toEqual(clocks.map((_, i) => 1001 + i));
  expect(new Set(taken.map(({ number }) => number)).size).toBe(100);
  expect(taken.map(({ takenAt }) => takenAt)).toEqual(clocks);
  expect(createAuditStore(db).verify()).toEqual({ ok: true, value: MIGRATIONS.length + 100 });
});

test('a bug in compose throws, keeps nothing and burns no number', () => {
  using shop = workshop();
  const { db } = shop.open();
  const claims = claimsOf(db);
  const before = rows(db);
  const compose = () => {
    throw new TypeError('a bug');
  };
  expect(() => claims.take({ ...toTake(), compose })).toThrow(new TypeError('a bug'));
  expect(db.inTransaction).toBe(false);
  expect(rows(db)).toEqual(before);
  expect(value(claims.take(toTake())).number).toContain('-1001-');
});

test('a bug in the data throws and is not called a full disk', () => {
  using shop = workshop();
  const { db } = shop.open();
  const before = rows(db);
  expect(() => claimsOf(db).take(toTake({ locale: 'xx' as never }))).toThrow('CHECK');
  expect(rows(db)).toEqual(before);
});

test('half of a character, which no file can hold, is not said to be kept', () => {
  using shop = workshop();
  const { db } = shop.open();
  const before = rows(db);
  expect(() => claimsOf(db).take(toTake({ statement: 'a\ud83d' }))).toThrow('does not read back');
  expect(() => claimsOf(db).take(toTake({ item: { name: '\udc00', serial: '' } }))).toThrow(
    'does not read back',
  );
  expect(rows(db)).toEqual(before);
});

test('take inside a transaction is a bug: it could not know that it was kept', () => {
  using shop = workshop();
  const { db } = shop.open();
  const claims = claimsOf(db);
  expect(() => db.transaction(() => claims.take(toTake()))()).toThrow('inside a transaction');
  expect(claims.count()).toBe(0);
});

test('taking the claim ends its unfinished words, and they cannot come back', () => {
  using shop = workshop();
  const { db } = shop.open();
  const unfinished = createUnfinishedStore(db);
  const requestId = newRequestId();
  const draft = { requestId, locale: 'en', statement: 'half a' } as const;
  const other = { ...draft, requestId: newRequestId() };
  value(unfinished.keep(draft, NOON));
  value(unfinished.keep(other, NOON));
  value(claimsOf(db).take(toTake({ requestId })));
  value(unfinished.keep(draft, NOON));
  expect(unfinished.read(NOON).map((kept) => kept.requestId)).toEqual([other.requestId]);
});

test('the history holds the number and a digest, and no word that could be guessed from it', () => {
  using shop = workshop();
  const { db } = shop.open();
  const { number, claimId } = value(claimsOf(db).take(toTake()));
  const same = createClaimStore(shop.open().db, { now: () => NOON, randomInt, newId: () => v7() });
  value(same.take(toTake()));
  const history = db.prepare<[], Record<string, unknown>>('SELECT * FROM audit ORDER BY seq').all();
  const taken = history.filter(({ event }) => event === 'claim-taken');
  expect(history).toHaveLength(MIGRATIONS.length + 2);
  expect(taken[0]).toMatchObject({ claim_id: claimId, subject: number });
  expect(taken[0]?.['digest']).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(history)).not.toMatch(/Aino|Kettle|smoked/);
});

test.each([
  ['claim', "UPDATE claim SET contact_phone = '1' WHERE running = 1002", 'altered'],
  [
    'feeling',
    "UPDATE feeling SET words = '' WHERE claim_id = (SELECT id FROM claim WHERE running = 1002)",
    'altered',
  ],
  [
    'promise',
    'UPDATE promise SET due = due + 1 WHERE claim_id = (SELECT id FROM claim WHERE running = 1002)',
    'altered',
  ],
  ['attempt', 'DELETE FROM attempt WHERE claim_id = (SELECT id FROM claim WHERE running = 1002)', 'altered'],
  ['whole claim', 'PRAGMA foreign_keys = 0; DELETE FROM claim WHERE running = 1002', 'missing'],
])('a %s that is not what was kept is named', (_, sql, why) => {
  using shop = workshop();
  const { db } = shop.open();
  const claims = claimsOf(db);
  const [, second] = [1, 2, 3].map(() => value(claims.take(toTake())));
  db.exec(sql);
  expect(claims.verify()).toEqual({ ok: false, error: { number: second?.number, why } });
});
