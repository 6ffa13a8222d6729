import type { HanShapes } from './han.ts';

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

/** One line of text as it stands on the paper. */
export interface TextLine {
  readonly kind: 'text';
  readonly runs: readonly TextRun[];
  /** 2 is double width and double height. */
  readonly scale: 1 | 2;
  readonly align: 'start' | 'center';
  readonly direction: Direction;
  /** Whether the bar of the customer's words stands at the line's start. */
  readonly bar: boolean;
  /** Columns left free at the line's start. */
  readonly indent: number;
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

function rowText(line: PaperLine, columns: number): string {
  switch (line.kind) {
    case 'text':
      return `${' '.repeat(line.indent)}${line.bar ? '| ' : ''}${line.runs.map((run) => run.text).join('')}`;
    case 'pair':
      return `${' '.repeat(line.indent)}${line.start.text}  ${line.end.text}`;
    case 'rule':
      return (line.weight === 'thin' ? '-' : '=').repeat(columns);
    case 'qr':
      return `[QR ${line.data}]`;
    case 'space':
      return '';
    case 'cut':
      return `${'-'.repeat(columns - 4)} cut`;
  }
}
