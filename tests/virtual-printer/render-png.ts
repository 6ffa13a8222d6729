import { PNG } from 'pngjs';
import type { Bitmap } from './bitmap.ts';
import { hasInk } from './bitmap.ts';
import { glyphOf } from './glyphs.ts';
import type { BarcodeLine, PaperLine, TextLine, TextRun } from './types.ts';

/** What is to be drawn. */
export interface RenderRequest {
  readonly lines: readonly PaperLine[];
  readonly startsTorn: boolean;
  readonly end: 'cut' | 'torn' | 'open';
  readonly paper: { readonly dots: number; readonly dpi: number; readonly headToCutterDots: number };
}

const MM_PER_INCH = 25.4;
const SIDE_MARGIN_MM = 4;
const PAPER = 255;
const INK = 20;
/** What lies behind the paper where it is torn. */
const BEHIND = 120;
const TOOTH_DOTS = 14;

/** Grey pixels, one for each dot of the paper. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** The dots that a line may ink: its band on this piece of paper. */
  clipTop: number;
  clipBottom: number;
  readonly left: number;
}

/** Draws the paper as it lies on the counter: real dots, blank margins, torn edges. */
export function renderPng(request: RenderRequest): Buffer {
  const { lines, startsTorn, end, paper } = request;
  const last = lines[lines.length - 1];
  const printed = last === undefined ? 0 : last.top + last.toDot - last.fromDot;
  // A slip begins at the knife, which is some way after the head; a cut leaves the same length inside.
  const height = Math.max(1, end === 'cut' ? printed : printed + paper.headToCutterDots);
  const left = Math.round((SIDE_MARGIN_MM / MM_PER_INCH) * paper.dpi);
  const width = paper.dots + 2 * left;
  const pixels = new Uint8Array(width * height).fill(PAPER);
  const sheet: Sheet = { width, height, pixels, clipTop: 0, clipBottom: height, left };
  for (const line of lines) {
    const top = paper.headToCutterDots + line.top;
    sheet.clipTop = top;
    sheet.clipBottom = top + line.toDot - line.fromDot;
    drawLine(sheet, line, top - line.fromDot, paper.dots);
  }
  if (startsTorn) drawTear(sheet, 0, 1);
  if (end === 'torn') drawTear(sheet, height - 1, -1);
  return encode(sheet);
}

function dot(sheet: Sheet, x: number, y: number, grey = INK): void {
  const at = x + sheet.left;
  if (y < sheet.clipTop || y >= sheet.clipBottom || y >= sheet.height || at < 0 || at >= sheet.width) return;
  sheet.pixels[y * sheet.width + at] = grey;
}

function drawLine(sheet: Sheet, line: PaperLine, top: number, paperDots: number): void {
  switch (line.kind) {
    case 'text':
      drawText(sheet, line, top, paperDots);
      return;
    case 'raster':
    case 'qr':
      drawBitmap(sheet, line.bitmap, line.x, top);
      return;
    case 'barcode':
      drawBarcode(sheet, line, top);
      return;
    case 'feed':
    case 'cut':
      return;
  }
}

function drawBitmap(sheet: Sheet, bitmap: Bitmap, x: number, y: number): void {
  for (let dy = 0; dy < bitmap.height; dy += 1) {
    for (let dx = 0; dx < bitmap.width; dx += 1) if (hasInk(bitmap, dx, dy)) dot(sheet, x + dx, y + dy);
  }
}

function drawText(sheet: Sheet, line: TextLine, top: number, paperDots: number): void {
  const tallest = Math.max(
    0,
    ...line.runs.map((run) => run.cell.height * run.height),
    ...line.images.map(({ bitmap }) => bitmap.height),
  );
  for (const { x, bitmap } of line.images) drawBitmap(sheet, bitmap, x, top + tallest - bitmap.height);
  // Characters of different heights stand on the same foot.
  for (const run of line.runs) drawRun(sheet, run, top + tallest - run.cell.height * run.height, paperDots);
}

function drawRun(sheet: Sheet, run: TextRun, top: number, paperDots: number): void {
  const advance = (run.cell.width + run.cell.spacing) * run.width;
  const cellWidth = run.cell.width * run.width;
  const cellHeight = run.cell.height * run.height;
  [...run.text].forEach((char, i) => {
    const start = run.x + i * advance;
    const x = run.upsideDown ? paperDots - start - cellWidth : start;
    // A turned cell is wide and low, and its glyph was drawn upright.
    const glyph = glyphOf({
      char,
      cellWidth: run.rotated ? run.cell.height : run.cell.width,
      cellHeight: run.rotated ? run.cell.width : run.cell.height,
      bold: run.bold,
    });
    for (let dy = 0; dy < cellHeight; dy += 1) {
      for (let dx = 0; dx < advance; dx += 1) {
        const inCell = dx < cellWidth;
        const inked = inCell && glyphInk(glyph, run, Math.floor(dx / run.width), Math.floor(dy / run.height));
        const underlined = run.underline > 0 && dy >= cellHeight - run.underline * run.height;
        if (inked !== run.reversed || underlined) dot(sheet, x + dx, top + dy);
      }
    }
  });
}

function glyphInk(glyph: Bitmap, run: TextRun, x: number, y: number): boolean {
  const { width, height } = run.cell;
  const [atX, atY] = run.upsideDown ? [width - 1 - x, height - 1 - y] : [x, y];
  // A quarter turn clockwise.
  return run.rotated ? hasInk(glyph, atY, width - 1 - atX) : hasInk(glyph, atX, atY);
}

function drawBarcode(sheet: Sheet, line: BarcodeLine, top: number): void {
  const { readable, data, heightDots } = line.barcode;
  const cell = { width: 12, height: 24, spacing: 0 };
  const above = readable === 'above' || readable === 'both';
  drawBitmap(sheet, line.bitmap, line.x, top + (above ? cell.height : 0));
  const x = line.x + Math.max(0, (line.bitmap.width - data.length * cell.width) >> 1);
  const rows = [
    ...(above ? [top] : []),
    ...(readable === 'below' || readable === 'both' ? [top + heightDots] : []),
  ];
  if (readable === 'both') rows[1] = top + cell.height + heightDots;
  for (const y of rows) {
    [...data].forEach((char, i) => {
      const glyph = glyphOf({ char, cellWidth: cell.width, cellHeight: cell.height, bold: false });
      drawBitmap(sheet, glyph, x + i * cell.width, y);
    });
  }
}

/** Paper that was torn ends in teeth; `direction` points into the paper. */
function drawTear(sheet: Sheet, edge: number, direction: 1 | -1): void {
  sheet.clipTop = 0;
  sheet.clipBottom = sheet.height;
  for (let x = -sheet.left; x < sheet.width - sheet.left; x += 1) {
    const place = (x + sheet.left) % (2 * TOOTH_DOTS);
    const depth = 2 + Math.abs(place - TOOTH_DOTS);
    for (let i = 0; i < depth; i += 1) dot(sheet, x, edge + direction * i, i > depth - 3 ? INK : BEHIND);
  }
}

function encode(sheet: Sheet): Buffer {
  const png = new PNG({
    width: sheet.width,
    height: sheet.height,
    colorType: 0,
    inputColorType: 0,
    inputHasAlpha: false,
  });
  png.data = Buffer.from(sheet.pixels);
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
}
