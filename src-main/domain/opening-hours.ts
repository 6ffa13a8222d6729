import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';
import { isHoliday, type Holiday } from './holiday.ts';

/** When somebody is there on one day, in the store's own time. */
export interface DayHours {
  /** Times of day, `HH:MM`; a promise may fall on either. */
  readonly opens: string;
  readonly closes: string;
}

/** The seven days from Monday to Sunday; null for one on which nobody works. */
export type WeekHours = readonly [
  DayHours | null,
  DayHours | null,
  DayHours | null,
  DayHours | null,
  DayHours | null,
  DayHours | null,
  DayHours | null,
];

/** When somebody is there to keep a promise, in the store's own time. */
export interface OpeningHours {
  readonly week: WeekHours;
  /** Days on which nobody works. */
  readonly holidays: readonly Holiday[];
}

/** Returns a week that has the same hours on every day but the closed ones, 1 (Monday) to 7 (Sunday). */
export function sameEveryDay(hours: DayHours, closedWeekdays: readonly number[]): WeekHours {
  const on = (weekday: number): DayHours | null => (closedWeekdays.includes(weekday) ? null : hours);
  return [on(1), on(2), on(3), on(4), on(5), on(6), on(7)];
}

/** Returns the hours of a date; null where nobody works on it. */
export function hoursOn(day: Temporal.PlainDate, { week, holidays }: OpeningHours): DayHours | null {
  return isHoliday(day.toString(), holidays) ? null : (week[day.dayOfWeek - 1] ?? null);
}

/** Returns whether the store is open at that instant, the minutes of opening and closing included. */
export function isOpenAt(instant: Instant, zone: Zone, hours: OpeningHours): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const today = hoursOn(local.toPlainDate(), hours);
  if (today === null) return false;
  const time = local.toPlainTime();
  return (
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(today.opens)) >= 0 &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(today.closes)) <= 0
  );
}

/** Returns the first instant of the day after, in the store's zone: what is due before it is due today. */
export function endOfDay(now: Instant, zone: Zone): Instant {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return today.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).epochMilliseconds as Instant;
}
