import type { ExpectationKind } from '../../domain/expectation.ts';
import type { HanShapes } from '../../domain/han.ts';
import { textColumns } from './printable.ts';

/** A one-bit picture: a set bit is ink, rows are padded to whole bytes, the first dot is the highest bit. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rowBytes: number;
  readonly data: Uint8Array;
}

/** Some text of one line that is set in one weight. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
}

/** Which way a line reads. */
export type Direction = 'ltr' | 'rtl';

/**
 * Where a line stands in its paragraph. The order of letters in mixed directions is a matter of the whole paragraph
 * (UAX #9): what is embedded, overridden or bracketed may begin on one line of paper and end on another.
 */
export interface BidiContext {
  readonly paragraph: string;
  /** UTF-16 units of the paragraph before the line. */
  readonly start: number;
}

/** How many times as wide and high as a row of text. */
export type Scale = 1 | 2 | 3 | 4;

/** Columns that the mark of a kind of expectation takes, with the space after it. */
export const MARK_COLUMNS = 3;

/** One line of text as it stands on the paper. */
export interface TextLine {
  readonly kind: 'text';
  readonly runs: readonly TextRun[];
  /** 2 is double width and double height; only lines without bar, mark and indent are larger than 1. */
  readonly scale: Scale;
  readonly align: 'start' | 'center';
  readonly direction: Direction;
  /** Whether the bar of the customer's words stands at the line's start. */
  readonly bar: boolean;
  /** Columns left free at the line's start. */
  readonly indent: number;
  /** The mark that stands at the line's start. */
  readonly mark?: ExpectationKind;
  /** Whether the line is white on a black box that is a column wider at both sides than its words. */
  readonly band?: boolean;
  readonly context?: BidiContext;
}

/** A label at the line's start and a value at its end. */
export interface PairLine {
  readonly kind: 'pair';
  readonly start: TextRun;
  readonly end: TextRun;
  readonly direction: Direction;
  readonly indent: number;
}

/** One row of paper. */
export type PaperLine =
  | TextLine
  | PairLine
  | { readonly kind: 'rule'; readonly weight: 'thin' | 'thick' }
  | { readonly kind: 'qr'; readonly data: string }
  /** CODE128 whose narrowest bar is `moduleDots` wide. */
  | { readonly kind: 'barcode'; readonly data: string; readonly moduleDots: number }
  /** A picture in the middle; `name` is what it shows. */
  | { readonly kind: 'picture'; readonly name: string; readonly bitmap: Bitmap }
  | { readonly kind: 'space'; readonly size: 'half' | 'full' }
  | { readonly kind: 'cut' };

/** A slip laid out for one width of paper. */
export interface PaperLayout {
  /** Characters of font A a line. */
  readonly columns: number;
  readonly lines: readonly PaperLine[];
  /** Whose shapes the Han characters on it have. */
  readonly han?: HanShapes;
}

/** Returns the paper as text, one row a line, as golden files and screen readers have it. */
export function paperText(layout: PaperLayout): string {
  return layout.lines.map((line) => rowText(line, layout.columns)).join('\n');
}

/** The four kinds by shape where shapes are written: check, wave, bar, open question. */
const MARKS: Readonly<Record<ExpectationKind, string>> = {
  will: '[v] ',
  try: '[~] ',
  cannot: '[-] ',
  unknown: '[?] ',
};

function rowText(line: PaperLine, columns: number): string {
  switch (line.kind) {
    case 'text':
      return lineText(line, columns);
    case 'pair': {
      const room = columns - line.indent - textColumns(line.start.text) - textColumns(line.end.text);
      return `${spaces(line.indent)}${line.start.text}${spaces(Math.max(2, room))}${line.end.text}`;
    }
    case 'rule':
      return (line.weight === 'thin' ? '-' : '=').repeat(columns);
    case 'qr':
      return centered(`[QR ${line.data}]`, columns);
    case 'barcode':
      return centered(`[barcode ${line.data}]`, columns);
    case 'picture':
      return centered(`[${line.name}]`, columns);
    case 'space':
      return '';
    case 'cut':
      return `${'-'.repeat(columns - 4)} cut`;
  }
}

function lineText({ runs, indent, bar, mark, align }: TextLine, columns: number): string {
  const words = runs.map((run) => run.text).join('');
  if (align === 'center') return centered(words, columns);
  return `${spaces(indent)}${bar ? '| ' : ''}${mark === undefined ? '' : MARKS[mark]}${words}`;
}

function centered(text: string, columns: number): string {
  return spaces(Math.max(0, Math.floor((columns - textColumns(text)) / 2))) + text;
}

function spaces(count: number): string {
  return ' '.repeat(count);
}
