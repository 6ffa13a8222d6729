import type { Db } from './sqlite.ts';

/** SQLite's check also asks the full-text indexes how they are. They hold nothing of their own and are made anew. */
const OF_THE_SEARCH_INDEX = /\bfts5\b/i;

/**
 * Returns what SQLite's own check finds wrong in `db`, or null: `quick_check` looks at every page, `integrity_check` also
 * compares each index with its table. Damage of the search index is none. Throws what SQLite throws.
 */
export function pageFault(db: Db, check: 'quick_check' | 'integrity_check'): string | null {
  const verdicts = db.prepare<[], string>(`PRAGMA ${check}`).pluck().all();
  return verdicts.find((verdict) => verdict !== 'ok' && !OF_THE_SEARCH_INDEX.test(verdict)) ?? null;
}
