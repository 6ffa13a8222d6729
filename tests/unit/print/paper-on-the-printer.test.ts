import fc from 'fast-check';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spokenClaimNumber } from '../../../src-main/domain/claim-number.ts';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import { ticketCode } from '../../../src-main/print/slip/claim-ticket.ts';
import type { Slip as SlipModel } from '../../../src-main/print/slip/slip.ts';
import { sendBytes } from '../../fixtures/send-bytes.ts';
import { EXAMPLE_NUMBER, EXAMPLE_SECRET, exampleSlip } from '../../fixtures/example-claim.ts';
import { CAREFUL_58, TM_T20, TM_T88 } from '../../virtual-printer/profiles.ts';
import { type Slip } from '../../virtual-printer/types.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

const PAPERS = [
  { columns: 32, profile: CAREFUL_58, numberScale: 3 },
  { columns: 42, profile: TM_T88, numberScale: 4 },
  { columns: 48, profile: TM_T20, numberScale: 4 },
] as const;

let printer: VirtualPrinter;

async function printed(slip: SlipModel, columns: number): Promise<Slip> {
  const before = printer.slips.length;
  const bytes = encode(layOut(slip, columns, canPrint));
  await sendBytes(printer, bytes);
  const paper = await printer.waitForSlip(before + 1);
  printer.assertClean();
  expect(printer.drawerPulses).toEqual([]);
  return paper;
}

describe.each(PAPERS)('a ticket on $columns columns', ({ columns, profile, numberScale }) => {
  beforeEach(async () => {
    printer = await startVirtualPrinter({ profile });
  });
  afterEach(async () => {
    await printer.close();
  });

  it('shows the number large, the words whole, the code and the secret', async () => {
    const slip = exampleSlip({ statement: 'It leaks.\n\nMy mother’s café opens on Monday – 5 € please.' });
    const paper = await printed(slip, columns);
    expect(paper.whole).toBe(true);
    const number = paper.lines.find(
      (line) => line.kind === 'text' && line.text.trim() === spokenClaimNumber(EXAMPLE_NUMBER),
    );
    expect(number).toMatchObject({ runs: [{ width: numberScale, height: numberScale, bold: true }] });
    const words = paper.lines.flatMap((line) =>
      line.kind === 'text' && line.text.startsWith('| ') ? [line.text.slice(2).trim()] : [],
    );
    expect(words.join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(
      'It leaks. My mother’s café opens on Monday – 5 € please.',
    );
    expect(paper.qrCodes).toEqual([ticketCode(EXAMPLE_NUMBER, EXAMPLE_SECRET)]);
    expect(paper.text).toContain('7F3 KQ9');
    for (const heading of ['WE WILL', 'WE WILL TRY', 'WE CANNOT PROMISE', 'WE DON’T KNOW YET']) {
      expect(paper.text).toContain(heading);
    }
    expect(paper.lines.some((line) => line.kind === 'text' && line.wrapped)).toBe(false);
  });

  it('carries a code that a camera reads', async () => {
    const slip = exampleSlip({ statement: 'It leaks.' });
    const { data, width, height } = PNG.sync.read((await printed(slip, columns)).toPng());
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(
      ticketCode(EXAMPLE_NUMBER, EXAMPLE_SECRET),
    );
  });

  it('draws Arabic, right to left, with ink in every line and no letter sent as text', async () => {
    const slip = exampleSlip({ locale: 'ar', statement: 'لا تعمل الشاشة بعد التحديث الأخير' });
    const paper = await printed(slip, columns);
    const rasters = paper.lines.filter((line) => line.kind === 'raster');
    expect(rasters.length).toBeGreaterThan(15);
    for (const raster of rasters) expect(raster.bitmap.data.some((byte) => byte !== 0)).toBe(true);
    expect(paper.text).not.toContain('?');
  });

  it('never lets a byte of the words be a command', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), async (words) => {
        const paper = await printed(
          exampleSlip({ statement: `\u001bp0\u0010\u0014\u0001\n${words}` }),
          columns,
        );
        expect(paper.whole).toBe(true);
        expect(paper.text).toContain('[ESC]p0');
        expect(paper.lines.some((line) => line.kind === 'text' && line.wrapped)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
