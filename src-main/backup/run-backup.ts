import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Backup, BackupFailure, BackupReason } from '../domain/backup.ts';
import type { Instant } from '../domain/brand.ts';
import { err, type Result } from '../domain/result.ts';
import { connect, isDamage, storageFailure } from '../store/sqlite.ts';
import { FLOOR_BYTES, spaceOf } from '../store/space-keeper.ts';
import { structureFault } from '../store/verify-database.ts';
import { copyBackup, pruneBackups, writeBackup } from './backup-file.ts';

/** One backup to make. */
export interface BackupTask {
  readonly file: string;
  readonly folder: string;
  /** The second place; null for none. */
  readonly second: string | null;
  readonly why: BackupReason;
  readonly at: Instant;
}

/** What came of it. */
export interface BackupOutcome {
  readonly made: Result<Backup, BackupFailure>;
  /** Why the second place does not have it; null where it does, or where there is none. */
  readonly second: BackupFailure | null;
}

/** A commit delays it by at most this. */
const BUSY_MS = 10_000;

/**
 * Checks the whole database, backs it up, copies the backup to the second place, and removes what the rule does not
 * keep. It reads everything and blocks its thread meanwhile.
 */
export function runBackup({ file, folder, second, why, at }: BackupTask): BackupOutcome {
  const made = checkAndWrite({ file, folder, why, at });
  if (!made.ok) return { made, second: null };
  pruneBackups(folder);
  if (second === null) return { made, second: null };
  // A drive that was pulled out leaves no folder, and its name must not become a folder of the kiosk's own disk.
  if (!existsSync(dirname(second)))
    return { made, second: { reason: 'disk', detail: `${second} is not there` } };
  const failure = copyBackup(made.value, folder, second);
  if (failure === null) pruneBackups(second);
  return { made, second: failure };
}

function checkAndWrite(task: Omit<BackupTask, 'second'>): Result<Backup, BackupFailure> {
  try {
    const source = connect(task.file, { readonly: true, busyMs: BUSY_MS });
    try {
      const fault = structureFault(source);
      if (fault !== null) return err({ reason: 'damaged', detail: fault });
      const missing = missingSpace(task);
      if (missing > 0) return err({ reason: 'disk', detail: `${missing} bytes more are needed` });
      return writeBackup({ source, folder: task.folder, why: task.why, at: task.at });
    } finally {
      source.close();
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (isDamage(error)) return err({ reason: 'damaged', detail });
    if (storageFailure(error)) return err({ reason: 'disk', detail });
    throw error;
  }
}

/** A backup must not take the room that claims are kept in. */
function missingSpace({ file, folder }: Omit<BackupTask, 'second'>): number {
  const sizes = [file, `${file}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const needed = sizes.reduce((sum, size) => sum + size, FLOOR_BYTES);
  // Its own folder is made with the first backup.
  const space = spaceOf(folder) ?? spaceOf(dirname(folder));
  return needed - (space?.free ?? needed);
}
