import type { HanShapes } from '../../domain/han.ts';
import {
  MARK_COLUMNS,
  type BidiContext,
  type Direction,
  type PaperLine,
  type TextLine,
  type TextRun,
} from './paper.ts';
import {
  directionOfText,
  isBidiSensitive,
  isolate,
  paragraphs,
  printable,
  type Measure,
} from './printable.ts';
import type { LinePart } from './slip.ts';
import { startsOfLines, wrap, wrapEmphasis, type Width } from './wrap.ts';

/** Columns by which what belongs under a heading stands back. */
export const INDENT = 2;
const BAR_COLUMNS = 2;

/** The paper that rows are made for, and the slip that they are of. */
export interface Page {
  readonly columns: number;
  readonly direction: Direction;
  readonly canPrint: (grapheme: string) => boolean;
  readonly measure: Measure;
  readonly han: HanShapes | undefined;
  /** What to say under words that could not be printed whole. */
  readonly notPrintable: string;
}

/** How rows look; what is left out is plain. */
export interface Style {
  readonly align?: TextLine['align'];
  readonly scale?: TextLine['scale'];
  readonly bold?: boolean;
  readonly indent?: number;
  /** The part of the text that is bold. */
  readonly emphasis?: string;
  /** Stands at the start of the first row, and the others stand back as far. */
  readonly mark?: TextLine['mark'];
  readonly band?: boolean;
}

/** Returns the page as a shop's name and address see it, which read their own way on a slip in any language. */
export function inOwnDirection(text: string, page: Page): Page {
  return { ...page, direction: directionOfText(text, page.direction) };
}

/** Returns rows of the shop's own words. They may hold what an installer typed, so controls are shown here too. */
export function own(text: string, page: Page, style: Style): PaperLine[] {
  const { align = 'start', scale = 1, bold = false, indent = 0, emphasis = '', mark, band = false } = style;
  const width = widthOn(page, bold || emphasis !== '');
  const room = page.columns - indent - (mark === undefined ? 0 : MARK_COLUMNS) - (band ? 2 : 0);
  return paragraphs(text).flatMap((paragraph) => {
    const shown = printable(paragraph, page.canPrint).text;
    const lines = wrapEmphasis(shown, emphasis, Math.floor(room / scale), width);
    const contexts = bidiContexts(
      shown,
      lines.map((runs) => runs.map((run) => run.text).join('')),
    );
    return lines.map((runs, index): TextLine => {
      const first = index === 0;
      return {
        kind: 'text',
        runs: bold ? runs.map((run) => ({ ...run, bold: true })) : runs,
        scale,
        align,
        direction: page.direction,
        bar: false,
        indent: mark === undefined || first ? indent : indent + MARK_COLUMNS,
        ...(mark !== undefined && first ? { mark } : {}),
        ...(band ? { band } : {}),
        ...within(contexts[index]),
      };
    });
  });
}

/** Returns rows of the customer's words, whole: every paragraph reads its own way, with the bar beside each row. */
export function quote(words: string, page: Page): PaperLine[] {
  let complete = true;
  const lines = paragraphs(words).flatMap((paragraph): PaperLine[] => {
    const shown = printable(paragraph, page.canPrint);
    complete &&= shown.complete;
    const direction = directionOfText(paragraph, page.direction);
    const lines = wrap(shown.text, page.columns - BAR_COLUMNS, widthOn(page, false));
    const contexts = bidiContexts(shown.text, lines);
    return lines.map((text, index) => ({
      kind: 'text',
      runs: [{ text, bold: false }],
      scale: 1,
      align: 'start',
      direction,
      bar: true,
      indent: 0,
      ...within(contexts[index]),
    }));
  });
  return complete ? lines : [...lines, ...own(page.notPrintable, page, {})];
}

/** Returns rows of the shop's words with other people's among them, each of which reads its own way. */
export function mixedLine(parts: readonly LinePart[], page: Page, style: Style): PaperLine[] {
  let complete = true;
  const text = parts.map((part) => {
    if (part.voice === 'shop') return part.text;
    const shown = paragraphs(part.text).map((paragraph) => printable(paragraph, page.canPrint));
    complete &&= shown.every((paragraph) => paragraph.complete);
    return isolate(shown.map((paragraph) => paragraph.text).join(' '), page.direction);
  });
  const lines = own(text.join(''), page, style);
  return complete ? lines : [...lines, ...own(page.notPrintable, page, {})];
}

/** Returns a label and its value at the two edges of one row where both fit, else of two. */
export function pair(start: TextRun, end: TextRun, page: Page, indent: number): PaperLine[] {
  const room = page.columns - indent;
  const widthOf = ({ text, bold }: TextRun): number => widthOn(page, bold)(text);
  const row = (left: TextRun, right: TextRun): PaperLine[] => [
    {
      kind: 'pair',
      start: shownRun(left, page),
      end: shownRun(right, page),
      direction: page.direction,
      indent,
    },
  ];
  if (widthOf(start) + 1 + widthOf(end) <= room) return row(start, end);
  return [
    ...own(start.text, page, { bold: start.bold, indent }),
    ...(widthOf(end) <= room
      ? row({ text: '', bold: false }, end)
      : own(end.text, page, { bold: end.bold, indent: indent + INDENT })),
  ];
}

function shownRun({ text, bold }: TextRun, page: Page): TextRun {
  return { text: printable(text, page.canPrint).text, bold };
}

function widthOn(page: Page, bold: boolean): Width {
  return (text) => page.measure(text, { bold, han: page.han });
}

/** A line that is a paragraph of its own, or that reads left to right throughout, needs to know of no other. */
function bidiContexts(paragraph: string, lines: readonly string[]): (BidiContext | undefined)[] {
  if (lines.length < 2 || !isBidiSensitive(paragraph)) return lines.map(() => undefined);
  return startsOfLines(lines, paragraph).map((start) => ({ paragraph, start }));
}

function within(context: BidiContext | undefined): { readonly context?: BidiContext } {
  return context === undefined ? {} : { context };
}
