import { formatClock, formatDay, formatDue } from '../../resources/messages/format-time.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import type { OfficeSession } from './office-session.svelte.ts';

/** Returns a time as staff read it at a glance: the clock alone where it is today, else with its day. */
export function dueWords({ store, staff }: OfficeSession, due: Instant, now: Instant): string {
  const { zone } = store;
  const isToday = formatDay(due, zone, 'en') === formatDay(now, zone, 'en') && Math.abs(due - now) < DAY_MS;
  return isToday ? formatClock(due, zone, staff.locale) : formatDue(due, zone, staff.locale);
}

const DAY_MS = 24 * 60 * 60_000;
