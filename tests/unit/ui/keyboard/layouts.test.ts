import { describe, expect, test } from 'vitest';
import { alternativesFor } from '../../../../src-renderer/ui/keyboard/alternatives.ts';
import {
  type FieldKind,
  KEYBOARD_LAYOUTS,
  type KeyboardState,
  labelOf,
  layoutAfter,
  nameOf,
  rowsFor,
} from '../../../../src-renderer/ui/keyboard/layouts.ts';

const LATIN_ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const ARABIC_ALPHABET = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
const ARABIC_FORMS = 'ءآأؤإئةى';
const TASHKEEL = '\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652';

function state(given: Partial<KeyboardState>): KeyboardState {
  return { layout: 'en', page: 'letters', shifted: false, field: 'text', ...given };
}

function texts(given: Partial<KeyboardState>): string[] {
  return rowsFor(state(given))
    .flat()
    .flatMap((key) => (key.kind === 'text' ? [key.text] : []));
}

function kinds(given: Partial<KeyboardState>): string[] {
  return rowsFor(state(given))
    .flat()
    .map((key) => key.kind);
}

/** Everything that a layout can write: keys of every page, and what a long press on them offers. */
function writable(layout: 'en' | 'ar'): ReadonlySet<string> {
  const keys = [{}, { shifted: true }, { page: 'numbers' as const }].flatMap((given) =>
    texts({ layout, ...given }),
  );
  return new Set(keys.flatMap((text) => [text, ...alternativesFor(text, layout)]));
}

const EVERY_STATE: readonly KeyboardState[] = KEYBOARD_LAYOUTS.flatMap((layout) =>
  (['letters', 'numbers'] as const).flatMap((page) =>
    [false, true].flatMap((shifted) =>
      (['text', 'email', 'tel', 'decimal'] as const).map((field: FieldKind) => ({
        layout,
        page,
        shifted,
        field,
      })),
    ),
  ),
);

describe('letters', () => {
  test('every Latin letter, small and capital, where the picture has it', () => {
    expect(texts({}).slice(0, 20).join('')).toBe("qwertyuiopasdfghjkl'");
    expect(texts({})).toEqual(expect.arrayContaining([...LATIN_ALPHABET, "'", ',', ' ', '.', '?']));
    expect(texts({ shifted: true })).toEqual(expect.arrayContaining([...LATIN_ALPHABET.toUpperCase(), "'"]));
  });

  test('every Arabic letter is on the first layer, every form and mark on the first two', () => {
    const first = texts({ layout: 'ar' });
    expect(first).toEqual(expect.arrayContaining([...ARABIC_ALPHABET, 'لا', '،', '؟']));
    const both = [...first, ...texts({ layout: 'ar', shifted: true })];
    expect(both).toEqual(expect.arrayContaining([...ARABIC_FORMS, ...TASHKEEL, 'لأ', 'لإ', 'لآ', 'ـ']));
  });

  test('Arabic keys stand as on a 101 keyboard', () => {
    const [top, middle] = rowsFor(state({ layout: 'ar' }));
    const line = (row: typeof top) => row?.map((key) => (key.kind === 'text' ? key.text : '')).join('');
    expect(line(top)).toBe('ضصثقفغعهخحجد');
    expect(line(middle)).toBe('شسيبلاتنمكطذ');
  });
});

describe.each(EVERY_STATE)('$layout, $page, shifted $shifted, $field', (given) => {
  test('no key stands there twice', () => {
    const all = texts(given);
    expect(all).toEqual([...new Set(all)]);
  });

  test('has the keys that no page may lack', () => {
    expect(texts(given)).toContain(' ');
    expect(kinds(given)).toEqual(expect.arrayContaining(['backspace', 'enter', 'page']));
  });

  test('every key has a label and a name', () => {
    for (const text of texts(given)) {
      expect(labelOf(text)).not.toMatch(/^\p{M}/u);
      expect(nameOf(text)).not.toMatch(/^\p{M}/u);
    }
  });
});

describe('other pages', () => {
  test.each(KEYBOARD_LAYOUTS)('numbers and signs with %s', (layout) => {
    expect(texts({ layout, page: 'numbers' })).toEqual(
      expect.arrayContaining([...'1234567890€£$@&%+=()/:"-_#*!.']),
    );
    expect(writable(layout).has(';')).toBe(true);
  });

  test('everything on a plain keyboard can be written', () => {
    const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
    const keys = writable('en');
    expect(ascii.filter((character) => !keys.has(character))).toEqual([]);
  });

  test('a phone field has a digit pad that leads to letters', () => {
    expect(texts({ page: 'numbers', field: 'tel' }).toSorted().join('')).toBe(' +-0123456789');
    expect(texts({ field: 'tel' })).toContain('a');
    expect(texts({ page: 'numbers', field: 'decimal' }).toSorted().join('')).toBe(' ,.0123456789');
  });

  test('an email field has @ and the dot beside the letters', () => {
    expect(texts({ field: 'email' })).toEqual(expect.arrayContaining(['@', '.', '-']));
  });

  test('the globe key goes round', () => {
    expect(layoutAfter('en')).toBe('ar');
    expect(layoutAfter('ar')).toBe('en');
  });
});

describe('alternatives', () => {
  test.each([
    ['French', 'àâæçéèêëîïôœùûüÿ'],
    ['German', 'äöüß'],
    ['Polish', 'ąćęłńóśźż'],
    ['Finnish and Swedish', 'åäö'],
    ['Spanish', 'áéíñóúü¿¡'],
    ['Turkish', 'çğıöşü'],
    ['Czech', 'áčďéěíňóřšťúůýž'],
    ['Romanian', 'ăâîșț'],
  ])('write %s, small and capital', (_language, letters) => {
    const keys = writable('en');
    const capitals = letters.replace('ß', 'ẞ').replace('ı', 'İ').toUpperCase();
    expect([...letters, ...capitals].filter((letter) => !keys.has(letter))).toEqual([]);
  });

  test('a capital key offers one capital for each small letter', () => {
    for (const letter of LATIN_ALPHABET) {
      const capitals = alternativesFor(letter.toUpperCase(), 'en');
      expect(capitals).toHaveLength(alternativesFor(letter, 'en').length);
      for (const capital of capitals) expect(capital).toMatch(/^\p{Lu}$/u);
    }
  });

  test.each(KEYBOARD_LAYOUTS)('are never offered twice, nor the key itself, with %s', (layout) => {
    for (const given of [{}, { shifted: true }, { page: 'numbers' as const }]) {
      for (const text of texts({ layout, ...given })) {
        const options = alternativesFor(text, layout);
        expect(new Set([text, ...options]).size).toBe(options.length + 1);
      }
    }
  });

  test('Arabic digits are offered on digits', () => {
    expect(alternativesFor('7', 'ar')).toContain('٧');
  });
});
