import { AMOUNT_MAX } from './charge.ts';
import { latinDigits } from './latin-digits.ts';

/** An amount of money. */
export interface Money {
  /** In the currency's smallest unit: cents, pence, yen. A whole number, below zero for what comes back. */
  readonly minor: number;
  /** ISO 4217, for example `EUR`. */
  readonly currency: string;
}

/** Returns the sums of amounts, one for each currency, in the order in which the currencies first come. */
export function sums(amounts: readonly Money[]): Money[] {
  const totals = new Map<string, number>();
  for (const { minor, currency } of amounts) {
    if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no whole number of minor units`);
    totals.set(currency, (totals.get(currency) ?? 0) + minor);
  }
  return Array.from(totals, ([currency, minor]) => ({ minor, currency }));
}

/** Returns how many digits of an amount stand after its decimal point: 2 for euros, 0 for yen, 3 for dinars. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Digits, and what parts them from the smaller unit: a point, a comma or the Arabic decimal sign. */
const AMOUNT = /^(\d{1,12})(?:[.,\u066b](\d+))?$/;
/**
 * Returns an amount that somebody typed, in minor units of the currency; null where it is none, or not surely one.
 * Groups of thousands are not taken: `1,234` would be a thousand to one and a little to another.
 */
export function amountOf(typed: string, currency: string): number | null {
  const [, whole, fraction = ''] = AMOUNT.exec(latinDigits(typed.trim())) ?? [];
  const digits = minorDigits(currency);
  if (whole === undefined || fraction.length > digits) return null;
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return minor <= AMOUNT_MAX ? minor : null;
}
