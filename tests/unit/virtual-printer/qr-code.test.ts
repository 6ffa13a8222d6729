import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { hasInk } from '../../virtual-printer/bitmap.ts';
import type { Bitmap } from '../../virtual-printer/bitmap.ts';
import { drawQrCode } from '../../virtual-printer/qr-code.ts';

const QUIET_MODULES = 4;
const SCALE = 3;

function scan(symbol: Bitmap): string | undefined {
  const size = (symbol.width + 2 * QUIET_MODULES) * SCALE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const dark = hasInk(
        symbol,
        Math.floor(x / SCALE) - QUIET_MODULES,
        Math.floor(y / SCALE) - QUIET_MODULES,
      );
      if (dark) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return jsQR(pixels, size, size)?.data;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each(['L', 'M', 'Q', 'H'] as const)(
  'draws symbols of every size up to version 12 at level %s',
  (level) => {
    const seen = new Set<number>();
    for (let length = 1; seen.size < 12; length += 7) {
      const text = 'https://kiosk.example/c/HEL1042K?s=7F2KQ9&'.repeat(20).slice(0, length);
      const symbol = drawQrCode(bytes(text), level);
      if (symbol === undefined || seen.has(symbol.version)) continue;
      seen.add(symbol.version);
      expect(scan(symbol.bitmap), `version ${symbol.version}`).toBe(text);
    }
  },
);

it('draws alphanumeric and UTF-8 data', () => {
  for (const text of ['HEL1042K', 'HTTP://K.EXAMPLE/7F2-KQ9', 'Käse – 喫茶 – Привет']) {
    expect(
      scan(drawQrCode(bytes(text), 'M')?.bitmap ?? { width: 0, height: 0, data: new Uint8Array() }),
    ).toBe(text);
  }
});

it('draws the largest symbol and refuses more', () => {
  expect(drawQrCode(new Uint8Array(2953).fill(0x61), 'L')?.version).toBe(40);
  expect(drawQrCode(new Uint8Array(2954).fill(0x61), 'L')).toBeUndefined();
});
