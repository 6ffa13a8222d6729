import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { databaseFile } from './kept.ts';

/**
 * Tables that count what was tried, which a call that is refused is meant to change; and what the kiosk does by itself in
 * its own time: the index, which is made from the others, and the record that the night's purge ran.
 */
const LEFT_OUT = /^pin_guard$|^search_|^purge_run$/;

/** Returns a digest of every row of every table, by table: what is equal before and after was not changed. */
export function digestOfTables(dataFolder: string): Readonly<Record<string, string>> {
  const db = new Database(databaseFile(dataFolder), { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all();
    return Object.fromEntries(
      tables.filter((name) => !LEFT_OUT.test(name)).map((name) => [name, digestOf(db, name)]),
    );
  } finally {
    db.close();
  }
}

function digestOf(db: Database.Database, table: string): string {
  const hash = createHash('sha256');
  for (const row of db.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().iterate()) {
    hash.update(
      JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    );
  }
  return hash.digest('hex');
}
