import { expect, test } from 'vitest';
import { itemKindOf, linesFor } from '../../../src-main/domain/item-kind.ts';
import type { ExpectationDefault, ItemKind } from '../../../src-main/domain/settings.ts';

const line = (en: string): ExpectationDefault => ({ kind: 'try', text: { en, ar: en } });
const COFFEE: ItemKind = {
  words: ['coffee machine', 'espresso', 'قهوة'],
  expectations: [line('a loaner')],
};
const BICYCLE: ItemKind = { words: ['bicycle', 'vélo', 'machine'], expectations: [line('a tube')] };
const KINDS = [COFFEE, BICYCLE];

test.each<[string, ItemKind | null, string]>([
  ['Espresso machine, Lumo 3', COFFEE, 'a word of it'],
  ['COFFEE-MACHINE', COFFEE, 'case and punctuation do not matter'],
  ['ماكينة القهوة', COFFEE, 'nor does the Arabic article'],
  ['Mon velo rouge', BICYCLE, 'nor do accents'],
  ['sewing machine', BICYCLE, 'a word of the second'],
  ['Coffee table', null, 'half of a name is not the name'],
  ['espressomat', null, 'a part of a word is not the word'],
  ['', null, 'nothing was said'],
])('«%s»', (name, expected, _why) => {
  expect(itemKindOf(name, KINDS)).toBe(expected);
});

test('the first kind that fits counts', () => {
  expect(itemKindOf('espresso machine', [BICYCLE, COFFEE])).toBe(BICYCLE);
});

test('a word of nothing but signs fits nothing', () => {
  expect(itemKindOf('anything', [{ ...COFFEE, words: [' — ', ''] }])).toBeNull();
});

test('what is of no kind has the lines for everything', () => {
  const settings = { itemKinds: KINDS, expectations: [line('a plan')] };
  expect(linesFor('bicycle', settings)).toBe(BICYCLE.expectations);
  expect(linesFor('kettle', settings)).toBe(settings.expectations);
});
