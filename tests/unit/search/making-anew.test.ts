import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ClaimId } from '../../../src-main/domain/brand.ts';
import { createFinder } from '../../../src-main/search/find.ts';
import { createIndexWriter } from '../../../src-main/search/index-writer.ts';
import { createSimilarFinder } from '../../../src-main/search/similar.ts';
import { verifyIndex } from '../../../src-main/search/verify.ts';
import { inTransaction, type Db } from '../../../src-main/store/sqlite.ts';
import { idOf, writeClaims } from './many-claims.ts';
import { indexAll, searchShop } from './support.ts';

const REMAKER = fileURLToPath(new URL('make-anew.ts', import.meta.url));
const CLAIMS = 300;
/** Rows of one turn: some of FTS5's pages, of 4 kB, with the row that says how far it is. */
const ROWS_AT_ONCE = 70;

const told = Array.from({ length: CLAIMS }, (_, at) => ({
  running: 8_000 + at,
  statement: `kettle number${at} ${at % 3 === 0 ? 'leaks' : 'hums'}`,
}));

/** Everything that the index keeps, but for the pages of FTS5, which `verifyIndex` compares with it. */
function keptOf(db: Db): unknown {
  return [
    db.prepare('SELECT * FROM search_document ORDER BY running').all(),
    db.prepare('SELECT * FROM search_posting ORDER BY block, term').all(),
    db.prepare('SELECT * FROM search_state').all(),
    db.prepare('SELECT * FROM search_changed').all(),
  ];
}

function found(db: Db, text: string): number {
  return createFinder(db).find(text, false).claims.length;
}

test.each([1, 3, 12, 30, 60, 150, 400])(
  'an index that is made anew goes on after a kill behind step %i, and becomes what a new one is',
  async (steps) => {
    using shop = searchShop();
    writeClaims(shop.db, told);
    shop.index();
    const fresh = keptOf(shop.db);
    shop.close();
    const kiosk = spawn(process.execPath, [REMAKER, shop.file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(kiosk, 'close');
    for await (const line of createInterface(kiosk.stdout)) if (Number(line) === steps) kiosk.kill('SIGKILL');
    await ended;
    const { db } = shop.open();
    indexAll(db);
    expect(verifyIndex(db)).toBeNull();
    expect(keptOf(db)).toEqual(fresh);
    expect(found(db, 'number299')).toBe(1);
  },
);

test('it is emptied some rows at a time; meanwhile nothing is found by it, and nobody calls it damaged', () => {
  using shop = searchShop();
  const { db } = shop;
  writeClaims(db, told);
  shop.index();
  const writer = createIndexWriter(db);
  writer.reset();
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const documents = db.prepare<[], number>('SELECT count(*) FROM search_document').pluck();
  const form = db.prepare<[], number>('SELECT form FROM search_state').pluck();
  let turns = 0;
  for (let before = changes.get() ?? 0; form.get() === 0; before = changes.get() ?? 0) {
    expect(found(db, 'kettle')).toBe(0);
    expect(createSimilarFinder(db).similar(idOf(8_000) as ClaimId)).toEqual([]);
    expect(verifyIndex(db)).toBeNull();
    if (documents.get() === 0) break;
    writer.step(0);
    expect((changes.get() ?? 0) - before).toBeLessThan(ROWS_AT_ONCE);
    turns++;
  }
  expect(turns).toBeGreaterThan(20);
  while (!writer.step(0).done);
  expect(found(db, 'number299')).toBe(1);
  expect(verifyIndex(db)).toBeNull();
});

test('a claim that is erased in the middle of it leaves nothing behind', () => {
  using shop = searchShop();
  const { db } = shop;
  writeClaims(db, told);
  shop.index();
  const writer = createIndexWriter(db);
  writer.reset();
  for (let step = 0; step < 5; step++) writer.step(0);
  inTransaction(db, () => writer.forget(8_299));
  const left = ['search_document', 'search_posting', 'search_words_docsize', 'search_ids_docsize'];
  expect(left.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([
    0, 0, 0, 0,
  ]);
});

test('steps leave COMMIT as it was: it waits for the disk, also after one that failed', () => {
  using shop = searchShop();
  const { db } = shop;
  writeClaims(db, told);
  const synchronous = () => db.pragma('synchronous', { simple: true });
  const during: unknown[] = [];
  const writer = createIndexWriter(db, () => {
    during.push(synchronous());
    return during.length;
  });
  while (!writer.step(2).done);
  expect(during).toContain(1);
  expect(synchronous()).toBe(2);
  db.exec("UPDATE claim SET item_name = 'lid' WHERE running = 8001; DROP TABLE search_posting");
  expect(() => writer.step(2)).toThrow('search_posting');
  expect(synchronous()).toBe(2);
});
