import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../domain/result.ts';
import { APPLICATION_ID, MIGRATIONS, NEWEST_VERSION } from './migrate.ts';
import { pageFault } from './page-fault.ts';
import { connect, isDamage, isDamagedSchema, type Db } from './sqlite.ts';

/** Why a database cannot be used; the same words as the contract's `OutOfServiceReason`. */
export type OutOfService = 'newer-database' | 'other-database' | 'damaged-database' | 'disk';

/** A database that was left alone, and what staff need to know about it. */
export interface Refusal {
  readonly reason: OutOfService;
  readonly detail: string;
}

/** What lies at the path: nothing (a file without a byte counts as that), or a database of ours. */
export type Found = 'absent' | 'ours';

const MAGIC = 'SQLite format 3\0';
/** Where the file format keeps these two, as big-endian 32-bit numbers. */
const HEADER = { bytes: 100, userVersion: 60, applicationId: 68 } as const;
/**
 * Up to this size every page is looked at (tens of milliseconds). Above it the start would be felt, and the
 * whole-file check belongs to idle time; what is read in daily work is still checked by SQLite as it is read.
 */
const WHOLE_CHECK_MAX_BYTES = 64 * 1024 * 1024;

/**
 * Returns what `file` is without changing a byte of it: a database that is not ours, newer than this app or
 * damaged may be all that is left of somebody's words. What is not ours is told by its header alone; only ours
 * is then opened, by a connection that cannot write.
 */
export function inspectDatabase(file: string): Result<Found, Refusal> {
  try {
    const size = sizeOf(file);
    if (size === 0) {
      // SQLite would take a log for a leftover and delete it, with the newest claims, or play a journal back.
      const rest = ['-wal', '-journal'].find((end) => sizeOf(file + end) > 0);
      if (!rest) return ok('absent');
      return refuse('damaged-database', `${file} is gone or empty, but its ${rest} is there`);
    }
    const header = headerOf(file);
    if (header.toString('latin1', 0, MAGIC.length) !== MAGIC || size < header.length) {
      return refuse('damaged-database', `${file} is no database`);
    }
    const application = header.readUInt32BE(HEADER.applicationId);
    if (application !== APPLICATION_ID) {
      return refuse('other-database', `${file} has the application id ${application}`);
    }
    return judgeVersion(header.readInt32BE(HEADER.userVersion)) ?? lookInside(file, size);
  } catch (error) {
    const damaged = isDamage(error) || isDamagedSchema(error);
    return refuse(damaged ? 'damaged-database' : 'disk', `${file}: ${messageOf(error)}`);
  }
}

/** The header may be older than the log, so the version is asked for again, of SQLite, which reads both. */
function lookInside(file: string, size: number): Result<Found, Refusal> {
  // Even a reader makes these two, and leaves them. Those that were there before hold claims and stay.
  const made = [`${file}-wal`, `${file}-shm`].filter((path) => !existsSync(path));
  try {
    const db = connect(file, { readonly: true, busyMs: 0 });
    try {
      return judgeVersion(pragmaNumber(db, 'user_version')) ?? judgePages(db, size);
    } finally {
      db.close();
    }
  } finally {
    for (const path of made) rmSync(path, { force: true });
  }
}

function judgeVersion(version: number): Result<never, Refusal> | null {
  if (version > NEWEST_VERSION) {
    return refuse('newer-database', `version ${version}; this app knows up to ${NEWEST_VERSION}`);
  }
  if (MIGRATIONS.some((migration) => migration.version === version)) return null;
  return refuse('damaged-database', `there never was a version ${version}`);
}

function judgePages(db: Db, size: number): Result<Found, Refusal> {
  if (size > WHOLE_CHECK_MAX_BYTES) {
    // Reads the schema, and with it notices a file that was cut short.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return ok('ours');
  }
  const damage = pageFault(db, 'quick_check');
  return damage === null ? ok('ours') : refuse('damaged-database', damage);
}

function pragmaNumber(db: Db, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new Error(`${path} is no file`);
  return found?.size ?? 0;
}

function headerOf(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEADER.bytes);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

function refuse(reason: OutOfService, detail: string): Result<never, Refusal> {
  return err({ reason, detail });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
