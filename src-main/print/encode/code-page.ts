import iconv from 'iconv-lite';

/** Pages that text is sent in, in the order of preference: Western Europe, then the more particular ones. */
export const CODE_PAGES = [
  'win1252',
  'cp858',
  'cp852',
  'win1250',
  'cp866',
  'win1251',
  'win1253',
  'cp737',
  'win1254',
  'win1257',
] as const;
/** The name of a page, as iconv-lite has it. */
export type CodePage = (typeof CODE_PAGES)[number];

/** What a printer was seen to print as text, on a test slip that staff confirmed. */
export interface PrinterText {
  /** Verified pages, each with the number that `ESC t` selects it by on this printer. */
  readonly codePages: readonly { readonly page: CodePage; readonly escT: number }[];
}

/** The default, which is the careful one: every other line is drawn, so no page has to be trusted unseen. */
export const CAREFUL_TEXT: PrinterText = { codePages: [{ page: 'win1252', escT: 16 }] };

/**
 * Marks that a printer would print where a screen shows nothing; and U+FFFD, which iconv-lite stands in for every hole
 * of a page, so that it reads back as itself from a byte that no printer defines.
 */
const NEVER_AS_TEXT = /[\u00AD\uFFFD\p{Cc}\p{Cf}]/u;
/** Many printers have an older page under the number, with another sign in the euro's place. */
const ONLY_FROM_1252 = '€';
const ASCII = /^[\x20-\x7e]*$/;
const bytes = new Map<CodePage, Map<string, number | undefined>>();

/** A line as bytes, and the page that they are in; `any` for letters that are the same in all. */
export interface EncodedText {
  readonly page: CodePage | 'any';
  /** One for each of the texts. */
  readonly runs: readonly Buffer[];
}

/**
 * Returns the runs of a line as bytes of the first of the verified pages that has all of it, or undefined where none
 * has. The bytes hold no control character, so nothing that a customer typed can be a command.
 */
export function encodeText(
  texts: readonly string[],
  verified: ReadonlySet<CodePage>,
): EncodedText | undefined {
  const shown = texts.map((text) => text.normalize('NFC').replaceAll('\u00A0', ' '));
  if (shown.every((text) => ASCII.test(text))) {
    return { page: 'any', runs: shown.map((text) => Buffer.from(text, 'latin1')) };
  }
  for (const page of CODE_PAGES) {
    if (!verified.has(page)) continue;
    const runs = shown.map((text) => encodeIn(page, text));
    if (runs.every((run) => run !== undefined)) return { page, runs };
  }
  return undefined;
}

function encodeIn(page: CodePage, text: string): Buffer | undefined {
  const encoded: number[] = [];
  for (const character of text) {
    const byte = byteOf(page, character);
    if (byte === undefined) return undefined;
    encoded.push(byte);
  }
  return Buffer.from(encoded);
}

function byteOf(page: CodePage, character: string): number | undefined {
  const known = bytes.get(page) ?? new Map<string, number | undefined>();
  bytes.set(page, known);
  if (!known.has(character)) known.set(character, findByte(page, character));
  return known.get(character);
}

function findByte(page: CodePage, character: string): number | undefined {
  if (NEVER_AS_TEXT.test(character)) return undefined;
  if (character === ONLY_FROM_1252 && page !== 'win1252') return undefined;
  const encoded = iconv.encode(character, page);
  const exact = encoded.length === 1 && iconv.decode(encoded, page) === character;
  return exact ? encoded[0] : undefined;
}
