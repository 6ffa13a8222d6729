import type { Bitmap } from './bitmap.ts';
import { fromColumns, magnify } from './bitmap.ts';

/** A picture, or why the bytes make none. */
export type GraphicsResult =
  { readonly ok: true; readonly bitmap: Bitmap } | { readonly ok: false; readonly why: string };

const word = (args: Uint8Array, at: number): number => (args[at] ?? 0) + (args[at + 1] ?? 0) * 256;

/** `GS v 0 m xL xH yL yH d…`, from the `0` on. */
export function readRaster(args: Uint8Array): GraphicsResult {
  const mode = (args[1] ?? 0) & 0x0f;
  if (args[0] !== 0x30 || mode > 3) return { ok: false, why: 'GS v: unknown function or mode' };
  const width = word(args, 2) * 8;
  const height = word(args, 4);
  if (width === 0 || height === 0) return { ok: false, why: 'GS v 0: a picture without dots' };
  const bitmap = { width, height, data: args.subarray(6) };
  return { ok: true, bitmap: magnify(bitmap, mode & 1 ? 2 : 1, mode & 2 ? 2 : 1) };
}

/** Function 112 (raster) or 113 (columns) of `GS ( L`, from the byte after the function code on. */
export function readStoredGraphics(fn: 112 | 113, args: Uint8Array): GraphicsResult {
  const [tone, timesX, timesY, colour] = args;
  if (tone !== 48) return { ok: false, why: `GS ( L: tone ${tone} is not monochrome` };
  if (!isOneOrTwo(timesX) || !isOneOrTwo(timesY))
    return { ok: false, why: 'GS ( L: magnification is not 1 or 2' };
  if (colour !== 49) return { ok: false, why: `GS ( L: colour ${colour} on a one-colour printer` };
  const width = word(args, 4);
  const height = word(args, 6);
  const data = args.subarray(8);
  const expected = fn === 112 ? ((width + 7) >> 3) * height : width * ((height + 7) >> 3);
  if (width === 0 || height === 0 || data.length !== expected) {
    return { ok: false, why: `GS ( L: ${width}x${height} needs ${expected} bytes and got ${data.length}` };
  }
  const bitmap = fn === 112 ? { width, height, data } : fromColumns(data, width, (height + 7) & ~7);
  return { ok: true, bitmap: magnify(bitmap, timesX, timesY) };
}

/** `ESC * m nL nH d…`, from the m on. */
export function readBitImage(args: Uint8Array): GraphicsResult {
  const mode = args[0] ?? 0;
  const columns = word(args, 1);
  const data = args.subarray(3);
  switch (mode) {
    case 0:
    case 1:
      // Eight dots make the height of twenty-four.
      return { ok: true, bitmap: magnify(fromColumns(data, columns, 8), mode === 0 ? 2 : 1, 3) };
    case 32:
    case 33:
      return { ok: true, bitmap: magnify(fromColumns(data, columns, 24), mode === 32 ? 2 : 1, 1) };
    default:
      return { ok: false, why: `ESC *: unknown mode ${mode}` };
  }
}

function isOneOrTwo(n: number | undefined): n is 1 | 2 {
  return n === 1 || n === 2;
}
