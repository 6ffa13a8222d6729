import type { Bitmap } from '../slip/paper.ts';
import type { Greys } from './bitmap.ts';

const WHITE = 255;
const MIDDLE = 128;

/**
 * Returns greys as dots whose density is the grey: Floyd and Steinberg's error diffusion, every second row backwards,
 * so that even tones grow no diagonal stripes. What is black or white stays so. The twenty lines are here because the
 * one kept library for it works on a canvas' colours in place and has no types.
 */
export function dither({ width, height, data, step }: Greys): Bitmap {
  const rowBytes = Math.ceil(width / 8);
  const dots = new Uint8Array(rowBytes * height);
  // A dot at each side takes what would fall off the edge.
  let errors = new Float32Array(width + 2);
  for (let y = 0; y < height; y++) {
    const below = new Float32Array(width + 2);
    const forward = y % 2 === 0 ? 1 : -1;
    for (let i = 0; i < width; i++) {
      const x = forward === 1 ? i : width - 1 - i;
      const grey = (data[(y * width + x) * step] ?? WHITE) + (errors[x + 1] ?? 0);
      const isInk = grey < MIDDLE;
      if (isInk) dots[y * rowBytes + (x >> 3)] = (dots[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
      const error = grey - (isInk ? 0 : WHITE);
      add(errors, x + 1 + forward, (error * 7) / 16);
      add(below, x + 1 - forward, (error * 3) / 16);
      add(below, x + 1, (error * 5) / 16);
      add(below, x + 1 + forward, error / 16);
    }
    errors = below;
  }
  return { width, height, rowBytes, data: dots };
}

function add(row: Float32Array, index: number, amount: number): void {
  row[index] = (row[index] ?? 0) + amount;
}
