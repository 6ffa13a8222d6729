import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backspaceRange,
  deleteBackward,
  hasRoom,
  insertText,
  type TextState,
} from '../../../../src-renderer/ui/keyboard/text-edit.ts';

/** Reads `|` as the caret and `[…]` as a selection. */
function field(picture: string): TextState {
  const caret = picture.indexOf('|');
  if (caret >= 0) return { value: picture.replace('|', ''), selectionStart: caret, selectionEnd: caret };
  const [start, end] = [picture.indexOf('['), picture.indexOf(']') - 1];
  return { value: picture.replace(/[[\]]/gu, ''), selectionStart: start, selectionEnd: end };
}

const isWhole = (text: string) => text.isWellFormed();

describe('insertText', () => {
  test.each([
    ['|', 'a', 'a|'],
    ['lek|s', 'a', 'leka|s'],
    ['[bad]!', 'x', 'x|!'],
    ['مر|با', 'ح', 'مرح|با'],
    ['👩‍👧|', 'é', '👩‍👧é|'],
  ])('%s + %s = %s', (before, text, after) => {
    expect(insertText(field(before), text)).toEqual(field(after));
  });

  test('keeps to maxlength, and frees the room of what it replaces', () => {
    expect(insertText(field('abc|'), 'd', 3)).toEqual(field('abc|'));
    expect(insertText(field('a[bc]'), 'd', 3)).toEqual(field('ad|'));
  });

  test('types a key whole or not at all', () => {
    expect(insertText(field('ab|'), 'لا', 3)).toEqual(field('ab|'));
    expect(insertText(field('ab|'), '😀', 3)).toEqual(field('ab|'));
    expect(insertText(field('ab|'), '😀', 4).value).toBe('ab😀');
  });

  test('counts as the browser does, and anything fits without a maxlength', () => {
    expect(hasRoom(field('😀|'), 'a', 2)).toBe(false);
    expect(hasRoom(field('😀|'), 'a', 3)).toBe(true);
    expect(hasRoom(field('x|'), 'a'.repeat(1e5), -1)).toBe(true);
  });

  test('a caret inside a surrogate pair types behind it', () => {
    expect(insertText({ value: '😀x', selectionStart: 1, selectionEnd: 1 }, 'a').value).toBe('😀ax');
    expect(insertText({ value: '😀x', selectionStart: 1, selectionEnd: 3 }, 'a').value).toBe('a');
  });
});

describe('deleteBackward', () => {
  test.each([
    ['|abc', '|abc'],
    ['ab|c', 'a|c'],
    ['a[b]c', 'a|c'],
    ['a\n|b', 'a|b'],
    ['x😀|', 'x|'],
    ['x👩‍👩‍👧‍👦|y', 'x|y'],
    ['🇫🇮🇸🇪|', '🇫🇮|'],
    ['cafe\u0301|', 'caf|'],
    ['مَ|', '|'],
    ['لا|', 'ل|'],
  ])('%s becomes %s', (before, after) => {
    expect(deleteBackward(field(before))).toEqual(field(after));
  });

  test('a caret between a letter and its accent takes the letter only', () => {
    expect(backspaceRange(field('e|\u0301'))).toEqual({ start: 0, end: 1 });
  });
});

describe('whatever is written', () => {
  const written = fc
    .record({ value: fc.string({ unit: 'grapheme' }), a: fc.nat(), b: fc.nat() })
    .map(({ value, a, b }): TextState => {
      const [from, to] = [a % (value.length + 1), b % (value.length + 1)];
      return { value, selectionStart: Math.min(from, to), selectionEnd: Math.max(from, to) };
    });

  test('no character is ever cut in half', () => {
    fc.assert(
      fc.property(
        written,
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
        fc.nat(50),
        (state, text, max) => {
          expect(isWhole(insertText(state, text, max).value)).toBe(true);
          expect(isWhole(deleteBackward(state).value)).toBe(true);
        },
      ),
    );
  });

  test('backspace takes back what a key wrote at the end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii' }),
        fc.constantFrom('a', 'é', '،', '€', 'ş'),
        (value, text) => {
          const state: TextState = { value, selectionStart: value.length, selectionEnd: value.length };
          expect(deleteBackward(insertText(state, text)).value).toBe(value);
        },
      ),
    );
  });

  test('backspace empties any text in the end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        let state: TextState = { value, selectionStart: value.length, selectionEnd: value.length };
        for (let presses = 0; presses < value.length && state.value !== ''; presses += 1)
          state = deleteBackward(state);
        expect(state.value).toBe('');
      }),
    );
  });
});
