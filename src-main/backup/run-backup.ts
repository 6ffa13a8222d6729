import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileDigest } from '../domain/attachment.ts';
import type { Backup, BackupFailure, BackupReason } from '../domain/backup.ts';
import type { Instant } from '../domain/brand.ts';
import { err, type Result } from '../domain/result.ts';
import { connect, isDamage, storageFailure, type Db } from '../store/sqlite.ts';
import { FLOOR_BYTES, spaceOf } from '../store/space-keeper.ts';
import { structureFault } from '../store/verify-database.ts';
import { backupFile, backupsIn, copyBackup, pruneBackups, reading, writeBackup } from './backup-file.ts';
import { erasuresIn, erasuresOf, rememberErasures, type AskedErasure } from './erasure-list.ts';
import { absentFiles, bringFiles, filesIn, namedFiles, pruneFiles } from './kept-files.ts';

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
  /** Photos and files that it names and that are nowhere whole; their claims say so too. */
  readonly lacking: readonly FileDigest[];
  /** Lists of erasures that were damaged, where they are kept now; what could be read of them is on the new ones. */
  readonly damagedLists: readonly string[];
}

/** A commit delays it by at most this. */
const BUSY_MS = 10_000;

/**
 * Checks the whole database, backs it up with its photos and files, copies the backup to the second place, and removes
 * what the rule does not keep. Files come before the backup that names them, so that one that counts has them all, and go
 * when none does any more; those of a claim that was erased go with the next backup. It reads everything and blocks its
 * thread meanwhile.
 */
export function runBackup({ file, folder, second, why, at }: BackupTask): BackupOutcome {
  let lacking: readonly FileDigest[] = [];
  const damagedLists: string[] = [];
  const remember = (place: string, erasures: readonly AskedErasure[]): void => {
    const aside = rememberErasures(place, erasures);
    if (aside !== null) damagedLists.push(aside);
  };
  const made = checkAndWrite({ file, folder, why, at }, (copy) => {
    const wanted = namedFiles(copy, at);
    const missing = missingSpace(folder, absentFiles(wanted, filesIn(folder)));
    if (missing > 0)
      return { reason: 'disk', detail: `${missing} bytes more are needed for photos and files` };
    const from = [filesIn(dirname(file)), ...(second === null ? [] : [filesIn(second)])];
    lacking = bringFiles({ wanted, from, to: filesIn(folder), at });
    remember(folder, [...erasuresOf(dirname(file)), ...erasuresIn(copy)]);
    return null;
  });
  if (!made.ok) return { made, second: null, lacking, damagedLists };
  prune(folder);
  if (second === null) return { made, second: null, lacking, damagedLists };
  // A drive that was pulled out leaves no folder, and its name must not become a folder of the kiosk's own disk.
  if (!existsSync(dirname(second)))
    return { made, second: { reason: 'disk', detail: `${second} is not there` }, lacking, damagedLists };
  const failure = copyBackup(made.value, folder, second, () => {
    const wanted = reading(backupFile(folder, made.value), (copy) => namedFiles(copy, at));
    bringFiles({ wanted, from: [filesIn(folder), filesIn(dirname(file))], to: filesIn(second), at });
    remember(second, erasuresOf(folder));
  });
  if (failure === null) prune(second);
  return { made, second: failure, lacking, damagedLists };
}

/** Removes from a place what the rule does not keep, and then the files that nothing there names any more. */
function prune(place: string): void {
  pruneBackups(place);
  pruneFiles(place, backupsIn(place), new Set(erasuresOf(place).map(({ claimId }) => claimId)));
}

function checkAndWrite(
  task: Omit<BackupTask, 'second'>,
  withIt: (copy: Db) => BackupFailure | null,
): Result<Backup, BackupFailure> {
  try {
    const source = connect(task.file, { readonly: true, busyMs: BUSY_MS });
    try {
      const fault = structureFault(source);
      if (fault !== null) return err({ reason: 'damaged', detail: fault });
      const sizes = [task.file, `${task.file}-wal`].map((path) => ({ bytes: sizeOf(path) }));
      const missing = missingSpace(task.folder, sizes);
      if (missing > 0) return err({ reason: 'disk', detail: `${missing} bytes more are needed` });
      return writeBackup({ source, folder: task.folder, why: task.why, at: task.at, withIt });
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

/** Returns how many bytes there are too few for files in `folder`: a backup must not take the room that claims are kept in. */
function missingSpace(folder: string, files: readonly { readonly bytes: number }[]): number {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, files.length === 0 ? 0 : FLOOR_BYTES);
  // Its own folder is made with the first backup.
  const space = spaceOf(folder) ?? spaceOf(dirname(folder));
  return needed - (space?.free ?? needed);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
