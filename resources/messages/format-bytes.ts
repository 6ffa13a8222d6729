import type { Locale } from '../../src-main/domain/intake.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const STEP = 1_000;

/** Returns so many bytes in the unit that says it best, with one digit after the point at most: `3.5 GB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const index = UNITS.findIndex((_, at) => bytes < STEP ** (at + 2));
  const place = index < 0 ? UNITS.length - 1 : index;
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : `${locale}-u-nu-latn`, {
    style: 'unit',
    unit: UNITS[place],
    unitDisplay: 'short',
    maximumFractionDigits: place === 0 ? 0 : 1,
  }).format(bytes / STEP ** (place + 1));
}
