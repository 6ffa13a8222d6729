import type { Locale } from '../../src-main/domain/intake.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Returns how long something took in the unit that says it best, with one digit after the point at most: `3.5 hours`. */
export function formatDuration(ms: number, locale: Locale): string {
  if (ms < HOUR_MS) return inUnit(Math.round(ms / MINUTE_MS), 'minute', locale, 0);
  // Two days and less are felt in hours.
  if (ms < 2 * DAY_MS) return inUnit(ms / HOUR_MS, 'hour', locale, 1);
  return inUnit(ms / DAY_MS, 'day', locale, 1);
}

function inUnit(value: number, unit: string, locale: Locale, digits: number): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : `${locale}-u-nu-latn`, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: digits,
  }).format(value);
}
