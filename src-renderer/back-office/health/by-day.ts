import { formatDay } from '../../../resources/messages/format-time.ts';
import type { Backup } from '../../../src-main/domain/backup.ts';
import type { Zone } from '../../../src-main/domain/brand.ts';
import type { Locale } from '../../../src-main/domain/intake.ts';

/** The backups of one day of the store, newest first. */
export interface BackupDay {
  readonly day: string;
  readonly backups: readonly Backup[];
}

/** Returns backups that come newest first, day by day in the store's zone. */
export function backupsByDay(all: readonly Backup[], zone: Zone, locale: Locale): readonly BackupDay[] {
  const days = new Map<string, Backup[]>();
  for (const backup of all) {
    const day = formatDay(backup.madeAt, zone, locale);
    const of = days.get(day);
    if (of) of.push(backup);
    else days.set(day, [backup]);
  }
  return [...days].map(([day, backups]) => ({ day, backups }));
}
