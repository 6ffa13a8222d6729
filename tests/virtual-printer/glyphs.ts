import { createCanvas } from '@napi-rs/canvas';
import type { Bitmap } from './bitmap.ts';
import { createBitmap, setInk } from './bitmap.ts';

/** Which glyph a printer has in its ROM: one cell, one bit a dot. */
export interface GlyphRequest {
  readonly char: string;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly bold: boolean;
}

const FAMILIES = "'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', 'Noto Sans CJK JP', monospace";
/** DejaVu Sans Mono is 0.602 em wide: at this ratio its advance is the cell. */
const EM_PER_CELL_WIDTH = 1 / 0.602;
/** Its letters stand on a line at about this part of the cell's height. */
const BASELINE = 0.78;
/** A dot is burnt when the outline covers this much of it; a little under half, as thermal paper blooms. */
const BURN_ALPHA = 105;

const cache = new Map<string, Bitmap>();

/** The dots of a character, drawn once and remembered. */
export function glyphOf(request: GlyphRequest): Bitmap {
  const { char, cellWidth, cellHeight, bold } = request;
  const key = `${char}/${cellWidth}/${cellHeight}/${bold}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const glyph = drawGlyph(request);
  cache.set(key, glyph);
  return glyph;
}

function drawGlyph({ char, cellWidth, cellHeight, bold }: GlyphRequest): Bitmap {
  const canvas = createCanvas(cellWidth, cellHeight);
  const context = canvas.getContext('2d');
  const isWide = cellWidth >= cellHeight;
  const size = isWide ? cellWidth * 0.92 : cellWidth * EM_PER_CELL_WIDTH;
  context.font = `${bold ? 'bold ' : ''}${size}px ${FAMILIES}`;
  context.textBaseline = 'alphabetic';
  context.fillStyle = '#000';
  const advance = context.measureText(char).width;
  // A fallback font may be wider than the cell: squeeze rather than overlap, as a cell is all a printer has.
  const squeeze = Math.min(1, cellWidth / Math.max(1, advance));
  context.setTransform(squeeze, 0, 0, 1, Math.max(0, (cellWidth - advance * squeeze) / 2), 0);
  context.fillText(char, 0, Math.round(cellHeight * BASELINE));
  const { data } = context.getImageData(0, 0, cellWidth, cellHeight);
  const glyph = createBitmap(cellWidth, cellHeight);
  for (let y = 0; y < cellHeight; y += 1) {
    for (let x = 0; x < cellWidth; x += 1) {
      if ((data[(y * cellWidth + x) * 4 + 3] ?? 0) >= BURN_ALPHA) setInk(glyph, x, y);
    }
  }
  return glyph;
}
