import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { WAL_KEPT_BYTES } from './checkpointer.ts';
import { makeFolder, syncFolder } from './durable-file.ts';
import { inspectDatabase, type Refusal } from './inspect-database.ts';
import { migrate, NEWEST_VERSION } from './migrate.ts';
import { schemaFault } from './schema-seal.ts';
import { connect, isDamage, isOfTheDisk, storageFailure, type Db } from './sqlite.ts';

/** The one connection to the one database. */
export interface OpenDatabase {
  readonly db: Db;
  /** Whether this call made the database. */
  readonly created: boolean;
  /** Empties the write-ahead log into the database and closes it; throws what SQLite throws. */
  close(): void;
}

/** A process that holds the file (a backup, a curious sqlite3) delays a claim by at most this. */
const BUSY_MS = 2_000;

/**
 * Set on every open, and read back: better-sqlite3 is built so that the connection which creates a WAL database
 * runs FULL and every later one NORMAL, which loses acknowledged claims at a power cut.
 */
const PRAGMAS: readonly (readonly [name: string, value: string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  // macOS needs more than fsync to get through the drive's own cache; elsewhere these two do nothing.
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['foreign_keys', 1],
  // Without it, INSERT OR REPLACE removes a row past the triggers that keep the history.
  ['recursive_triggers', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['secure_delete', 1],
  ['busy_timeout', BUSY_MS],
  // A checkpoint in the middle of a claim is felt; `checkpointer.ts` does it when nobody waits.
  ['wal_autocheckpoint', 0],
  // Who reads for long, as a backup does, makes the log grow; afterwards its file is cut to this.
  ['journal_size_limit', WAL_KEPT_BYTES],
];

/**
 * Opens the database at `file`, makes it where there is none, and brings its schema up to date. One that is
 * newer, somebody else's or damaged is refused with not a byte of it changed. Bugs throw.
 */
export function openDatabase(given: {
  readonly file: string;
  readonly now: () => Instant;
  /** Runs before the schema of an older database is brought up to date; what it returns ends the opening. */
  readonly beforeMigration?: (db: Db) => Refusal | null;
}): Result<OpenDatabase, Refusal> {
  const { file, now, beforeMigration } = given;
  try {
    makeFolder(dirname(file));
    const found = inspectDatabase(file);
    if (!found.ok) return found;
    const created = found.value === 'absent';
    if (created) create(file, now());
    const db = connectAndMigrate(file, now(), created ? undefined : beforeMigration);
    return ok({ db, created, close: () => void db.close() });
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal);
    const detail = `${file}: ${error instanceof Error ? error.message : String(error)}`;
    if (isDamage(error)) return err({ reason: 'damaged-database', detail });
    if (storageFailure(error) ?? (error instanceof UnsafeDisk || isOfTheDisk(error)))
      return err({ reason: 'disk', detail });
    throw error;
  }
}

/**
 * Makes the database beside its place, whole, and moves it there: a kill leaves none or a finished one, whose
 * own header (not only its log) says that it is ours.
 */
function create(file: string, at: Instant): void {
  const draft = `${file}.new`;
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(draft + end, { force: true });
  // SQLite would make the file readable for everybody; its log and index take their mode from it.
  closeSync(openSync(draft, 'wx', 0o600));
  const db = connectAndMigrate(draft, at);
  try {
    // Closing would do it too, but says nothing where the disk refuses in the middle: half a database would be moved
    // into place, and its other half left behind in the log.
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  renameSync(draft, file);
  // Without this a power cut can take the name away again, and with it every claim since.
  syncFolder(dirname(file));
}

function connectAndMigrate(file: string, at: Instant, beforeMigration?: (db: Db) => Refusal | null): Db {
  const db = connect(file, { readonly: false, busyMs: BUSY_MS });
  try {
    configure(db);
    if (Number(db.pragma('user_version', { simple: true })) < NEWEST_VERSION) {
      const refusal = beforeMigration?.(db);
      if (refusal) throw new Refused(refusal);
    }
    migrate(db, at);
    const fault = schemaFault(db);
    if (fault !== null) throw new Refused({ reason: 'damaged-database', detail: fault });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Sets every pragma and reads it back; throws at the first that did not take (a network disk cannot do WAL). */
function configure(db: Db): void {
  for (const [name, value] of PRAGMAS) {
    db.pragma(`${name} = ${value}`);
    const actual: unknown = db.pragma(name, { simple: true });
    if (actual !== value) throw new UnsafeDisk(`${name} is ${String(actual)} and not ${value}`);
  }
}

/** It opens, and there is a reason not to go on. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** The disk or the build of SQLite does not give what a kept word needs. */
class UnsafeDisk extends Error {}
