import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { CODE128_WIDTHS } from '../../virtual-printer/barcode-patterns.ts';
import { countInk, hasInk } from '../../virtual-printer/bitmap.ts';
import { type Bitmap } from '../../virtual-printer/bitmap.ts';
import { type PaperLine } from '../../virtual-printer/types.ts';
import { printOnDesk } from './bench.ts';
import { bytes, CUT, qr, raster } from './bytes.ts';
import type { BytePart } from './bytes.ts';

const ESC = 0x1b;
const GS = 0x1d;
const LF = 0x0a;

const linesOf = (...parts: readonly BytePart[]): readonly PaperLine[] =>
  printOnDesk(bytes(...parts)).device.current.lines;

const picture = (bitmap: Bitmap): readonly string[] =>
  Array.from({ length: bitmap.height }, (_row, y) =>
    Array.from({ length: bitmap.width }, (_dot, x) => (hasInk(bitmap, x, y) ? '#' : '.')).join(''),
  );

function scan(png: Buffer): string | undefined {
  const { width, height, data } = PNG.sync.read(png);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

describe('rasters', () => {
  it('takes GS v 0 dot for dot, and magnifies with its mode', () => {
    const [line] = linesOf(raster(1, 2, bytes(0x81, 0x3c)));
    expect(line).toMatchObject({ kind: 'raster', x: 0, heightDots: 2 });
    expect(line?.kind === 'raster' && picture(line.bitmap)).toEqual(['#......#', '..####..']);
    const [double] = linesOf(GS, 'v0', 3, 1, 0, 1, 0, 0xa0);
    expect(double?.kind === 'raster' && picture(double.bitmap)).toEqual(Array(2).fill('##..##..........'));
  });

  it('stores and prints with GS ( L and GS 8 L', () => {
    const store = [48, 112, 48, 1, 1, 49, 8, 0, 2, 0, 0xff, 0x01];
    const print = [GS, '(L', 2, 0, 48, 50];
    for (const input of [
      bytes(GS, '(L', store.length, 0, ...store, ...print),
      bytes(GS, '8L', store.length, 0, 0, 0, ...store, ...print),
    ]) {
      const { device } = printOnDesk(input);
      const [line] = device.current.lines;
      expect(device.errors).toEqual([]);
      expect(line?.kind === 'raster' && picture(line.bitmap)).toEqual(['########', '.......#']);
    }
  });

  it('draws bit images in columns, as a line', () => {
    const [line] = linesOf(ESC, '3', 24, ESC, '*', 33, 2, 0, 0x80, 0, 1, 0xff, 0xff, 0xff, LF);
    expect(line).toMatchObject({ kind: 'raster', heightDots: 24 });
    expect(line?.kind === 'raster' && countInk(line.bitmap)).toBe(26);
    const [mixed] = linesOf('a', ESC, '*', 0, 1, 0, 0xff, 'b', LF);
    expect(mixed).toMatchObject({ kind: 'text', text: 'a[image 2x24]b' });
  });

  it('complains about dots beside the paper', () => {
    const { device } = printOnDesk(raster(73, 1, new Uint8Array(73)));
    expect(device.errors[0]?.message).toBe('GS v 0: 584 dots wide, cut off at 576');
  });

  it('stands in the text as an image', () => {
    expect(printOnDesk(bytes('a', LF, raster(2, 9, new Uint8Array(18)), 'b', LF)).device.current.text).toBe(
      'a\n[image 16x9]\nb',
    );
  });
});

describe('QR codes', () => {
  it.each(['L', 'M', 'Q', 'H'] as const)('can be scanned from the paper at level %s', (level) => {
    const data = 'https://kiosk.example/c/HEL1042K?s=7F2KQ9&n=Zoë';
    const { device } = printOnDesk(bytes(ESC, 'a', 1, qr(data, 5, level), ESC, 'd', 4, CUT));
    const [slip] = device.slips;
    expect(device.errors).toEqual([]);
    expect(slip?.qrCodes).toEqual([data]);
    expect(scan(slip?.toPng() ?? Buffer.alloc(0))).toBe(data);
    const line = slip?.lines.find((candidate) => candidate.kind === 'qr');
    expect(line).toMatchObject({ moduleDots: 5, errorCorrection: level, align: 'center' });
  });

  it('is not printed when it is wider than the paper, nor without data', () => {
    const wide = printOnDesk(qr('x'.repeat(800), 8)).device;
    expect(wide.current.lines).toEqual([]);
    expect(wide.errors[0]?.message).toMatch(/is not printed on 576/);
    const empty = printOnDesk(bytes(GS, '(k', 3, 0, 49, 81, 48)).device;
    expect(empty.errors[0]?.message).toBe('GS ( k: no QR data is stored');
  });
});

describe('barcodes', () => {
  it('has a sound table for CODE128', () => {
    expect(new Set(CODE128_WIDTHS).size).toBe(107);
    const sums = CODE128_WIDTHS.map((widths) => [...widths].reduce((sum, width) => sum + Number(width), 0));
    expect(sums).toEqual([...Array<number>(106).fill(11), 13]);
  });

  it('records and draws CODE128, CODE39 and EAN13', () => {
    const { device } = printOnDesk(
      bytes(
        ...[GS, 'h', 60, GS, 'w', 2, GS, 'H', 2],
        ...[GS, 'k', 73, 10, '{BHEL{C', 10, 42, 7],
        ...[GS, 'k', 4, 'HEL1042', 0],
        ...[GS, 'k', 67, 12, '400638133393'],
      ),
    );
    expect(device.errors).toEqual([]);
    expect(device.current.barcodes).toEqual([
      { symbology: 'CODE128', data: 'HEL104207', moduleDots: 2, heightDots: 60, readable: 'below' },
      { symbology: 'CODE39', data: 'HEL1042', moduleDots: 2, heightDots: 60, readable: 'below' },
      { symbology: 'EAN13', data: '4006381333931', moduleDots: 2, heightDots: 60, readable: 'below' },
    ]);
    expect(device.current.lines.map((line) => (line.kind === 'barcode' ? line.bitmap.width / 2 : 0))).toEqual(
      [
        // Start, three letters, shift to C, three pairs, check: 9 × 11 and a stop of 13.
        9 * 11 + 13,
        // Nine characters with their stars, 15 modules each, and the gaps.
        9 * 15 + 8,
        95,
      ],
    );
  });

  it('refuses what a symbology cannot say', () => {
    const { device } = printOnDesk(
      bytes(GS, 'k', 4, 'abc', 0, GS, 'k', 67, 13, '4006381333930', GS, 'k', 73, 2, 'AB'),
    );
    expect(device.current.lines).toEqual([]);
    expect(device.errors).toHaveLength(3);
  });
});
