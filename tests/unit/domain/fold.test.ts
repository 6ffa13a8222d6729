import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, serialKey } from '../../../src-main/domain/fold.ts';

test.each([
  ['Descale  it', ' descale it.'],
  ['Café', 'CAFE\u0301'],
  ['Straße', 'STRAßE'],
  ['İzmir', 'izmir'],
  ['إزالة التَّرسّبات', 'ازالة الترسبات'],
  ['تنظيف', 'تنـــظيف'],
  ['Ｄｅｓｃａｌｅ', 'descale'],
])('«%s» is the same as «%s»', (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

test.each([
  ['new fuse', 'new pump'],
  ['reset 1', 'reset 2'],
])('«%s» is not «%s»', (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other));
});

const word = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 30 });

test('what is folded once stays as it is, whatever the case, the spaces and the marks were', () => {
  fc.assert(
    fc.property(word, (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(foldText(`  ${text}\n`)).toBe(folded);
      expect(foldText(text.normalize('NFD'))).toBe(folded);
      expect(foldText(text.normalize('NFC'))).toBe(folded);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcxyzäöéñ 129'), maxLength: 20 }), (text) => {
      expect(foldText(text.toUpperCase())).toBe(foldText(text));
    }),
  );
});

test('a serial number is compared without case and the spaces around it', () => {
  expect(serialKey(' Sn-44 12 ')).toBe('sn-44 12');
  expect(serialKey('')).toBe('');
});
