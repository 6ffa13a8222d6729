/** A one-bit picture: rows packed to whole bytes, most significant bit at the left, 1 is ink. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The bytes that one row of a bitmap takes. */
function bytesPerRow(width: number): number {
  return (width + 7) >> 3;
}

/** An empty bitmap that is still to be drawn on. */
export function createBitmap(width: number, height: number): Bitmap {
  return { width, height, data: new Uint8Array(bytesPerRow(width) * height) };
}

/** True where there is ink; outside the bitmap there is none. */
export function hasInk(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return false;
  const byte = bitmap.data[y * bytesPerRow(bitmap.width) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

/** Inks one dot; a dot outside the bitmap is dropped. */
export function setInk(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return;
  const index = y * bytesPerRow(bitmap.width) + (x >> 3);
  bitmap.data[index] = (bitmap.data[index] ?? 0) | (0x80 >> (x & 7));
}

/** Counts the inked dots, so that a test can assert that a drawn line left something on the paper. */
export function countInk(bitmap: Bitmap): number {
  let count = 0;
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) if (hasInk(bitmap, x, y)) count += 1;
  }
  return count;
}

/** Each dot repeated: the double-width and double-height modes of raster and QR printing. */
export function magnify(bitmap: Bitmap, timesX: number, timesY: number): Bitmap {
  if (timesX === 1 && timesY === 1) return bitmap;
  const out = createBitmap(bitmap.width * timesX, bitmap.height * timesY);
  for (let y = 0; y < out.height; y += 1) {
    for (let x = 0; x < out.width; x += 1) {
      if (hasInk(bitmap, Math.floor(x / timesX), Math.floor(y / timesY))) setInk(out, x, y);
    }
  }
  return out;
}

/** The part that fits on the paper: a thermal head drops the dots to the right of it. */
export function cropWidth(bitmap: Bitmap, width: number): Bitmap {
  if (bitmap.width <= width) return bitmap;
  const out = createBitmap(Math.max(0, width), bitmap.height);
  for (let y = 0; y < out.height; y += 1) {
    for (let x = 0; x < out.width; x += 1) if (hasInk(bitmap, x, y)) setInk(out, x, y);
  }
  return out;
}

/** The upper rows. */
export function cropHeight(bitmap: Bitmap, height: number): Bitmap {
  if (bitmap.height <= height) return bitmap;
  return { ...bitmap, height, data: bitmap.data.subarray(0, bytesPerRow(bitmap.width) * height) };
}

/** Reads column-format data (`ESC *`): each column is `height / 8` bytes, top to bottom. */
export function fromColumns(data: Uint8Array, columns: number, height: number): Bitmap {
  const out = createBitmap(columns, height);
  const bytesPerColumn = height >> 3;
  for (let x = 0; x < columns; x += 1) {
    for (let y = 0; y < height; y += 1) {
      const byte = data[x * bytesPerColumn + (y >> 3)] ?? 0;
      if ((byte & (0x80 >> (y & 7))) !== 0) setInk(out, x, y);
    }
  }
  return out;
}
