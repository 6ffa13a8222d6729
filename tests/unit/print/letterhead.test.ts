import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dither } from '../../../src-main/print/draw/dither.ts';
import { drawPaper } from '../../../src-main/print/draw/draw-paper.ts';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { letterheadDots } from '../../../src-main/print/draw/letterhead.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { createLetterheadShelf, keepLetterhead } from '../../../src-main/print/letterhead-shelf.ts';
import { createPaperService, type PaperService } from '../../../src-main/print/paper-service.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import type { Bitmap } from '../../../src-main/print/slip/paper.ts';
import type { Slip } from '../../../src-main/print/slip/slip.ts';
import { exampleSlip } from '../../fixtures/example-claim.ts';
import { sendBytes } from '../../fixtures/send-bytes.ts';
import { TM_T20 } from '../../virtual-printer/profiles.ts';
import { startVirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

/** A picture whose dots are what `grey` says, 0 black to 255 white; below 0 transparent. */
function picture(width: number, height: number, grey: (x: number, y: number) => number): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = grey(x, y);
      png.data.set(value < 0 ? [0, 0, 0, 0] : [value, value, value, 255], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(png);
}

/** Two black bars with white between them, on transparent ground. */
const LOGO = picture(300, 90, (x, y) => (x < 40 || x > 260 ? -1 : y < 20 || y >= 70 ? 0 : 255));

const inkOf = ({ data }: Bitmap): number =>
  data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
const dotAt = ({ rowBytes, data }: Bitmap, x: number, y: number): boolean =>
  ((data[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;

async function dotsOf(png: Uint8Array, columns: number): Promise<Bitmap> {
  const made = await letterheadDots(png, columns);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

function withLetterhead(slip: Slip, digest: string): Slip {
  const blocks = slip.blocks.map((block) =>
    block.kind === 'letterhead' ? { ...block, picture: digest } : block,
  );
  return { ...slip, blocks };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letterheads-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('dither', () => {
  it.each([0, 40, 128, 200, 255])('inks as large a share of the dots as a grey of %i is dark', (grey) => {
    const greys = { width: 160, height: 160, data: new Uint8Array(160 * 160).fill(grey), step: 1 } as const;
    expect(inkOf(dither(greys)) / (160 * 160)).toBeCloseTo(1 - grey / 255, 2);
  });
});

describe('a letterhead', () => {
  it('keeps its dots where it fits, and what is transparent is white', async () => {
    const dots = await dotsOf(LOGO, 48);
    expect([dots.width, dots.height]).toEqual([300, 90]);
    expect(inkOf(dots)).toBe(221 * 40);
    expect([dotAt(dots, 0, 0), dotAt(dots, 40, 0), dotAt(dots, 150, 45)]).toEqual([false, true, false]);
  });

  it.each([
    [32, 384],
    [42, 504],
    [48, 576],
  ])(
    'is made as wide as %i columns where it is wider, and never longer than 25 mm',
    async (columns, width) => {
      const wide = await dotsOf(
        picture(2000, 300, () => 90),
        columns,
      );
      expect([wide.width, wide.height]).toEqual([width, Math.round((300 * width) / 2000)]);
      const high = await dotsOf(
        picture(500, 1000, () => 90),
        columns,
      );
      expect([high.width, high.height]).toEqual([100, 200]);
    },
  );

  it('is refused with the reason where the file is none', async () => {
    const broken = Buffer.from(LOGO);
    broken[60] = (broken[60] ?? 0) ^ 1;
    const huge = Buffer.from(LOGO);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const problems = [
      await letterheadDots(Buffer.from('GIF89a and so on, long enough'), 48),
      await letterheadDots(LOGO.subarray(0, LOGO.length - 20), 48),
      await letterheadDots(broken, 48),
      await letterheadDots(huge, 48),
      await letterheadDots(
        picture(50, 50, () => 255),
        48,
      ),
    ];
    expect(problems.map((problem) => !problem.ok && problem.error)).toEqual([
      'not-a-png',
      'broken',
      'broken',
      'too-large',
      'blank',
    ]);
  });

  it('comes out of the printer dot for dot, in the middle, its blank rows as feeds', async () => {
    const kept = await keepLetterhead({ png: LOGO, folder });
    if (!kept.ok) throw new Error(kept.error);
    const slip = withLetterhead(exampleSlip({ statement: 'It leaks.' }), kept.value);
    const shelf = createLetterheadShelf({ folder, onProblem: (detail) => expect.fail(detail) });
    const pictureOf = await shelf.picturesFor(slip, 48);
    const layout = layOut(slip, 48, canPrint, undefined, pictureOf);
    const printer = await startVirtualPrinter({ profile: TM_T20 });
    await sendBytes(printer, encode(layout));
    const paper = await printer.waitForSlip(1);
    printer.assertClean();
    await printer.close();
    expect(paper.text).not.toContain('Harbour Street Repairs');
    const bars = paper.lines.filter((line) => line.kind === 'raster');
    expect(bars.map(({ bitmap }) => bitmap.height)).toEqual([20, 20]);
    expect((bars[1]?.top ?? 0) - (bars[0]?.top ?? 0)).toBe(70);
    const ink = bars.map(({ bitmap }) => inkOf({ ...bitmap, rowBytes: bitmap.width / 8 }));
    expect(ink).toEqual([221 * 20, 221 * 20]);
    expect(bars.map(({ x, bitmap }) => x + bitmap.width / 2)).toEqual([288, 288]);
    const drawn = PNG.sync.read(drawPaper(layout));
    const row = Array.from({ length: drawn.width }, (_, x) => drawn.data[((24 + 5) * drawn.width + x) * 4]);
    expect(row.filter((grey) => grey === 0)).toHaveLength(221);
  });
});

describe('the shelf', () => {
  it('keeps the same file once, and makes it into dots once for a width', async () => {
    const first = await keepLetterhead({ png: LOGO, folder });
    const again = await keepLetterhead({ png: LOGO, folder });
    if (!first.ok) throw new Error(first.error);
    expect(again).toEqual(first);
    expect(await readdir(folder)).toEqual([`${first.value}.png`]);
    const slip = withLetterhead(exampleSlip({ statement: 'x' }), first.value);
    const shelf = createLetterheadShelf({ folder, onProblem: (detail) => expect.fail(detail) });
    const before = (await shelf.picturesFor(slip, 32))(first.value);
    await rm(join(folder, `${first.value}.png`));
    expect((await shelf.picturesFor(slip, 32))(first.value)).toBe(before);
    expect(before).toBeDefined();
  });

  it('keeps nothing of a file that is no letterhead', async () => {
    expect(await keepLetterhead({ png: Buffer.from('no picture'), folder })).toEqual({
      ok: false,
      error: 'not-a-png',
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the paper service', () => {
  let paper: PaperService | undefined;
  afterEach(() => paper?.close());

  it('prints the shop’s name and says why where the letterhead is gone or another', async () => {
    const problems: string[] = [];
    const letterheads = { folder, onProblem: (detail: string) => void problems.push(detail) };
    paper = createPaperService({
      workerUrl: new URL('../../../src-main/print/paper-worker.ts', import.meta.url),
      letterheads,
    });
    const slip = withLetterhead(exampleSlip({ statement: 'It leaks.' }), 'ab'.repeat(32));
    const order = { slip, copy: 0, columns: 48, want: 'bytes' } as const;
    const lost = await paper.make(order);
    await writeFile(join(folder, `${'ab'.repeat(32)}.png`), LOGO);
    const exchanged = await paper.make(order);
    for (const made of [lost, exchanged]) {
      expect(made.ok && Buffer.from(made.value.bytes).toString('latin1')).toContain('Harbour Street Repairs');
    }
    expect(problems.join('\n')).toMatch(/ENOENT[^]*its file was changed/);
    const kept = await keepLetterhead({ png: LOGO, folder });
    const good = await paper.make({ ...order, slip: withLetterhead(slip, kept.ok ? kept.value : '') });
    expect(good.ok && Buffer.from(good.value.bytes).toString('latin1')).not.toContain(
      'Harbour Street Repairs',
    );
  });
});
