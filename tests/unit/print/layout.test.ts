import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenClaimNumber } from '../../../src-main/domain/claim-number.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import type { PaperLine, TextLine } from '../../../src-main/print/slip/paper.ts';
import { textColumns } from '../../../src-main/print/slip/printable.ts';
import type { Slip } from '../../../src-main/print/slip/slip.ts';
import { EXAMPLE_NUMBER, exampleSlip } from '../../fixtures/example-claim.ts';

const COLUMNS = [32, 42, 48] as const;
const everything = (): boolean => true;
const isText = (line: PaperLine): line is TextLine => line.kind === 'text';
const textOf = (line: TextLine): string => line.runs.map((run) => run.text).join('');
const widthOf = (line: TextLine): number =>
  line.indent +
  (line.bar || line.band === true ? 2 : 0) +
  (line.mark === undefined ? 0 : 3) +
  textColumns(textOf(line)) * line.scale;

function wordsOn(slip: Slip, columns: number): string {
  return layOut(slip, columns, everything)
    .lines.filter(isText)
    .filter((line) => line.bar)
    .map(textOf)
    .join('');
}

describe('layOut', () => {
  it.each(COLUMNS)('never sets a line wider than %i columns', (columns) => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom('en', 'ar'),
        (words, locale) => {
          fc.pre(words !== '');
          const slip = exampleSlip({ statement: words, locale: locale === 'ar' ? 'ar' : 'en' });
          for (const line of layOut(slip, columns, everything).lines) {
            if (isText(line)) expect(widthOf(line)).toBeLessThanOrEqual(columns);
          }
        },
      ),
    );
  });

  it.each(COLUMNS)(
    'prints the words whole on %i columns: nothing but spaces at line ends is missing',
    (columns) => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
          fc.pre(words !== '');
          const slip = exampleSlip({ statement: words, feelingWords: '', wishWords: '' });
          const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s/gu, '');
          expect(bare(wordsOn(slip, columns))).toBe(bare(words));
        }),
      );
    },
  );

  it('keeps the line breaks and the empty lines', () => {
    const slip = exampleSlip({ statement: 'one\n\ntwo\r\nthree\rfour', feelingWords: '', wishWords: '' });
    const lines = layOut(slip, 48, everything)
      .lines.filter(isText)
      .filter((line) => line.bar);
    expect(lines.map(textOf)).toEqual(['one', '', 'two', 'three', 'four']);
  });

  it('breaks at words, and inside one only where it is longer than a line', () => {
    const long = 'x'.repeat(70);
    const slip = exampleSlip({ statement: `it leaks ${long} badly`, feelingWords: '', wishWords: '' });
    const lines = layOut(slip, 32, everything)
      .lines.filter(isText)
      .filter((line) => line.bar);
    expect(lines.map(textOf)).toEqual([
      'it leaks',
      'x'.repeat(30),
      'x'.repeat(30),
      'x'.repeat(10) + ' badly',
    ]);
  });

  it('keeps Japanese punctuation off the start of a line', () => {
    const slip = exampleSlip({
      statement: 'あ'.repeat(15) + '。' + 'い'.repeat(3),
      feelingWords: '',
      wishWords: '',
    });
    const lines = layOut(slip, 32, everything)
      .lines.filter(isText)
      .filter((line) => line.bar);
    expect(lines.map(textOf)).toEqual(['あ'.repeat(14), 'あ。いいい']);
  });

  it('shows a control character by its name, never as itself', () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
    const slip = exampleSlip({ statement: `a${controls}\u007f\u009b` });
    const text = JSON.stringify(layOut(slip, 48, everything).lines);
    expect(text).toContain('[ESC]');
    // eslint-disable-next-line no-control-regex -- exactly these must not be there
    expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]|\\u00[01]/);
  });

  it('names what cannot be printed by its code point, never as «?», and says where the words are', () => {
    const slip = exampleSlip({ statement: 'rain 🌧️ here' });
    const lines = layOut(slip, 48, (grapheme) => /^[\x20-\x7e’·…]$/.test(grapheme))
      .lines.filter(isText)
      .map(textOf);
    expect(lines).toContain('rain [U+1F327] here');
    expect(lines.join(' ')).toContain(slip.notPrintable);
    const whole = layOut(exampleSlip({ statement: 'rain here' }), 48, everything)
      .lines.filter(isText)
      .map(textOf);
    expect(whole.join(' ')).not.toContain(slip.notPrintable);
  });

  it('reads every paragraph its own way', () => {
    const slip = exampleSlip({ statement: 'English first\nثم العربية\n12', feelingWords: '', wishWords: '' });
    const lines = layOut(slip, 48, everything)
      .lines.filter(isText)
      .filter((line) => line.bar);
    expect(lines.map((line) => line.direction)).toEqual(['ltr', 'rtl', 'ltr']);
  });

  it('sets the due time bold, also where it falls on two lines', () => {
    const slip = exampleSlip({ statement: 'x' });
    for (const columns of COLUMNS) {
      const bold = layOut(slip, columns, everything)
        .lines.filter(isText)
        .filter((line) => line.indent === 3)
        .flatMap((line) => line.runs.filter((run) => run.bold).map((run) => run.text.trim()));
      expect(bold.join(' ')).toContain('Tue 24 Nov, 17:00');
    }
  });

  it('puts the claim number into the first lines, as large as it fits', () => {
    const slip = exampleSlip({ statement: 'x' });
    const lines = layOut(slip, 32, everything).lines;
    const place = lines.findIndex(
      (line) => isText(line) && textOf(line) === spokenClaimNumber(EXAMPLE_NUMBER),
    );
    expect(place).toBeGreaterThan(-1);
    expect(place).toBeLessThan(8);
    expect(lines[place]).toMatchObject({ scale: 3 });
  });

  it('cannot be reordered by a right-to-left override in what was tried', () => {
    const slip = exampleSlip({ statement: 'x', tried: 'reset \u202e gnitset' });
    const line = layOut(slip, 48, everything)
      .lines.filter(isText)
      .map(textOf)
      .find((text) => text.includes('reset'));
    expect(line).toBe('\u2068reset \u202e gnitset\u2069: did not help');
  });
});
