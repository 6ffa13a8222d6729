import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';

/** A stretch of time, from its first instant up to before its last. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Returns the whole day that an instant lies in, in a zone. */
export function dayOf(now: Instant, zone: Zone): Span {
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  return {
    from: start.epochMilliseconds as Instant,
    to: start.add({ days: 1 }).epochMilliseconds as Instant,
  };
}
