import { directionOf } from '../../../resources/messages/catalogue.ts';
import { spokenClaimNumber } from '../../domain/claim-number.ts';
import type { ExpectationKind } from '../../domain/expectation.ts';
import { unreachable } from '../../domain/result.ts';
import { hanShapes, type HanShapes } from './han.ts';
import type { BidiContext, Direction, PaperLayout, PaperLine, TextRun } from './paper.ts';
import {
  directionOfText,
  isBidiSensitive,
  isolate,
  paragraphs,
  printable,
  textColumns,
  type Measure,
} from './printable.ts';
import type { Block, Slip } from './slip.ts';
import { startsOfLines, wrap, wrapEmphasis, type Width } from './wrap.ts';

/** The four kinds by shape, as screens have them: check, wave, bar, open question. */
const MARKS: Readonly<Record<ExpectationKind, string>> = {
  will: '[v]',
  try: '[~]',
  cannot: '[-]',
  unknown: '[?]',
};
const INDENT = 2;
const MARK_INDENT = 4;

interface Page {
  readonly columns: number;
  readonly direction: Direction;
  readonly canPrint: (grapheme: string) => boolean;
  readonly measure: Measure;
  readonly han: HanShapes | undefined;
  /** What to say under words that could not be printed whole. */
  readonly notPrintable: string;
}

/**
 * Returns the slip laid out for a width of paper in columns of font A (32, 42 or 48). `canPrint` says whether a
 * grapheme leaves ink here; one that does not is shown by its code point, and a line says where the full words are.
 * `measure` says how wide words are drawn, so that lines of any script fill the paper; without it they count by cells.
 */
export function layOut(
  slip: Slip,
  columns: number,
  canPrint: (grapheme: string) => boolean,
  measure: Measure = textColumns,
): PaperLayout {
  // One country's shapes for the whole slip: a line without kana is still a line of a Japanese statement.
  const words = JSON.stringify(slip.blocks);
  const han = hanShapes(words);
  // Asked once for all words, so that the fonts that they need load together; the answers are used one by one.
  canPrint(words);
  const page: Page = {
    columns,
    direction: directionOf(slip.locale),
    canPrint,
    measure,
    han,
    notPrintable: slip.notPrintable,
  };
  const lines = slip.blocks.flatMap((block, index): PaperLine[] => {
    const rows = layOutBlock(block, page);
    return needsAir(block, slip.blocks[index - 1]) ? [{ kind: 'space', size: 'half' }, ...rows] : rows;
  });
  return { columns, lines: [...lines, { kind: 'cut' }], ...(han === undefined ? {} : { han }) };
}

/** Sections stand apart by half a row; a rule is air enough. */
function needsAir(block: Block, before: Block | undefined): boolean {
  return (block.kind === 'heading' || block.kind === 'expectation') && before?.kind !== 'rule';
}

function layOutBlock(block: Block, page: Page): PaperLine[] {
  switch (block.kind) {
    case 'letterhead':
      return [
        ...own(block.name, inOwnDirection(block.name, page), { align: 'center', bold: true }),
        ...(block.line === '' ? [] : own(block.line, inOwnDirection(block.line, page), { align: 'center' })),
      ];
    case 'rule':
      return [{ kind: 'rule', weight: block.weight }];
    case 'number':
      return [
        ...pair(block.label, block.moment, true, 0, page),
        {
          kind: 'text',
          runs: [{ text: spokenClaimNumber(block.number), bold: true }],
          scale: 2,
          align: 'start',
          // A claim number is read left to right in every language; it only stands where the language starts.
          direction: page.direction,
          bar: false,
          indent: 0,
        },
      ];
    case 'heading':
      return own(block.text, page, { bold: true });
    case 'quote':
      return quote(block.text, page);
    case 'line':
      return shopLine(block, page);
    case 'pair':
      return pair(block.left, block.right, block.strong, INDENT, page);
    case 'expectation':
      return [
        ...own(`${MARKS[block.expectation]} ${block.heading}`, page, { bold: true }),
        ...block.lines.flatMap((line) =>
          own(line.text, page, { indent: MARK_INDENT, emphasis: line.emphasis }),
        ),
      ];
    case 'code':
      return [
        { kind: 'qr', data: block.data },
        ...block.lines.flatMap((line, index) => own(line, page, { align: 'center', bold: index === 0 })),
        { kind: 'space', size: 'full' },
      ];
    default:
      return unreachable(block);
  }
}

interface Style {
  readonly align?: 'start' | 'center';
  readonly bold?: boolean;
  readonly indent?: number;
  readonly emphasis?: string;
}

/** A shop's name and address read their own way on a slip in any language. */
function inOwnDirection(text: string, page: Page): Page {
  return { ...page, direction: directionOfText(text, page.direction) };
}

/** Lines of the shop's own words. They may hold what an installer typed, so controls are shown here too. */
function own(text: string, page: Page, style: Style): PaperLine[] {
  const { align = 'start', bold = false, indent = 0, emphasis = '' } = style;
  const width = widthOn(page, bold || emphasis !== '');
  return paragraphs(text).flatMap((paragraph) => {
    const shown = printable(paragraph, page.canPrint).text;
    const lines = wrapEmphasis(shown, emphasis, page.columns - indent, width);
    const contexts = bidiContexts(
      shown,
      lines.map((runs) => runs.map((run) => run.text).join('')),
    );
    return lines.map((runs, index) => ({
      kind: 'text' as const,
      runs: bold ? runs.map((run) => ({ ...run, bold: true })) : runs,
      scale: 1 as const,
      align,
      direction: page.direction,
      bar: false,
      indent,
      ...within(contexts[index]),
    }));
  });
}

/** The customer's words, whole: every paragraph reads its own way, with the bar beside each line. */
function quote(words: string, page: Page): PaperLine[] {
  let complete = true;
  const lines = paragraphs(words).flatMap((paragraph): PaperLine[] => {
    const shown = printable(paragraph, page.canPrint);
    complete &&= shown.complete;
    const direction = directionOfText(paragraph, page.direction);
    const lines = wrap(shown.text, page.columns - INDENT, widthOn(page, false));
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

function shopLine(block: Extract<Block, { kind: 'line' }>, page: Page): PaperLine[] {
  let complete = true;
  const text = block.parts.map((part) => {
    if (part.voice === 'shop') return part.text;
    const shown = paragraphs(part.text).map((paragraph) => printable(paragraph, page.canPrint));
    complete &&= shown.every((paragraph) => paragraph.complete);
    return isolate(shown.map((paragraph) => paragraph.text).join(' '), page.direction);
  });
  const lines = own(text.join(''), page, { indent: block.indent ? INDENT : 0 });
  return complete ? lines : [...lines, ...own(page.notPrintable, page, {})];
}

/** A label and its value on one line where both fit, else the value on a line of its own. */
function pair(start: string, end: string, bold: boolean, indent: number, page: Page): PaperLine[] {
  const room = page.columns - indent - 1;
  const width = widthOn(page, bold);
  if (width(start) + width(end) > room) {
    return [...own(start, page, { bold, indent }), ...own(end, page, { bold, indent: indent + INDENT })];
  }
  const run = (text: string): TextRun => ({ text: printable(text, page.canPrint).text, bold });
  return [{ kind: 'pair', start: run(start), end: run(end), direction: page.direction, indent }];
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
