import iconv from 'iconv-lite';
import { CODE_PAGES, type CodePage } from '../../domain/code-page.ts';

export type { CodePage } from '../../domain/code-page.ts';

/** What a printer was seen to print as text, on a test slip that staff confirmed. */
export interface PrinterText {
  /** Verified pages, each with the number that `ESC t` (Star: `ESC GS t`) selects it by on this printer. */
  readonly codePages: readonly { readonly page: CodePage; readonly escT: number }[];
  /** `FS ( C`: text as UTF-8, for lines that mix what no single page has. */
  readonly utf8?: boolean;
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

/** What the bytes of a line are in; `any` for letters that are the same in all. */
export type TextEncoding = CodePage | 'utf8' | 'any';

/** A line as bytes, and what they are in. */
export interface EncodedText {
  readonly page: TextEncoding;
  /** One for each of the texts. */
  readonly runs: readonly Buffer[];
}

/**
 * Returns the runs of a line as bytes of the first of the verified pages that has all of it, else as UTF-8 where that
 * is verified and every letter is in one of the pages that printers have fonts for, else undefined. The bytes hold no
 * control character, so nothing that a customer typed can be a command.
 */
export function encodeText(
  texts: readonly string[],
  verified: ReadonlySet<CodePage>,
  utf8 = false,
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
  // Other scripts may be missing from a printer's fonts, or be wider there than they were counted.
  if (utf8 && shown.every((text) => Array.from(text).every(isInSomePage))) {
    return { page: 'utf8', runs: shown.map((text) => Buffer.from(text, 'utf8')) };
  }
  return undefined;
}

function isInSomePage(character: string): boolean {
  return ASCII.test(character) || CODE_PAGES.some((page) => byteOf(page, character) !== undefined);
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
