import { crc32, deflateSync } from 'node:zlib';
import type { Greys } from './bitmap.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 8;
const GREY = 0;
/** Paper is mostly white, which the quickest level packs as well as any. */
const LEVEL = 3;

/** Returns strips of greys (a byte a dot), one below the other, as a PNG: paper may be longer than any canvas. */
export function toPng(width: number, strips: readonly Greys[]): Buffer {
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  // Each row begins with the number of its filter; 0 is none.
  const rows = Buffer.alloc((width + 1) * height);
  let y = 0;
  for (const strip of strips) {
    for (let row = 0; row < strip.height; row++, y++) {
      rows.set(strip.data.subarray(row * width, (row + 1) * width), y * (width + 1) + 1);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, GREY, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
