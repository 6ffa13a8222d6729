import { describe, expect, it } from 'vitest';
import { type Slip, type TextLine } from '../../virtual-printer/types.ts';
import { TM_M30, TM_T88 } from '../../virtual-printer/profiles.ts';
import { printOnDesk } from './bench.ts';
import { bytes, CUT } from './bytes.ts';
import type { BytePart } from './bytes.ts';
import { TICKET } from './ticket.ts';

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const LF = 0x0a;

const textLines = (slip: Slip): readonly TextLine[] => slip.lines.filter((line) => line.kind === 'text');
const print = (...parts: readonly BytePart[]): Slip => printOnDesk(bytes(...parts)).device.current;

describe('code pages', () => {
  // Each pair is one byte of the page and its character in the published table.
  it.each([
    [0, 0x82, 'é'],
    [0, 0xe1, 'ß'],
    [2, 0xd5, 'ı'],
    [3, 0x84, 'ã'],
    [4, 0x8d, '‗'],
    [5, 0x9d, 'Ø'],
    [13, 0xa6, 'Ğ'],
    [14, 0x98, 'α'],
    [15, 0xe1, 'α'],
    [16, 0x80, '€'],
    [16, 0xe9, 'é'],
    [17, 0x8f, 'П'],
    [17, 0xf0, 'Ё'],
    [18, 0x88, 'ł'],
    [18, 0xfd, 'ř'],
    [19, 0xd5, '€'],
    [33, 0xd1, 'č'],
    [34, 0xdd, 'П'],
    [35, 0x8b, 'Ð'],
    [36, 0x80, 'א'],
    [39, 0xb3, 'ł'],
    [40, 0xa4, '€'],
    [45, 0xb3, 'ł'],
    [46, 0xcf, 'П'],
    [47, 0xe1, 'α'],
    [48, 0xf0, 'ğ'],
    [49, 0xe0, 'א'],
    [50, 0xc7, 'ا'],
    [51, 0xe8, 'č'],
    [52, 0xd0, 'Đ'],
  ])('reads ESC t %i, byte %i as %s', (page, byte, char) => {
    const { device } = printOnDesk(bytes(ESC, 't', page, byte, LF));
    expect(device.current.text).toBe(char);
    expect(device.errors).toEqual([]);
  });

  it('goes back to page 437 with ESC @, and says which page each run was read with', () => {
    const slip = print(ESC, 't', 16, 0xe9, 'a', LF, ESC, '@', 0xe9, LF, 'x', ESC, 't', 17, 0x8f, LF);
    expect(slip.text).toBe('éa\nΘ\nxП');
    expect(textLines(slip).map((line) => line.runs.map((run) => run.codePage))).toEqual([
      ['windows-1252'],
      ['cp437'],
      ['cp437', 'cp866'],
    ]);
  });

  it('complains about a page that the model lacks and about bytes that a page leaves empty', () => {
    const { device } = printOnDesk(bytes(ESC, 't', 17, ESC, 't', 16, 0x81, LF), { codePages: [0, 16] });
    expect(device.errors.map((error) => error.message)).toEqual([
      'ESC t 17: TM-T20 has no such code page',
      'no character in windows-1252',
    ]);
    expect(device.current.text).toBe('\ufffd');
  });

  it('moves twelve characters with ESC R', () => {
    expect(print(ESC, 'R', 2, '{}|[]~', LF).text).toBe('äüöÄÜß');
    expect(print(ESC, 'R', 5, '$@', LF).text).toBe('¤É');
  });

  it('reads UTF-8 where the model has it, and takes two cells for wide characters', () => {
    const utf8 = new TextEncoder().encode('Zoë 喫茶');
    const { device } = printOnDesk(bytes(FS, '(C', 2, 0, 48, 2, utf8, LF), TM_M30);
    const [line] = textLines(device.current);
    expect(line?.text).toBe('Zoë 喫茶');
    expect(line?.runs.map((run) => run.dots)).toEqual([48, 48]);
    expect(device.errors).toEqual([]);
    expect(printOnDesk(bytes(FS, '(C', 2, 0, 48, 2)).device.errors[0]?.message).toBe(
      'FS ( C: TM-T20 has no UTF-8',
    );
  });

  it('refuses what a UTF-8 printer has no glyphs for', () => {
    const utf8 = new TextEncoder().encode('🌧سلام');
    const { device } = printOnDesk(bytes(FS, '(C', 2, 0, 48, 2, utf8, LF), TM_M30);
    expect(device.errors).toHaveLength(5);
  });

  it('reads kanji as JIS and as Shift-JIS', () => {
    const { device } = printOnDesk(
      bytes(FS, '&', 0x46, 0x7c, FS, '.', 'a', LF, FS, 'C', 1, FS, '&', 0x93, 0xfa, 0x8c, 0xea, 'b', LF),
      TM_M30,
    );
    expect(device.current.text).toBe('日a\n日語b');
    expect(device.errors).toEqual([]);
  });
});

describe('looks and places', () => {
  it('magnifies, emboldens, underlines and reverses', () => {
    const slip = print(
      GS,
      '!',
      0x12,
      ESC,
      'E',
      1,
      'Ab',
      ESC,
      'E',
      0,
      GS,
      '!',
      0,
      ESC,
      '-',
      2,
      'c',
      GS,
      'B',
      1,
      'd',
      LF,
    );
    const [line] = textLines(slip);
    expect(line?.runs).toMatchObject([
      { text: 'Ab', width: 2, height: 3, bold: true, x: 0, dots: 48 },
      { text: 'c', width: 1, height: 1, bold: false, underline: 2, x: 48 },
      { text: 'd', reversed: true, underline: 0, x: 60 },
    ]);
    expect(line?.heightDots).toBe(72);
  });

  it('sets everything at once with ESC !, and font B with ESC M', () => {
    const slip = print(ESC, '!', 0xb9, 'x', ESC, '!', 0, ESC, 'M', 49, 'y', LF);
    expect(textLines(slip)[0]?.runs).toMatchObject([
      { font: 'B', bold: true, width: 2, height: 2, underline: 1, dots: 18 },
      { font: 'B', bold: false, width: 1, height: 1, underline: 0, dots: 9 },
    ]);
  });

  it('aligns', () => {
    const slip = print(ESC, 'a', 1, 'ab', LF, ESC, 'a', 50, 'ab', LF);
    expect(textLines(slip).map((line) => [line.align, line.runs[0]?.x])).toEqual([
      ['center', 276],
      ['right', 552],
    ]);
    expect(slip.layout).toBe(`${' '.repeat(23)}ab\n${' '.repeat(46)}ab`);
  });

  it('does not align in the middle of a line', () => {
    expect(printOnDesk(bytes('a', ESC, 'a', 1, LF)).device.errors[0]?.message).toMatch(/middle of a line/);
  });

  it('tabs, jumps and margins', () => {
    const slip = print(
      'a',
      0x09,
      'b',
      LF,
      ESC,
      'D',
      4,
      20,
      0,
      0x09,
      'c',
      0x09,
      'd',
      LF,
      ESC,
      '$',
      120,
      0,
      'e',
      LF,
    );
    expect(textLines(slip).map((line) => line.runs.map((run) => run.x))).toEqual([[0, 96], [48, 240], [120]]);
    expect(textLines(slip)[0]?.text).toBe('a       b');
    const margins = print(GS, 'L', 24, 0, GS, 'W', 48, 0, 'abcde', LF);
    expect(textLines(margins).map((line) => [line.text, line.runs[0]?.x, line.wrapped])).toEqual([
      ['abcd', 24, true],
      ['e', 24, false],
    ]);
  });

  it.each([
    [48, {}],
    [42, TM_T88],
    [32, { dots: 384 }],
  ])('breaks after %i columns', (columns, profile) => {
    const { device } = printOnDesk(bytes('x'.repeat(columns + 1), LF, 'y'.repeat(columns), LF), profile);
    const lines = textLines(device.current);
    expect(lines.map((line) => [line.text.length, line.wrapped])).toEqual([
      [columns, true],
      [1, false],
      [columns, false],
    ]);
  });

  it('feeds by lines and by units', () => {
    const slip = print('a', ESC, 'd', 3, LF, ESC, 'J', 10, ESC, '3', 40, 'b', LF, ESC, '2', 'c', LF);
    expect(slip.text).toBe('a\n\n\n\nb\nc');
    expect(slip.lines.map((line) => line.heightDots)).toEqual([30, 60, 30, 10, 40, 30]);
    const halfDots = printOnDesk(
      bytes(ESC, '3', 60, 'a', LF, GS, 'P', 180, 180, ESC, '3', 60, 'a', LF),
      TM_T88,
    );
    expect(halfDots.device.current.lines.map((line) => line.heightDots)).toEqual([30, 60]);
  });

  it('loses a line that ESC @ finds unprinted, and says so', () => {
    const slip = print('lost', ESC, '@', 'kept', LF);
    expect(slip.text).toBe('kept');
    expect(slip.events[0]).toMatchObject({ kind: 'cleared', by: 'ESC @', droppedBytes: 4 });
  });
});

describe('the ticket of the design', () => {
  it('comes out whole, as it was meant, without a complaint', () => {
    const { device } = printOnDesk(TICKET);
    expect(device.errors).toEqual([]);
    const [slip] = device.slips;
    expect(slip?.whole).toBe(true);
    expect(slip?.text.split('\n').slice(0, 5)).toEqual([
      'HARBOUR STREET REPAIRS',
      '12 Harbour Street · 09 555 0100',
      '-'.repeat(48),
      'YOUR CLAIM                Mon 23 Nov 2026, 10:42',
      'HEL 1042 K',
    ]);
    expect(slip?.text).toContain('| heats up. Le café est déjà froid.');
    expect(slip?.qrCodes).toEqual(['HTTPS://K.EXAMPLE/C/HEL1042K?S=7F2KQ9']);
    expect(slip?.lengthMm).toBeCloseTo(175, 0);
  });
});

describe('nonsense', () => {
  it.each([
    ['an unknown escape', bytes('ab', ESC, 0x01, 'c', LF), 2, '61 62 [1b 01] 63 0a'],
    ['a control byte in text', bytes('ab', 0x07, 'c', LF), 2, '61 62 [07] 63 0a'],
    ['a row of NULs', bytes('a', 0, 0, 0, LF), 1, '61 [00 00 00] 0a'],
    ['a command that is not modelled', bytes(ESC, 'L'), 0, '[1b 4c]'],
    ['a parameter out of range', bytes(ESC, 'a', 9), 0, '[1b 61 09]'],
  ])('reports %s with its place', (_name, input, offset, context) => {
    const { errors } = printOnDesk(input).device;
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ offset, context });
  });

  it('swallows NULs on models that are flushed with them', () => {
    const { device } = printOnDesk(bytes('a', new Uint8Array(8192), ESC, '@'), { clears: false });
    expect(device.errors).toEqual([]);
    expect(device.ignoredNuls).toBe(8192);
  });

  it('reports print that a cut without feed leaves inside', () => {
    const { device } = printOnDesk(bytes('hello', LF, GS, 'V', 0));
    expect(device.errors[0]?.message).toMatch(/^the cut left 11\.\d mm of print inside the printer/);
    expect(printOnDesk(bytes('hello', LF, ESC, 'd', 4, GS, 'V', 0)).device.errors).toEqual([]);
  });

  it.each([
    [[GS, 'V', 0], 'full'],
    [[GS, 'V', 49], 'partial'],
    [[GS, 'V', 65, 0], 'full'],
    [[GS, 'V', 66, 10], 'partial'],
    [[GS, 'V', 103, 0], 'full'],
    [[GS, 'V', 104, 0], 'partial'],
    [[ESC, 'i'], 'partial'],
    [[ESC, 'm'], 'partial'],
  ] as const)('cuts with %j', (command, cut) => {
    const { device } = printOnDesk(bytes(ESC, 'd', 5, ...command));
    expect(device.slips[0]?.events).toContainEqual(expect.objectContaining({ kind: 'cut', cut }));
    expect(device.slips[0]?.whole).toBe(true);
  });

  it('begins a new slip after each cut', () => {
    const { device } = printOnDesk(bytes('one', LF, CUT, 'two', LF, CUT, 'three', LF));
    expect(device.slips.map((slip) => slip.text)).toEqual(['one', 'two']);
    expect(device.current.text).toBe('three');
  });
});
