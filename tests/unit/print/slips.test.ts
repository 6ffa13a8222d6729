import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimNumber, spokenClaimNumber, storeCode } from '../../../src-main/domain/claim-number.ts';
import { EXPECTATION_KINDS } from '../../../src-main/domain/expectation.ts';
import { LOCALES } from '../../../src-main/domain/intake.ts';
import { blank, toBitmap } from '../../../src-main/print/draw/bitmap.ts';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { paintMark } from '../../../src-main/print/draw/marks.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { asCopy } from '../../../src-main/print/slip/copy.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import { paperText, type PaperLine, type TextLine } from '../../../src-main/print/slip/paper.ts';
import { textColumns } from '../../../src-main/print/slip/printable.ts';
import { resolutionSlip } from '../../../src-main/print/slip/resolution-slip.ts';
import type { Block, Slip } from '../../../src-main/print/slip/slip.ts';
import { storeCopy } from '../../../src-main/print/slip/store-copy.ts';
import { updateSlip } from '../../../src-main/print/slip/update-slip.ts';
import {
  EXAMPLE_NOW,
  EXAMPLE_NUMBER,
  EXAMPLE_SECRET,
  EXAMPLE_SETTINGS,
  exampleIntake,
} from '../../fixtures/example-claim.ts';
import { EXAMPLE_KINDS, exampleOf } from '../../fixtures/example-slips.ts';
import { sendBytes } from '../../fixtures/send-bytes.ts';
import { CAREFUL_58, TM_T20, TM_T88 } from '../../virtual-printer/profiles.ts';
import type { PaperLine as PrintedLine } from '../../virtual-printer/types.ts';
import { startVirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

const COLUMNS = [32, 42, 48] as const;
const PROFILES = { 32: CAREFUL_58, 42: TM_T88, 48: TM_T20 };
const { store } = EXAMPLE_SETTINGS;
const everything = (): boolean => true;
const textOn = (slip: Slip, columns = 48): string => paperText(layOut(slip, columns, everything));
const isText = (line: PaperLine): line is TextLine => line.kind === 'text';
const textOf = (line: TextLine): string => line.runs.map((run) => run.text).join('');

function columnsOf(line: PaperLine): number {
  if (line.kind === 'pair') return line.indent + textColumns(`${line.start.text} ${line.end.text}`);
  if (line.kind !== 'text') return 0;
  const beside = line.indent + (line.bar || line.band === true ? 2 : 0) + (line.mark === undefined ? 0 : 3);
  return beside + textColumns(textOf(line)) * line.scale;
}

const update = {
  locale: 'en',
  number: EXAMPLE_NUMBER,
  secret: EXAMPLE_SECRET,
  at: EXAMPLE_NOW,
  since: EXAMPLE_NOW,
  news: 'We opened it.',
  plan: null,
  changed: [],
  wrongs: [],
  lent: [],
  expectations: [],
  nextUpdateDue: EXAMPLE_NOW,
  store,
} as const;

const resolution = {
  locale: 'en',
  number: EXAMPLE_NUMBER,
  secret: EXAMPLE_SECRET,
  at: EXAMPLE_NOW,
  done: 'We looked at it.',
  charges: [],
  researchMinutes: 0,
  goodwill: [],
  wrongs: [],
  lent: [],
  ending: { kind: 'no-agreement', reason: 'They want a refund.', at: EXAMPLE_NOW },
  feltAtStart: { face: null, words: '' },
  feltAtEnd: { face: null, words: '' },
  store,
} as const;

describe.each(EXAMPLE_KINDS)('a slip: %s', (kind) => {
  it.each(LOCALES)('in %s has no line wider than the paper', (locale) => {
    for (const columns of COLUMNS) {
      for (const line of layOut(exampleOf(kind, locale), columns, everything).lines) {
        expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      }
    }
  });

  it.each(COLUMNS)(
    'comes out of a printer of %i columns whole, each line in its own style',
    async (columns) => {
      const printer = await startVirtualPrinter({ profile: PROFILES[columns] });
      const layout = layOut(asCopy(exampleOf(kind, 'en'), 1), columns, canPrint);
      await sendBytes(printer, encode(layout));
      const paper = await printer.waitForSlip(1);
      printer.assertClean();
      await printer.close();
      expect(paper.whole).toBe(true);
      expect(paper.text).toContain('COPY 1');
      const rows = paper.lines.filter((line) => line.kind === 'text');
      // Rules are rows of spaces: what else is underlined has the style that a rule left behind.
      const printed = rows.filter((row) => row.text.trim() !== '').map(styleOfRow);
      const meant = layout.lines.flatMap((line) =>
        line.kind === 'text' || line.kind === 'pair' ? [styleOfLine(line)] : [],
      );
      expect(printed).toEqual(meant);
    },
  );
});

it('codes leave the lines below them at the edge', async () => {
  const line: Block = { kind: 'line', parts: [{ voice: 'shop', text: 'below' }], indent: false };
  const code: Block = { kind: 'code', data: 'IYW', lines: [] };
  const barcode: Block = { kind: 'barcode', data: EXAMPLE_NUMBER };
  const slip: Slip = { ...exampleOf('ticket', 'en'), blocks: [code, line, barcode, line] };
  const printer = await startVirtualPrinter({ profile: TM_T20 });
  await sendBytes(printer, encode(layOut(slip, 48, canPrint)));
  const { lines } = await printer.waitForSlip(1);
  await printer.close();
  const below = lines.filter((row) => row.kind === 'text');
  expect(below.map((row) => [row.text, row.align])).toEqual([
    ['below', 'left'],
    ['below', 'left'],
  ]);
});

interface RowStyle {
  readonly align: string;
  readonly looks: readonly string[];
}

const look = (scale: number, bold: boolean, reversed: boolean, underlined: boolean): string =>
  [scale, bold && 'bold', reversed && 'reversed', underlined && 'underlined'].filter(Boolean).join(' ');

/** How the letters of a row look; spaces beside them may look otherwise. */
function styleOfRow({ runs, align }: Extract<PrintedLine, { kind: 'text' }>): RowStyle {
  const inked = runs.filter((run) => run.text.replaceAll('|', '').trim() !== '');
  const looks = inked.map((run) => look(run.width, run.bold, run.reversed, run.underline > 0));
  return { align, looks: [...new Set(looks)] };
}

function styleOfLine(line: Extract<PaperLine, { kind: 'text' | 'pair' }>): RowStyle {
  const { runs, scale, band, align } =
    line.kind === 'pair'
      ? ({ runs: [line.start, line.end], scale: 1, band: false, align: 'start' } as const)
      : line;
  const inked = runs.filter((run) => run.text.trim() !== '');
  const looks = inked.map((run) => look(scale, run.bold, band === true, false));
  return { align: align === 'center' ? 'center' : 'left', looks: [...new Set(looks)] };
}

describe('the claim number', () => {
  it.each([
    ['HEL', 1042, 32, 3],
    ['HEL', 1042, 48, 4],
    ['HEL', 999_999_999, 48, 3],
    ['HELSNK', 1_042, 32, 2],
  ] as const)('%s %i on %i columns is %i times as large', (code, running, columns, scale) => {
    const number = claimNumber(storeCode(code) ?? store.code, running);
    const lines = layOut(exampleOf('ticket', 'en', number), columns, everything).lines.filter(isText);
    expect(lines.find((line) => textOf(line) === spokenClaimNumber(number))).toMatchObject({ scale });
  });

  it('is whole and at least double on any paper, however long', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/),
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.constantFrom(...COLUMNS),
        (code, running, columns) => {
          const number = claimNumber(storeCode(code) ?? store.code, running);
          const { lines } = layOut(exampleOf('item-label', 'en', number), columns, everything);
          const large = lines
            .filter(isText)
            .slice(0, 3)
            .filter((line) => line.scale > 1);
          const said = large.map(textOf).join(' ');
          expect(said.startsWith(spokenClaimNumber(number))).toBe(true);
          for (const line of large) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });
});

describe('the four kinds of expectation', () => {
  it('come out of a printer with the marks that the screen shows, in their order', async () => {
    const printer = await startVirtualPrinter({ profile: TM_T20 });
    await sendBytes(printer, encode(layOut(exampleOf('ticket', 'en'), 48, canPrint)));
    const paper = await printer.waitForSlip(1);
    await printer.close();
    const printed = paper.lines.flatMap((line) => (line.kind === 'text' ? line.images : []));
    const drawn = EXPECTATION_KINDS.map((kind) => {
      const greys = blank(24, 24);
      paintMark(greys, kind, { left: 0, top: 0 });
      return toBitmap(greys);
    });
    expect(printed.map(({ bitmap }) => [bitmap.width, bitmap.height, ...bitmap.data])).toEqual(
      drawn.map(({ width, height, data }) => [width, height, ...data]),
    );
    expect(new Set(drawn.map(({ data }) => data.join())).size).toBe(4);
  });
});

describe('the store copy', () => {
  it('has everything for the shop, in its language, and never the secret', () => {
    const intake = exampleIntake({ statement: 'تسرّب الماء', locale: 'ar', wishWords: 'قهوة' });
    const slip = storeCopy({
      intake,
      number: EXAMPLE_NUMBER,
      takenAt: EXAMPLE_NOW,
      promises: [
        { kind: 'next-update', text: 'سنتصل بك', owner: 'Mika', due: EXAMPLE_NOW },
        { kind: 'expectation', text: 'آلتك جاهزة', owner: 'Jonas', due: EXAMPLE_NOW },
      ],
      store,
    });
    const text = textOn(slip);
    for (const part of [
      'تسرّب الماء',
      'قهوة',
      'SN-44-12',
      'Descaling, twice',
      '040 555 0142',
      'Owner: Jonas',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('To be in touch, even if there is no news');
    expect(text).toContain('آلتك جاهزة');
    expect(JSON.stringify(slip)).not.toMatch(/7F3.?KQ9/);
  });

  it('says how to reach a customer who gave nothing', () => {
    const intake = {
      ...exampleIntake({ statement: 'x' }),
      contact: { name: '', phone: '', email: '', way: null },
    };
    const slip = storeCopy({ intake, number: EXAMPLE_NUMBER, takenAt: EXAMPLE_NOW, promises: [], store });
    expect(textOn(slip)).toContain('They come by with the ticket.');
  });
});

describe('the item label', () => {
  it('is short whatever was said, and tells nobody’s family name or phone', () => {
    const label = exampleOf('item-label', 'en');
    const long = layOut(label, 32, everything).lines.length;
    expect(long).toBeLessThan(14);
    const text = textOn(label);
    expect(text).toContain('Aino');
    expect(text).not.toContain('040');
    expect(text).toMatch(/every time it…/);
  });
});

describe('the update slip', () => {
  it('says that there is no plan, and by when there is news', () => {
    const text = textOn(updateSlip(update));
    expect(text).toContain('We don’t have a plan yet.');
    expect(text).toContain('Mon 23 Nov, 10:42');
    expect(text).not.toContain('WHAT WE GOT WRONG');
  });

  it('shows the date that was promised beside the new one, and whose mistake it is', () => {
    const text = textOn(exampleOf('update', 'en'));
    expect(text).toMatch(
      /It was +Tue 24 Nov, 17:00\n *It is now +Thu 26 Nov, 17:00\n *The delay is our mistake\./,
    );
    expect(text.indexOf('WHAT WE GOT WRONG')).toBeLessThan(text.indexOf('THE PLAN'));
  });

  it('says what the customer has of ours and when it is to be back, and nothing where it is nothing', () => {
    expect(textOn(exampleOf('update', 'en'))).toMatch(
      /LENT TO YOU\n *Filter coffee maker L-04\n.*FC-2231-L\n *With you since +Tue 24 Nov\n *Back with us by +Sat 28 Nov, 17:00/,
    );
    expect(textOn(updateSlip(update))).not.toContain('LENT TO YOU');
  });

  it('cannot be reordered by what somebody of the staff wrote', () => {
    const lines = layOut(updateSlip({ ...update, news: 'reset \u202e gnitset' }), 48, everything).lines;
    expect(lines.filter(isText).map(textOf)).toContain('\u2068reset \u202e gnitset\u2069');
  });
});

describe('the resolution slip', () => {
  it('adds up what it cost, and never puts a price on looking', () => {
    const text = textOn(exampleOf('resolution', 'en'));
    expect(text).toMatch(/Finding the cause, 45 minutes +no charge\n *Total +€42\.50/);
    expect(text).toContain('worth €9.00');
    expect(textOn(resolutionSlip(resolution))).toMatch(/WHAT IT COST\n *Finding the cause +no charge\n/);
  });

  it('adds up each currency by itself', () => {
    const price = (minor: number, currency: string) =>
      ({ kind: 'part', what: 'seal', price: { minor, currency } }) as const;
    const charges = [price(1250, 'EUR'), price(300, 'JPY'), price(50, 'EUR')];
    const text = textOn(resolutionSlip({ ...resolution, charges }));
    expect(text).toMatch(/Total +€13\.00/);
    expect(text).toMatch(/Total +JP¥300/);
  });

  it('says of everything that was lent whether it came back, or is still with the customer and due', () => {
    const text = textOn(exampleOf('resolution', 'en'));
    expect(text).toMatch(/L-04\n.*FC-2231-L\n *With you since +Tue 24 Nov\n *You gave it back +Thu 26 Nov\n/);
    expect(text).toMatch(/grinder.*\n *With you since +Tue 24 Nov\n *Back with us by +Sat 28 Nov, 17:00\n/);
    expect(textOn(resolutionSlip(resolution))).not.toContain('LENT TO YOU');
  });

  it('says that it was closed without agreement, and why', () => {
    const text = textOn(resolutionSlip(resolution));
    expect(text).toContain('Closed without agreement.');
    expect(text).toContain('The reason: They want a refund.');
    expect(text).not.toContain('HOW YOU FELT');
  });
});

describe('the day report', () => {
  it('has the day’s figures and the head of the record, and no claim’s number', () => {
    const slip = exampleOf('day-report', 'en');
    expect(slip.number).toBeNull();
    const text = textOn(slip);
    expect(text).toMatch(/Claims taken +23/);
    expect(text).toMatch(/2 times +€54\.00/);
    expect(text).toContain('3f2a 9c01 77be 4d10');
  });
});
