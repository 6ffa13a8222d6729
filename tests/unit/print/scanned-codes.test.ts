import { describe, expect, it } from 'vitest';
import { claimNumber, storeCode, type ClaimNumber } from '../../../src-main/domain/claim-number.ts';
import { LOCALES } from '../../../src-main/domain/intake.ts';
import { drawPaper } from '../../../src-main/print/draw/draw-paper.ts';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../../src-main/print/draw/typeset.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { ticketCode } from '../../../src-main/print/slip/claim-ticket.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import type { PaperLayout } from '../../../src-main/print/slip/paper.ts';
import { EXAMPLE_NUMBER, EXAMPLE_SECRET } from '../../fixtures/example-claim.ts';
import { exampleOf } from '../../fixtures/example-slips.ts';
import { sendBytes } from '../../fixtures/send-bytes.ts';
import { readCodes } from '../../fixtures/zbar.ts';
import { CAREFUL_58, TM_T20, TM_T88 } from '../../virtual-printer/profiles.ts';
import { startVirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

const PAPERS = [
  { columns: 32, profile: CAREFUL_58 },
  { columns: 42, profile: TM_T88 },
  { columns: 48, profile: TM_T20 },
] as const;
const QR_SLIPS = ['ticket', 'update', 'resolution'] as const;
const BARCODE_SLIPS = ['store-copy', 'item-label'] as const;

async function printed(layout: PaperLayout, profile: (typeof PAPERS)[number]['profile']): Promise<Buffer> {
  const printer = await startVirtualPrinter({ profile });
  await sendBytes(printer, encode(layout));
  const paper = await printer.waitForSlip(1);
  printer.assertClean();
  await printer.close();
  return paper.toPng();
}

function numberOf(code: string, running: number): ClaimNumber {
  const store = storeCode(code);
  if (store === undefined) throw new Error(`${code} is no store code`);
  return claimNumber(store, running);
}

describe.each(PAPERS)('a scanner on paper of $profile.dots dots', ({ columns, profile }) => {
  describe.each(LOCALES)('in %s', (locale) => {
    it.each(QR_SLIPS)('reads the QR code of the %s, from the screen and from the printer', async (kind) => {
      const layout = layOut(exampleOf(kind, locale), columns, canPrint, measureDrawn);
      const expected = [`QR-Code:${ticketCode(EXAMPLE_NUMBER, EXAMPLE_SECRET)}`];
      expect(await readCodes(drawPaper(layout))).toEqual(expected);
      expect(await readCodes(await printed(layout, profile))).toEqual(expected);
    });

    it.each(BARCODE_SLIPS)(
      'reads the barcode of the %s, from the screen and from the printer',
      async (kind) => {
        const layout = layOut(exampleOf(kind, locale), columns, canPrint, measureDrawn);
        const expected = [`CODE-128:${EXAMPLE_NUMBER}`];
        expect(await readCodes(drawPaper(layout))).toEqual(expected);
        expect(await readCodes(await printed(layout, profile))).toEqual(expected);
      },
    );
  });

  // The last fills the narrow paper from edge to edge, so that its quiet zones are the paper's own margins.
  it.each([
    ['HEL', 999_999],
    ['B2', 1_604_999],
    ['HELSNK', 999_999],
  ] as const)('reads the label of claim %s %i', async (code, running) => {
    const number = numberOf(code, running);
    const layout = layOut(exampleOf('item-label', 'en', number), columns, canPrint, measureDrawn);
    expect(await readCodes(drawPaper(layout))).toEqual([`CODE-128:${number}`]);
    expect(await readCodes(await printed(layout, profile))).toEqual([`CODE-128:${number}`]);
  });

  it('reads the longest number there is, as bars or as a QR code', async () => {
    const number = numberOf('HELSNK', 999_999_999);
    const layout = layOut(exampleOf('item-label', 'en', number), columns, canPrint, measureDrawn);
    for (const png of [drawPaper(layout), await printed(layout, profile)]) {
      const [code = ''] = await readCodes(png);
      expect(code.replace(/^(CODE-128|QR-Code):/, '')).toBe(number);
    }
  });
});
