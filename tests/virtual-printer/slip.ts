import { renderPng } from './render-png.ts';
import type { PaperLine, PrinterEvent, Slip, TextLine } from './types.ts';

/** What a piece of paper is made of. */
export interface SlipParts {
  readonly lines: readonly PaperLine[];
  readonly events: readonly PrinterEvent[];
  readonly startsTorn: boolean;
  readonly end: 'cut' | 'torn' | 'open';
  readonly paper: PaperShape;
}

/** The measures of the paper that a drawing needs. */
export interface PaperShape {
  readonly dots: number;
  readonly dpi: number;
  readonly headToCutterDots: number;
}

const CELL_DOTS = 12;

/** Closes a piece of paper so that tests can read it. */
export function makeSlip(parts: SlipParts): Slip {
  const { lines, events, startsTorn, end, paper } = parts;
  const last = lines[lines.length - 1];
  const lengthDots = last === undefined ? 0 : last.top + last.toDot - last.fromDot;
  return {
    lines,
    events,
    text: lines.flatMap((line) => describe(line, false)).join('\n'),
    layout: lines.flatMap((line) => describe(line, true)).join('\n'),
    qrCodes: lines.flatMap((line) => (line.kind === 'qr' && isComplete(line) ? [line.data] : [])),
    barcodes: lines.flatMap((line) => (line.kind === 'barcode' && isComplete(line) ? [line.barcode] : [])),
    torn: end === 'torn',
    startsTorn,
    whole: end === 'cut' && !startsTorn,
    lengthMm: (lengthDots / paper.dpi) * 25.4,
    toPng: () => renderPng({ lines, startsTorn, end, paper }),
  };
}

/** Whether all of a line is on this piece. */
export function isComplete(line: PaperLine): boolean {
  return line.fromDot === 0 && line.toDot === line.heightDots;
}

function describe(line: PaperLine, placed: boolean): readonly string[] {
  if (line.kind === 'cut') return [];
  if (line.kind === 'feed') return Array.from({ length: line.blankLines }, () => '');
  if (!isComplete(line)) return ['[torn line]'];
  const words = line.kind === 'text' ? line.text : nameDrawing(line);
  return [placed ? ' '.repeat(Math.round(leftEdge(line) / CELL_DOTS)) + words : words];
}

function nameDrawing(line: Exclude<PaperLine, TextLine | { kind: 'feed' | 'cut' }>): string {
  switch (line.kind) {
    case 'raster':
      return `[image ${line.bitmap.width}x${line.bitmap.height}]`;
    case 'qr':
      return `[QR ${line.data}]`;
    case 'barcode':
      return `[barcode ${line.barcode.symbology} ${line.barcode.data}]`;
  }
}

function leftEdge(line: Exclude<PaperLine, { kind: 'feed' | 'cut' }>): number {
  return line.kind === 'text' ? (line.runs[0]?.x ?? line.images[0]?.x ?? 0) : line.x;
}
