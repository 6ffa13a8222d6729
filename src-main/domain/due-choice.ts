import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';
import { hoursOn, isOpenAt, type DayHours, type OpeningHours } from './opening-hours.ts';

/** The quickest promise that is offered: two hours, and then to the next quarter of an hour. */
const QUICKEST_MS = 2 * 60 * 60_000;
const QUARTER_MS = 15 * 60_000;
/** What is due an hour before the store closes can still be kept that day. */
const BEFORE_CLOSING = { hours: 1 };
const MIDDAY = Temporal.PlainTime.from('12:00');
/** How far ahead times are offered; a store that is closed for longer names its own. */
const DAYS_AHEAD = 14;
/** Open days after today that are offered; the first one with its midday too. */
const FURTHER_DAYS = 4;

/** What due times are chosen from. */
export interface DueQuestion {
  readonly now: Instant;
  readonly zone: Zone;
  readonly hours: OpeningHours;
}

/**
 * Returns due times to choose from, soonest first, each while somebody is there: in two hours, at the end of today, and
 * at midday and the end of the next open days.
 */
export function dueTimes({ now, zone, hours }: DueQuestion): readonly Instant[] {
  const quickest = Math.ceil((now + QUICKEST_MS) / QUARTER_MS) * QUARTER_MS;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const isOpen = (instant: number): instant is Instant => isOpenAt(instant as Instant, zone, hours);
  const at = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime): number =>
    day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;

  const eveningOf = (day: Temporal.PlainDate): readonly Temporal.PlainTime[] => {
    const open = hoursOn(day, hours);
    return open === null ? [] : [endOfWork(open)];
  };

  const offered = [quickest, ...eveningOf(today).map((evening) => at(today, evening))]
    .filter((instant) => instant >= quickest)
    .filter(isOpen);
  let days = 0;
  for (let ahead = 1; ahead <= DAYS_AHEAD && days < FURTHER_DAYS; ahead += 1) {
    const day = today.add({ days: ahead });
    const times = days === 0 ? [MIDDAY, ...eveningOf(day)] : eveningOf(day);
    const ofDay = times.map((time) => at(day, time)).filter(isOpen);
    if (ofDay.length > 0) days += 1;
    offered.push(...ofDay);
  }
  return [...new Set(offered)].sort((a, b) => a - b);
}

/** An hour before the store closes; where it is not open for as long, when it closes. */
function endOfWork({ opens, closes }: DayHours): Temporal.PlainTime {
  const [open, close] = [Temporal.PlainTime.from(opens), Temporal.PlainTime.from(closes)];
  const isLonger = open.until(close).total('minutes') >= BEFORE_CLOSING.hours * 60;
  return isLonger ? close.subtract(BEFORE_CLOSING) : close;
}

/** Returns the instant that a date and time field names in the store's zone; null while it is not filled in. */
export function dueOfField(value: string, zone: Zone): Instant | null {
  if (value === '') return null;
  return Temporal.PlainDateTime.from(value).toZonedDateTime(zone).epochMilliseconds as Instant;
}

/** Returns an instant as a date and time field has it. */
export function fieldOfDue(instant: Instant, zone: Zone): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
