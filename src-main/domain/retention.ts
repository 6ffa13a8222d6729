import { Temporal } from 'temporal-polyfill';
import type { Instant, Zone } from './brand.ts';

/** Days for which each kind of data is kept; null is for ever, where that can be. */
export interface Retention {
  /** Name, phone and email of a claim, after it was closed. */
  readonly contactDays: number | null;
  /** Everything that was written on a claim, after it was closed. */
  readonly wordsDays: number | null;
  /** Pictures of slips where there is no printer. */
  readonly pictureDays: number;
  /** Files that were taken out into the kiosk's own folder. */
  readonly exportDays: number;
  /** Databases that were put aside because a backup took their place. */
  readonly setAsideDays: number;
}

/** What a kiosk begins with. */
export const USUAL_RETENTION: Retention = {
  contactDays: 365,
  wordsDays: 1_095,
  pictureDays: 7,
  exportDays: 30,
  setAsideDays: 56,
};

/** What is offered for each kind, in days; null is "never". Others can be in the settings' file. */
export const RETENTION_CHOICES = {
  contactDays: [30, 90, 180, 365, 730, 1_095, null],
  wordsDays: [180, 365, 730, 1_095, 1_825, 3_650, null],
  pictureDays: [1, 7, 30],
  exportDays: [7, 30, 90],
  setAsideDays: [14, 28, 56, 182],
} as const satisfies { readonly [K in keyof Retention]: readonly Retention[K][] };

/** Most days: what is kept longer is kept for ever. */
export const RETENTION_DAYS_MAX = 3_650;

/** What a night's purge removed, of each kind. */
export interface Purged {
  readonly contacts: number;
  readonly words: number;
  readonly pictures: number;
  readonly exports: number;
  readonly setAside: number;
}
/** A kind of what a purge removes. */
export type PurgedKind = keyof Purged;
/** See {@link PurgedKind}; in the order in which they are shown. */
export const PURGED_KINDS = [
  'contacts',
  'words',
  'pictures',
  'exports',
  'setAside',
] as const satisfies readonly PurgedKind[];

/** One night's purge. */
export interface PurgeRun extends Purged {
  /** The day on which it fell due, `YYYY-MM-DD`. */
  readonly night: string;
  readonly beganAt: Instant;
  /** Null where it is not through. */
  readonly endedAt: Instant | null;
}

/** The hour of the store's day at which nobody is there. */
const PURGE_HOUR = 3;
const DAY_MS = 86_400_000;

/**
 * Returns the night whose purge should have run by now, `YYYY-MM-DD`: tonight's from three o'clock on, in the store's
 * zone, and last night's before. A kiosk that was off at night catches up with it when it is on again.
 */
export function nightDue(now: Instant, zone: Zone): string {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const day = local.toPlainDate();
  return (local.hour >= PURGE_HOUR ? day : day.subtract({ days: 1 })).toString();
}

/** Returns the time before which something has to be over to be older than that many days. */
export function daysBefore(now: Instant, days: number): Instant {
  return (now - days * DAY_MS) as Instant;
}
