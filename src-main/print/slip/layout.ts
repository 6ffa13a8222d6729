import { directionOf } from '../../../resources/messages/catalogue.ts';
import { spokenClaimNumber, type ClaimNumber } from '../../domain/claim-number.ts';
import { unreachable } from '../../domain/result.ts';
import { code128 } from './code128.ts';
import { hanShapes } from '../../domain/han.ts';
import { MARK_COLUMNS, type Bitmap, type PaperLayout, type PaperLine, type Scale } from './paper.ts';
import { textColumns, type Measure } from './printable.ts';
import { INDENT, inOwnDirection, mixedLine, own, pair, quote, type Page } from './rows.ts';
import type { Block, Slip } from './slip.ts';

const DOTS_A_COLUMN = 12;
/** What a code needs blank at each side for a scanner to find it, in modules. */
const QUIET_MODULES = 10;
/** Dots of a module: scanners at a counter read 2 (0.25 mm) and read 3 from farther away. */
const MODULE_DOTS = [3, 2];
const LARGE: Scale = 2;
const STANDS_APART: ReadonlySet<Block['kind']> = new Set(['band', 'rule', 'number', 'due', 'title']);

/** A picture by its digest, dot for dot for this paper; undefined where there is none. */
export type PictureOf = (digest: string) => Bitmap | undefined;

const noPicture: PictureOf = () => undefined;

/**
 * Returns the slip laid out for a width of paper in columns of font A (32, 42 or 48). `canPrint` says whether a
 * grapheme leaves ink here; one that does not is shown by its code point, and a line says where the full words are.
 * `measure` says how wide words are drawn, so that lines of any script fill the paper; without it they count by cells.
 * `pictureOf` has the pictures that the slip names; a letterhead whose picture is not there shows the shop's name.
 */
export function layOut(
  slip: Slip,
  columns: number,
  canPrint: (grapheme: string) => boolean,
  measure: Measure = textColumns,
  pictureOf: PictureOf = noPicture,
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
    const rows = layOutBlock(block, page, pictureOf);
    return needsAir(block, slip.blocks[index - 1]) ? [{ kind: 'space', size: 'half' }, ...rows] : rows;
  });
  return { columns, lines: [...lines, { kind: 'cut' }], ...(han === undefined ? {} : { han }) };
}

/** Sections stand apart by half a row, and what follows something large or solid does not touch it. */
function needsAir(block: Block, before: Block | undefined): boolean {
  if (before === undefined) return false;
  switch (block.kind) {
    case 'heading':
    case 'expectation':
    case 'band':
    case 'due':
    case 'barcode':
      return true;
    case 'rule':
      return false;
    case 'line':
      // The bar of the customer's words ends well before the shop speaks again.
      return before.kind === 'quote' || STANDS_APART.has(before.kind);
    default:
      return STANDS_APART.has(before.kind);
  }
}

function layOutBlock(block: Block, page: Page, pictureOf: PictureOf): PaperLine[] {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block, page, pictureOf);
    case 'rule':
      return [{ kind: 'rule', weight: block.weight }];
    case 'band':
      return own(block.text, page, { bold: true, band: true });
    case 'number':
      return [
        ...pair({ text: block.label, bold: true }, { text: block.moment, bold: false }, page, 0),
        ...number(block, page),
      ];
    case 'heading':
      return own(block.text, page, { bold: true });
    case 'due':
      return [
        ...own(block.label, page, { bold: true }),
        ...own(block.due, page, { bold: true, scale: LARGE }),
      ];
    case 'quote':
      return quote(block.text, page);
    case 'line':
      return mixedLine(block.parts, page, { indent: block.indent ? INDENT : 0 });
    case 'title':
      return mixedLine([{ voice: 'customer', text: block.text }], page, { bold: true, scale: LARGE });
    case 'pair':
      return pair(
        { text: block.left, bold: block.strong },
        { text: block.right, bold: block.strong },
        page,
        INDENT,
      );
    case 'expectation':
      return [
        ...own(block.heading, page, { bold: true, mark: block.expectation }),
        ...block.lines.flatMap((line) =>
          own(line.text, page, { indent: MARK_COLUMNS, emphasis: line.emphasis }),
        ),
      ];
    case 'code':
      return [
        { kind: 'qr', data: block.data },
        { kind: 'space', size: 'half' },
        ...block.lines.flatMap((line, index) => own(line, page, { align: 'center', bold: index === 0 })),
        { kind: 'space', size: 'full' },
      ];
    case 'barcode':
      return [barcode(block.data, page)];
    default:
      return unreachable(block);
  }
}

function letterhead(
  block: Extract<Block, { kind: 'letterhead' }>,
  page: Page,
  pictureOf: PictureOf,
): PaperLine[] {
  const bitmap = block.picture === undefined ? undefined : pictureOf(block.picture);
  const centered = (text: string, bold: boolean): PaperLine[] =>
    text === '' ? [] : own(text, inOwnDirection(text, page), { align: 'center', bold });
  return [
    ...(bitmap === undefined
      ? centered(block.name, true)
      : [{ kind: 'picture', name: block.name, bitmap } as const, { kind: 'space', size: 'half' } as const]),
    ...centered(block.line, false),
  ];
}

/**
 * The claim number as large as it fits: whole on one row where it can be double size, else the store on one and the
 * rest on another. It is read left to right in every language; it only stands where the language starts.
 */
function number({ number: claim }: { readonly number: ClaimNumber }, page: Page): PaperLine[] {
  const whole = spokenClaimNumber(claim);
  const scale = largest(whole.length, page.columns);
  if (scale !== undefined) return own(whole, page, { bold: true, scale });
  const [store = '', ...rest] = whole.split(' ');
  const rows = [store, rest.join(' ')];
  const both = largest(Math.max(...rows.map((row) => row.length)), page.columns) ?? 1;
  return rows.flatMap((row) => own(row, page, { bold: true, scale: both }));
}

function largest(letters: number, columns: number): Scale | undefined {
  return ([4, 3, 2] as const).find((scale) => letters * scale <= columns);
}

/**
 * The number as bars, with their quiet zones on the printed width where they fit, else in the margins that no printer
 * reaches (5 mm at 58 mm); what is longer than the paper is a QR code, which says the same.
 */
function barcode(data: string, page: Page): PaperLine {
  const { modules } = code128(data);
  const dots = page.columns * DOTS_A_COLUMN;
  const moduleDots =
    MODULE_DOTS.find((width) => (modules + 2 * QUIET_MODULES) * width <= dots) ??
    MODULE_DOTS.find((width) => modules * width <= dots);
  return moduleDots === undefined ? { kind: 'qr', data } : { kind: 'barcode', data, moduleDots };
}
