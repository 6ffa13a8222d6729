/** Bars and spaces of each CODE128 value, in modules; the last one is the stop. */
export const CODE128_WIDTHS: readonly string[] = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const CODE39_WIDE: Readonly<Record<string, string>> = {
  '0': 'nnnwwnwnn',
  '1': 'wnnwnnnnw',
  '2': 'nnwwnnnnw',
  '3': 'wnwwnnnnn',
  '4': 'nnnwwnnnw',
  '5': 'wnnwwnnnn',
  '6': 'nnwwwnnnn',
  '7': 'nnnwnnwnw',
  '8': 'wnnwnnwnn',
  '9': 'nnwwnnwnn',
  A: 'wnnnnwnnw',
  B: 'nnwnnwnnw',
  C: 'wnwnnwnnn',
  D: 'nnnnwwnnw',
  E: 'wnnnwwnnn',
  F: 'nnwnwwnnn',
  G: 'nnnnnwwnw',
  H: 'wnnnnwwnn',
  I: 'nnwnnwwnn',
  J: 'nnnnwwwnn',
  K: 'wnnnnnnww',
  L: 'nnwnnnnww',
  M: 'wnwnnnnwn',
  N: 'nnnnwnnww',
  O: 'wnnnwnnwn',
  P: 'nnwnwnnwn',
  Q: 'nnnnnnwww',
  R: 'wnnnnnwwn',
  S: 'nnwnnnwwn',
  T: 'nnnnwnwwn',
  U: 'wwnnnnnnw',
  V: 'nwwnnnnnw',
  W: 'wwwnnnnnn',
  X: 'nwnnwnnnw',
  Y: 'wwnnwnnnn',
  Z: 'nwwnwnnnn',
  '-': 'nwnnnnwnw',
  '.': 'wwnnnnwnn',
  ' ': 'nwwnnnwnn',
  $: 'nwnwnwnnn',
  '/': 'nwnwnnnwn',
  '+': 'nwnnnwnwn',
  '%': 'nnnwnwnwn',
  '*': 'nwnnwnwnn',
};

const EAN_LEFT_ODD: readonly string[] =
  '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ');
const EAN_PARITY: readonly string[] =
  'OOOOOO OOEOEE OOEEOE OOEEEO OEOOEE OEEOOE OEEEOO OEOEOE OEOEEO OEEOEO'.split(' ');

/** The modules of a symbol as a string of `1` for a bar and `0` for a space, and what the symbol says. */
export interface BarcodePattern {
  readonly modules: string;
  readonly data: string;
}

/** CODE39, with the asterisks that the printer adds where they are missing; undefined for other characters. */
export function code39(text: string): BarcodePattern | undefined {
  const data = text.replace(/^\*|\*$/g, '');
  const parts: string[] = [];
  for (const char of `*${data}*`) {
    const widths = CODE39_WIDE[char];
    if (widths === undefined || (char === '*' && parts.length > 0 && parts.length <= data.length))
      return undefined;
    parts.push(
      [...widths].map((width, i) => (i % 2 === 0 ? '1' : '0').repeat(width === 'w' ? 3 : 1)).join(''),
    );
  }
  return { modules: parts.join('0'), data };
}

/** EAN-13; the check digit is worked out when twelve digits come, and checked when thirteen do. */
export function ean13(text: string): BarcodePattern | undefined {
  if (!/^\d{12,13}$/.test(text)) return undefined;
  const digits = [...text.slice(0, 12)].map(Number);
  const sum = digits.reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3), 0);
  const data = `${text.slice(0, 12)}${(10 - (sum % 10)) % 10}`;
  if (text.length === 13 && text !== data) return undefined;
  const parity = EAN_PARITY[digits[0] ?? 0] ?? '';
  const left = [...data.slice(1, 7)].map((digit, i) =>
    eanDigit(Number(digit), parity[i] === 'E' ? 'even' : 'odd'),
  );
  const right = [...data.slice(7)].map((digit) => eanDigit(Number(digit), 'right'));
  return { modules: `101${left.join('')}01010${right.join('')}101`, data };
}

function eanDigit(digit: number, kind: 'odd' | 'even' | 'right'): string {
  const odd = EAN_LEFT_ODD[digit] ?? '';
  if (kind === 'odd') return odd;
  const right = [...odd].map((module) => (module === '1' ? '0' : '1')).join('');
  return kind === 'right' ? right : [...right].reverse().join('');
}

const SETS = { A: 101, B: 100, C: 99 } as const;
type CodeSet = keyof typeof SETS;
const START = { A: 103, B: 104, C: 105 } as const;
const STOP = 106;

/** CODE128 as `GS k 73` takes it: `{A`, `{B`, `{C` choose the set, pairs of digits are one byte in set C. */
export function code128(bytes: Uint8Array): BarcodePattern | undefined {
  let set: CodeSet | undefined;
  const values: number[] = [];
  let data = '';
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x7b) {
      i += 1;
      const name = String.fromCharCode(bytes[i] ?? 0);
      if (name === 'A' || name === 'B' || name === 'C') {
        values.push(set === undefined ? START[name] : SETS[name]);
        set = name;
        continue;
      }
      const value = specialValue(name, set);
      if (value === undefined) return undefined;
      values.push(value);
      if (name === '{') data += '{';
      continue;
    }
    if (set === undefined) return undefined;
    const value = plainValue(byte, set);
    if (value === undefined) return undefined;
    values.push(value);
    data += set === 'C' ? String(byte).padStart(2, '0') : String.fromCharCode(byte);
  }
  const [start] = values;
  if (start === undefined || data === '') return undefined;
  const check = values.reduce((sum, value, i) => sum + value * Math.max(1, i), 0) % 103;
  const modules = [...values, check, STOP].map((value) => expandWidths(CODE128_WIDTHS[value] ?? '')).join('');
  return { modules, data };
}

function specialValue(name: string, set: CodeSet | undefined): number | undefined {
  switch (name) {
    case '1':
      return 102;
    case '2':
      return set === 'C' ? undefined : 97;
    case '3':
      return set === 'C' ? undefined : 96;
    case '4':
      return set === 'A' ? 101 : set === 'B' ? 100 : undefined;
    case 'S':
      return set === 'C' ? undefined : 98;
    case '{':
      return set === 'B' ? 0x7b - 0x20 : undefined;
    default:
      return undefined;
  }
}

function plainValue(byte: number, set: CodeSet): number | undefined {
  switch (set) {
    case 'A':
      return byte < 0x20 ? byte + 64 : byte < 0x60 ? byte - 0x20 : undefined;
    case 'B':
      return byte >= 0x20 && byte < 0x80 ? byte - 0x20 : undefined;
    case 'C':
      return byte < 100 ? byte : undefined;
  }
}

function expandWidths(widths: string): string {
  return [...widths].map((width, i) => (i % 2 === 0 ? '1' : '0').repeat(Number(width))).join('');
}
