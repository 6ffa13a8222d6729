import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters } from '../../../src-main/domain/intake.ts';
import { fitText } from '../../../src-renderer/ui/fit-text.ts';

describe('a text that fits', () => {
  test('is left alone, character for character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        expect(fitText(text, text.length, 50)).toEqual({ text, caret: text.length, cut: false });
      }),
    );
  });

  test('counts in characters, not in code units', () => {
    expect(fitText('😀😀😀', 6, 3)).toEqual({ text: '😀😀😀', caret: 6, cut: false });
  });
});

describe('a text that is too long', () => {
  test('loses the end of what was typed or pasted last, not what stood after it', () => {
    expect(fitText('ab[pasted]cd', 10, 8)).toEqual({ text: 'ab[pascd', caret: 6, cut: true });
  });

  test('is never cut inside a character', () => {
    expect(fitText('a😀😀', 5, 2)).toEqual({ text: 'a😀', caret: 3, cut: true });
  });

  test('loses its end where the caret stands before everything', () => {
    expect(fitText('abcdef', 0, 4)).toEqual({ text: 'abcd', caret: 0, cut: true });
  });

  test('always fits afterwards and stays well formed, wherever the caret was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '😀', 'ع', '\n', '👩🏽‍🔧'), { maxLength: 40 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 20 }),
        (parts, at, limit) => {
          const text = parts.join('');
          const caret = parts.slice(0, at).join('').length;
          const fitted = fitText(text, caret, limit);
          const length = countCharacters(text);
          expect(countCharacters(fitted.text)).toBe(Math.min(length, limit));
          expect(fitted.text.isWellFormed()).toBe(true);
          expect(fitted.cut).toBe(length > limit);
          expect(fitted.caret).toBeLessThanOrEqual(fitted.text.length);
          expect(text.startsWith(fitted.text.slice(0, fitted.caret))).toBe(true);
        },
      ),
    );
  });
});
