import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { crop, toBitmap } from '../../../../src-main/print/draw/bitmap.ts';
import { drawLine, LINE_HEIGHT } from '../../../../src-main/print/draw/draw-line.ts';
import { drawPaper } from '../../../../src-main/print/draw/draw-paper.ts';
import { canPrint } from '../../../../src-main/print/draw/fonts.ts';
import { drawable, measureDrawn, setLine } from '../../../../src-main/print/draw/typeset.ts';
import { encode } from '../../../../src-main/print/encode/encode.ts';
import { hanShapes } from '../../../../src-main/domain/han.ts';
import { layOut } from '../../../../src-main/print/slip/layout.ts';
import type { TextLine } from '../../../../src-main/print/slip/paper.ts';
import { wrap } from '../../../../src-main/print/slip/wrap.ts';
import { measuredSlip } from '../../../fixtures/measured-slip.ts';
import { STATEMENTS } from '../../../fixtures/statements.ts';

const OVERRIDES = /[\u202C-\u202E]/gu;

function line(text: string, more: Partial<TextLine> = {}): TextLine {
  const runs = [{ text, bold: false }];
  return { kind: 'text', runs, scale: 1, align: 'start', direction: 'ltr', bar: false, indent: 0, ...more };
}

/** The words of a line as they stand from left to right; each piece is read its own way. */
function visual(text: string, more: Partial<TextLine> = {}): string[] {
  const { direction, context } = line(text, more);
  return setLine([{ text, bold: false }], { direction, scale: 1, han: undefined, context })
    .pieces.map((piece) => (piece.font === undefined ? ' ' : drawable(piece).replaceAll(OVERRIDES, '')))
    .filter((piece) => piece !== ' ');
}

describe('canPrint', () => {
  it.each([
    'é',
    'ệ',
    '漢',
    '한',
    'ﷺ',
    'க்ஷ',
    '👨‍👩‍👧‍👦',
    '🏳️‍🌈',
    '👍🏽',
    '🇫🇮',
    '1️⃣',
    '🌧️',
    '\u0301',
    'a\u0363',
    '☀',
    '𝑥',
  ])('finds ink for %s', (grapheme) => {
    expect(canPrint(grapheme)).toBe(true);
  });

  it('finds none for what no font here has, whatever fonts the machine has', () => {
    for (const grapheme of ['\u{13000}', '\uE000', '\u{10FFFD}', '\uD83D', '\u{1D11E}']) {
      expect(canPrint(grapheme)).toBe(false);
    }
  });
});

describe('wrap', () => {
  it('breaks Thai, Khmer, Lao and Burmese between words, not inside them', () => {
    for (const id of ['th', 'km', 'lo', 'my']) {
      const text = (STATEMENTS.find((statement) => statement.id === id)?.text ?? '').replaceAll(' ', '');
      const words = new Set([0]);
      for (const { index } of new Intl.Segmenter('und', { granularity: 'word' }).segment(text))
        words.add(index);
      let at = 0;
      for (const part of wrap(text, 30)) {
        expect(words).toContain(at);
        at += part.length;
      }
      expect(at).toBe(text.length);
    }
  });

  it('never breaks inside a grapheme', () => {
    const text = '🏳️‍🌈'.repeat(40);
    for (const part of wrap(text, 9)) expect(part.replaceAll('🏳️‍🌈', '')).toBe('');
  });
});

describe('the order of letters', () => {
  it('is that of the paragraph, also where a line begins inside an override', () => {
    const paragraph = 'one \u202Etwo three';
    expect(visual('three', { context: { paragraph, start: 9 } })).toEqual(['three']);
    const { pieces } = setLine([{ text: 'three', bold: false }], {
      direction: 'ltr',
      scale: 1,
      han: undefined,
      context: { paragraph, start: 9 },
    });
    expect(pieces[0]?.level).toBe(1);
  });

  it('keeps the brackets of English inside Hebrew, also where they close on another line', () => {
    const paragraph = 'שלום Lumo (model SN-44) עוד';
    const start = paragraph.indexOf('SN');
    expect(visual('SN-44) עוד', { direction: 'rtl', context: { paragraph, start } })).toEqual([
      'עוד',
      'SN-44)',
    ]);
  });

  it('sets digits in Arabic left to right', () => {
    expect(visual('دفعت 349 يورو', { direction: 'rtl' })).toEqual(['يورو', '349', 'دفعت']);
  });
});

describe('a drawn line', () => {
  it('is as high as its letters need, so that no stack of marks is cut', () => {
    const plain = drawLine(line('ก'), 48, undefined);
    const towers = drawLine(line('Z' + '\u0351'.repeat(12)), 48, undefined);
    expect(plain.height).toBe(LINE_HEIGHT);
    expect(towers.height).toBeGreaterThan(LINE_HEIGHT);
  });

  it('never grows beyond a band, whatever is piled up', () => {
    expect(drawLine(line('Z' + '\u0351'.repeat(3000)), 48, undefined).height).toBeLessThanOrEqual(255);
  });

  it('is cropped to its ink', () => {
    const { bitmap, above, below } = crop(toBitmap(drawLine(line('日本'), 48, 'jp')), 'right');
    expect(bitmap?.rowBytes).toBeLessThanOrEqual(6);
    expect(above + below + (bitmap?.height ?? 0)).toBe(LINE_HEIGHT);
    expect(bitmap?.height).toBeLessThan(24);
  });

  it('has no dot where there is nothing to draw', () => {
    expect(crop(toBitmap(drawLine(line('\u200B'), 48, undefined)), 'both').bitmap).toBeUndefined();
  });
});

describe('hanShapes', () => {
  it.each([
    ['コーヒーが漏れる', 'jp'],
    ['机器坏了，请维修', 'sc'],
    ['機器壞了，請維修', 'tc'],
    ['커피 漢字', 'kr'],
    ['coffee', undefined],
  ] as const)('of %s are %s', (text, shapes) => {
    expect(hanShapes(text)).toBe(shapes);
  });
});

describe('20,000 characters of Japanese', () => {
  it('become bytes and a picture, however long the paper is', () => {
    const text = (STATEMENTS.find(({ id }) => id === 'ja')?.text ?? '').repeat(200).slice(0, 20_000);
    const layout = layOut(measuredSlip(text), 32, canPrint, measureDrawn);
    expect(encode(layout).length).toBeLessThan(1_700_000);
    const { width, height } = PNG.sync.read(drawPaper(layout));
    expect(width).toBe(32 * 12 + 48);
    expect(height).toBeGreaterThan(32_767);
  }, 60_000);
});
