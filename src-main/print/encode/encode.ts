import type { ThermalPrinter } from 'node-thermal-printer';
import type { PrinterLanguage } from '../../domain/printer.ts';
import { unreachable } from '../../domain/result.ts';
import { crop, toBitmap } from '../draw/bitmap.ts';
import { BARCODE_HEIGHT, drawBarcode } from '../draw/barcode.ts';
import { drawLine, HALF_SPACE } from '../draw/draw-line.ts';
import { drawQr, qrCell } from '../draw/draw-paper.ts';
import { CELL_WIDTH } from '../draw/fonts.ts';
import { markColumns } from '../draw/marks.ts';
import { code128 } from '../slip/code128.ts';
import type { Bitmap, PairLine, PaperLayout, PaperLine, TextLine, TextRun } from '../slip/paper.ts';
import { textColumns } from '../slip/printable.ts';
import { STAR_TEXT, StarWriter } from '../star/star-writer.ts';
import { CAREFUL_TEXT, encodeText, type CodePage, type PrinterText } from './code-page.ts';
import { bandsOf } from './raster.ts';
import type { SlipSink } from './slip-sink.ts';
import { SlipWriter } from './slip-writer.ts';

/** `ESC *` with eight dots a column, which printers set as high as a row of text. */
const BIT_IMAGE_8_DOTS = [0x1b, 0x2a, 0];
/** The symbology of `GS k`; the library begins it with the choice of set B. */
const CODE128 = 73;
const SPACE = Buffer.from(' ');
const PLAIN = { scale: 1, align: 'start', band: false } as const;

/** What a printer can be trusted with; what is left out is as most printers have it. */
export interface EncodeOptions {
  /** What the printer speaks; ESC/POS where nothing is said. */
  readonly language?: PrinterLanguage;
  readonly text?: PrinterText;
  /** Whether it makes QR codes itself (`GS ( k`); else they are drawn. */
  readonly qr?: boolean;
  /** Whether it makes bars itself (`GS k`); else they are drawn. */
  readonly barcode?: boolean;
  /** Whether it cuts the paper; else the slip is fed out. */
  readonly cut?: boolean;
}

interface Job {
  readonly writer: SlipSink;
  readonly layout: PaperLayout;
  readonly pages: ReadonlySet<CodePage>;
  readonly trusted: Required<EncodeOptions>;
}

/**
 * Returns the bytes of a slip for a printer that was reset, from the first line to the cut. Lines that one verified page
 * can say exactly go as text; all others are sent as pictures. Nothing in them resets the printer.
 */
export function encode(layout: PaperLayout, options: EncodeOptions = {}): Buffer {
  const { language = 'escpos' } = options;
  const isStar = language === 'star-line';
  const careful = isStar ? STAR_TEXT : CAREFUL_TEXT;
  const trusted = { language, text: careful, qr: true, barcode: true, cut: true, ...options };
  const Writer = isStar ? StarWriter : SlipWriter;
  const writer = new Writer(layout.columns, trusted.text);
  const pages = new Set(trusted.text.codePages.map(({ page }) => page));
  const job: Job = { writer, layout, pages, trusted };
  for (const line of layout.lines) encodeLine(job, line);
  return writer.finish();
}

function encodeLine(job: Job, line: PaperLine): void {
  const { writer, layout } = job;
  switch (line.kind) {
    case 'text':
    case 'pair':
      if (!(line.direction === 'ltr' && encodeAsText(job, line))) encodeDrawn(job, line);
      return;
    case 'rule':
      writer.rule(line.weight);
      return;
    case 'qr':
      if (!job.trusted.qr) return encodePicture(job, toBitmap(drawQr(line.data, layout.columns)));
      writer.command((printer) => {
        printer.alignCenter();
        writer.qr(printer, line.data, qrCell(layout.columns));
        printer.alignLeft();
      });
      return;
    case 'barcode':
      if (!job.trusted.barcode || !writer.setsSymbols)
        return encodePicture(job, toBitmap(drawBarcode(line, layout.columns * CELL_WIDTH)));
      writer.command((printer) => {
        printer.alignCenter();
        // The number stands above it in letters that are larger than a printer would set below it.
        const settings = { hriPos: 0, width: line.moduleDots, height: BARCODE_HEIGHT };
        printer.printBarcode(code128(line.data).afterSetB, CODE128, settings);
        printer.alignLeft();
      });
      return;
    case 'picture':
      encodePicture(job, line.bitmap);
      return;
    case 'space':
      if (line.size === 'full') writer.command((printer) => printer.newLine());
      else writer.feed(HALF_SPACE);
      return;
    case 'cut':
      if (job.trusted.cut) writer.cut();
      else writer.feedOut();
      return;
    default:
      unreachable(line);
  }
}

/** Sends the line as text; returns false, with nothing sent, where the printer cannot set all of it. */
function encodeAsText({ writer, layout, pages, trusted }: Job, line: TextLine | PairLine): boolean {
  if (line.kind === 'text' && line.mark !== undefined && !writer.setsSymbols) return false;
  const runs = line.kind === 'text' ? line.runs : pairRuns(line, layout.columns);
  const encoded = encodeText(
    runs.map((run) => run.text),
    pages,
    trusted.text.utf8,
  );
  if (encoded === undefined) return false;
  const { scale, align, band } = line.kind === 'text' ? line : PLAIN;
  writer.usePage(encoded.page);
  writer.command((printer) => {
    if (scale !== 1) writer.enlarge(printer, scale);
    if (align === 'center') printer.alignCenter();
    appendMargin(printer, line);
    if (band === true) printer.invert(true);
    if (band === true) printer.append(SPACE);
    encoded.runs.forEach((bytes, index) => {
      if (bytes.length === 0) return;
      const bold = runs[index]?.bold === true;
      if (bold) printer.bold(true);
      printer.append(bytes);
      if (bold) printer.bold(false);
    });
    if (band === true) printer.append(SPACE);
    if (band === true) printer.invert(false);
    printer.newLine();
    if (align === 'center') printer.alignLeft();
    if (scale !== 1) writer.enlarge(printer, 1);
  });
  return true;
}

/** What stands before the words of a line. */
function appendMargin(printer: ThermalPrinter, line: TextLine | PairLine): void {
  const bar = line.kind === 'text' && line.bar;
  const mark = line.kind === 'text' ? line.mark : undefined;
  if (line.indent > 0 || bar) printer.append(Buffer.from(' '.repeat(line.indent) + (bar ? '| ' : '')));
  if (mark === undefined) return;
  const columns = markColumns(mark);
  printer.append(Buffer.from([...BIT_IMAGE_8_DOTS, columns.length, 0, ...columns]));
  printer.append(SPACE);
}

function pairRuns(line: PairLine, columns: number): TextRun[] {
  const gap = columns - line.indent - textColumns(line.start.text) - textColumns(line.end.text);
  return [line.start, { text: ' '.repeat(Math.max(1, gap)), bold: false }, line.end];
}

/**
 * Sends the line as a picture of its ink: cut at the side where the line ends and set against the other, at both where
 * it stands in the middle, with feeds for the blank rows.
 */
function encodeDrawn({ writer, layout }: Job, line: TextLine | PairLine): void {
  const centered = line.kind === 'text' && line.align === 'center';
  const align = centered ? 'center' : line.direction === 'rtl' ? 'right' : 'left';
  const cut = centered ? 'both' : line.direction === 'rtl' ? 'left' : 'right';
  const { bitmap, above, below } = crop(toBitmap(drawLine(line, layout.columns, layout.han)), cut);
  writer.feed(above);
  if (bitmap !== undefined) writer.picture(bitmap, align);
  writer.feed(below);
}

/** Sends a picture in bands that a printer takes, with feeds for the blank rows between them. */
function encodePicture({ writer }: Job, picture: Bitmap): void {
  for (const band of bandsOf(picture)) {
    const { bitmap, above, below } = crop(band, 'both');
    writer.feed(above);
    if (bitmap !== undefined) writer.picture(bitmap, 'center');
    writer.feed(below);
  }
}
