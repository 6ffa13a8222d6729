import { directionOf, messagesFor, type Messages } from '../../../resources/messages/catalogue.ts';
import { formatMoment } from '../../../resources/messages/format-time.ts';
import type { Instant, Zone } from '../../domain/brand.ts';
import { CODE_PAGES, type CodePage } from '../../domain/code-page.ts';
import type { Locale } from '../../domain/intake.ts';
import type { ConfirmedAbilities, PrinterProfile } from '../../domain/printer.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PaperLine } from './paper.ts';
import type { Slip } from './slip.ts';
import { wrap } from './wrap.ts';

/** What a numbered part of a test slip shows. */
export type TestSubject =
  /** Plain letters, and a line as wide as the paper. */
  | { readonly kind: 'width' }
  /** A sentence in one page, selected by the number that the profile has for it. */
  | { readonly kind: 'code-page'; readonly page: CodePage; readonly escT: number }
  | { readonly kind: 'utf8' }
  | { readonly kind: 'raster' }
  | { readonly kind: 'qr' }
  | { readonly kind: 'barcode' }
  | { readonly kind: 'cut' };

/** A numbered part of a test slip. */
export interface TestBlock {
  readonly number: number;
  readonly subject: TestSubject;
  /** What it is, in the language of the staff. */
  readonly title: string;
}

/** A slip that shows what a printer can do: sent without trusting its profile, and judged by eye. */
export interface TestSlip {
  readonly version: 1;
  readonly kind: 'test';
  readonly locale: Locale;
  readonly profile: PrinterProfile['id'];
  readonly heading: readonly string[];
  readonly blocks: readonly TestBlock[];
}

/** Whatever is kept with a print job. */
export type AnySlip = Slip | TestSlip;

/** A part of a test slip on paper: the heading, or one block with what it shows. */
export interface TestPart {
  readonly subject: TestSubject | null;
  readonly lines: readonly PaperLine[];
}

/**
 * A sentence for each page that reads otherwise in every other one: letters from both the halves in which pages of one
 * script differ.
 */
export const PAGE_SAMPLES: Readonly<Record<CodePage, string>> = {
  win1252: 'é ß ñ ð Þ – “5 €” œ',
  cp858: 'é ß ñ Á ½ ░ ø Õ',
  cp852: 'źdźbło ő Ž ř ░ đ',
  win1250: 'źdźbło – „ő” Ž ř đ',
  cp866: 'Ж Привет ░ мир Ё',
  win1251: 'Ж Привет – «мир» Ґ',
  win1253: 'Ω Ελληνικά – «ΐ»',
  cp737: 'Ω Ελληνικά ░ ϊ ώ',
  win1254: 'ş ğ ı İ – “Ö” Ş',
  win1257: 'ž ģ ų ē – „Õ” Ż',
};
/** Letters that no single page has together. */
const UTF8_SAMPLE = 'é Ł Ж Ω ş ž €';
/** Letters that printers have no fonts for. */
const DRAWN_SAMPLE = 'Ж Ω สวัสดี नमस्ते 你好';
const QR_SAMPLE = 'IYW:TEST';
const BARCODE_SAMPLE = 'TEST-1';

/** Returns the test slip of a printer: a block for each thing that its profile offers, numbered from 1. */
export function testSlip(given: {
  readonly profile: PrinterProfile;
  /** What staff call the printer. */
  readonly printerName: string;
  readonly locale: Locale;
  readonly at: Instant;
  readonly zone: Zone;
}): TestSlip {
  const { profile, locale } = given;
  const m = messagesFor(locale).testSlip;
  const model = [profile.maker, profile.model].filter(Boolean).join(' ');
  return {
    version: 1,
    kind: 'test',
    locale,
    profile: profile.id,
    heading: [m.title, `${given.printerName} · ${model}`, formatMoment(given.at, given.zone, locale), m.hint],
    blocks: subjectsOf(profile).map((subject, index) => ({
      number: index + 1,
      subject,
      title: titleOf(subject, m),
    })),
  };
}

/** Returns the test slip with one block and no heading: its picture is what this block should look like. */
export function onlyBlock(slip: TestSlip, number: number): TestSlip {
  return { ...slip, heading: [], blocks: slip.blocks.filter((block) => block.number === number) };
}

/**
 * Returns what staff saw, from the numbers that they ticked; `width` where the line across the paper is not right: then
 * the width or the profile is wrong, and the rest proves nothing.
 */
export function confirmedFrom(given: {
  readonly slip: TestSlip;
  readonly ticked: readonly number[];
  readonly at: Instant;
}): Result<ConfirmedAbilities, 'width'> {
  const seen = given.slip.blocks
    .filter((block) => given.ticked.includes(block.number))
    .map((block) => block.subject);
  const has = (kind: TestSubject['kind']): boolean => seen.some((subject) => subject.kind === kind);
  if (!has('width')) return err('width');
  return ok({
    at: new Date(given.at).toISOString(),
    profile: given.slip.profile,
    codePages: seen.flatMap((subject) => (subject.kind === 'code-page' ? [subject.page] : [])),
    utf8: has('utf8'),
    raster: has('raster'),
    qr: has('qr'),
    barcode: has('barcode'),
    cut: has('cut'),
  });
}

/** Returns the parts of a test slip for a width of paper in columns; a `copy` says so before anything else. */
export function layOutTestSlip(given: {
  readonly slip: TestSlip;
  readonly copy: number;
  readonly columns: number;
}): readonly TestPart[] {
  const { slip, copy, columns } = given;
  const direction = directionOf(slip.locale);
  const text = (words: string, bold = false): PaperLine[] =>
    wrap(words, columns).map((line) => ({
      kind: 'text',
      runs: [{ text: line, bold }],
      scale: 1,
      align: 'start',
      direction,
      bar: false,
      indent: 0,
    }));
  const copies = copy === 0 ? [] : [messagesFor(slip.locale).slip.copy(copy)];
  const heading = [...copies, ...slip.heading];
  return [
    ...(heading.length === 0
      ? []
      : [{ subject: null, lines: heading.flatMap((line, index) => text(line, index === 0)) }]),
    ...slip.blocks.map(({ number, title, subject }) => ({
      subject,
      lines: [
        { kind: 'rule', weight: 'thin' } as const,
        ...text(`${number}  ${title}`, true),
        ...samplesOf(subject, columns),
      ],
    })),
  ];
}

function subjectsOf(profile: PrinterProfile): TestSubject[] {
  const pages = CODE_PAGES.flatMap((page): TestSubject[] => {
    const escT = profile.codePages[page];
    return escT === undefined ? [] : [{ kind: 'code-page', page, escT }];
  });
  return [
    { kind: 'width' },
    ...pages,
    ...(profile.utf8 ? [{ kind: 'utf8' } as const] : []),
    { kind: 'raster' },
    ...(profile.qr ? [{ kind: 'qr' } as const] : []),
    ...(profile.barcode ? [{ kind: 'barcode' } as const] : []),
    ...(profile.cutter ? [{ kind: 'cut' } as const] : []),
  ];
}

function titleOf(subject: TestSubject, m: Messages['testSlip']): string {
  return subject.kind === 'code-page' ? m.codePage(subject.page.toUpperCase()) : m.titles[subject.kind];
}

function samplesOf(subject: TestSubject, columns: number): PaperLine[] {
  switch (subject.kind) {
    case 'width':
      return [sample('1234567890'.repeat(5).slice(0, columns))];
    case 'code-page':
      return [sample(PAGE_SAMPLES[subject.page])];
    case 'utf8':
      return [sample(UTF8_SAMPLE)];
    case 'raster':
      return [sample(DRAWN_SAMPLE)];
    case 'qr':
      return [{ kind: 'qr', data: QR_SAMPLE }];
    case 'barcode':
      return [{ kind: 'barcode', data: BARCODE_SAMPLE, moduleDots: 2 }];
    case 'cut':
      return [{ kind: 'cut' }];
  }
}

function sample(text: string): PaperLine {
  return {
    kind: 'text',
    runs: [{ text, bold: false }],
    scale: 1,
    align: 'start',
    direction: 'ltr',
    bar: false,
    indent: 0,
  };
}
