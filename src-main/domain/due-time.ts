import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';

/** When the shop promises the first news, in its own time. */
export interface UpdateRule {
  /** Working days from the day of the claim: 0 is the same day while the hour has not passed. */
  readonly workingDays: number;
  /** Time of day in the store's zone, `HH:MM`. */
  readonly time: string;
  /** Days on which nobody works, 1 (Monday) to 7 (Sunday); never all seven. */
  readonly closedWeekdays: readonly number[];
  /** Dates on which nobody works, `YYYY-MM-DD`. */
  readonly holidays?: readonly string[];
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
 * Returns the instant by which the customer hears from us: `rule.workingDays` working days after `now`, at
 * `rule.time` in the store's zone. It is always later than `now`; a local time that a clock change skips
 * becomes the first one after it (Temporal's "compatible" disambiguation).
 */
export function nextUpdateDue(now: Instant, zone: Zone, rule: UpdateRule): Instant {
  if (new Set(rule.closedWeekdays).size >= 7)
    throw new RangeError('a shop that never opens can promise nothing');
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  let day = nextOpenDay(start.toPlainDate(), rule);
  for (let left = rule.workingDays; left > 0; left--) {
    day = nextOpenDay(day.add({ days: 1 }), rule);
  }
  let due = at(day, rule.time, zone);
  while (due <= now) {
    day = nextOpenDay(day.add({ days: 1 }), rule);
    due = at(day, rule.time, zone);
  }
  return due;
}

function nextOpenDay(
  from: Temporal.PlainDate,
  { closedWeekdays, holidays = [] }: UpdateRule,
): Temporal.PlainDate {
  let day = from;
  while (closedWeekdays.includes(day.dayOfWeek) || holidays.includes(day.toString()))
    day = day.add({ days: 1 });
  return day;
}

function at(day: Temporal.PlainDate, time: string, timeZone: string): Instant {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .epochMilliseconds as Instant;
}
