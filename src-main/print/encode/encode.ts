import { unreachable } from '../../domain/result.ts';
import { crop, toBitmap } from '../draw/bitmap.ts';
import { drawLine, HALF_SPACE } from '../draw/draw-line.ts';
import { drawQr, qrCell } from '../draw/draw-paper.ts';
import type { PairLine, PaperLayout, PaperLine, TextLine, TextRun } from '../slip/paper.ts';
import { textColumns } from '../slip/printable.ts';
import { CAREFUL_TEXT, encodeText, type CodePage, type PrinterText } from './code-page.ts';
import { bandsOf, rasterCommand } from './raster.ts';
import { SlipWriter } from './slip-writer.ts';

/** What a printer can be trusted with; what is left out is as most printers have it. */
export interface EncodeOptions {
  readonly text?: PrinterText;
  /** Whether it makes QR codes itself (`GS ( k`); else they are drawn. */
  readonly qr?: boolean;
  /** Whether it cuts the paper; else the slip is fed out. */
  readonly cut?: boolean;
}

interface Job {
  readonly writer: SlipWriter;
  readonly layout: PaperLayout;
  readonly pages: ReadonlySet<CodePage>;
  readonly trusted: Required<EncodeOptions>;
}

/**
 * Returns the bytes of a slip for an ESC/POS printer, from reset to cut. Lines that one verified page can say exactly
 * go as text; all others are sent as pictures.
 */
export function encode(layout: PaperLayout, options: EncodeOptions = {}): Buffer {
  const trusted = { text: CAREFUL_TEXT, qr: true, cut: true, ...options };
  const writer = new SlipWriter(layout.columns, trusted.text);
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
      writer.command((printer) => printer.drawLine(line.weight === 'thin' ? '-' : '='));
      return;
    case 'qr':
      if (!job.trusted.qr) return encodeDrawnCode(job, line.data);
      writer.command((printer) => {
        printer.alignCenter();
        printer.printQR(line.data, { cellSize: qrCell(layout.columns), correction: 'M', model: 2 });
        printer.alignLeft();
      });
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

/** Sends the line as text; returns false, with nothing sent, where no verified page has all of it. */
function encodeAsText({ writer, layout, pages, trusted }: Job, line: TextLine | PairLine): boolean {
  const runs = line.kind === 'text' ? line.runs : pairRuns(line, layout.columns);
  const encoded = encodeText(
    runs.map((run) => run.text),
    pages,
    trusted.text.utf8,
  );
  if (encoded === undefined) return false;
  const scale = line.kind === 'text' ? line.scale : 1;
  const centered = line.kind === 'text' && line.align === 'center';
  writer.usePage(encoded.page);
  writer.command((printer) => {
    if (scale === 2) printer.setTextSize(1, 1);
    if (centered) printer.alignCenter();
    const margin = ' '.repeat(line.indent) + (line.kind === 'text' && line.bar ? '| ' : '');
    if (margin !== '') printer.append(Buffer.from(margin));
    encoded.runs.forEach((bytes, index) => {
      if (bytes.length === 0) return;
      const bold = runs[index]?.bold === true;
      if (bold) printer.bold(true);
      printer.append(bytes);
      if (bold) printer.bold(false);
    });
    printer.newLine();
    if (centered) printer.alignLeft();
    if (scale === 2) printer.setTextSize(0, 0);
  });
  return true;
}

function pairRuns(line: PairLine, columns: number): TextRun[] {
  const gap = columns - line.indent - textColumns(line.start.text) - textColumns(line.end.text);
  return [line.start, { text: ' '.repeat(Math.max(1, gap)), bold: false }, line.end];
}

/** Sends a code as a picture, in bands as high as one command takes. */
function encodeDrawnCode({ writer, layout }: Job, data: string): void {
  const { bitmap, above, below } = crop(toBitmap(drawQr(data, layout.columns)), 'both');
  writer.feed(above);
  if (bitmap !== undefined) {
    for (const band of bandsOf(bitmap)) writer.picture(rasterCommand(band), 'center');
  }
  writer.feed(below);
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
  if (bitmap !== undefined) writer.picture(rasterCommand(bitmap), align);
  writer.feed(below);
}
