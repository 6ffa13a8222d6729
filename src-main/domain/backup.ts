import type { Instant } from './brand.ts';

/** Why a backup was made. */
export const BACKUP_REASONS = ['schedule', 'before-migration', 'asked'] as const;
/** See {@link BACKUP_REASONS}. */
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** Identifies a backup: its file's name without the ending, which sorts by time. */
export type BackupId = string;

/** A backup that was verified, as its manifest describes it. */
export interface Backup {
  readonly id: BackupId;
  readonly madeAt: Instant;
  readonly why: BackupReason;
  /** The version of its schema. */
  readonly schema: number;
  readonly bytes: number;
  /** Of the file, in hex: what tells later that not a bit of it has changed. */
  readonly sha256: string;
  readonly claims: number;
  readonly statements: number;
  /** The head of the history in it. */
  readonly auditSeq: number;
  readonly auditHash: string;
  /** The running number that the next claim would have had. */
  readonly nextRunning: number;
}

/**
 * Why there is no backup.
 * - `damaged`: what was to be backed up is not sound
 * - `disk`: the place refused (`detail` says how); nothing is left there
 */
export interface BackupFailure {
  readonly reason: 'damaged' | 'disk';
  readonly detail: string;
}

/** How the backups are. */
export interface BackupState {
  readonly running: boolean;
  /** In the kiosk's own folder, newest first. */
  readonly backups: readonly Backup[];
  /** Why the last try made none; null where it did. */
  readonly failure: (BackupFailure & { readonly at: Instant }) | null;
  /** How many photos and files the last one could not take with it: they are missing or damaged. */
  readonly lackingFiles: number;
  /** The second place, and why it lacks the newest; null where there is no second place. */
  readonly second: { readonly folder: string; readonly failure: BackupFailure | null } | null;
}

/** How many backups of each kind stay: a day of hours, two weeks of days, eight weeks. */
export const KEPT = { hours: 24, days: 14, weeks: 8 } as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/**
 * Returns the ids of the backups that stay: the newest of each of the last 24 hours, 14 days and 8 weeks in which one
 * was made (UTC). A period without a backup does not use up a place, so that a kiosk that was away for months keeps
 * what it has.
 */
export function keptBackups(all: readonly Pick<Backup, 'id' | 'madeAt'>[]): ReadonlySet<BackupId> {
  const newestFirst = all.toSorted((one, other) => other.madeAt - one.madeAt);
  const kept = new Set<BackupId>();
  for (const [spanMs, count] of [
    [HOUR_MS, KEPT.hours],
    [DAY_MS, KEPT.days],
    [WEEK_MS, KEPT.weeks],
  ] as const) {
    const spans = new Set<number>();
    for (const { id, madeAt } of newestFirst) {
      const span = Math.floor(madeAt / spanMs);
      if (spans.has(span)) continue;
      if (spans.size === count) break;
      spans.add(span);
      kept.add(id);
    }
  }
  return kept;
}

/** Returns whether a backup is due: an hour after the last one where something changed, else a day after it. */
export function isBackupDue(
  newest: Pick<Backup, 'madeAt' | 'auditSeq'> | null,
  { now, auditSeq }: { readonly now: Instant; readonly auditSeq: number },
): boolean {
  if (!newest) return true;
  const age = now - newest.madeAt;
  // A clock that went back must not put the next backup off for as long as it went.
  if (age < 0) return true;
  return age >= (auditSeq === newest.auditSeq ? DAY_MS : HOUR_MS);
}

/**
 * Returns the time by which every backup that was made until now is gone, where the kiosk goes on making backups: the
 * end of the eighth week after this one, and a day in which the next one is made.
 */
export function backupsForget(now: Instant): Instant {
  return ((Math.floor(now / WEEK_MS) + KEPT.weeks) * WEEK_MS + DAY_MS) as Instant;
}
