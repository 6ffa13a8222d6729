import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  BACKUP_REASONS,
  keptBackups,
  type Backup,
  type BackupFailure,
  type BackupReason,
} from '../domain/backup.ts';
import type { Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { makeFolder, replaceFile, syncFolder, namesIn } from '../store/durable-file.ts';
import { NEWEST_VERSION } from '../store/migrate.ts';
import { connect, isDamage, isOfTheDisk, storageFailure, type Db } from '../store/sqlite.ts';
import {
  databaseFacts,
  structureFault,
  verifyDatabase,
  type DatabaseFacts,
} from '../store/verify-database.ts';

const CHUNK_BYTES = 1024 * 1024;

const manifest: z.ZodType<Backup> = z.strictObject({
  id: z.string().regex(/^claims-\d{8}T\d{9}Z$/),
  madeAt: z.int().transform((value) => value as Instant),
  why: z.enum(BACKUP_REASONS),
  schema: z.int(),
  bytes: z.int(),
  sha256: z.string().length(64),
  claims: z.int(),
  statements: z.int(),
  auditSeq: z.int(),
  auditHash: z.string().length(64),
  nextRunning: z.int(),
});

/** Returns the file of a backup in `folder`. */
export function backupFile(folder: string, { id }: Pick<Backup, 'id'>): string {
  return join(folder, `${id}.db`);
}

/**
 * Copies the database behind `source` into `folder`: written aside, verified, fsynced, renamed, and only then described
 * by a manifest, without which a file counts as no backup. `source` may be a connection that only reads.
 *
 * VACUUM INTO takes one snapshot while main goes on writing, and leaves out what was deleted. It does not fsync, so
 * that is done here. (`db.backup()` starts anew whenever main writes, and inside a transaction it answers with success
 * and writes no file.)
 */
export function writeBackup(options: {
  readonly source: Db;
  readonly folder: string;
  readonly why: BackupReason;
  readonly at: Instant;
  /** Puts beside the copy, which was verified, what belongs to it; what this returns ends the backup. */
  readonly withIt?: (copy: Db) => BackupFailure | null;
}): Result<Backup, BackupFailure> {
  const { source, folder, why, at, withIt } = options;
  const id = `claims-${new Date(at).toISOString().replace(/[-:.]/g, '')}`;
  const file = backupFile(folder, { id });
  const aside = `${file}.new`;
  try {
    makeFolder(folder);
    rmSync(aside, { force: true });
    // An empty file of our own: SQLite would make one that everybody can read.
    closeSync(openSync(aside, 'wx', 0o600));
    source.prepare('VACUUM INTO ?').run(aside);
    const facts = verifyCopy(aside);
    if (!facts.ok) return discard(aside, { reason: 'damaged', detail: facts.error });
    const refusal = withIt ? reading(aside, withIt) : null;
    if (refusal) return discard(aside, refusal);
    sync(aside);
    const { sha256, bytes } = digestOf(aside);
    renameSync(aside, file);
    syncFolder(folder);
    const backup: Backup = { id, madeAt: at, why, bytes, sha256, ...facts.value };
    replaceFile(folder, `${id}.json`, JSON.stringify(backup));
    return ok(backup);
  } catch (error) {
    return discard(aside, failureOf(error));
  }
}

/**
 * Copies a backup to a second place, whole or not at all, and reads it back from there; `withIt` first puts there what
 * belongs to it, and throws where the disk refuses. Returns what went wrong, or null. A backup that is there already is
 * left as it is.
 */
export function copyBackup(
  backup: Backup,
  from: string,
  to: string,
  withIt?: () => void,
): BackupFailure | null {
  const aside = `${backupFile(to, backup)}.new`;
  try {
    makeFolder(to);
    withIt?.();
    if (backupsIn(to).some(({ sha256 }) => sha256 === backup.sha256)) return null;
    copyFile(backupFile(from, backup), aside);
    if (digestOf(aside).sha256 !== backup.sha256) {
      removeDraft(aside);
      return { reason: 'damaged', detail: `${backup.id} reads back differently there` };
    }
    renameSync(aside, backupFile(to, backup));
    syncFolder(to);
    replaceFile(to, `${backup.id}.json`, JSON.stringify(backup));
    return null;
  } catch (error) {
    removeDraft(aside);
    return failureOf(error);
  }
}

/** Returns the backups in `folder` by their manifests, newest first; none where there is no such folder. */
export function backupsIn(folder: string): readonly Backup[] {
  const found = namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed = manifest.safeParse(jsonOf(join(folder, name)));
      return parsed.success && name === `${parsed.data.id}.json` ? [parsed.data] : [];
    });
  return found.toSorted((one, other) => other.madeAt - one.madeAt);
}

/** Returns whether not a bit of a backup has changed since it was verified. */
export function isIntact(folder: string, backup: Backup): boolean {
  try {
    return digestOf(backupFile(folder, backup)).sha256 === backup.sha256;
  } catch (error) {
    if (isOfTheDisk(error)) return false;
    throw error;
  }
}

/** Removes what the rule does not keep and what a power cut left half written; returns how many backups went. */
export function pruneBackups(folder: string): number {
  const all = backupsIn(folder);
  const kept = keptBackups(all);
  const gone = all.filter(({ id }) => !kept.has(id));
  // The manifest first: a file without one is no backup, and goes the next time.
  for (const { id } of gone) rmSync(join(folder, `${id}.json`), { force: true });
  for (const name of namesIn(folder)) {
    const stray = /^(claims-\d{8}T\d{9}Z)\.(db|json)(\.new)?$/.exec(name);
    const id = stray?.[1];
    if (id !== undefined && (name.endsWith('.new') || !kept.has(id)))
      rmSync(join(folder, name), { force: true });
  }
  if (gone.length > 0) syncFolder(folder);
  return gone.length;
}

/** Copies a file and fsyncs the copy, which only this user can read; throws what the system throws. */
export function copyFile(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  sync(to);
}

/** A copy of the newest schema is read whole; an older one, from before a migration, by its structure. */
function verifyCopy(file: string): Result<DatabaseFacts, string> {
  return reading(file, (db) => {
    if (Number(db.pragma('user_version', { simple: true })) === NEWEST_VERSION) return verifyDatabase(db);
    const fault = structureFault(db);
    return fault === null ? ok(databaseFacts(db)) : err(fault);
  });
}

/** Returns what `work` makes of a copy, which it cannot change; throws what SQLite throws. */
export function reading<T>(file: string, work: (db: Db) => T): T {
  const db = connect(file, { readonly: true, busyMs: 0 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function digestOf(file: string): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    closeSync(handle);
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What is no JSON is no manifest. */
function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function discard(aside: string, failure: BackupFailure): Result<never, BackupFailure> {
  removeDraft(aside);
  return err(failure);
}

/** Removes what is half done; where its folder could not be made there is nothing. */
function removeDraft(aside: string): void {
  for (const path of [aside, `${aside}-journal`].filter((each) => existsSync(each))) rmSync(path);
}

/** Returns whose fault it is; throws what is a bug. */
function failureOf(error: unknown): BackupFailure {
  const detail = error instanceof Error ? error.message : String(error);
  if (isDamage(error)) return { reason: 'damaged', detail };
  if (storageFailure(error) ?? isOfTheDisk(error)) return { reason: 'disk', detail };
  throw error;
}
