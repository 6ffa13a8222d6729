import { formatClock, formatDay, formatDue, formatWeekday } from '../../resources/messages/format-time.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import type { OfficeSession } from './office-session.svelte.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Up to here the name of a weekday means one day only. */
const NEAR_MS = 6 * DAY_MS;

/** Returns a time as staff read it at a glance: the clock alone where it is today, with the weekday where it is near. */
export function dueWords({ store, staff }: OfficeSession, due: Instant, now: Instant): string {
  const { zone } = store;
  const { locale } = staff;
  if (Math.abs(due - now) > NEAR_MS) return formatDue(due, zone, locale);
  const clock = formatClock(due, zone, locale);
  const isToday = formatDay(due, zone, locale) === formatDay(now, zone, locale);
  return isToday ? clock : `${formatWeekday(due, zone, locale)} ${clock}`;
}
