import type { Bitmap } from '../slip/paper.ts';

const BAND_MAX_ROWS = 255;
/** Blank rows from which a feed and a new band are fewer bytes than the rows. */
const BLANK_ROWS_MIN = 4;
const DLE = 0x10;
const EOT = 0x04;
const ENQ = 0x05;
const DC4 = 0x14;

/** Returns `GS v 0` with the bitmap (at most 255 rows); the printer prints it and feeds by its height. */
export function rasterCommand(bitmap: Bitmap): Buffer {
  if (bitmap.height > BAND_MAX_ROWS) throw new RangeError('a band of raster has at most 255 rows');
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

/** Returns a picture cut into bands of at most 255 rows, also where it has some blank rows. */
export function bandsOf(picture: Bitmap): Bitmap[] {
  const { rowBytes, height, data } = picture;
  const isBlank = (y: number): boolean =>
    data.subarray(y * rowBytes, (y + 1) * rowBytes).every((byte) => byte === 0);
  const bands: Bitmap[] = [];
  let start = 0;
  let blankRows = 0;
  const cutAt = (end: number): void => {
    if (end > start)
      bands.push({ ...picture, height: end - start, data: data.subarray(start * rowBytes, end * rowBytes) });
    start = end;
  };
  for (let y = 0; y < height; y++) {
    const endsGap = blankRows >= BLANK_ROWS_MIN && !isBlank(y);
    blankRows = isBlank(y) ? blankRows + 1 : 0;
    if (endsGap || y - start === BAND_MAX_ROWS) cutAt(y);
  }
  cutAt(height);
  return bands;
}
