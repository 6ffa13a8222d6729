import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';
import { hoursOn, isOpenAt, type DayHours, type OpeningHours } from './opening-hours.ts';

/** When the shop promises the first news, in its own time. */
export interface UpdateRule {
  /** Working days from the day of the claim: 0 is the same day while the hour has not passed. */
  readonly workingDays: number;
  /** Time of day in the store's zone, `HH:MM`; where the store is closed by then, it is the nearest hour that it is not. */
  readonly time: string;
}

/** What a due time depends on. */
export interface StoreTimes {
  readonly zone: Zone;
  readonly rule: UpdateRule;
  readonly hours: OpeningHours;
}

/** Returns whether `name` is a zone that this runtime knows. */
export function isZone(name: string): name is Zone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the instant by which the customer hears from us: `rule.workingDays` working days after `now`, at `rule.time`
 * in the store's zone or the nearest hour of that day at which somebody is there. It is always later than `now` and
 * inside the opening hours.
 */
export function nextUpdateDue(now: Instant, { zone, rule, hours }: StoreTimes): Instant {
  if (hours.week.every((day) => day === null))
    throw new RangeError('a shop that never opens can promise nothing');
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  let day = nextOpenDay(start.toPlainDate(), hours);
  for (let left = rule.workingDays; left > 0; left--) {
    day = nextOpenDay(day.add({ days: 1 }), hours);
  }
  for (;;) {
    const due = dueOn(day, { zone, rule, hours });
    if (due !== null && due > now) return due;
    day = nextOpenDay(day.add({ days: 1 }), hours);
  }
}

function nextOpenDay(from: Temporal.PlainDate, hours: OpeningHours): Temporal.PlainDate {
  let day = from;
  while (hoursOn(day, hours) === null) day = day.add({ days: 1 });
  return day;
}

/** Null on a day on which a clock change leaves nobody there at that time, neither before nor after it. */
function dueOn(day: Temporal.PlainDate, { zone, rule, hours }: StoreTimes): Instant | null {
  const today = hoursOn(day, hours);
  if (today === null) return null;
  const plainTime = Temporal.PlainTime.from(nearestTime(rule.time, today));
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const due = day.toPlainDateTime(plainTime).toZonedDateTime(zone, { disambiguation })
      .epochMilliseconds as Instant;
    if (isOpenAt(due, zone, hours)) return due;
  }
  return null;
}

/** Times of day are compared as texts: `HH:MM` sorts as the clock does. */
function nearestTime(time: string, { opens, closes }: DayHours): string {
  if (time < opens) return opens;
  return time > closes ? closes : time;
}
