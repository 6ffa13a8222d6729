import { inTransaction, type Db } from '../store/sqlite.ts';
import { createTextReader, documentOf, termsOf, type SearchDocument } from './document.ts';
import { FULL_BYTES, listOf, placeOf, without } from './postings.ts';

/** Counts up with every change of what is kept of a claim; an index of another form is made anew. */
const FORM = 1;
/** Pages that are merged before the clock is looked at again. */
const MERGE_PAGES = 16;
/** Most claims in one step. */
const AT_ONCE = 500;

/** Writes the search index. Throws what SQLite throws. */
export interface IndexWriter {
  /**
   * Works on the index in one transaction, for about `budgetMs` milliseconds: takes in claims that are new or changed,
   * one at the least, or merges what earlier steps wrote; turn about where there is both.
   */
  step(budgetMs: number): StepDone;
  /** Takes a claim out of every index, inside the caller's transaction. Nothing of it is left in their pages. */
  forget(running: number): void;
  /** Empties the index, so that the next steps make it anew. */
  reset(): void;
}

/** What one step did. */
export interface StepDone {
  readonly claims: number;
  /** Whether the next step would find nothing to do. */
  readonly done: boolean;
}

/** Returns the writer of the index in `db`; one of another form is emptied first. `nowMs` is a clock that only rises. */
export function createIndexWriter(db: Db, nowMs: () => number = () => performance.now()): IndexWriter {
  const reader = createTextReader(db);
  const state = db.prepare<[], { form: number; indexed_to: number }>(
    'SELECT form, indexed_to FROM search_state WHERE id = 1',
  );
  const setState = db.prepare('UPDATE search_state SET form = ?, indexed_to = ? WHERE id = 1');
  const changed = db
    .prepare<[], number>(`SELECT running FROM search_changed ORDER BY running LIMIT ${AT_ONCE}`)
    .pluck();
  const unchanged = db.prepare('DELETE FROM search_changed WHERE running = ?');
  const kept = db.prepare<[number], SearchDocument>(
    'SELECT words, item, person, ids FROM search_document WHERE running = ?',
  );
  const keep = db.prepare(
    'INSERT INTO search_document (running, words, item, person, ids) VALUES (?, ?, ?, ?, ?)',
  );
  const drop = db.prepare('DELETE FROM search_document WHERE running = ?');
  const addWords = db.prepare('INSERT INTO search_words (rowid, words, item, person) VALUES (?, ?, ?, ?)');
  const addIds = db.prepare('INSERT INTO search_ids (rowid, ids) VALUES (?, ?)');
  const takeWords = db.prepare(
    "INSERT INTO search_words (search_words, rowid, words, item, person) VALUES ('delete', ?, ?, ?, ?)",
  );
  const takeIds = db.prepare("INSERT INTO search_ids (search_ids, rowid, ids) VALUES ('delete', ?, ?)");
  // SQLite makes a text of two blobs that it joins.
  const addPlace = db.prepare(
    `INSERT INTO search_posting (block, term, places) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET places = CAST(places || excluded.places AS BLOB)
     WHERE length(places) < ${FULL_BYTES}`,
  );
  const places = db
    .prepare<[number, string], Buffer>('SELECT places FROM search_posting WHERE block = ? AND term = ?')
    .pluck();
  const setPlaces = db.prepare('UPDATE search_posting SET places = ? WHERE block = ? AND term = ?');
  const dropPlaces = db.prepare('DELETE FROM search_posting WHERE block = ? AND term = ?');
  const merges = ['search_words', 'search_ids'].map((table) =>
    db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${MERGE_PAGES})`),
  );
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  /** Whether a merge would find nothing to do, as far as is known. */
  let merged = false;
  let mergesNext = false;

  function indexedTo(): number {
    const row = state.get();
    if (!row) throw new Error('the search state has no row');
    return row.indexed_to;
  }

  function add(running: number, document: SearchDocument): void {
    const { words, item, person, ids } = document;
    keep.run(running, words, item, person, ids);
    addWords.run(running, words, item, person);
    addIds.run(running, ids);
    const { block, place } = placeOf(running);
    const list = listOf(place);
    for (const term of termsOf(document)) addPlace.run(block, term, list);
  }

  function forget(running: number): void {
    unchanged.run(running);
    const document = kept.get(running);
    if (!document) return;
    const { words, item, person, ids } = document;
    takeWords.run(running, words, item, person);
    takeIds.run(running, ids);
    drop.run(running);
    const { block, place } = placeOf(running);
    for (const term of termsOf(document)) {
      const list = places.get(block, term);
      if (!list) continue;
      const rest = without(list, place);
      if (rest.length === 0) dropPlaces.run(block, term);
      else if (rest !== list) setPlaces.run(rest, block, term);
    }
  }

  function takeIn(running: number): void {
    forget(running);
    const texts = reader.byRunning(running);
    if (texts) add(running, documentOf(texts));
  }

  function takeInWhile(goOn: () => boolean): number {
    let count = 0;
    for (const running of changed.all()) {
      if (count > 0 && !goOn()) return count;
      takeIn(running);
      count++;
    }
    let to = indexedTo();
    for (const running of reader.after(to, AT_ONCE)) {
      if (count > 0 && !goOn()) break;
      takeIn(running);
      to = running;
      count++;
    }
    if (count > 0) setState.run(FORM, to);
    return count;
  }

  function step(budgetMs: number): StepDone {
    const until = nowMs() + budgetMs;
    const goOn = (): boolean => nowMs() < until;
    // Most looks find nothing new, and a transaction that writes nothing still takes the lock.
    const somethingNew = changed.get() !== undefined || reader.after(indexedTo(), 1).length > 0;
    if (somethingNew && !mergesNext) {
      merged = false;
      mergesNext = true;
      return { claims: inTransaction(db, () => takeInWhile(goOn)), done: false };
    }
    mergesNext = false;
    if (!merged) merged = inTransaction(db, () => mergeWhile(goOn));
    return { claims: 0, done: merged && !somethingNew };
  }

  /** Returns whether nothing is left to merge. */
  function mergeWhile(goOn: () => boolean): boolean {
    return merges.every((merge) => {
      let isMerged = mergeALittle(merge);
      while (!isMerged && goOn()) isMerged = mergeALittle(merge);
      return isMerged;
    });
  }

  /** Returns whether there was nothing to do; FTS5 tells by how many rows changed (its manual, "merge"). */
  function mergeALittle(merge: { run(): unknown }): boolean {
    const before = changes.get() ?? 0;
    merge.run();
    return (changes.get() ?? 0) - before < 2;
  }

  function reset(): void {
    inTransaction(db, () => {
      db.exec(`
        INSERT INTO search_words (search_words) VALUES ('delete-all');
        INSERT INTO search_ids (search_ids) VALUES ('delete-all');
        DELETE FROM search_document;
        DELETE FROM search_posting;
        DELETE FROM search_changed;
      `);
      setState.run(FORM, 0);
    });
    merged = false;
  }

  if (state.get()?.form !== FORM) reset();
  return { step, forget, reset };
}
