import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';

/**
 * Returns when each of the last `count` weeks began in the store's zone (on Monday, at the first instant of the day),
 * the oldest first and the current one last.
 */
export function weeksUntil(now: Instant, zone: Zone, count: number): readonly Instant[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return Array.from(
    { length: count },
    (_, index) =>
      monday.subtract({ weeks: count - 1 - index }).toZonedDateTime({ timeZone: zone })
        .epochMilliseconds as Instant,
  );
}
