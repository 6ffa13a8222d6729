import type { Db } from '../store/sqlite.ts';

/** Empties the search index. Throws what SQLite throws. */
export interface IndexEmptier {
  /**
   * Takes some rows out, a few at the least, in the caller's transaction; returns whether the index is empty now. What
   * is left in between is no sound index: nobody asks it or writes to it until this has returned true.
   */
  emptyWhile(goOn: () => boolean): boolean;
}

/**
 * The tables of the index by what their rows are found by, and how many rows go at once. FTS5's own emptying
 * (`delete-all`) overwrites every page in one statement, seconds at a million claims, so that its tables are emptied
 * before it, row by row. Those of its rows that it opens the index by are left to it.
 */
const TABLES: readonly (readonly [table: string, key: string, atOnce: number, which?: string])[] = [
  ...['search_words', 'search_ids'].flatMap(
    (index) =>
      [
        [`${index}_data`, 'id', 8, 'WHERE id > 10'],
        [`${index}_idx`, 'segid, term', 32],
        [`${index}_docsize`, 'id', 64],
      ] as const,
  ),
  ['search_document', 'running', 16],
  ['search_posting', 'block, term', 32],
  ['search_changed', 'running', 64],
];

/** Returns what empties the index in `db`. */
export function createIndexEmptier(db: Db): IndexEmptier {
  const takeOut = TABLES.map(
    ([table, key, atOnce, which = '']) =>
      `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} ${which} ORDER BY ${key} LIMIT ${atOnce})`,
  );
  const finish = ['search_words', 'search_ids'].map((index) =>
    db.prepare(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`),
  );

  return {
    emptyWhile(goOn) {
      // SQLite keeps us from FTS5's own tables otherwise, also from preparing such a statement.
      db.unsafeMode(true);
      try {
        for (const sql of takeOut) {
          const statement = db.prepare(sql);
          while (statement.run().changes > 0) if (!goOn()) return false;
        }
      } finally {
        db.unsafeMode(false);
      }
      for (const statement of finish) statement.run();
      return true;
    },
  };
}
