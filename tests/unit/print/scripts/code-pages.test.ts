import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canPrint } from '../../../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../../../src-main/print/draw/typeset.ts';
import { encodeText, type CodePage, type PrinterText } from '../../../../src-main/print/encode/code-page.ts';
import { encode } from '../../../../src-main/print/encode/encode.ts';
import { layOut } from '../../../../src-main/print/slip/layout.ts';
import type { PaperLayout } from '../../../../src-main/print/slip/paper.ts';
import { sendBytes } from '../../../fixtures/send-bytes.ts';
import { measuredSlip } from '../../../fixtures/measured-slip.ts';
import { STATEMENTS } from '../../../fixtures/statements.ts';
import { TM_T20 } from '../../../virtual-printer/profiles.ts';
import { type Slip } from '../../../virtual-printer/types.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../../virtual-printer/virtual-printer.ts';

const ALL: PrinterText = {
  codePages: [
    { page: 'win1252', escT: 16 },
    { page: 'cp858', escT: 19 },
    { page: 'cp852', escT: 18 },
    { page: 'win1250', escT: 45 },
    { page: 'cp866', escT: 17 },
    { page: 'win1251', escT: 46 },
    { page: 'win1253', escT: 47 },
    { page: 'cp737', escT: 14 },
    { page: 'win1254', escT: 48 },
    { page: 'win1257', escT: 51 },
  ],
};
const VERIFIED = new Set(ALL.codePages.map(({ page }) => page));

let printer: VirtualPrinter;

async function printed(bytes: Buffer, slips = 1): Promise<Slip> {
  await sendBytes(printer, bytes);
  const paper = await printer.waitForSlip(slips);
  printer.assertClean();
  return paper;
}

function statement(id: string): string {
  return STATEMENTS.find((candidate) => candidate.id === id)?.text ?? '';
}

describe('lines that fit a verified code page', () => {
  beforeEach(async () => {
    printer = await startVirtualPrinter({ profile: TM_T20 });
  });
  afterEach(async () => {
    await printer.close();
  });

  it.each(['fr', 'pl', 'ru', 'el'])('go as text, which the printer reads as it was said: %s', async (id) => {
    const text = statement(id);
    const layout = layOut(measuredSlip(text), 48, canPrint, measureDrawn);
    const paper = await printed(encode(layout, { text: ALL }));
    const words = paper.lines.flatMap((line) =>
      line.kind === 'text' && line.text.startsWith('| ') ? [line.text.slice(2)] : [],
    );
    expect(words.join(' ').replaceAll(/\s+/gu, ' ').trim()).toBe(text.replaceAll(/\s+/gu, ' '));
    expect(paper.lines.some((line) => line.kind === 'raster')).toBe(false);
  });

  it('are drawn where only Windows-1252 is verified', async () => {
    const layout = layOut(measuredSlip(statement('ru')), 48, canPrint, measureDrawn);
    const paper = await printed(encode(layout));
    expect(paper.lines.filter((line) => line.kind === 'raster').length).toBeGreaterThan(5);
  });

  it('select their page again after a cut, which resets the printer', async () => {
    const line = (text: string): PaperLayout['lines'][number] => ({
      kind: 'text',
      runs: [{ text, bold: false }],
      scale: 1,
      align: 'start',
      direction: 'ltr',
      bar: false,
      indent: 0,
    });
    const layout: PaperLayout = {
      columns: 48,
      lines: [line('Привет'), { kind: 'cut' }, line('Привет'), { kind: 'cut' }],
    };
    const second = await printed(encode(layout, { text: ALL }), 2);
    expect(second.text).toContain('Привет');
  });
});

describe('encodeText', () => {
  it.each<[string, CodePage | 'any' | undefined]>([
    ['plain', 'any'],
    ['café – 5 €', 'win1252'],
    ['½ ░', 'cp858'],
    ['źdźbło', 'cp852'],
    ['źdźbło – „tak”', 'win1250'],
    ['Привет', 'cp866'],
    ['Привет – “да”', 'win1251'],
    ['Ωμέγα', 'win1253'],
    ['ılık', 'win1254'],
    ['ģimene', 'win1257'],
    ['Привет 5 €', undefined],
    ['Привет ł', undefined],
    ['日本', undefined],
    ['soft\u00ADhyphen', undefined],
    ['over\u202Eride', undefined],
  ])('sends «%s» in %s', (text, page) => {
    expect(encodeText([text], VERIFIED)?.page).toBe(page);
  });

  it('takes no page that is not verified', () => {
    expect(encodeText(['Привет'], new Set<CodePage>(['win1252']))).toBeUndefined();
  });
});
