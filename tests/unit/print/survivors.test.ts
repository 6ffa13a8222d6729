import { describe, expect, it } from 'vitest';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../../src-main/print/draw/typeset.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import { MEASURED_COLUMNS, MEASURED_TEXT } from '../../fixtures/measure-encoding.ts';
import { measuredSlip } from '../../fixtures/measured-slip.ts';
import { MEASURED_STATEMENTS } from '../../fixtures/statements.ts';
import { printed, survivingOnPaper } from '../../fixtures/survivors.ts';

type Script = keyof typeof MEASURED_STATEMENTS;
const SCRIPTS = Object.keys(MEASURED_STATEMENTS) as Script[];
const RASTER = Buffer.from([0x1d, 0x76, 0x30, 0]);

/** The share that survives what `change` does to the bytes. */
function shareOf(script: Script, change: (bytes: Buffer) => void = () => undefined): number {
  const statement = MEASURED_STATEMENTS[script];
  const layout = layOut(measuredSlip(statement), MEASURED_COLUMNS, canPrint, measureDrawn);
  const bytes = encode(layout, { text: MEASURED_TEXT });
  change(bytes);
  return survivingOnPaper({ slip: printed(bytes).slip, statement, layout });
}

describe('what survives on paper', () => {
  it.each(SCRIPTS)('is everything, in %s', (script) => {
    expect(shareOf(script)).toBe(1);
  });

  it('is less where one letter is another', () => {
    const share = shareOf('ascii', (bytes) => bytes.write('?', bytes.indexOf('espresso machine')));
    expect(share).toBeLessThan(1);
    expect(share).toBeGreaterThan(0.99);
  });

  it.each(['japanese', 'arabic'] as const)(
    'is less by a line where dots of its drawing are gone, in %s',
    (script) => {
      const share = shareOf(script, (bytes) => {
        const data = bytes.indexOf(RASTER) + 8;
        bytes.fill(0, data + 200, data + 260);
      });
      expect(share).toBeLessThan(1);
      expect(share).toBeGreaterThan(0.8);
    },
  );
});
