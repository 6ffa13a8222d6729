import { encode as encodeQr } from 'uqr';
import { unreachable } from '../../domain/result.ts';
import type { HanShapes } from '../../domain/han.ts';
import type { Bitmap, PaperLayout, PaperLine } from '../slip/paper.ts';
import { drawBarcode } from './barcode.ts';
import { blank, type Greys } from './bitmap.ts';
import { drawLine, HALF_SPACE, TEXT_PITCH } from './draw-line.ts';
import { CELL_HEIGHT, CELL_WIDTH } from './fonts.ts';
import { toPng } from './png.ts';

const MARGIN = 24;
const WHITE = 255;
const BLACK = 0;
const RULE_HEIGHT = 2;
/** Where printers underline, and where they have the two strokes of an equals sign. */
const RULE_ROWS = { thin: [CELL_HEIGHT - RULE_HEIGHT], thick: [8, 14] };

/** Dots of a QR module: as large as a ticket of this width has room for beside nothing else. */
export function qrCell(columns: number): number {
  return columns >= 42 ? 8 : 6;
}

/** Returns the paper as a PNG, dot for dot at 203 dpi, with a margin of white as real paper has. */
export function drawPaper(layout: PaperLayout): Buffer {
  const width = layout.columns * CELL_WIDTH;
  const strips = layout.lines.map((line) => withMargins(draw(line, layout.columns, layout.han)));
  const margin = blank(width + 2 * MARGIN, MARGIN);
  return toPng(width + 2 * MARGIN, [margin, ...strips, margin]);
}

function draw(line: PaperLine, columns: number, han: HanShapes | undefined): Greys {
  const width = columns * CELL_WIDTH;
  switch (line.kind) {
    case 'text':
    case 'pair':
      return drawLine(line, columns, han);
    case 'rule': {
      const rule = blank(width, TEXT_PITCH);
      for (const row of RULE_ROWS[line.weight]) {
        rule.data.fill(BLACK, row * width, (row + RULE_HEIGHT) * width);
      }
      return rule;
    }
    case 'qr':
      return drawQr(line.data, columns);
    case 'barcode':
      return drawBarcode(line, width);
    case 'picture':
      return drawPicture(line.bitmap, width);
    case 'space':
      return blank(width, line.size === 'half' ? HALF_SPACE : TEXT_PITCH);
    case 'cut':
      return blank(width, 0);
    default:
      return unreachable(line);
  }
}

/** Returns a QR code in the middle of the paper; its quiet zone is the layout's. */
export function drawQr(text: string, columns: number): Greys {
  const code = encodeQr(text, { ecc: 'M', border: 0 });
  const cell = qrCell(columns);
  const paper = blank(columns * CELL_WIDTH, code.size * cell);
  const left = Math.floor((paper.width - code.size * cell) / 2);
  code.data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dot = 0; dot < cell; dot++) {
        const at = (y * cell + dot) * paper.width + left + x * cell;
        paper.data.fill(BLACK, at, at + cell);
      }
    });
  });
  return paper;
}

function drawPicture({ width, height, rowBytes, data }: Bitmap, paperWidth: number): Greys {
  const paper = blank(paperWidth, height);
  const left = Math.floor((paperWidth - width) / 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = ((data[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      if (ink) paper.data[y * paperWidth + left + x] = BLACK;
    }
  }
  return paper;
}

function withMargins(strip: Greys): Greys {
  const wide = blank(strip.width + 2 * MARGIN, strip.height);
  for (let y = 0; y < strip.height; y++) {
    for (let x = 0; x < strip.width; x++) {
      wide.data[y * wide.width + MARGIN + x] = strip.data[(y * strip.width + x) * strip.step] ?? WHITE;
    }
  }
  return wide;
}
