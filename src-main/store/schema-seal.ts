import { createHash } from 'node:crypto';
import type { Db } from './sqlite.ts';

/** Where the digest of the schema is kept, since the migration that brings this table. */
const SEAL_TABLE = 'schema_seal';
/** The version of that migration; older databases have no seal. */
const FIRST_SEALED = 120;

/** Keeps the digest of the schema as it is now, inside the migration's transaction; before the table exists, nothing. */
export function sealSchema(db: Db): void {
  if (!hasSeal(db)) return;
  db.prepare(
    `INSERT INTO ${SEAL_TABLE} (id, sha256) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256`,
  ).run(digest(db));
}

/**
 * Returns what is wrong with the schema of `db`, or null. A bit that flips in the text of the schema makes a sound
 * database with another table in it, of which SQLite says "no such table", as of a bug; by the digest it is damage.
 */
export function schemaFault(db: Db): string | null {
  if (Number(db.pragma('user_version', { simple: true })) < FIRST_SEALED) return null;
  const kept = hasSeal(db)
    ? db.prepare<[], string>(`SELECT sha256 FROM ${SEAL_TABLE} WHERE id = 1`).pluck().get()
    : undefined;
  return kept === digest(db) ? null : 'the schema is not as it was made';
}

function hasSeal(db: Db): boolean {
  return (
    db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(SEAL_TABLE) !== undefined
  );
}

function digest(db: Db): string {
  const rows = db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .raw()
    .all();
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}
