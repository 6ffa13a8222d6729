import type { Bitmap } from '../slip/paper.ts';

/** Rows of grey dots, 0 black and 255 white. */
export interface Greys {
  readonly width: number;
  readonly height: number;
  /** A dot every `step` bytes: a canvas has four channels, which are equal here. */
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly step: 1 | 4;
}

/** Where a picture is cut to its ink. */
export interface Cropped {
  /** Undefined where there is no ink at all. */
  readonly bitmap: Bitmap | undefined;
  /** Blank rows that were cut off above and below. */
  readonly above: number;
  readonly below: number;
}

/** Dots darker than this (0 black, 255 white) become ink; a little above half keeps thin strokes whole. */
export const INK_BELOW = 150;
const WHITE = 255;

/** Returns white paper. */
export function blank(width: number, height: number): Greys {
  return { width, height, data: new Uint8Array(width * height).fill(WHITE), step: 1 };
}

/** Returns greys as a one-bit picture. */
export function toBitmap({ width, height, data: greys, step }: Greys): Bitmap {
  const rowBytes = Math.ceil(width / 8);
  const data = new Uint8Array(rowBytes * height);
  let from = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 8) {
      let byte = 0;
      for (let dot = 0; dot < 8 && x + dot < width; dot++, from += step) {
        if ((greys[from] ?? 255) < INK_BELOW) byte |= 0x80 >> dot;
      }
      if (byte !== 0) data[y * rowBytes + (x >> 3)] = byte;
    }
  }
  return { width, height, rowBytes, data };
}

/** Returns the picture without the blank rows around its ink, and without blank bytes at the given sides. */
export function crop(bitmap: Bitmap, sides: 'left' | 'right' | 'both'): Cropped {
  const { rowBytes, height, data } = bitmap;
  let top = 0;
  while (top < height && rowIsBlank(bitmap, top)) top++;
  if (top === height) return { bitmap: undefined, above: height, below: 0 };
  let bottom = height - 1;
  while (rowIsBlank(bitmap, bottom)) bottom--;
  let first = 0;
  let last = rowBytes - 1;
  if (sides !== 'left') while (columnIsBlank(bitmap, last)) last--;
  if (sides !== 'right') while (columnIsBlank(bitmap, first)) first++;
  if (sides === 'both') {
    // What is centred stays where it is only if both sides lose the same.
    first = Math.min(first, rowBytes - 1 - last);
    last = rowBytes - 1 - first;
  }
  const kept = last - first + 1;
  const rows = bottom - top + 1;
  const cropped = new Uint8Array(kept * rows);
  for (let y = 0; y < rows; y++) {
    const from = (top + y) * rowBytes + first;
    cropped.set(data.subarray(from, from + kept), y * kept);
  }
  return {
    bitmap: { width: kept * 8, height: rows, rowBytes: kept, data: cropped },
    above: top,
    below: height - 1 - bottom,
  };
}

function rowIsBlank({ rowBytes, data }: Bitmap, y: number): boolean {
  for (let at = y * rowBytes; at < (y + 1) * rowBytes; at++) if (data[at] !== 0) return false;
  return true;
}

function columnIsBlank({ rowBytes, height, data }: Bitmap, column: number): boolean {
  for (let y = 0; y < height; y++) if (data[y * rowBytes + column] !== 0) return false;
  return true;
}
