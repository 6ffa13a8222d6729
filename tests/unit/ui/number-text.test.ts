import { describe, expect, it } from 'vitest';
import { readAmount, readWhole, writeAmount, writeWhole } from '../../../src-renderer/ui/number-text.ts';

describe('a whole number', () => {
  it.each([
    ['30', 30],
    [' 0 ', 0],
    ['٤٥', 45],
    ['', Number.NaN],
    ['-1', Number.NaN],
    ['1.5', Number.NaN],
    ['30 s', Number.NaN],
    ['1e3', Number.NaN],
  ])('«%s» is %s', (text, value) => {
    expect(readWhole(text)).toBe(value);
  });

  it('that is none is written as nothing', () => {
    expect(writeWhole(Number.NaN)).toBe('');
    expect(writeWhole(0)).toBe('0');
  });
});

describe('an amount of money', () => {
  it.each([
    ['20', 2, 2_000],
    ['20.5', 2, 2_050],
    ['20,05', 2, 2_005],
    ['٢٠٫٥', 2, 2_050],
    ['0', 2, 0],
    ['300', 0, 300],
    ['1.234', 3, 1_234],
    ['20.505', 2, Number.NaN],
    ['300.5', 0, Number.NaN],
    ['.5', 2, Number.NaN],
    ['-3', 2, Number.NaN],
    ['a lot', 2, Number.NaN],
  ])('«%s» with %i decimals is %s', (text, decimals, minor) => {
    expect(readAmount(text, decimals)).toBe(minor);
  });

  it('is read again as it was written', () => {
    for (const decimals of [0, 2, 3]) {
      for (const minor of [0, 1, 10, 99, 100, 2_050, 1_000_000_000])
        expect(readAmount(writeAmount(minor, decimals), decimals)).toBe(minor);
    }
    expect(writeAmount(Number.NaN, 2)).toBe('');
  });
});
