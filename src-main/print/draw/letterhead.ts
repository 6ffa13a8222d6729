import { crc32 } from 'node:zlib';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Bitmap } from '../slip/paper.ts';
import type { Greys } from './bitmap.ts';
import { dither } from './dither.ts';
import { CELL_WIDTH, createCanvas } from './fonts.ts';
import { loadImage } from './ink.ts';

/** Why a file is no letterhead: no PNG, more than 16 million dots, broken inside, or nothing to see on white paper. */
export type LetterheadProblem = 'not-a-png' | 'too-large' | 'broken' | 'blank';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Offset of the width in a PNG, behind the signature and the name of the first chunk; the height follows. */
const SIZE_AT = 16;
const HEADER_BYTES = 24;
/** Length, name and checksum of a chunk. */
const CHUNK_FRAME_BYTES = 12;
const DOTS_MAX = 16_000_000;
/** Rows of paper that a letterhead may take: 25 mm, so that the claim number stays near the top. */
const ROWS_MAX = 200;
/** How bright red, green and blue look (Rec. 709). */
const LUMA = [0.2126, 0.7152, 0.0722] as const;

/**
 * Returns a PNG as dots for paper of `columns` columns: made smaller until it is as wide as the paper and 25 mm high at
 * the most, never larger, transparent parts white, greys as denser or sparser dots.
 */
export async function letterheadDots(
  png: Uint8Array,
  columns: number,
): Promise<Result<Bitmap, LetterheadProblem>> {
  const file = Buffer.from(png);
  if (file.length < HEADER_BYTES || !file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    return err('not-a-png');
  }
  // Asked before it is unpacked: a small file can hold more dots than the machine has memory.
  if (file.readUInt32BE(SIZE_AT) * file.readUInt32BE(SIZE_AT + 4) > DOTS_MAX) return err('too-large');
  // The decoder draws what it can read of a torn file and leaves the rest white, which nobody would notice.
  if (!isWhole(file)) return err('broken');
  const image = await loadImage(file).catch(() => undefined);
  if (image === undefined) return err('broken');
  const scale = Math.min(1, (columns * CELL_WIDTH) / image.width, ROWS_MAX / image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const dots = dither(greysOf(context.getImageData(0, 0, width, height)));
  return dots.data.some((byte) => byte !== 0) ? ok(dots) : err('blank');
}

/** Whether every chunk of a PNG is what its checksum says, up to the last one. */
function isWhole(file: Buffer): boolean {
  let at = SIGNATURE.length;
  while (at + CHUNK_FRAME_BYTES <= file.length) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length || crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return false;
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at = end + 4;
  }
  return false;
}

function greysOf({ width, height, data }: { width: number; height: number; data: Uint8ClampedArray }): Greys {
  const greys = new Uint8Array(width * height);
  for (let i = 0; i < greys.length; i++) {
    greys[i] = Math.round(
      LUMA.reduce((sum, share, channel) => sum + share * (data[i * 4 + channel] ?? 0), 0),
    );
  }
  return { width, height, data: greys, step: 1 };
}
