import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { INK_BELOW } from '../../../src-main/print/draw/bitmap.ts';
import { drawPaper } from '../../../src-main/print/draw/draw-paper.ts';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../../src-main/print/draw/typeset.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import { paperText } from '../../../src-main/print/slip/paper.ts';
import type { SlipKind } from '../../../src-main/print/slip/slip.ts';
import { EXAMPLE_KINDS, exampleOf } from '../../fixtures/example-slips.ts';

/**
 * Every slip as it was looked at and found good: its text, its bytes and its picture. After a change that is meant,
 * `UPDATE_GOLDEN=1` writes them anew; look at the pictures before they are committed.
 */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const WIDTHS = [32, 48];
const AS_GREYS = { colorType: 0, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;
const IN_ARABIC: readonly SlipKind[] = ['ticket', 'update', 'resolution'];

const SLIPS = [
  ...EXAMPLE_KINDS.map((kind) => ({ kind, locale: 'en' as const })),
  ...IN_ARABIC.map((kind) => ({ kind, locale: 'ar' as const })),
].flatMap((slip) => WIDTHS.map((columns) => ({ ...slip, columns })));

async function golden(name: string, made: Buffer): Promise<Buffer> {
  const file = fileURLToPath(new URL(`../../golden/${name}`, import.meta.url));
  if (UPDATE) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, made);
  }
  return readFile(file);
}

/** The dots of a picture as ink or none, as they are kept: a quarter of the bytes of greys. */
function inkOf(png: Buffer): PNG {
  const picture = PNG.sync.read(png);
  for (let at = 0; at < picture.data.length; at += 4) {
    picture.data.fill((picture.data[at] ?? 255) < INK_BELOW ? 0 : 255, at, at + 3);
  }
  return picture;
}

describe.each(SLIPS)('$kind, $locale, $columns columns', ({ kind, locale, columns }) => {
  const layout = layOut(exampleOf(kind, locale), columns, canPrint, measureDrawn);
  const name = `${kind}-${locale}-${columns}`;

  it('says what it said', async () => {
    const text = `${paperText(layout)}\n`;
    expect(text).toBe((await golden(`${name}.txt`, Buffer.from(text))).toString());
  });

  it('is the bytes that it was', async () => {
    const bytes = encode(layout);
    expect(bytes.toString('hex')).toBe((await golden(`${name}.bin`, bytes)).toString('hex'));
  });

  it('looks as it looked', async () => {
    const ink = inkOf(drawPaper(layout));
    const before = PNG.sync.read(await golden(`${name}.png`, PNG.sync.write(ink, AS_GREYS)));
    expect([ink.width, ink.height]).toEqual([before.width, before.height]);
    // Their bytes are not compared: zlib packs the same dots differently from one version to the next.
    expect(ink.data.equals(before.data)).toBe(true);
  });
});
