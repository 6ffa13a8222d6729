import type { Instant } from '../domain/brand.ts';
import type { Purged, PurgedKind, PurgeRun } from '../domain/retention.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** The record of what every night's purge removed. Throws what SQLite throws. */
export interface PurgeStore {
  /** Returns the latest run, or null where there never was one. */
  latest(): PurgeRun | null;
  /** Begins the purge of a night, or goes on with it. */
  begin(night: string, at: Instant): void;
  /** Adds to what the purge of a night removed. */
  count(night: string, kind: PurgedKind, count: number): void;
  /** The purge of a night is through. */
  end(night: string, at: Instant): void;
}

const COLUMNS = {
  contacts: 'contacts',
  words: 'words',
  pictures: 'pictures',
  exports: 'exports',
  setAside: 'set_aside',
} as const satisfies Record<keyof Purged, string>;

/** Returns the record in `db`. */
export function createPurgeStore(db: Db): PurgeStore {
  const latest = db.prepare<[], PurgeRun>(
    `SELECT night, began_at AS beganAt, ended_at AS endedAt, contacts, words, pictures, exports,
       set_aside AS setAside
     FROM purge_run ORDER BY night DESC LIMIT 1`,
  );
  const begin = db.prepare(
    'INSERT INTO purge_run (night, began_at) VALUES (?, ?) ON CONFLICT (night) DO NOTHING',
  );
  const end = db.prepare('UPDATE purge_run SET ended_at = ? WHERE night = ?');
  const add = Object.fromEntries(
    Object.entries(COLUMNS).map(([kind, column]) => [
      kind,
      db.prepare(`UPDATE purge_run SET ${column} = ${column} + ? WHERE night = ?`),
    ]),
  );

  return {
    latest: () => latest.get() ?? null,
    begin: (night, at) => inTransaction(db, () => void begin.run(night, at)),
    count: (night, kind, count) => inTransaction(db, () => void add[kind]?.run(count, night)),
    end: (night, at) => inTransaction(db, () => void end.run(at, night)),
  };
}
