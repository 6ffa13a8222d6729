import type { Db } from '../store/sqlite.ts';

/** Counts up with every change of what is kept of a claim; an index of another form is made anew. */
export const FORM = 2;
/** The form of an index that is given up. */
export const GIVEN_UP = 0;

/**
 * Returns what tells whether the index in `db` is to be asked: one of another form, or given up, may be half emptied.
 * It throws what SQLite throws.
 */
export function createFormReader(db: Db): () => boolean {
  const form = db.prepare<[], number>('SELECT form FROM search_state WHERE id = 1').pluck();
  return () => form.get() === FORM;
}
