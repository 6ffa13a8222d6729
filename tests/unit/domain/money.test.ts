import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney } from '../../../resources/messages/format-money.ts';
import { agreedEstimate, AMOUNT_MAX, minutesOf } from '../../../src-main/domain/charge.ts';
import { LOCALES } from '../../../src-main/domain/intake.ts';
import { amountOf, minorDigits } from '../../../src-main/domain/money.ts';

const CURRENCIES = ['EUR', 'JPY', 'KWD'] as const;
const MARKS = ['.', ',', '٫'] as const;
const ZEROS = [0x30, 0x660, 0x6f0] as const;

test('a currency has the digits that it has', () => {
  expect(CURRENCIES.map(minorDigits)).toEqual([2, 0, 3]);
});

test('an amount is read as it was written: with any decimal sign, in any of the digits, in any currency', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: AMOUNT_MAX }),
      fc.constantFrom(...CURRENCIES),
      fc.constantFrom(...MARKS),
      fc.constantFrom(...ZEROS),
      fc.constantFrom('', ' ', '\t'),
      (minor, currency, mark, zero, space) => {
        const digits = minorDigits(currency);
        const written = (minor / 10 ** digits).toFixed(digits).replace('.', mark);
        const typed = written.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
        expect(amountOf(`${space}${typed}${space}`, currency)).toBe(minor);
      },
    ),
  );
});

test('what is shown is what was read', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99_999 }), fc.constantFrom(...CURRENCIES), (minor, currency) => {
      for (const locale of LOCALES) {
        const shown = formatMoney({ minor, currency }, locale).replace(/[^\d.]/g, '');
        expect(amountOf(shown.replace(/^\.+|\.+$/g, ''), currency)).toBe(minor);
      }
    }),
  );
});

test.each([
  ['', 'EUR'],
  ['.50', 'EUR'],
  ['5.', 'EUR'],
  ['-5', 'EUR'],
  ['+5', 'EUR'],
  ['€5', 'EUR'],
  ['1 000', 'EUR'],
  ['1,000.00', 'EUR'],
  ['1.234', 'EUR'],
  ['1.5', 'JPY'],
  ['1.2345', 'KWD'],
  ['1e3', 'EUR'],
  ['10000000.01', 'EUR'],
  ['99999999999999', 'EUR'],
  ['five', 'EUR'],
])('%j is not surely an amount of %s, and is not taken for one', (typed, currency) => {
  expect(amountOf(typed, currency)).toBeNull();
});

test('fewer decimals than the currency has are no mistake', () => {
  expect([amountOf('12', 'EUR'), amountOf('12,5', 'EUR'), amountOf('1,5', 'KWD')]).toEqual([
    1_200, 1_250, 1_500,
  ]);
});

test('minutes are whole and at least one', () => {
  expect(['35', ' ٣٥ ', '10000'].map(minutesOf)).toEqual([35, 35, 10_000]);
  expect(['', '0', '1.5', '-1', '10001', 'an hour'].map(minutesOf)).toEqual(Array(6).fill(null));
});

test('a no to more leaves the yes to less', () => {
  const said = (version: number, answer: 'yes' | 'no' | null) => ({ version, answer });
  expect(agreedEstimate([said(1, 'no'), said(2, null)])).toBeNull();
  expect(agreedEstimate([said(1, 'yes'), said(2, 'yes'), said(3, 'no'), said(4, null)])?.version).toBe(2);
});
