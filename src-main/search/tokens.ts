import type { Stretch } from '../domain/search.ts';

/** A word of a text, or one sign of a script that puts no spaces between words. */
export interface Piece extends Stretch {
  /** The word without case and diacritics: what is compared. Never empty. */
  readonly folded: string;
  /** Whether it is one sign of a run without spaces. */
  readonly unspaced: boolean;
}

/** Longer words are compared by their beginning: nobody types more of one. */
const LONGEST = 64;

// Written with the v flag's sets, which TypeScript takes for newer than our target and every runtime of ours knows.
const LETTERS = '[\\p{L}\\p{N}\\p{M}]';
const UNSPACED =
  '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]&&[\\p{L}\\p{N}]]';
const PIECE = new RegExp(
  `(${UNSPACED}[\\p{M}\uff9e\uff9f]*)|[${LETTERS}--${UNSPACED}]+|\\p{Extended_Pictographic}`,
  'gv',
);
const ASCII = /^[\0-\x7f]*$/;
/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic and its stretching; not か and が. */
const DIACRITICS = new RegExp(
  '[[\\p{M}&&[\\p{sc=Zinh}\\p{sc=Arab}\\p{sc=Hebr}]]--[\\u3099\\u309a]]|\\u0640',
  'gv',
);
/** Letters that people write for each other and that Unicode does not take apart. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ς: 'σ',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g');
const DIGIT_OF_ARABIC = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** A language has few words that are said often; folding one takes longer than all else that is done with it. */
const FOLDED = new Map<string, string>();
const FOLDED_MAX = 20_000;
const NO_LETTER = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/gu;

/**
 * Returns a text as it is compared: without case, diacritics and compatibility forms, digits as 0 to 9, and without
 * anything that is no letter, digit or pictograph. Marks that make another syllable (Devanagari, Thai, the Japanese
 * voicing) stay.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = FOLDED.get(text);
  if (known !== undefined) return known;
  if (FOLDED.size >= FOLDED_MAX) FOLDED.clear();
  const folded = foldBeyondAscii(text);
  FOLDED.set(text, folded);
  return folded;
}

function foldBeyondAscii(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Up first: capital and small letters do not come in pairs (ß is SS, ς and σ are Σ).
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD')
      .replace(DIACRITICS, '')
      .replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter)
      .replace(DIGIT_OF_ARABIC, (digit) => String(digit.charCodeAt(0) & 0xf))
      .replace(NO_LETTER, '')
      .normalize('NFC')
  );
}

/** Returns the pieces of a text in their order, each with where it stands. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [raw] = match;
    const folded = fold(raw).slice(0, LONGEST).toWellFormed();
    // A lone vowel sign or stretching folds to nothing.
    if (folded === '') continue;
    const unspaced = match[1] !== undefined;
    pieces.push({ from: match.index, to: match.index + raw.length, folded, unspaced });
  }
  return pieces;
}

/**
 * Returns the runs of pieces that touch in a script without spaces; every other piece is a run of its own.
 */
export function runsOf(pieces: readonly Piece[]): readonly (readonly [Piece, ...Piece[]])[] {
  const runs: [Piece, ...Piece[]][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.unspaced && piece.unspaced && last.to === piece.from) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/**
 * Returns the tokens of a text as the index keeps them. A run without spaces becomes every two signs that follow each
 * other, and its last sign alone: two signs are what a word of Chinese or Japanese mostly has, a dictionary would split
 * the same words differently in different sentences, and with trigrams a word of two signs could not be found.
 */
export function tokensOf(text: string): readonly string[] {
  return runsOf(piecesOf(text)).flatMap((run) =>
    run[0].unspaced ? run.map((piece, at) => piece.folded + (run[at + 1]?.folded ?? '')) : [run[0].folded],
  );
}
