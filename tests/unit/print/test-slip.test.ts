import { afterEach, describe, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import iconv from 'iconv-lite';
import { PRINTER_PROFILES, profileOf } from '../../../src-main/contract/printer-profiles.ts';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { CODE_PAGES, type CodePage } from '../../../src-main/domain/code-page.ts';
import type { Locale } from '../../../src-main/domain/intake.ts';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../../src-main/print/draw/typeset.ts';
import { encodeText } from '../../../src-main/print/encode/code-page.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { encodeTestSlip } from '../../../src-main/print/encode/encode-test-slip.ts';
import { createPaperService } from '../../../src-main/print/paper-service.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import {
  confirmedFrom,
  layOutTestSlip,
  onlyBlock,
  PAGE_SAMPLES,
  testSlip,
  type TestBlock,
  type TestSlip,
} from '../../../src-main/print/slip/test-slip.ts';
import { examplePrinter } from '../../fixtures/example-printer.ts';
import { measuredSlip } from '../../fixtures/measured-slip.ts';
import { sendBytes } from '../../fixtures/send-bytes.ts';
import { STATEMENTS } from '../../fixtures/statements.ts';
import { CAREFUL_58, TM_M30, TM_T20, type PrinterProfile } from '../../virtual-printer/profiles.ts';
import type { Slip } from '../../virtual-printer/types.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

const AT = Date.parse('2026-11-23T08:42:00Z') as Instant;

let printer: VirtualPrinter | undefined;
afterEach(async () => {
  await printer?.close();
  printer = undefined;
});

function slipOf(profileId: string, locale: Locale = 'en'): TestSlip {
  const profile = profileOf(profileId);
  if (!profile) throw new Error(`no profile ${profileId}`);
  return testSlip({ profile, printerName: 'Counter', locale, at: AT, zone: 'Europe/Helsinki' as Zone });
}

/** Prints on a virtual printer, in pieces up to each cut. */
async function print(bytes: Uint8Array, profile: PrinterProfile): Promise<Slip> {
  await printer?.close();
  printer = await startVirtualPrinter({ profile });
  await sendBytes(printer, bytes);
  return printer.waitForSlip(1);
}

async function printTest(slip: TestSlip, profile: PrinterProfile, copy = 0): Promise<Slip> {
  const { columns } = profile;
  return print(encodeTestSlip(layOutTestSlip({ slip, copy, columns }), columns), profile);
}

/** Ticks what a person would: the numbers under which the paper shows what the screen shows. */
function lookAt(slip: TestSlip, paper: Slip): number[] {
  return slip.blocks.filter((block) => looksRight(block, slip, paper)).map(({ number }) => number);
}

function looksRight({ number, title, subject }: TestBlock, slip: TestSlip, paper: Slip): boolean {
  const from = paper.lines.findIndex((line) => line.kind === 'text' && line.text === `${number}  ${title}`);
  const next = slip.blocks.find((block) => block.number === number + 1);
  const to = paper.lines.findIndex(
    (line) => line.kind === 'text' && next !== undefined && line.text === `${next.number}  ${next.title}`,
  );
  const shown = paper.lines.slice(from + 1, to < 0 ? undefined : to);
  const says = (text: string): boolean =>
    shown.some((line) => line.kind === 'text' && !line.wrapped && line.text === text);
  switch (subject.kind) {
    case 'width':
      return says('1234567890'.repeat(5).slice(0, printer?.profile.columns));
    case 'code-page':
      return says(PAGE_SAMPLES[subject.page]);
    case 'utf8':
      return says('é Ł Ж Ω ş ž €');
    case 'raster':
      return shown.some((line) => line.kind === 'raster');
    case 'qr':
      return shown.some((line) => line.kind === 'qr' && line.data === 'IYW:TEST');
    case 'barcode':
      return shown.some((line) => line.kind === 'barcode' && line.barcode.data.endsWith('TEST-1'));
    case 'cut':
      return paper.whole;
  }
}

describe('a sample', () => {
  it.each([...CODE_PAGES])('of %s can be said in it, and reads otherwise in every other page', (page) => {
    const sample = PAGE_SAMPLES[page];
    const encoded = encodeText([sample], new Set<CodePage>([page]))?.runs[0];
    if (!encoded) throw new Error('not in its page');
    expect(iconv.decode(encoded, page)).toBe(sample);
    for (const other of CODE_PAGES) if (other !== page) expect(iconv.decode(encoded, other)).not.toBe(sample);
    expect(sample.length).toBeLessThanOrEqual(32);
  });
});

describe('a test slip', () => {
  it.each(PRINTER_PROFILES.map(({ id }) => id))('has a numbered block for all that %s offers', (id) => {
    const { blocks } = slipOf(id);
    expect(blocks.map(({ number }) => number)).toEqual(blocks.map((_, index) => index + 1));
    const pages = blocks.flatMap(({ subject }) => (subject.kind === 'code-page' ? [subject.page] : []));
    expect(pages.sort()).toEqual(Object.keys(profileOf(id)?.codePages ?? {}).sort());
    expect(blocks.some(({ subject }) => subject.kind === 'utf8')).toBe(profileOf(id)?.utf8);
  });

  it('comes out right in every block where the printer has all that its profile says', async () => {
    const slip = slipOf('epson-tm-m30iii');
    const paper = await printTest(slip, TM_M30);
    printer?.assertClean();
    expect(lookAt(slip, paper)).toEqual(slip.blocks.map(({ number }) => number));
    expect(confirmedFrom({ slip, ticked: lookAt(slip, paper), at: AT })).toEqual({
      ok: true,
      value: {
        at: '2026-11-23T08:42:00.000Z',
        profile: 'epson-tm-m30iii',
        codePages: [
          'win1252',
          'cp852',
          'win1250',
          'cp866',
          'win1251',
          'win1253',
          'cp737',
          'win1254',
          'win1257',
        ],
        utf8: true,
        raster: true,
        qr: true,
        barcode: true,
        cut: true,
      },
    });
  });

  it('fits 58 mm of paper, in both languages', async () => {
    for (const locale of ['en', 'ar'] as const) {
      const paper = await printTest(slipOf('generic-58', locale), CAREFUL_58);
      printer?.assertClean();
      expect(paper.lines.filter((line) => line.kind === 'text' && line.wrapped)).toEqual([]);
    }
  });

  it('says that it is a copy', async () => {
    const [heading] = layOutTestSlip({ slip: slipOf('generic-80'), copy: 2, columns: 48 });
    expect(heading?.lines[0]).toMatchObject({ runs: [{ text: expect.stringMatching(/^COPY 2/) as string }] });
    const paper = await printTest(slipOf('generic-80'), TM_T20, 2);
    expect(paper.whole).toBe(true);
  });
});

describe('ticks', () => {
  /** The same model with only these pages in its ROM: what is sent in another comes out as something else. */
  const withPages = (codePages: readonly number[]): PrinterProfile => ({ ...TM_M30, utf8: false, codePages });

  it.each([
    ['all pages', TM_M30, 'ru', true],
    ['no Cyrillic page', withPages([0, 16, 18, 45]), 'ru', false],
    ['no Cyrillic page', withPages([0, 16, 18, 45]), 'pl', true],
    ['Windows-1252 alone', withPages([0, 16]), 'pl', false],
    ['Windows-1252 alone', withPages([0, 16]), 'fr', true],
  ] as const)(
    'of a printer with %s decide whether lines go as text: %s %s',
    async (_, rom, language, asText) => {
      const profile = 'epson-tm-m30iii';
      const slip = slipOf(profile);
      const ticked = lookAt(slip, await printTest(slip, rom));
      const confirmed = confirmedFrom({ slip, ticked, at: AT });
      if (!confirmed.ok) throw new Error(confirmed.error);
      const { encoding } = examplePrinter({ url: 'tcp://printer:9100', profile, confirmed: confirmed.value });

      const words = STATEMENTS.find(({ id }) => id === language)?.text ?? '';
      const layout = layOut(measuredSlip(words), rom.columns, canPrint, measureDrawn);
      const paper = await print(encode(layout, encoding), rom);
      printer?.assertClean();
      const said = paper.lines.flatMap((line) =>
        line.kind === 'text' && line.text.startsWith('| ') ? [line.text.slice(2)] : [],
      );
      const drawn = paper.lines.filter((line) => line.kind === 'raster').length;
      if (asText) {
        expect(said.join(' ').replaceAll(/\s+/gu, ' ').trim()).toBe(words.replaceAll(/\s+/gu, ' '));
        expect(drawn).toBe(0);
      } else expect(drawn).toBeGreaterThan(2);
    },
  );

  it('of nothing but the width lead to drawn lines, a drawn code and no cut', async () => {
    const profile = 'epson-tm-m30iii';
    const slip = slipOf(profile);
    const confirmed = confirmedFrom({ slip, ticked: [1], at: AT });
    if (!confirmed.ok) throw new Error(confirmed.error);
    const { encoding } = examplePrinter({ url: 'tcp://printer:9100', profile, confirmed: confirmed.value });
    const layout = layOut(measuredSlip('Café'), 48, canPrint, measureDrawn);
    const bytes = encode(layout, encoding);
    printer = await startVirtualPrinter({ profile: TM_T20 });
    await sendBytes(printer, bytes);
    await printer.waitFor('the feed', ({ receivedBytes }) => receivedBytes === bytes.length);
    printer.assertClean();
    const { lines, qrCodes } = printer.current;
    expect(printer.slips).toEqual([]);
    expect(qrCodes).toEqual([]);
    expect(lines.filter((line) => line.kind === 'raster' && line.heightDots > 150)).toHaveLength(1);
    expect(lines.some((line) => line.kind === 'text' && line.text.startsWith('| '))).toBe(false);
  });

  it('prove nothing where the line across the paper is not right', async () => {
    const slip = slipOf('generic-80');
    const parts = layOutTestSlip({ slip, copy: 0, columns: 48 });
    const paper = await print(encodeTestSlip(parts, 48), { ...TM_T20, dots: 512, columns: 42 });
    const ticked = lookAt(slip, paper);
    expect(ticked).not.toContain(1);
    expect(confirmedFrom({ slip, ticked, at: AT })).toEqual({ ok: false, error: 'width' });
  });
});

describe('the picture of a block', () => {
  it('is what the paper should show, for the screen on which it is ticked', async () => {
    const paper = createPaperService({
      workerUrl: new URL('../../../src-main/print/paper-worker.ts', import.meta.url),
    });
    const slip = slipOf('epson-tm-t20iii');
    const make = (each: TestSlip) => paper.make({ slip: each, copy: 0, columns: 48, want: 'picture' });
    const [whole, third] = await Promise.all([make(slip), make(onlyBlock(slip, 3))]);
    await paper.close();
    if (!whole.ok || !third.ok) throw new Error('not drawn');
    expect(third.value.text).toBe(['-'.repeat(48), '3  Letters in CP858', PAGE_SAMPLES.cp858].join('\n'));
    const [large, small] = [
      PNG.sync.read(Buffer.from(whole.value.bytes)),
      PNG.sync.read(Buffer.from(third.value.bytes)),
    ];
    expect(small.width).toBe(large.width);
    expect(small.height * 5).toBeLessThan(large.height);
    expect(small.data.some((byte) => byte === 0)).toBe(true);
  });
});

describe('UTF-8', () => {
  it('carries lines that mix what no page has together, and goes back to pages after them', async () => {
    const line = (text: string) =>
      ({
        kind: 'text',
        runs: [{ text, bold: false }],
        scale: 1,
        align: 'start',
        direction: 'ltr',
        bar: false,
        indent: 0,
      }) as const;
    const lines = ['Привет', 'Привет ł 5 €', 'café €', 'Ω ł', 'plain', 'Привет'];
    const text = {
      codePages: [
        { page: 'win1252', escT: 16 },
        { page: 'cp866', escT: 17 },
      ],
      utf8: true,
    } as const;
    const bytes = encode(
      { columns: 48, lines: [...lines.map(line), line('你好'), { kind: 'cut' }] },
      { text },
    );
    const paper = await print(bytes, TM_M30);
    printer?.assertClean();
    const shown = paper.lines.flatMap((each) => (each.kind === 'text' ? each.runs : []));
    expect(shown.map((run) => [run.text, run.codePage])).toEqual([
      ['Привет', 'cp866'],
      ['Привет ł 5 €', 'utf-8'],
      ['café €', 'windows-1252'],
      ['Ω ł', 'utf-8'],
      ['plain', 'utf-8'],
      ['Привет', 'cp866'],
    ]);
    expect(paper.lines.filter((each) => each.kind === 'raster')).toHaveLength(1);
  });
});
