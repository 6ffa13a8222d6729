import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from '../../src-main/domain/brand.ts';

/** Milliseconds. */
export const MINUTE_MS = 60_000;
/** Milliseconds. */
export const HOUR_MS = 60 * MINUTE_MS;
/** Milliseconds. */
export const DAY_MS = 24 * HOUR_MS;

/** Returns an instant so many milliseconds after another. */
export function later(at: Instant, ms: number): Instant {
  return (at + Math.round(ms)) as Instant;
}

/** Returns a time of day so many days after (or before) an instant, in the zone. */
export function onDay(at: Instant, zone: Zone, days: number, minutesIntoDay: number): Instant {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().add({ days });
  const time = Temporal.PlainTime.from({ hour: 0 }).add({ minutes: minutesIntoDay });
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds as Instant;
}

/** Returns that instant where somebody works then (9 to 18), else the next morning. */
export function atWork(at: Instant, zone: Zone): Instant {
  const hour = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;
  const spread = Math.floor((at % (90 * MINUTE_MS)) / MINUTE_MS);
  if (hour < 9) return onDay(at, zone, 0, 9 * 60 + spread);
  return hour < 18 ? at : onDay(at, zone, 1, 9 * 60 + spread);
}
