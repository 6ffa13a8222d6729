import arabic from 'simple-keyboard-layouts/build/layouts/arabic.js';
import english from 'simple-keyboard-layouts/build/layouts/english.js';

/** The keyboards that can be switched between, in the order of the globe key. */
export const KEYBOARD_LAYOUTS = ['en', 'ar'] as const;
/** A keyboard by the language that it writes. */
export type KeyboardLayout = (typeof KEYBOARD_LAYOUTS)[number];
/** What the keys show: letters, or numbers and signs (in fields for a phone or an amount, a pad of digits). */
export type KeyboardPage = 'letters' | 'numbers';
/** The kinds of field that change which keys are offered. */
export type FieldKind = 'text' | 'email' | 'tel' | 'decimal';

/** A key that writes its text. */
export interface TextKey {
  readonly kind: 'text';
  readonly text: string;
  /** Width in units of a letter key. */
  readonly width: number;
}

/** A key that does something else than write its own text. */
export interface SpecialKey {
  readonly kind: 'shift' | 'backspace' | 'enter' | 'page' | 'language';
  readonly width: number;
}

/** Any key. */
export type Key = TextKey | SpecialKey;
/** Rows of keys, from the top, each from the left whatever the language: keys stand where the hand knows them. */
export type Rows = readonly (readonly Key[])[];

/** What decides which keys there are. */
export interface KeyboardState {
  readonly layout: KeyboardLayout;
  readonly page: KeyboardPage;
  readonly shifted: boolean;
  readonly field: FieldKind;
}

/** Where an Arabic mark is drawn, since it cannot stand alone. */
const MARK_CARRIER = '\u25CC';

/** Arabic names of the marks: a screen reader says nothing for a bare mark. They name keys and belong to the layout. */
const MARK_NAMES: Readonly<Record<string, string>> = {
  '\u064B': 'تنوين فتح',
  '\u064C': 'تنوين ضم',
  '\u064D': 'تنوين كسر',
  '\u064E': 'فتحة',
  '\u064F': 'ضمة',
  '\u0650': 'كسرة',
  '\u0651': 'شدة',
  '\u0652': 'سكون',
  '\u0670': 'ألف خنجرية',
  '\u0640': 'تطويل',
};

/** Signs of the Arabic shift layer that also stand on the bottom row give way to forms that the 101 layout lacks. */
const ARABIC_SHIFT_INSTEAD: Readonly<Record<string, string>> = { '،': '\u0670', '.': '\u0671', '؟': '…' };

/** The signs on a pad of digits: those of telephone numbers, or what parts an amount from its smaller unit. */
const PAD_SIGNS = { tel: [' ', '-', '+'], decimal: ['.', ',', ' '] } as const;

/** Returns the rows of keys for a state of the keyboard. */
export function rowsFor(state: KeyboardState): Rows {
  if (state.page === 'numbers') return hasDigitPad(state.field) ? digitPad(state.field) : numberRows(state);
  const [top, middle, bottom] =
    state.layout === 'ar' ? arabicLetters(state.shifted) : latinLetters(state.shifted);
  // Twelve Arabic columns leave shift and backspace one unit each; ten Latin ones leave them one and a half.
  const side = state.layout === 'ar' ? 1 : 1.5;
  return [
    top.map(letterKey),
    middle.map(letterKey),
    [{ kind: 'shift', width: side }, ...bottom.map(letterKey), { kind: 'backspace', width: side }],
    bottomRow(state),
  ];
}

/** Returns whether a field of that kind starts with a pad of digits. */
export function hasDigitPad(field: FieldKind): field is keyof typeof PAD_SIGNS {
  return field in PAD_SIGNS;
}

/** Returns what a text key shows. */
export function labelOf(text: string): string {
  return /^\p{M}/u.test(text) ? MARK_CARRIER + text : text;
}

/** Returns what a text key is called, in the language of its layout. */
export function nameOf(text: string): string {
  return MARK_NAMES[text] ?? text;
}

/** Returns the keyboard that the globe key switches to. */
export function layoutAfter(layout: KeyboardLayout): KeyboardLayout {
  const next = KEYBOARD_LAYOUTS[(KEYBOARD_LAYOUTS.indexOf(layout) + 1) % KEYBOARD_LAYOUTS.length];
  return next ?? layout;
}

type LetterRows = readonly [readonly string[], readonly string[], readonly string[]];

/** The three letter rows of a physical keyboard, without its special keys. */
function letterRows(rows: readonly string[] | undefined): LetterRows {
  const characters = (row: number) => (rows?.[row] ?? '').split(' ').filter((key) => !/^\{.+\}$/u.test(key));
  return [characters(1), characters(2), characters(3)];
}

function latinLetters(shifted: boolean): LetterRows {
  const [top, middle, bottom] = letterRows(english.layout['default']);
  const kept = (row: readonly string[]) =>
    row.filter((key) => /^[a-z']$/u.test(key)).map((key) => (shifted ? key.toUpperCase() : key));
  return [kept(top), kept(middle), kept(bottom)];
}

function arabicLetters(shifted: boolean): LetterRows {
  const rows = arabic.layout[shifted ? 'shift' : 'default'];
  const [top, middle, bottom] = letterRows(rows);
  // The 101 layout has dhal (with shift: shadda) left of the digits; here it ends the home row, which has room for it.
  const corner = (rows?.[0] ?? '').split(' ').slice(0, 1);
  const instead = (key: string) => (shifted ? (ARABIC_SHIFT_INSTEAD[key] ?? key) : key);
  return [top.slice(0, 12).map(instead), [...middle, ...corner].map(instead), bottom.map(instead)];
}

function letterKey(text: string): TextKey {
  return { kind: 'text', text, width: 1 };
}

function bottomRow({ layout, page, field }: KeyboardState): readonly Key[] {
  const sign = (text: string): TextKey => ({ kind: 'text', text, width: 0.9 });
  const [comma, question] = layout === 'ar' ? ['،', '؟'] : [',', '?'];
  const email = field === 'email';
  const after = page === 'numbers' ? ['.', question, '!'] : email ? ['.', '-'] : ['.', question];
  return [
    { kind: 'page', width: 1.2 },
    ...(KEYBOARD_LAYOUTS.length > 1 ? [{ kind: 'language', width: 1.2 } as const] : []),
    sign(email && page === 'letters' ? '@' : comma),
    { kind: 'text', text: ' ', width: page === 'numbers' ? 3.1 : 4 },
    ...after.map(sign),
    { kind: 'enter', width: 1.2 },
  ];
}

function numberRows(state: KeyboardState): Rows {
  const keys = (text: string) => Array.from(text, letterKey);
  return [
    keys('1234567890'),
    keys('@#€£$%&*()'),
    [...keys(state.layout === 'ar' ? '-_+=/:؛"' : '-_+=/:;"'), { kind: 'backspace', width: 2 }],
    bottomRow(state),
  ];
}

/** Returns a pad of digits; the page key leads to letters, for "ask for Mika" beside a number. */
function digitPad(field: keyof typeof PAD_SIGNS): Rows {
  const [first, second, third] = PAD_SIGNS[field];
  const row = (digits: string, last: Key): readonly Key[] => [...Array.from(digits, letterKey), last];
  return [
    row('123', { kind: 'backspace', width: 1 }),
    row('456', letterKey(first)),
    row('789', letterKey(second)),
    [letterKey(third), letterKey('0'), { kind: 'page', width: 1 }, { kind: 'enter', width: 1 }],
  ];
}
