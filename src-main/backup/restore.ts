import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileDigest } from '../domain/attachment.ts';
import type { Backup, BackupId } from '../domain/backup.ts';
import type { Instant } from '../domain/brand.ts';
import { claimNumber, type ClaimNumber, type StoreCode } from '../domain/claim-number.ts';
import type { Recovery, RecoveryReason } from '../domain/recovery.ts';
import { createAuditStore } from '../store/audit-store.ts';
import { makeFolder, syncFolder } from '../store/durable-file.ts';
import { openDatabase } from '../store/open-database.ts';
import { inTransaction, type Db } from '../store/sqlite.ts';
import { backupFile, backupsIn, copyFile, isIntact } from './backup-file.ts';
import { eraseAgain } from './erase-again.ts';
import { erasuresOf, rememberErasures, together } from './erasure-list.ts';
import { bringFilesBack, filesIn, namedFiles } from './kept-files.ts';
import { salvage } from './only-there.ts';
import { highestNumberIn } from './seen-numbers.ts';

/** What was put in place. */
export type Restored = Omit<Recovery, 'id' | 'at'>;
type Settled = Omit<Restored, 'filesMissing' | 'erasedAgain' | 'onlyThere'>;

/** A database with what belongs to it. */
const ENDS = ['', '-wal', '-shm', '-journal'] as const;
/** Claims of which no trace is left may have had numbers too; this many are never given again. */
const NUMBERS_SKIPPED = 1_000;

/**
 * Puts the newest backup that is intact (or the one asked for) in the place of the database at `file`; without any, an
 * empty one. The old database is kept aside with its log, whole. A kill leaves the old one, the new one, or a log
 * without a database, which the next start takes for damage and comes here again.
 *
 * Numbers go on above every one that was ever seen, and slips that were still to be printed when the backup was made
 * are asked about, since nobody can know whether they came out. What was erased after the backup was made is erased again,
 * and photos and files that are not there come back from the places of the backups, before the database is put in place.
 * Throws what the disk throws; then nothing was replaced.
 */
export function restoreDatabase(options: {
  readonly file: string;
  readonly folders: readonly string[];
  readonly why: RecoveryReason;
  readonly detail: string;
  readonly wanted?: BackupId;
  readonly storeCode: StoreCode;
  readonly at: Instant;
}): Restored {
  const { file, folders, why, detail, wanted, storeCode, at } = options;
  const found = newestIntact(folders, wanted);
  if (!found && wanted !== undefined) throw new Error(`no intact backup ${wanted}`);
  const draft = `${file}.restored`;
  // A disk that was replaced has no data folder yet.
  makeFolder(dirname(file));
  for (const end of ENDS) rmSync(draft + end, { force: true });
  if (found) copyFile(backupFile(found.folder, found.backup), draft);
  const seen = highestNumberIn([file, `${file}-wal`]);
  const replaced = salvage({ file, from: found?.backup.nextRunning ?? 1, to: seen });
  const erasures = together(erasuresOf(dirname(file)), ...folders.map(erasuresOf), replaced.erasures);
  rememberErasures(dirname(file), erasures);
  const setAside = join(dirname(file), 'set-aside', new Date(at).toISOString().replace(/[-:.]/g, ''));
  const opened = openDatabase({ file: draft, now: () => at });
  if (!opened.ok) throw new Error(`the backup does not open: ${opened.error.detail}`);
  const { db } = opened.value;
  const settled = inTransaction(db, () =>
    settle(db, { why, detail, setAside, storeCode, at, backup: found?.backup ?? null, seen }),
  );
  const erasedAgain = eraseAgain(db, erasures, at);
  const from = folders.map(filesIn);
  const lacking = bringFilesBack({ wanted: namedFiles(db, at), from, to: filesIn(dirname(file)) });
  const restored = {
    ...settled,
    erasedAgain,
    filesMissing: claimsOf(db, lacking),
    onlyThere: replaced.claims,
  };
  tellOfClaims(db, restored);
  // Closing empties the log into the file: what is moved into place below is whole by itself.
  db.pragma('wal_checkpoint(TRUNCATE)');
  opened.value.close();
  makeFolder(setAside);
  for (const end of ENDS) {
    if (existsSync(file + end)) renameSync(file + end, join(setAside, basename(file) + end));
  }
  syncFolder(setAside);
  renameSync(draft, file);
  for (const end of ENDS) rmSync(draft + end, { force: true });
  syncFolder(dirname(file));
  return restored;
}

/** Returns the claims that show these files now, and how many of them each. */
function claimsOf(db: Db, lacking: readonly FileDigest[]): Restored['filesMissing'] {
  return db
    .prepare<[string], Restored['filesMissing'][number]>(
      `SELECT number, count(*) AS count FROM attachment JOIN claim ON claim.id = claim_id
       WHERE removed_at IS NULL AND digest IN (SELECT value FROM json_each(?))
       GROUP BY running ORDER BY running`,
    )
    .all(JSON.stringify(lacking));
}

/** Puts on record what became of single claims, for whoever reads the notice. */
function tellOfClaims(db: Db, { filesMissing, erasedAgain, onlyThere }: Restored): void {
  const insert = db.prepare(
    `INSERT INTO recovery_claim (recovery, what, number, files, taken_at)
     SELECT max(id), @what, @number, @files, @takenAt FROM recovery`,
  );
  inTransaction(db, () => {
    for (const { number, count } of filesMissing)
      insert.run({ what: 'files-missing', number, files: count, takenAt: null });
    for (const number of erasedAgain)
      insert.run({ what: 'erased-again', number, files: null, takenAt: null });
    for (const { number, takenAt } of onlyThere)
      insert.run({ what: 'only-there', number, files: null, takenAt });
  });
}

function newestIntact(
  folders: readonly string[],
  wanted: BackupId | undefined,
): { readonly folder: string; readonly backup: Backup } | null {
  const candidates = folders
    .flatMap((folder) => backupsIn(folder).map((backup) => ({ folder, backup })))
    .filter(({ backup }) => wanted === undefined || backup.id === wanted)
    .toSorted((one, other) => other.backup.madeAt - one.backup.madeAt);
  return candidates.find(({ folder, backup }) => isIntact(folder, backup)) ?? null;
}

/** Makes a backup fit to go on from, in its own transaction. */
function settle(
  db: Db,
  given: {
    readonly why: RecoveryReason;
    readonly detail: string;
    readonly setAside: string;
    readonly storeCode: StoreCode;
    readonly at: Instant;
    readonly backup: Backup | null;
    readonly seen: number;
  },
): Settled {
  const { why, detail, setAside, storeCode, at, backup, seen } = given;
  const next = Number(db.prepare('SELECT next FROM claim_sequence').pluck().get());
  db.prepare('UPDATE claim_sequence SET next = ?').run(Math.max(next, seen + 1) + NUMBERS_SKIPPED);
  const unsureSlips = db
    .prepare(
      `UPDATE print_job SET state = 'sent-unconfirmed', problem = NULL, retry_at = NULL, attempts = max(attempts, 1),
         ended_at = @at, changed_at = @at
       WHERE state IN ('queued', 'sending', 'unsure')`,
    )
    .run({ at }).changes;
  const lost = seen >= next ? range(storeCode, next, seen) : null;
  const backupAt = backup?.madeAt ?? null;
  db.prepare(
    `INSERT INTO recovery (at, why, detail, backup_at, set_aside, lost_from, lost_to, unsure_slips)
     VALUES (@at, @why, @detail, @backupAt, @setAside, @from, @to, @unsureSlips)`,
  ).run({ at, why, detail, backupAt, setAside, from: lost?.from ?? null, to: lost?.to ?? null, unsureSlips });
  createAuditStore(db).append({ at, event: 'restored', subject: backup?.id ?? '' });
  return { why, detail, backupAt, setAside, lost, unsureSlips };
}

function range(code: StoreCode, from: number, to: number): { from: ClaimNumber; to: ClaimNumber } {
  return { from: claimNumber(code, from), to: claimNumber(code, to) };
}
