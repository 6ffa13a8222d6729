import { Temporal } from 'temporal-polyfill';

/** A day on which nobody works: one date (`YYYY-MM-DD`), or a day of every year (`MM-DD`). */
export type Holiday = string;

const EVERY_YEAR = /^(\d{2})-(\d{2})$/;
/** A leap year has every day that a year can have. */
const LEAP_YEAR = 2000;

/** Returns whether it comes every year. */
export function isYearly(holiday: Holiday): boolean {
  return EVERY_YEAR.test(holiday);
}

/** Returns whether a text is a day that a year can have, `MM-DD`; 29 February is one, in leap years. */
export function isDayOfYear(text: string): boolean {
  const [, month, day] = EVERY_YEAR.exec(text) ?? [];
  if (month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(LEAP_YEAR, Number(month) - 1, Number(day)));
  return date.toISOString().slice(5, 10) === text;
}

/** Returns the day of every year on which a date falls. */
export function dayOfYear(date: string): Holiday {
  return date.slice(-'MM-DD'.length);
}

/** Returns whether one of the holidays is that date. One of every 29 February is in leap years alone, on no other day. */
export function isHoliday(date: string, holidays: readonly Holiday[]): boolean {
  return holidays.includes(date) || holidays.includes(dayOfYear(date));
}

/** Returns the next date of a holiday, today or later (`YYYY-MM-DD`); null where it is past for good. */
export function nextDateOf(holiday: Holiday, today: string): string | null {
  if (!isYearly(holiday)) return holiday >= today ? holiday : null;
  const [month = 1, day = 1] = holiday.split('-').map(Number);
  // 29 February can be eight years away: 2100 is no leap year.
  for (let { year } = Temporal.PlainDate.from(today); ; year += 1) {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
    if (date.day === day && date.toString() >= today) return date.toString();
  }
}

/** Returns the holidays with one more, sorted, those of every year first; what it says already is not said twice. */
export function withHoliday(holidays: readonly Holiday[], added: Holiday): readonly Holiday[] {
  const others = isYearly(added)
    ? holidays.filter((each) => dayOfYear(each) !== added)
    : holidays.filter((each) => each !== added);
  // A month begins with 0 or 1, a year with 2: as texts they sort as they are shown.
  return [...others, added].sort();
}
