import type { Bitmap } from '../draw/bitmap.ts';

const DLE = 0x10;
const EOT = 0x04;
const ENQ = 0x05;
const DC4 = 0x14;
const BAND_ROWS = 255;

/** Returns a bitmap in bands of as many rows as one command takes. */
export function bandsOf(bitmap: Bitmap): Bitmap[] {
  const { width, height, rowBytes, data } = bitmap;
  return Array.from({ length: Math.ceil(height / BAND_ROWS) }, (_, band) => {
    const rows = Math.min(BAND_ROWS, height - band * BAND_ROWS);
    const from = band * BAND_ROWS * rowBytes;
    return { width, height: rows, rowBytes, data: data.subarray(from, from + rows * rowBytes) };
  });
}

/** Returns `GS v 0` with the bitmap (at most 255 rows); the printer prints it and feeds by its height. */
export function rasterCommand(bitmap: Bitmap): Buffer {
  if (bitmap.height > BAND_ROWS) throw new RangeError('a band of raster has at most 255 rows');
  const head = Buffer.from([
    0x1d,
    0x76,
    0x30,
    0,
    bitmap.rowBytes & 0xff,
    bitmap.rowBytes >> 8,
    bitmap.height,
    0,
  ]);
  return Buffer.concat([head, withoutRealTimeCommands(bitmap.data)]);
}

/**
 * Printers obey real-time commands even inside an image, so dots that spell one (DLE EOT, DLE ENQ, DLE DC4) would ask
 * for a status, clear the buffer or kick the drawer. One more dot beside the one dot of the DLE byte breaks the
 * spelling, and nobody sees it; a band could be split between two rows only, and most such pairs stand within one.
 */
export function withoutRealTimeCommands(data: Uint8Array): Uint8Array {
  const safe = Uint8Array.from(data);
  for (let i = 0; i + 1 < safe.length; i++) {
    const next = safe[i + 1];
    if (safe[i] === DLE && (next === EOT || next === ENQ || next === DC4)) safe[i] = 0x18;
  }
  return safe;
}
