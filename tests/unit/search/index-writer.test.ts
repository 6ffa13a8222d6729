import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIndexWriter } from '../../../src-main/search/index-writer.ts';
import { verifyIndex } from '../../../src-main/search/verify.ts';
import { inTransaction } from '../../../src-main/store/sqlite.ts';
import { workshop } from '../store/support.ts';
import { indexAll, NOBODY, searchShop, type SearchShop } from './support.ts';

const KIOSK = fileURLToPath(new URL('../store/take-claims.ts', import.meta.url));
const INDEX_TABLES = ['search_document', 'search_words_data', 'search_ids_data', 'search_posting'];

let shop: SearchShop;
beforeEach(() => {
  shop = searchShop();
});
afterEach(() => shop[Symbol.dispose]());

function rowsOf(table: string): number {
  return shop.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

function runningOf(claimId: string): number {
  return (
    shop.db.prepare<[string], number>('SELECT running FROM claim WHERE id = ?').pluck().get(claimId) ?? 0
  );
}

/** Breaks what SQLite keeps from us. */
function harm(sql: string): void {
  shop.db.unsafeMode(true);
  shop.db.exec(sql);
  shop.db.unsafeMode(false);
}

describe('taking in', () => {
  test('a claim’s own transaction writes nothing into the index', () => {
    const before = INDEX_TABLES.map(rowsOf);
    shop.take({ statement: 'zanzibar', attempts: [{ description: 'pemba', outcome: 'no' }] });
    expect(INDEX_TABLES.map(rowsOf)).toEqual(before);
    expect(rowsOf('search_changed')).toBe(0);
    expect(shop.find('zanzibar')).toEqual([]);
    shop.index();
    expect(shop.find('zanzibar')).toHaveLength(1);
    expect(shop.find('pemba')).toHaveLength(1);
  });

  test('one step takes about its time and at least one claim, and none when there is nothing to do', () => {
    for (let count = 0; count < 5; count++) shop.take({ statement: 'x' });
    let now = 0;
    const writer = createIndexWriter(shop.db, () => (now += 1));
    expect(writer.step(0)).toEqual({ claims: 1, done: false });
    expect(writer.step(0)).toEqual({ claims: 0, done: false });
    expect(writer.step(3).claims).toBe(3);
    while (!writer.step(1).done);
    const before = shop.db.prepare('SELECT total_changes()').get();
    expect(writer.step(1)).toEqual({ claims: 0, done: true });
    expect(shop.db.prepare('SELECT total_changes()').get()).toEqual(before);
  });

  test('what changes on a claim later is taken in, and its old words are not found any more', () => {
    const { claimId } = shop.take({
      statement: 'x',
      contact: { ...NOBODY, name: 'Oldname', phone: '0401234567' },
    });
    shop.index();
    shop.db.exec("UPDATE claim SET contact_name = 'Newname', contact_phone = ''");
    shop.db.prepare("INSERT INTO attempt VALUES (?, 0, 'pemba', 'no')").run(claimId);
    shop.db
      .prepare(
        "INSERT INTO statement (id, claim_id, seq, text, locale, given_at) VALUES ('s2', ?, 2, 'later', 'en', 1)",
      )
      .run(claimId);
    expect(rowsOf('search_changed')).toBe(1);
    shop.index();
    for (const text of ['newname', 'pemba', 'later', 'x']) expect(shop.find(text), text).toEqual([claimId]);
    for (const text of ['oldname', 'dname', '123456']) expect(shop.find(text), text).toEqual([]);
    expect(verifyIndex(shop.db)).toBeNull();
  });

  test('an index of another form is made anew', () => {
    const { claimId } = shop.take({ statement: 'zanzibar' });
    shop.index();
    shop.db.exec('UPDATE search_state SET form = form + 1');
    createIndexWriter(shop.db);
    expect(shop.find('zanzibar')).toEqual([]);
    shop.index();
    expect(shop.find('zanzibar')).toEqual([claimId]);
  });
});

test('claims that were kept and not taken in when the kiosk was killed are found after the next start', async () => {
  using killed = workshop();
  const kiosk = spawn(process.execPath, [KIOSK, killed.file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(kiosk, 'close');
  const said: string[] = [];
  for await (const line of createInterface(kiosk.stdout)) if (said.push(line) === 5) kiosk.kill('SIGKILL');
  await ended;
  const { db } = killed.open();
  indexAll(db);
  const found = db.prepare<[], number>('SELECT count(*) FROM search_words(\'"words"\')').pluck().get();
  expect(found).toBe(db.prepare<[], number>('SELECT count(*) FROM claim').pluck().get());
  expect(found).toBeGreaterThanOrEqual(said.length);
  expect(verifyIndex(db)).toBeNull();
});

describe('forgetting', () => {
  test('nothing of a claim is left in any page of the index', () => {
    const secret = {
      statement: 'zanzibarword',
      contact: { ...NOBODY, name: 'Quetzalname', phone: '0987654321' },
    };
    const { claimId } = shop.take(secret);
    const other = shop.take({ statement: 'kettle' });
    shop.index();
    const writer = createIndexWriter(shop.db);
    inTransaction(shop.db, () => writer.forget(runningOf(claimId)));
    // The claim's own rows, as an erasure would.
    shop.db.pragma('foreign_keys = 0');
    shop.db
      .exec(`DELETE FROM statement WHERE claim_id = '${claimId}'; DELETE FROM claim WHERE id = '${claimId}';
      DELETE FROM print_job WHERE claim_id = '${claimId}'`);
    indexAll(shop.db);
    shop.db.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(shop.file).toString('latin1').toLowerCase();
    for (const trace of ['zanzibar', 'quetzal', '098765', '987654'])
      expect(bytes, trace).not.toContain(trace);
    expect(bytes).toContain('kettle');
    expect(shop.find('kettle')).toEqual([other.claimId]);
    expect(verifyIndex(shop.db)).toBeNull();
  });

  test('a claim that is deleted is forgotten by itself', () => {
    const { claimId } = shop.take({ statement: 'zanzibar' });
    shop.index();
    shop.db.pragma('foreign_keys = 0');
    shop.db.exec(
      `DELETE FROM statement WHERE claim_id = '${claimId}'; DELETE FROM claim WHERE id = '${claimId}'`,
    );
    shop.index();
    expect(INDEX_TABLES.filter((table) => table.endsWith('t') || table.endsWith('g')).map(rowsOf)).toEqual([
      0, 0,
    ]);
  });
});

describe('an index that is not right', () => {
  beforeEach(() => {
    for (const word of ['zanzibar', 'pemba', 'mafia'])
      shop.take({ statement: `${word} kettle`, contact: { ...NOBODY, name: 'Aino' } });
    shop.index();
    expect(verifyIndex(shop.db)).toBeNull();
  });

  test.each([
    [
      'a page of words is zeroed',
      'UPDATE search_words_data SET block = zeroblob(length(block)) WHERE id > 10',
    ],
    [
      'a page of numbers is zeroed',
      'UPDATE search_ids_data SET block = zeroblob(length(block)) WHERE id > 10',
    ],
    ['a document says other words', "UPDATE search_document SET words = 'other' WHERE running = 1002"],
    ['a document is gone', 'DELETE FROM search_document WHERE running = 1002'],
    [
      'the index has a claim that nobody made',
      "INSERT INTO search_document VALUES (1003, 'x', '', '', '') ON CONFLICT DO UPDATE SET ids = 'x'",
    ],
    [
      'words were taken out of the index alone',
      "INSERT INTO search_words (search_words, rowid, words, item, person) VALUES ('delete', 1002, 'pemba kettle', '', 'aino')",
    ],
    ['a list lacks a claim', "UPDATE search_posting SET places = substr(places, 3) WHERE term = 'kettle'"],
    ['a list names another claim', "UPDATE search_posting SET places = x'0100' WHERE term = 'pemba'"],
    ['a list is gone', "DELETE FROM search_posting WHERE term = 'pemba'"],
    [
      'it says that it is further than it is',
      'UPDATE search_state SET indexed_to = 1002; DELETE FROM search_document WHERE running = 1001',
    ],
  ])('is noticed: %s; and made anew it is sound', (_, sql) => {
    harm(sql);
    expect(verifyIndex(shop.db)).not.toBeNull();
    createIndexWriter(shop.db).reset();
    shop.index();
    expect(verifyIndex(shop.db)).toBeNull();
    expect(shop.find('pemba')).toHaveLength(1);
  });

  test('keeps no kiosk from starting', () => {
    harm('UPDATE search_words_data SET block = zeroblob(length(block)) WHERE id > 10');
    shop.close();
    const { db } = shop.open();
    createIndexWriter(db).reset();
    indexAll(db);
    expect(verifyIndex(db)).toBeNull();
  });
});
