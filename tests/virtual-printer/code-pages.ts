import { DOS_UPPER_HALVES } from './code-page-tables.ts';

/** `ESC t` numbers of the Epson specification and the page each selects. */
const PAGE_NAMES: Readonly<Record<number, string>> = {
  0: 'cp437',
  1: 'katakana',
  2: 'cp850',
  3: 'cp860',
  4: 'cp863',
  5: 'cp865',
  11: 'cp851',
  12: 'cp853',
  13: 'cp857',
  14: 'cp737',
  15: 'iso-8859-7',
  16: 'windows-1252',
  17: 'cp866',
  18: 'cp852',
  19: 'cp858',
  21: 'windows-874',
  30: 'tcvn3',
  31: 'tcvn3',
  32: 'cp720',
  33: 'cp775',
  34: 'cp855',
  35: 'cp861',
  36: 'cp862',
  37: 'cp864',
  38: 'cp869',
  39: 'iso-8859-2',
  40: 'iso-8859-15',
  41: 'cp1098',
  42: 'cp1118',
  43: 'cp1119',
  44: 'cp1125',
  45: 'windows-1250',
  46: 'windows-1251',
  47: 'windows-1253',
  48: 'windows-1254',
  49: 'windows-1255',
  50: 'windows-1256',
  51: 'windows-1257',
  52: 'windows-1258',
  53: 'kz-1048',
  254: 'user-254',
  255: 'user-255',
};

/** Names by which `TextDecoder` knows a page; `ibm866` is its name for cp866. */
const DECODER_LABELS: Readonly<Record<string, string>> = {
  cp866: 'ibm866',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-7': 'iso-8859-7',
  'iso-8859-15': 'iso-8859-15',
  'windows-874': 'windows-874',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
};

/** The twelve bytes that `ESC R` moves, and what each country has there. */
const NATIONAL_BYTES = '#$@[\\]^`{|}~';
const NATIONAL_SETS: readonly string[] = [
  '#$@[\\]^`{|}~', // USA
  '#$à°ç§^`éùè¨', // France
  '#$§ÄÖÜ^`äöüß', // Germany
  '£$@[\\]^`{|}~', // United Kingdom
  '#$@ÆØÅ^`æøå~', // Denmark I
  '#¤ÉÄÖÅÜéäöåü', // Sweden
  '#$@°\\é^ùàòèì', // Italy
  '₧$@¡Ñ¿^`¨ñ}~', // Spain I
  '#$@[¥]^`{|}~', // Japan
  '#¤ÉÆØÅÜéæøåü', // Norway
  '#$ÉÆØÅÜéæøåü', // Denmark II
  '#$á¡Ñ¿é`íñóú', // Spain II
  '#$á¡Ñ¿éüíñóú', // Latin America
  '#$@[₩]^`{|}~', // Korea
  '#$ŽŠĐĆČžšđćč', // Slovenia and Croatia
  '#¥@[\\]^`{|}~', // China
];

const upperHalves = new Map<string, string | undefined>();

function upperHalf(page: string): string | undefined {
  if (!upperHalves.has(page)) upperHalves.set(page, readUpperHalf(page));
  return upperHalves.get(page);
}

function readUpperHalf(page: string): string | undefined {
  const own = DOS_UPPER_HALVES[page];
  if (own !== undefined) return own;
  if (page === 'katakana') {
    // Half-width katakana stand at A1–DF as in JIS X 0201; the drawing characters around them are not modelled.
    return Array.from({ length: 128 }, (_, i) =>
      i >= 0x21 && i <= 0x5f ? String.fromCharCode(0xff61 + i - 0x21) : '\ufffd',
    ).join('');
  }
  const label = DECODER_LABELS[page];
  if (label === undefined) return undefined;
  const decoder = new TextDecoder(label);
  return Array.from({ length: 128 }, (_, i) => decoder.decode(Uint8Array.of(0x80 + i))).join('');
}

/** The name of the page that `ESC t n` selects, or undefined where the specification has none. */
export function codePageName(n: number): string | undefined {
  return PAGE_NAMES[n];
}

/** Whether `ESC R n` names a country that is modelled. */
export function isNationalSet(n: number): boolean {
  return n < NATIONAL_SETS.length;
}

/** What a byte prints as, or undefined where the page has a hole (a printer leaves a blank there). */
export function decodeByte(byte: number, page: string, nationalSet: number): string | undefined {
  if (byte < 0x80) {
    const char = String.fromCharCode(byte);
    const place = NATIONAL_BYTES.indexOf(char);
    return place < 0 ? char : (NATIONAL_SETS[nationalSet]?.[place] ?? char);
  }
  const char = upperHalf(page)?.[byte - 0x80];
  // WHATWG's decoders answer with a C1 control where Microsoft's page has a hole.
  if (char === undefined || char === '\ufffd' || /[\u0080-\u009f]/u.test(char)) return undefined;
  return char;
}

/** What two bytes print as in kanji mode, or undefined when they make no character. */
export function decodeDoubleByte(first: number, second: number, set: string): string | undefined {
  const text = new TextDecoder(set).decode(Uint8Array.of(first, second));
  return [...text].length === 1 && text !== '\ufffd' ? text : undefined;
}
