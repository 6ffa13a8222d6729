import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimId } from '../../../src-main/domain/brand.ts';
import { parseClaimNumber } from '../../../src-main/domain/claim-number.ts';
import { createIndexWriter } from '../../../src-main/search/index-writer.ts';
import { BLOCK, PLACES_MAX, WIDE_BLOCK } from '../../../src-main/search/postings.ts';
import { createSimilarFinder, SIMILAR_MAX } from '../../../src-main/search/similar.ts';
import { verifyIndex } from '../../../src-main/search/verify.ts';
import { deleteClaim, idOf, writeClaims, type Told } from './many-claims.ts';
import { likenessOf } from './similar-reference.ts';
import { indexAll, searchShop, type SearchShop } from './support.ts';

/** Where lists begin, end and move. */
const EDGES = [1, BLOCK - 3, 3 * BLOCK - 2, WIDE_BLOCK - 4, WIDE_BLOCK + 7, WIDE_BLOCK + BLOCK - 1];
const WORDS = ['leak', 'gasket', 'lid', 'hums', 'smoke', 'torn', 'pump', 'rust'];

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '));
const running = fc.tuple(fc.constantFrom(...EDGES), fc.nat(8)).map(([edge, by]) => edge + by);
const claim = fc.record({ running, statement: words, item: fc.constantFrom('', 'lumo', 'gasket') });

function blocksOf({ db }: SearchShop): readonly number[] {
  return db.prepare<[], number>('SELECT DISTINCT block FROM search_posting ORDER BY block').pluck().all();
}

function runningOf(number: string): number {
  const parsed = parseClaimNumber(number);
  if (!parsed.ok) throw new Error(number);
  return Number(parsed.value.split('-')[1]);
}

test('whatever was taken in, changed, taken out and moved: similar claims are those of going through all', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(claim, { selector: (each) => each.running, minLength: 2, maxLength: 40 }),
      fc.array(fc.record({ at: fc.nat(), item: words, steps: fc.nat(6), gone: fc.boolean() }), {
        maxLength: 8,
      }),
      (given, changes) => {
        using shop = searchShop();
        const { db } = shop;
        let claims: readonly Told[] = given.toSorted((a, b) => a.running - b.running);
        writeClaims(db, claims);
        let now = 0;
        const writer = createIndexWriter(db, () => (now += 1));
        for (const { at, item, steps, gone } of changes) {
          // A step of no time takes in one claim or moves one list: changes come in the middle of everything.
          for (let step = 0; step < steps; step++) writer.step(0);
          const one = claims[at % claims.length];
          if (!one) continue;
          if (gone && claims.length > 2) deleteClaim(db, one.running);
          else db.prepare('UPDATE claim SET item_name = ? WHERE running = ?').run(item, one.running);
          claims =
            gone && claims.length > 2
              ? claims.filter((each) => each !== one)
              : claims.map((each) => (each === one ? { ...each, item } : each));
        }
        for (let isDone = false; !isDone;) {
          isDone = writer.step(0).done;
          if (!isDone) continue;
          expect(verifyIndex(db)).toBeNull();
        }
        const asked = claims[0]!;
        const expected = likenessOf(asked, claims);
        const found = createSimilarFinder(db).similar(idOf(asked.running) as ClaimId) ?? [];
        const scores = [...expected.values()].sort((a, b) => b - a).slice(0, SIMILAR_MAX);
        expect(found).toHaveLength(scores.length);
        found.forEach(({ number, likeness }, at) => {
          // Which of two that are as much alike comes first is not promised.
          expect(expected.get(runningOf(number))).toBeCloseTo(scores[at] ?? 0, 4);
          expect(likeness).toBeCloseTo((scores[at] ?? 0) / (scores[0] ?? 1), 4);
        });
      },
    ),
    { numRuns: 25 },
  );
}, 240_000);

test('lists of blocks that are full of claims move together, and answers are the same in the middle of it', () => {
  using shop = searchShop();
  const { db } = shop;
  const one = [BLOCK - 1, 2 * BLOCK - 1, 2 * BLOCK, 9 * BLOCK].map((running) => ({
    running,
    statement: 'leak lid torn',
  }));
  writeClaims(db, one);
  let now = 0;
  const writer = createIndexWriter(db, () => (now += 1));
  const finder = createSimilarFinder(db);
  const likenesses = () =>
    (finder.similar(idOf(9 * BLOCK) as ClaimId) ?? []).map(({ number }) => runningOf(number));
  while (blocksOf(shop).length < 4) writer.step(0);
  const seen = new Set<string>();
  for (let isDone = false; !isDone; isDone = writer.step(0).done) {
    seen.add(blocksOf(shop).join());
    expect(likenesses()).toEqual([2 * BLOCK, 2 * BLOCK - 1, BLOCK - 1]);
  }
  expect(seen.size).toBeGreaterThan(2);
  expect(blocksOf(shop)).toEqual([-1, 9]);
});

test('a word that is too common in one block is so for the wide one, and a claim that is gone leaves the rest sound', () => {
  using shop = searchShop();
  const { db } = shop;
  writeClaims(
    db,
    Array.from({ length: PLACES_MAX + 30 }, (_, at) => ({ running: 1 + at, statement: 'kettle' })),
  );
  const lengths = db
    .prepare<[], number>("SELECT length(places) FROM search_posting WHERE term = 'kettle' ORDER BY block")
    .pluck();
  indexAll(db);
  expect(lengths.all()).toEqual([0]);
  expect(verifyIndex(db)).toBeNull();
  deleteClaim(db, 7);
  writeClaims(db, [
    { running: BLOCK + 1, statement: 'kettle' },
    { running: 2 * BLOCK, statement: 'lid' },
  ]);
  indexAll(db);
  expect(blocksOf(shop)).toEqual([-1, 2]);
  expect(lengths.all()).toEqual([0]);
  expect(verifyIndex(db)).toBeNull();
}, 120_000);
