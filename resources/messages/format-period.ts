import type { Locale } from '../../src-main/domain/intake.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(date: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  let found = formatters.get(key);
  if (found === undefined) {
    // Latin digits in every language, as for times; the date is the store's own already.
    const name = locale === 'en' ? 'en-GB' : `${locale}-u-nu-latn`;
    found = new Intl.DateTimeFormat(name, { ...options, timeZone: 'UTC' });
    formatters.set(key, found);
  }
  return found.format(new Date(`${date}T00:00:00Z`));
}

/** Returns the first day (`YYYY-MM-DD`) of a week, or its month, as short as an axis needs it: `16 Nov`, `Nov 26`. */
export function formatPeriodShort(date: string, unit: 'week' | 'month', locale: Locale): string {
  return unit === 'week'
    ? format(date, locale, { day: 'numeric', month: 'short' })
    : format(date, locale, { month: 'short', year: '2-digit' });
}

/** Returns the first day of a week, or its month, with the year: `16 Nov 2026`, `November 2026`. */
export function formatPeriod(date: string, unit: 'week' | 'month', locale: Locale): string {
  return unit === 'week'
    ? format(date, locale, { day: 'numeric', month: 'short', year: 'numeric' })
    : format(date, locale, { month: 'long', year: 'numeric' });
}
