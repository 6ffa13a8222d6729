import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';

/** What reports are counted by. */
export const PERIOD_UNITS = ['day', 'week', 'month'] as const;
/** A day, a week from Monday to Sunday (ISO 8601), or a month of the calendar, as the store's clock has them. */
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A stretch of time: `from` belongs to it, `until` to the next one. */
export interface Period {
  /** Its first day in the store's zone, `YYYY-MM-DD`. */
  readonly date: string;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Returns `count` periods without a gap, oldest first; `now` is in the last one. Days begin at the store's own midnight,
 * or, where a clock change skips that, at the first moment after it.
 */
export function periodsUntil(given: {
  readonly now: Instant;
  readonly zone: Zone;
  readonly unit: PeriodUnit;
  readonly count: number;
}): readonly Period[] {
  const { now, zone, unit, count } = given;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const current = firstDay(today, unit);
  const starts = Array.from({ length: count + 1 }, (_, index) => {
    const date = current.add({ [`${unit}s`]: index + 1 - count });
    const from = date.toZonedDateTime({ timeZone: zone }).epochMilliseconds as Instant;
    return { date: date.toString(), from };
  });
  return starts
    .slice(0, -1)
    .map((start, index) => ({ ...start, until: starts[index + 1]?.from ?? start.from }));
}

function firstDay(day: Temporal.PlainDate, unit: PeriodUnit): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'month':
      return day.with({ day: 1 });
  }
}

/** Returns the place of an instant among periods without a gap, or null where it is in none of them. */
export function placeIn(periods: readonly Period[], instant: Instant): number | null {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const period = periods[middle];
    if (!period || instant < period.from) high = middle;
    else if (instant >= period.until) low = middle + 1;
    else return middle;
  }
  return null;
}
