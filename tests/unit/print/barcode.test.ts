import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimNumber, storeCode, type ClaimNumber } from '../../../src-main/domain/claim-number.ts';
import { drawBarcode } from '../../../src-main/print/draw/barcode.ts';
import { code128 } from '../../../src-main/print/slip/code128.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import type { PaperLine } from '../../../src-main/print/slip/paper.ts';
import { exampleOf } from '../../fixtures/example-slips.ts';
import { code128 as printerReads } from '../../virtual-printer/barcode-patterns.ts';

const WIDTHS = [32, 42, 48] as const;
const DOTS = { 32: 384, 42: 504, 48: 576 };

const numbers = fc
  .tuple(
    fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/),
    // Many of them hold the pairs that matter.
    fc.oneof(
      fc.integer({ min: 1, max: 999_999_999 }),
      fc.stringMatching(/^[1-9]?16(04|05|20)[0-9]{2,4}$/).map(Number),
    ),
  )
  .map(([code, running]) => numberOf(code, running));

function numberOf(code: string, running: number): ClaimNumber {
  const store = storeCode(code);
  if (store === undefined) throw new Error(`${code} is no store code`);
  return claimNumber(store, running);
}

function codeOn(columns: number, number: ClaimNumber): PaperLine | undefined {
  const { lines } = layOut(exampleOf('item-label', 'en', number), columns, () => true);
  return lines.find((line) => line.kind === 'barcode' || line.kind === 'qr');
}

describe('a claim number in CODE128', () => {
  it('is read by a printer as that number, and never spells a real-time command', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const { afterSetB, modules } = code128(number);
        const bytes = Buffer.from(`{B${afterSetB}`, 'latin1');
        const read = printerReads(bytes);
        expect(read?.data).toBe(number);
        expect(read?.modules).toHaveLength(modules);
        expect(bytes.toString('hex')).not.toMatch(/^(..)*10(04|05|14)/);
      }),
    );
  });

  it('gives up pairs that would spell one: 16 04 is DLE EOT', () => {
    const even = numberOf('HEL', 160_499);
    expect(code128(even).afterSetB).toBe(even);
    const odd = numberOf('HEL', 1_604_999);
    expect(code128(odd).afterSetB).toMatch(/^HEL-1\{C/);
    expect(encode(layOut(exampleOf('item-label', 'en', even), 32, () => true)).toString('hex')).not.toMatch(
      /^(..)*10(04|05|14)/,
    );
  });

  it('is as wide on the screen as on the printer', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const { data } = drawBarcode({ kind: 'barcode', data: number, moduleDots: 2 }, 576);
        const row = Array.from(data.subarray(0, 576), (grey) => (grey === 0 ? '1' : '0')).join('');
        const drawn = row.replaceAll(/^0+|0+$/g, '').length / 2;
        const printed = code128(number).modules;
        // Only where pairs would spell a command is the printed one longer.
        if (/16(04|05|20)/.test(number)) expect(drawn).toBeLessThanOrEqual(printed);
        else expect(drawn).toBe(printed);
      }),
    );
  });

  it.each(WIDTHS)(
    'has bars of at least 2 dots on %i columns and is never wider than the paper',
    (columns) => {
      fc.assert(
        fc.property(numbers, (number) => {
          const line = codeOn(columns, number);
          if (line?.kind === 'qr') expect(line.data).toBe(number);
          else if (line?.kind === 'barcode') {
            expect(line.moduleDots).toBeGreaterThanOrEqual(2);
            expect(code128(number).modules * line.moduleDots).toBeLessThanOrEqual(DOTS[columns]);
          } else expect.fail('a label without a code');
        }),
      );
    },
  );

  it('is bars for a million claims of any store at 58 mm, and a QR code beyond', () => {
    expect(codeOn(32, numberOf('HELSNK', 999_999))).toMatchObject({ kind: 'barcode', moduleDots: 2 });
    expect(codeOn(32, numberOf('HELSNK', 123_456_789))).toMatchObject({ kind: 'qr' });
    expect(codeOn(48, numberOf('HEL', 1042))).toMatchObject({ kind: 'barcode', moduleDots: 3 });
  });
});
