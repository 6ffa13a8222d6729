import type { Instant, Zone } from '../../src-main/domain/brand.ts';
import type { Locale } from '../../src-main/domain/intake.ts';

/** Has every day that a year can have. */
const A_LEAP_YEAR = 2000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using it, and a claim is composed inside its transaction. */
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  let found = formatters.get(key);
  if (found === undefined) {
    // Latin digits in every language: the same date must be readable by the customer and by any clerk.
    found = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : `${locale}-u-nu-latn`, options);
    formatters.set(key, found);
  }
  return found;
}

/** Returns a due time as a promise says it, in the store's zone: `Tue 24 Nov, 17:00`. */
export function formatDue(instant: Instant, zone: Zone, locale: Locale): string {
  return `${formatDay(instant, zone, locale)}${locale === 'ar' ? '، ' : ', '}${formatClock(instant, zone, locale)}`;
}

/** Returns the moment a slip was made, with its year: `Mon 23 Nov 2026, 10:42`. */
export function formatMoment(instant: Instant, zone: Zone, locale: Locale): string {
  const day = plainDay(
    formatter(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    instant,
  );
  return `${day}${locale === 'ar' ? '، ' : ', '}${formatClock(instant, zone, locale)}`;
}

/** Returns a day as letters have it, with its year: `24 November 2026`. */
export function formatLongDate(instant: Instant, zone: Zone, locale: Locale): string {
  return formatter(locale, { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' }).format(
    instant,
  );
}

/** Returns a day: `Tue 24 Nov`. */
export function formatDay(instant: Instant, zone: Zone, locale: Locale): string {
  return plainDay(
    formatter(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' }),
    instant,
  );
}

/** Returns the day of the week alone, for a day that is near: `Tue`. */
export function formatWeekday(instant: Instant, zone: Zone, locale: Locale): string {
  return formatter(locale, { timeZone: zone, weekday: 'short' }).format(instant);
}

/** Returns a calendar date (`YYYY-MM-DD`), with its year: `Fri 25 Dec 2026`. */
export function formatDate(date: string, locale: Locale): string {
  return plainDay(
    formatter(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    Date.parse(date) as Instant,
  );
}

/** Returns a day of every year (`MM-DD`): `25 December`. */
export function formatDayOfYear(day: string, locale: Locale): string {
  return formatter(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(
    Date.parse(`${A_LEAP_YEAR}-${day}`),
  );
}

/** Returns the name of a day of the week, 1 (Monday) to 7 (Sunday): `Monday`, or `Mon` where it is short. */
export function formatDayOfWeek(weekday: number, locale: Locale, length: 'long' | 'short'): string {
  // The first of January 2024 was a Monday.
  return formatter(locale, { timeZone: 'UTC', weekday: length }).format(Date.UTC(2024, 0, weekday));
}

/** Returns a time of day on the 24-hour clock: `17:00`. */
export function formatClock(instant: Instant, zone: Zone, locale: Locale): string {
  return formatter(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );
}

function plainDay(format: Intl.DateTimeFormat, instant: Instant): string {
  // British English puts a comma after the weekday, which reads as a list beside the clock's comma.
  return format.format(instant).replace(/^(\p{L}+), /u, '$1 ');
}
