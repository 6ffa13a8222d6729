import { expect, test } from 'vitest';
import type { ClaimId } from '../../../src-main/domain/brand.ts';
import { placesOf, listOf, without } from '../../../src-main/search/postings.ts';
import { createSimilarFinder } from '../../../src-main/search/similar.ts';
import { NOBODY, searchShop } from './support.ts';

const OTHERS = 30;

test('claims that tell of the same come first, by words and item; small words and names do not count', () => {
  using shop = searchShop();
  const aino = { ...NOBODY, name: 'Aino Mäkinen' };
  const lumo = { name: 'Lumo 3', serial: '' };
  const leak = shop.take({ statement: 'It leaks from the gasket when it heats up', item: lumo });
  for (let count = 0; count < OTHERS; count++) {
    shop.take({ statement: `It is not the same when it is on, from part ${count} of it`, contact: aino });
  }
  const words = shop.take({ statement: 'The GASKET is torn and it leaks', contact: aino });
  const item = shop.take({ statement: 'Loud', item: lumo });
  const asked = shop.take({
    statement: 'Since Monday it leaks, I think the gasket',
    item: lumo,
    contact: aino,
  });
  shop.index();
  const finder = createSimilarFinder(shop.db);
  const found = finder.similar(asked.claimId) ?? [];
  expect(
    found
      .map(({ claimId }) => claimId)
      .slice(0, 3)
      .sort(),
  ).toEqual([leak, words, item].map(({ claimId }) => claimId).sort());
  expect(found[0]?.claimId).toBe(leak.claimId);
  expect(found[0]?.likeness).toBe(1);
  expect(found.map(({ likeness }) => likeness)).toEqual(
    found.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
  );
  expect(found.every(({ claimId }) => claimId !== asked.claimId)).toBe(true);
  const { text, marks } = found[0]!.snippet;
  const marked = marks.map(({ from, to }) => text.slice(from, to));
  expect(marked).toContain('gasket');
  expect(marked, 'what every claim has tells nothing').not.toContain('it');
});

test('a claim that is not in the index yet is compared as well; one that does not exist is null', () => {
  using shop = searchShop();
  const past = shop.take({ statement: 'ガスケットから水が漏れる' });
  shop.index();
  const fresh = shop.take({ statement: '水が漏れる' });
  const finder = createSimilarFinder(shop.db);
  expect(finder.similar(fresh.claimId)?.map(({ claimId }) => claimId)).toEqual([past.claimId]);
  expect(finder.similar('nobody' as ClaimId)).toBeNull();
});

test('a story of 20,000 characters is compared like any other', () => {
  using shop = searchShop();
  const statement = Array.from({ length: 2_500 }, (_, at) => `word${at}`)
    .join(' ')
    .slice(0, 20_000);
  const twin = shop.take({ statement });
  const asked = shop.take({ statement });
  shop.index();
  expect(createSimilarFinder(shop.db).similar(asked.claimId)?.[0]).toMatchObject({
    claimId: twin.claimId,
    likeness: 1,
  });
});

test('a place is taken out of a list, and only that one', () => {
  const list = listOf(8_191, 0, 258);
  expect([...placesOf(without(list, 0))]).toEqual([8_191, 258]);
  expect(without(list, 7)).toBe(list);
});
