import Database from 'better-sqlite3';

/** An open connection. Only `openDatabase` makes one; the stores share it. */
export type Db = Database.Database;

/** The disk or the database refused: nothing was kept. `detail` is for the log and for staff. */
export interface KeepFailure {
  readonly code: 'not-kept';
  readonly detail: string;
}

/**
 * SQLite's result codes (without the extended part) for which the world is to blame and not the code.
 * Every other one, above all SQLITE_CONSTRAINT and SQLITE_ERROR, is a bug here and must stay loud.
 */
const STORAGE_CODES: ReadonlySet<string> = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_CANTOPEN',
  'SQLITE_PERM',
  'SQLITE_NOMEM',
  'SQLITE_PROTOCOL',
]);
const DAMAGE_CODES: ReadonlySet<string> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

/** Returns the failure behind an exception, or null where the exception is a bug that must be thrown on. */
export function storageFailure(error: unknown): KeepFailure | null {
  if (!(error instanceof Database.SqliteError) || !STORAGE_CODES.has(primaryCode(error.code))) return null;
  return { code: 'not-kept', detail: `${error.code}: ${error.message}` };
}

const FULL_CODES: ReadonlySet<string> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/** Returns whether SQLite or the system says that there is no space left. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && FULL_CODES.has(String(error.code));
}

/** Returns whether the system refused something about a file, and no code is to blame. */
export function isOfTheDisk(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/** Returns whether SQLite says that the file is no sound database. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && DAMAGE_CODES.has(primaryCode(error.code));
}

/**
 * Returns whether reading with statements that are right failed because of what the schema says: a bit that flipped in
 * its text makes SQLite speak of a bug (`no such table`), and where nothing but known statements ran, it is damage.
 */
export function isDamagedSchema(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR';
}

/**
 * Runs `work` as one immediate transaction and returns its value after COMMIT. Whatever is thrown, by `work`
 * or by COMMIT itself, the connection is out of the transaction again and nothing of it was kept.
 */
export function inTransaction<T>(db: Db, work: () => T): T {
  // better-sqlite3 would quietly make a savepoint, and "kept" would be said before anything is on the disk.
  if (db.inTransaction) throw new Error('a transaction inside a transaction');
  return db.transaction(work).immediate();
}

/** Returns the connection for an existing file; throws SqliteError or TypeError where it cannot be opened. */
export function connect(file: string, options: { readonly readonly: boolean; readonly busyMs: number }): Db {
  return new Database(file, { readonly: options.readonly, fileMustExist: true, timeout: options.busyMs });
}

/** `SQLITE_IOERR_FSYNC` → `SQLITE_IOERR`. */
function primaryCode(code: string): string {
  return code.split('_').slice(0, 2).join('_');
}
