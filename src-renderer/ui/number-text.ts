/** Arabic-Indic digits, as some keyboards type them, from zero. */
const EASTERN_DIGITS = '٠١٢٣٤٥٦٧٨٩';

/** Returns the whole number, zero or more, that a text says; NaN where it says none. */
export function readWhole(text: string): number {
  const digits = plain(text);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
}

/**
 * Returns the amount of money that a text says, in minor units of a currency with so many decimals; NaN where it says
 * none. A point and a comma both stand before the decimals.
 */
export function readAmount(text: string, decimals: number): number {
  const found = /^(\d{1,10})(?:[.,٫](\d*))?$/u.exec(plain(text));
  const fraction = found?.[2] ?? '';
  if (!found || fraction.length > decimals) return Number.NaN;
  return Number(`${found[1] ?? ''}${fraction.padEnd(decimals, '0')}`);
}

/** Returns an amount as it is typed: `20`, `20.50`; empty where there is none (NaN). */
export function writeAmount(minor: number, decimals: number): string {
  if (Number.isNaN(minor)) return '';
  const major = minor / 10 ** decimals;
  return Number.isInteger(major) ? String(major) : major.toFixed(decimals);
}

/** Returns a number as it is typed; empty where there is none (NaN). */
export function writeWhole(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

function plain(text: string): string {
  return text.trim().replaceAll(/[٠-٩]/gu, (digit) => String(EASTERN_DIGITS.indexOf(digit)));
}
