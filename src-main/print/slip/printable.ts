import { eastAsianWidth } from 'get-east-asian-width';
import type { HanShapes } from '../../domain/han.ts';

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Letters that never join with one beside them, which spares most texts the segmenter. */
const ONE_EACH =
  /^[\x20-\x7e\u00C0-\u02FF\u0400-\u0482\u3000-\u3029\u3041-\u3096\u309B-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF60]*$/u;
const LINE_BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const CONTROL_NAMES = [
  ...[
    'NUL',
    'SOH',
    'STX',
    'ETX',
    'EOT',
    'ENQ',
    'ACK',
    'BEL',
    'BS',
    'TAB',
    'LF',
    'VT',
    'FF',
    'CR',
    'SO',
    'SI',
  ],
  ...[
    'DLE',
    'DC1',
    'DC2',
    'DC3',
    'DC4',
    'NAK',
    'SYN',
    'ETB',
    'CAN',
    'EM',
    'SUB',
    'ESC',
    'FS',
    'GS',
    'RS',
    'US',
  ],
];
// Marks that steer layout and have no ink of their own.
const INVISIBLE = /^[\p{Zs}\p{Default_Ignorable_Code_Point}\t]+$/u;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Returns the columns that a text takes on paper, which may be a fraction where it is drawn. */
export type Measure = (
  text: string,
  style: { readonly bold: boolean; readonly han: HanShapes | undefined },
) => number;

/** Returns the user-perceived characters of a text (UAX #29). */
export function graphemes(text: string): string[] {
  if (ONE_EACH.test(text)) return Array.from(text);
  return Array.from(SEGMENTER.segment(text), (part) => part.segment);
}

/** Returns the paragraphs of a text: every line break that Unicode knows ends one, CR LF together. */
export function paragraphs(text: string): string[] {
  return text.split(LINE_BREAKS);
}

/** Returns the columns that a grapheme takes on paper: 0, 1, or 2 for wide East Asian characters and emoji. */
function columnsOf(grapheme: string): number {
  const codePoint = grapheme.codePointAt(0);
  if (codePoint === undefined) return 0;
  if (INVISIBLE.test(grapheme) && !/[\p{Zs}\t]/u.test(grapheme)) return 0;
  // A mark that stands alone is drawn on a column of its own.
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2;
  return eastAsianWidth(codePoint);
}

/** Returns the columns of a text that is set in cells. */
export function textColumns(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + columnsOf(grapheme), 0);
}

/**
 * Returns a paragraph of a customer's words as paper can show it, NFC: control characters by their names in brackets,
 * so that none ever reaches a printer as a command, tabs as spaces, and what no font here can draw as `[U+1F327]`.
 * `complete` is false where something stands in brackets. The kept words are never touched.
 */
export function printable(
  paragraph: string,
  canPrint: (grapheme: string) => boolean,
): { readonly text: string; readonly complete: boolean } {
  let text = '';
  let complete = true;
  for (const grapheme of graphemes(paragraph.normalize('NFC'))) {
    const shown =
      showControl(grapheme) ?? (INVISIBLE.test(grapheme) || canPrint(grapheme) ? grapheme : undefined);
    text += shown ?? codePointNames(grapheme);
    if (shown === undefined || (shown !== grapheme && grapheme !== '\t')) complete = false;
  }
  return { text, complete };
}

/** Returns which way a paragraph reads: by its first strong character (UAX #9, P2), or `fallback` without one. */
export function directionOfText(paragraph: string, fallback: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  for (const character of paragraph) {
    if (/\p{L}/u.test(character)) return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr';
  }
  return fallback;
}

/** Returns whether letters of a text may stand in another order than they are read. */
export function isBidiSensitive(text: string): boolean {
  return RIGHT_TO_LEFT.test(text) || BIDI_CONTROLS.test(text);
}

/** Returns the words so that they cannot reorder what stands beside them (FSI … PDI), where they could. */
export function isolate(words: string, around: 'ltr' | 'rtl'): string {
  return around === 'ltr' && !isBidiSensitive(words) ? words : `\u2068${words}\u2069`;
}

function showControl(grapheme: string): string | undefined {
  const code = grapheme.charCodeAt(0);
  if (grapheme === '\t') return '    ';
  if (code < 0x20) return `[${CONTROL_NAMES[code] ?? ''}]${grapheme.slice(1)}`;
  if (code === 0x7f) return '[DEL]';
  if (code >= 0x80 && code < 0xa0) return codePointNames(grapheme);
  return undefined;
}

function codePointNames(grapheme: string): string {
  const parts = Array.from(grapheme);
  // A variation selector or joiner says nothing by itself beside the characters that it joins.
  const named = parts.length === 1 ? parts : parts.filter((part) => !INVISIBLE.test(part));
  return named
    .map((character) => {
      const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `[U+${hex}]`;
    })
    .join('');
}
