import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { REMOVED_KEPT_MS, type FileDigest } from '../domain/attachment.ts';
import type { Backup } from '../domain/backup.ts';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { attachmentFile } from '../store/attachment-files.ts';
import { makeFolder, namesIn, syncFolder } from '../store/durable-file.ts';
import { ATTACHMENTS } from '../store/migrations/0110-attachments.ts';
import { BALLAST_BYTES, FLOOR_BYTES, spaceOf } from '../store/space-keeper.ts';
import { isOfTheDisk, storageFailure, type Db } from '../store/sqlite.ts';
import { backupFile, reading } from './backup-file.ts';

/** A photo or a file that a database names. */
export interface NamedFile {
  readonly digest: FileDigest;
  readonly bytes: number;
}

const DIGEST = /^[0-9a-f]{64}$/;
/** Rows whose file was kept at a time: those that are there, and those that could be put back then. */
const KEPT_THEN = '(removed_at IS NULL OR removed_at > @since)';
/** The shelves (first two digits of a digest) are read anew in this many turns; a prime, so that no rhythm misses one. */
const TURNS = 23;
const HOUR_MS = 3_600_000;

/**
 * Returns the folder of photos and files below a data folder, or below a place of backups: by digest, each once,
 * however many backups name it. A backup has its own copy and no hard link, which would share every damage.
 */
export function filesIn(folder: string): string {
  return join(folder, 'files');
}

/** Returns the photos and files that `db` needed at that time, also when it is of before there were any. */
export function namedFiles(db: Db, at: Instant): readonly NamedFile[] {
  if (Number(db.pragma('user_version', { simple: true })) < ATTACHMENTS.version) return [];
  return db
    .prepare<[{ since: number }], NamedFile>(
      `SELECT digest, max(bytes) AS bytes FROM attachment WHERE ${KEPT_THEN} GROUP BY digest ORDER BY digest`,
    )
    .all({ since: at - REMOVED_KEPT_MS });
}

/** Returns those of the files that are not in `folder`, by their length. */
export function absentFiles(wanted: readonly NamedFile[], folder: string): readonly NamedFile[] {
  return wanted.filter((file) => !isThere(file, folder));
}

/**
 * Brings into `to` what is not there, or not whole, from the first of `from` that has it whole: written aside, fsynced,
 * read back, renamed. Every hour it reads another share of what is there already; the rest it takes by its length.
 * Returns what none of them has. Throws what the disk throws; what was brought by then stays.
 */
export function bringFiles(options: {
  readonly wanted: readonly NamedFile[];
  readonly from: readonly string[];
  readonly to: string;
  readonly at: Instant;
}): readonly FileDigest[] {
  const { wanted, from, to, at } = options;
  const turn = Math.floor(at / HOUR_MS) % TURNS;
  const shelves = new Set<string>();
  const lacking = wanted.filter((file) => {
    const isDue = Number.parseInt(file.digest.slice(0, 2), 16) % TURNS === turn;
    if (isThere(file, to) && (!isDue || readWhole(to, file.digest) !== null)) return false;
    const bytes = firstWhole(from, file.digest);
    if (bytes === null) return true;
    return !writeWhole(to, file.digest, bytes, shelves);
  });
  for (const shelf of shelves) syncFolder(shelf);
  return lacking.map(({ digest }) => digest);
}

/**
 * Brings back into the kiosk's own folder what is not there by its length, as far as there is room for it and for
 * claims. Returns what is nowhere, or had no room: nothing of it keeps a database from being put in place.
 */
export function bringFilesBack(options: {
  readonly wanted: readonly NamedFile[];
  readonly from: readonly string[];
  readonly to: string;
}): readonly FileDigest[] {
  const { wanted, from, to } = options;
  const shelves = new Set<string>();
  const lacking = absentFiles(wanted, to).filter(({ digest }) => {
    const bytes = firstWhole(from, digest);
    if (bytes === null) return true;
    const free = spaceOf(dirname(to))?.free ?? 0;
    if (free - bytes.byteLength < FLOOR_BYTES + BALLAST_BYTES) return true;
    try {
      return !writeWhole(to, digest, bytes, shelves);
    } catch (error) {
      if (isOfTheDisk(error)) return true;
      throw error;
    }
  });
  for (const shelf of shelves) syncFolder(shelf);
  return lacking.map(({ digest }) => digest);
}

/**
 * Removes from a place what none of its backups names but for claims that were erased since, and what a kill left half
 * written; returns how many files went. While one of the backups cannot be read, all stays.
 */
export function pruneFiles(place: string, backups: readonly Backup[], erased: ReadonlySet<ClaimId>): number {
  const folder = filesIn(place);
  const unnamed = new Set<FileDigest>();
  for (const shelf of namesIn(folder)) {
    for (const name of namesIn(join(folder, shelf))) {
      if (name.endsWith('.new')) rmSync(join(folder, shelf, name), { force: true });
      else if (DIGEST.test(name)) unnamed.add(name as FileDigest);
    }
  }
  for (const backup of backups) {
    if (unnamed.size === 0) return 0;
    const named = namedBy(backupFile(place, backup), { unnamed, erased, at: backup.madeAt });
    if (named === null) return 0;
    for (const digest of named) unnamed.delete(digest);
  }
  for (const digest of unnamed) rmSync(attachmentFile(folder, digest), { force: true });
  return unnamed.size;
}

/** Returns which of the files a backup names, or null where it cannot be read. */
function namedBy(
  file: string,
  given: {
    readonly unnamed: ReadonlySet<FileDigest>;
    readonly erased: ReadonlySet<ClaimId>;
    readonly at: Instant;
  },
): readonly FileDigest[] | null {
  try {
    return reading(file, (db) => {
      if (Number(db.pragma('user_version', { simple: true })) < ATTACHMENTS.version) return [];
      const names = db
        .prepare<[{ digest: FileDigest; since: number; erased: string }], number>(
          `SELECT 1 FROM attachment WHERE digest = @digest AND ${KEPT_THEN}
             AND claim_id NOT IN (SELECT value FROM json_each(@erased))`,
        )
        .pluck();
      const [since, erased] = [given.at - REMOVED_KEPT_MS, JSON.stringify([...given.erased])];
      return [...given.unnamed].filter((digest) => names.get({ digest, since, erased }) !== undefined);
    });
  } catch (error) {
    if (storageFailure(error) ?? isOfTheDisk(error)) return null;
    throw error;
  }
}

function isThere({ digest, bytes }: NamedFile, folder: string): boolean {
  const stats = statSync(attachmentFile(folder, digest), { throwIfNoEntry: false });
  return stats !== undefined && stats.isFile() && stats.size === bytes;
}

function firstWhole(folders: readonly string[], digest: FileDigest): Buffer | null {
  for (const folder of folders) {
    const bytes = readWhole(folder, digest);
    if (bytes !== null) return bytes;
  }
  return null;
}

/** Returns a file bit for bit as it was kept, or null: it is missing or altered, or its drive is gone. */
function readWhole(folder: string, digest: FileDigest): Buffer | null {
  try {
    const bytes = readFileSync(attachmentFile(folder, digest));
    return createHash('sha256').update(bytes).digest('hex') === digest ? bytes : null;
  } catch (error) {
    if (isOfTheDisk(error)) return null;
    throw error;
  }
}

/**
 * Writes a file, whole or not at all; returns whether it reads back as it was written. Its folder is added to `shelves`,
 * whose names the caller makes last.
 */
function writeWhole(folder: string, digest: FileDigest, bytes: Buffer, shelves: Set<string>): boolean {
  const file = attachmentFile(folder, digest);
  const aside = `${file}.new`;
  makeFolder(dirname(file));
  try {
    const handle = openSync(aside, 'w', 0o600);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    const isAsWritten = readFileSync(aside).equals(bytes);
    if (isAsWritten) renameSync(aside, file);
    else rmSync(aside);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  shelves.add(dirname(file));
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
