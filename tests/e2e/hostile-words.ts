import fc from 'fast-check';

/** Change it and every statement changes: a failure is reported with the statement itself, so it can be kept. */
const SEED = 20261123;
const MAX = 20_000;

/** Pieces that have broken databases, screens and printers before. */
const PIECES: readonly string[] = [
  ...['\0', '\r\n', '\r', '\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029', '\x7F', '\x9B'],
  // ESC, GS, DLE and FS commands: open the drawer, cut, reset, switch off, another code page.
  ...[
    '\x1B@',
    '\x1Bp\0\x19\xFA',
    '\x1DV\0',
    '\x10\x14\x01\0\x05',
    '\x10\x14\x02\x01\x08',
    '\x1C&',
    '\x1Bt\x10',
  ],
  ...['\x10\x04\x01', '\x1D(k\x03\0', '\x1Dv0\0\x01\0\x01\0\xFF', '\x1B*\0\x01\0', '\x1D(H\x06\x000abcd'],
  ...["'; DROP TABLE claim; --", '" OR 1=1 --', '%s%n', '${7*7}', '{{7*7}}', '\\', '\\0', '\\u0000'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '</textarea>', '&amp;', '<!--', ']]>'],
  ...['😀', '👩🏽‍🔧', '🏳️‍🌈', '👨‍👩‍👧‍👦', '🇫🇮', '1️⃣', '❤️', '❤\uFE0E', '🫨', '☕'],
  ...[
    'e\u0301',
    '\u00E9',
    '\u212B',
    '\u00C5',
    'ﬁ',
    'ǅ',
    'Z\u0351\u036B\u0343',
    'a\u0335\u0335\u0335',
    '\u0301',
  ],
  ...['\u202Eevil\u202C', '\u2066\u2067\u2069', '\u200F', '\u061C', 'مرحبا', 'שלום', 'كلمة (word) كلمة'],
  ...['\u200B', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u034F', '\u115F', '\u3164', '\u180E'],
  ...['\uE000', '\uF8FF', '\u{F0000}', '\u{10FFFD}', '\uFFFE', '\uFFFF', '\uFFFD', '\u{1FFFF}', '\uFDD0'],
  ...['漢字', 'ひらがな', '한글', 'ไทย', 'हिन्दी', 'ᚠᛇᚻ', '𝔘𝔫𝔦', '𓀀', 'ⅷ', '½', '€', '“”', '…', '—'],
  ...[' ', '  ', '\u00A0', '\u3000', '| ', 'It leaks. ', 'null', 'undefined', '__proto__', '-0', '1e309'],
];

const FIXED: readonly string[] = [
  ...[
    ' ',
    '   \n  ',
    '\t',
    '\0',
    '\0\0\0',
    '\r',
    '\r\n',
    '\n\n\n',
    '\uFEFF',
    '\u200B',
    '\u202E',
    '\x1B',
    '\x10',
  ],
  ...['ends in half of nothing 😀', '\u{10FFFF}', '😀', '\uFEFFwith a mark in front', 'trailing space '],
  ...[
    'a\r\nb\rc\nd',
    'NUL \0 in the middle',
    '\x1Bp\0\x19\xFA',
    '\x10\x14\x01\0\x05',
    '\x1DV\0after the cut',
  ],
  ...["Robert'); DROP TABLE statement;--", '<b onclick="x">bold</b>', '\u202Ereversed\u202C and back'],
  ...[PIECES.join(''), PIECES.join(' '), PIECES.join('\n'), PIECES.toReversed().join('')],
  ...['x'.repeat(MAX), '😀'.repeat(MAX), `${'y'.repeat(MAX - 1)}😀`, 'é'.repeat(MAX / 2)],
  ...['e\u0301'.repeat(MAX / 2), '\0'.repeat(300), '\x1B'.repeat(300), `${'long word'.repeat(400)}`],
];

/** Returns so many different statements, all of them well-formed and not empty, the same in every run. */
export function hostileStatements(count: number): readonly string[] {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  );
  const statement = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
  const drawn = fc.sample(statement, { seed: SEED, numRuns: count * 2 });
  return [...new Set([...FIXED, ...drawn])].slice(0, count);
}

/** A dozen that can be typed into a field; a field itself turns every line break into LF. */
export const TYPED_STATEMENTS: readonly string[] = [
  '😀👩🏽‍🔧🏳️‍🌈 and e\u0301',
  '\u202Eevil\u202C words',
  "Robert'); DROP TABLE statement;--",
  '<script>alert(1)</script></textarea>',
  'two\nlines\n\nand a gap',
  '\u2028 and \u2029',
  '\uFEFFmark, \u200Bzero width, \u00ADsoft hyphen',
  '\uE000 \u{10FFFD} private',
  'مرحبا (hello) שלום',
  '   ',
  'ends with 😀',
  '\x1B@ \x1DV \x10\x14\x01 commands',
];
