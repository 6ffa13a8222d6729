import fc from 'fast-check';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { canPrint } from '../../../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../../../src-main/print/draw/typeset.ts';
import { encode, type EncodeOptions } from '../../../../src-main/print/encode/encode.ts';
import { ticketCode } from '../../../../src-main/print/slip/claim-ticket.ts';
import { layOut } from '../../../../src-main/print/slip/layout.ts';
import type { PaperLayout } from '../../../../src-main/print/slip/paper.ts';
import type { Slip as SlipModel } from '../../../../src-main/print/slip/slip.ts';
import { withoutStarCommands } from '../../../../src-main/print/star/star-writer.ts';
import { EXAMPLE_NUMBER, EXAMPLE_SECRET, exampleSlip } from '../../../fixtures/example-claim.ts';
import { measuredSlip } from '../../../fixtures/measured-slip.ts';
import { sendBytes } from '../../../fixtures/send-bytes.ts';
import { MEASURED_STATEMENTS } from '../../../fixtures/statements.ts';
import { countInk } from '../../../virtual-printer/bitmap.ts';
import { STAR_80, TM_T20, type PrinterProfile } from '../../../virtual-printer/profiles.ts';
import type { Slip } from '../../../virtual-printer/types.ts';
import { startVirtualPrinter } from '../../../virtual-printer/virtual-printer.ts';

const STAR: EncodeOptions = { language: 'star-line' };

const layoutOf = (slip: SlipModel): PaperLayout => layOut(slip, 48, canPrint, measureDrawn);

async function printed(profile: PrinterProfile, bytes: Uint8Array): Promise<Slip> {
  const printer = await startVirtualPrinter({ profile });
  await sendBytes(printer, bytes);
  const paper = await printer.waitForSlip(1);
  printer.assertClean();
  await printer.close();
  expect(paper.whole).toBe(true);
  return paper;
}

/** The rows of letters, without rules, and without those that a Star printer gets drawn for the mark in them. */
function words(paper: Slip): string[] {
  const rows = paper.lines.flatMap((line) => (line.kind === 'text' ? [line.text.trim()] : []));
  return rows.filter((row) => !/^[-=]*$|\[image/.test(row));
}

function ink(paper: Slip): number {
  return paper.lines.reduce((sum, line) => sum + (line.kind === 'raster' ? countInk(line.bitmap) : 0), 0);
}

describe('a ticket on a Star printer', () => {
  it.each(Object.entries(MEASURED_STATEMENTS))(
    'says the same as on an Epson printer: %s',
    async (_, statement) => {
      const layout = layoutOf(measuredSlip(statement));
      const star = await printed(STAR_80, encode(layout, STAR));
      const epson = await printed(TM_T20, encode(layout));
      expect(words(star)).toEqual(words(epson));
      expect(star.qrCodes).toEqual(epson.qrCodes);
      // A dot more, where dots would have spelt a command of the one or the other.
      expect(ink(star)).toBeGreaterThanOrEqual(ink(epson) - 4);
      const marks = epson.lines.filter((line) => line.kind === 'text' && line.images.length > 0);
      expect(marks.length).toBeGreaterThan(0);
      expect(Math.abs(star.lengthMm - epson.lengthMm)).toBeLessThan(25);
      expect(star.lines.some((line) => line.kind === 'text' && line.wrapped)).toBe(false);
    },
  );

  it('draws Arabic right to left, at the right of the paper', async () => {
    const slip = exampleSlip({ locale: 'ar', statement: 'لا تعمل الشاشة بعد التحديث الأخير' });
    const paper = await printed(STAR_80, encode(layoutOf(slip), STAR));
    const rasters = paper.lines.filter((line) => line.kind === 'raster');
    expect(rasters.some(({ align, x }) => align === 'right' && x > 0)).toBe(true);
    expect(words(paper).join('')).not.toMatch(/[\u0600-\u06ff]/);
  });

  it('has the number large, accents as text, and a code that a camera reads', async () => {
    const slip = exampleSlip({ statement: 'Il fuit déjà, 5 €.' });
    const paper = await printed(STAR_80, encode(layoutOf(slip), STAR));
    expect(paper.text).toContain('Il fuit déjà, 5 €.');
    expect(
      paper.lines.some(
        (line) => line.kind === 'text' && line.runs[0]?.width === 2 && line.runs[0].height === 2,
      ),
    ).toBe(true);
    const { data, width, height } = PNG.sync.read(paper.toPng());
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(
      ticketCode(EXAMPLE_NUMBER, EXAMPLE_SECRET),
    );
  });

  it('never lets a byte of the words be a command', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), async (said) => {
        const statement = `\u0007\u001c\u001b\u0006\u0018\u0018\n${said}`;
        const paper = await printed(STAR_80, encode(layoutOf(exampleSlip({ statement })), STAR));
        expect(paper.text).toContain('[BEL]');
      }),
      { numRuns: 25 },
    );
  });
});

describe('withoutStarCommands', () => {
  it('breaks what would ask for a status or reset the printer, by one dot', () => {
    expect(withoutStarCommands(Uint8Array.of(0x1b, 0x06, 0x18, 0x1b, 0x07, 0x1b))).toEqual(
      Uint8Array.of(0x1f, 0x06, 0x18, 0x1b, 0x07, 0x1b),
    );
  });
});
