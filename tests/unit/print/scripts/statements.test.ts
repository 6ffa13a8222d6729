import { describe, expect, it } from 'vitest';
import { canPrint } from '../../../../src-main/print/draw/fonts.ts';
import { measureDrawn, setLine } from '../../../../src-main/print/draw/typeset.ts';
import { encode } from '../../../../src-main/print/encode/encode.ts';
import { layOut } from '../../../../src-main/print/slip/layout.ts';
import type { PaperLayout, TextLine } from '../../../../src-main/print/slip/paper.ts';
import { measuredSlip } from '../../../fixtures/measured-slip.ts';
import { measuredBytes, survivingShare } from '../../../fixtures/measure-encoding.ts';
import { MEASURED_STATEMENTS, STATEMENTS } from '../../../fixtures/statements.ts';
import { CAREFUL_58, TM_T20, TM_T88 } from '../../../virtual-printer/profiles.ts';
import { startVirtualPrinter } from '../../../virtual-printer/virtual-printer.ts';
import { sendBytes } from '../../../fixtures/send-bytes.ts';

const PAPERS = [
  { columns: 32, profile: CAREFUL_58 },
  { columns: 42, profile: TM_T88 },
  { columns: 48, profile: TM_T20 },
] as const;
const CELL = 12;
const BAR = 2;

function quoteLines(layout: PaperLayout): TextLine[] {
  return layout.lines.filter((line): line is TextLine => line.kind === 'text' && line.bar);
}

const textOf = (line: TextLine): string => line.runs.map((run) => run.text).join('');
const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s/gu, '');

describe.each(STATEMENTS)('a statement in $language', ({ text }) => {
  it('leaves ink for every grapheme, and replaces none', () => {
    expect(survivingShare(text)).toBe(1);
    const layout = layOut(measuredSlip(text), 48, canPrint, measureDrawn);
    expect(bare(quoteLines(layout).map(textOf).join(''))).toBe(bare(text));
  });

  it.each(PAPERS)('fills lines of $columns columns, and none is squeezed', ({ columns }) => {
    const layout = layOut(measuredSlip(text), columns, canPrint, measureDrawn);
    const lines = quoteLines(layout);
    for (const [index, line] of lines.entries()) {
      const width = dotsOf(line, layout);
      expect(width).toBeLessThanOrEqual((columns - BAR) * CELL * 1.02);
      // The first word of the next line would not have fitted, so no line is shorter than a word's length needs.
      const next = textOf(lines[index + 1] ?? line).split(/\s/u)[0] ?? '';
      if (index + 1 < lines.length && next.length < 4) {
        expect(width).toBeGreaterThan((columns - BAR) * CELL * 0.7);
      }
    }
  });

  it.each(PAPERS)('comes out of a printer of $columns columns whole', async ({ columns, profile }) => {
    const layout = layOut(measuredSlip(text), columns, canPrint, measureDrawn);
    const bytes = encode(layout);
    expect(bytes.toString('hex')).not.toMatch(/^(..)*10(04|05|14)/);
    const printer = await startVirtualPrinter({ profile });
    await sendBytes(printer, bytes);
    const paper = await printer.waitForSlip(1);
    printer.assertClean();
    expect(printer.drawerPulses).toEqual([]);
    await printer.close();
    expect(paper.whole).toBe(true);
    expect(paper.text).not.toContain('[U+');
    const rasters = paper.lines.filter((line) => line.kind === 'raster');
    for (const { bitmap } of rasters) expect(bitmap.data.some((byte) => byte !== 0)).toBe(true);
    const asText = paper.lines.filter((line) => line.kind === 'text' && line.text.startsWith('|'));
    expect(rasters.length + asText.length).toBe(quoteLines(layout).length);
  });
});

function dotsOf(line: TextLine, { han }: PaperLayout): number {
  return setLine(line.runs, { direction: line.direction, scale: 1, han, context: line.context }).width;
}

describe('the bytes of the measured slip', () => {
  it.each([
    ['ascii', 1320],
    ['french', 1320],
    ['russian', 1320],
    ['japanese', 26_000],
    ['arabic', 14_000],
    ['emoji', 16_000],
  ] as const)('in %s are at most %i', (name, most) => {
    const statement = MEASURED_STATEMENTS[name];
    expect(survivingShare(statement)).toBe(1);
    expect(measuredBytes(statement).length).toBeLessThanOrEqual(most);
  });
});
