import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, piecesOf, tokensOf } from '../../../src-main/search/tokens.ts';

test.each([
  ['case', 'KETTLE', 'kettle'],
  ['accents', 'Émile Łódź Ærø', 'emile lodz aero'],
  ['letters that become two', 'STRASSE', 'straße'],
  ['the last sigma', 'ΟΔΟΣ', 'οδοσ'],
  ['vowel signs, stretching and forms of alef', 'أَحْمَـــد', 'احمد'],
  ['the bound and the open end of a word', 'الغلّاية على', 'الغلايه علي'],
  ['digits of Arabic', '٠٤٠', '040'],
  ['wide and half-width forms', 'ＫＥＴＴＬＥ ｶﾞｽ', 'kettle ガス'],
  ['letters that are composed and taken apart', 'cafe\u0301', 'café'],
])('%s makes no difference', (_, one, other) => {
  expect(tokensOf(one)).toEqual(tokensOf(other));
});

test('what makes another word does make a difference', () => {
  expect(fold('か')).not.toBe(fold('が'));
  expect(fold('कि')).not.toBe(fold('की'));
  expect(fold('น้ำ')).not.toBe(fold('นำ'));
});

test('scripts without spaces are kept as every two signs that follow each other', () => {
  expect(tokensOf('漏水です。Kettle漏')).toEqual(['漏水', '水で', 'です', 'す', 'kettle', '漏']);
  expect(tokensOf('น้ำรั่ว')).toHaveLength(piecesOf('น้ำรั่ว').length);
});

test('an emoji is a word', () => {
  expect(tokensOf('smoke😡😡')).toEqual(['smoke', '😡', '😡']);
});

test('pieces of any text are in order and apart, tokens hold nothing that ends a quoted phrase', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let end = 0;
      for (const { from, to, folded } of piecesOf(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(folded).not.toBe('');
        end = to;
      }
      for (const token of tokensOf(text)) {
        expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+$/u);
        expect(token.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
