import { formatAge } from '../../../resources/messages/format-age.ts';
import { formatBytes } from '../../../resources/messages/format-bytes.ts';
import { formatDuration } from '../../../resources/messages/format-duration.ts';
import { formatMoment } from '../../../resources/messages/format-time.ts';
import type { Finding, HealthReadings, SpaceReading } from '../../../src-main/domain/health.ts';
import type { OfficeSession } from '../office-session.svelte.ts';

/** Returns the figures behind a finding, in words, or an empty text where there are none. */
export function factsOf(
  { subject, printer }: Finding,
  readings: HealthReadings,
  session: OfficeSession,
): string {
  const { zone } = session.store;
  const { locale } = session.staff;
  const words = session.messages.office.health;
  const space = (found: SpaceReading | null): string =>
    found ? words.free(formatBytes(found.free, locale), formatBytes(found.total, locale)) : words.gone;
  const { now } = readings;
  switch (subject) {
    case 'printer':
      return printer && printer.waiting > 0 ? words.waiting(printer.waiting) : '';
    case 'slips':
      return '';
    case 'disk':
      return space(readings.disk);
    case 'second':
      return readings.second ? space(readings.second.space) : '';
    case 'backup':
    case 'check': {
      const { newestAt } = readings.backups;
      if (newestAt === null) return words.never;
      return words.at(formatMoment(newestAt, zone, locale), formatAge(newestAt, now, locale));
    }
    case 'clock':
      return words.clock(formatMoment(now, zone, locale), zone);
    case 'database':
      return words.size(formatBytes(readings.databaseBytes, locale), formatBytes(readings.logBytes, locale));
    case 'software':
      return words.software(readings.version, readings.runtime, formatDuration(readings.upMs, locale));
    case 'search':
    case 'settings':
      return '';
  }
}
