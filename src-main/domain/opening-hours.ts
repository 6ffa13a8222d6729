import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';

/** When somebody is there to keep a promise, in the store's own time. */
export interface OpeningHours {
  /** Times of day, `HH:MM`; a promise may fall on either. */
  readonly opens: string;
  readonly closes: string;
  /** Days on which nobody works, 1 (Monday) to 7 (Sunday). */
  readonly closedWeekdays: readonly number[];
  /** Dates on which nobody works, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Returns whether the store is open at that instant, the minutes of opening and closing included. */
export function isOpenAt(instant: Instant, zone: Zone, hours: OpeningHours): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  if (hours.closedWeekdays.includes(local.dayOfWeek)) return false;
  if (hours.holidays.includes(local.toPlainDate().toString())) return false;
  const time = local.toPlainTime();
  return (
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.opens)) >= 0 &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.closes)) <= 0
  );
}

/** Returns the first instant of the day after, in the store's zone: what is due before it is due today. */
export function endOfDay(now: Instant, zone: Zone): Instant {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return today.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).epochMilliseconds as Instant;
}
