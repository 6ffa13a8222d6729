import type { Db } from '../store/sqlite.ts';
import { inUnsyncedTransaction } from '../store/unsynced.ts';
import { createTextReader, documentOf, termsOf, type SearchDocument } from './document.ts';
import { createIndexEmptier } from './index-emptier.ts';
import { FORM, GIVEN_UP } from './index-form.ts';
import { createPostingWriter } from './posting-writer.ts';

/** Pages that are merged before the clock is looked at again. */
const MERGE_PAGES = 16;
/** Most claims in one step. */
const AT_ONCE = 500;

/** Writes the search index. Throws what SQLite throws. */
export interface IndexWriter {
  /**
   * Works on the index in one transaction, for about `budgetMs` milliseconds: takes in claims that are new or changed,
   * one at the least, or puts in order what earlier steps wrote; turn about where there is both. An index that is to be
   * made anew is emptied first.
   */
  step(budgetMs: number): StepDone;
  /** Takes a claim out of every index, inside the caller's transaction. Nothing of it is left in their pages. */
  forget(running: number): void;
  /** Gives the index up: the next steps empty it and make it anew, also after a kill. Until it is empty, nothing is found. */
  reset(): void;
}

/** What one step did. */
export interface StepDone {
  readonly claims: number;
  /** Whether the next step would find nothing to do. */
  readonly done: boolean;
}

/** Returns the writer of the index in `db`; one of another form is made anew. `nowMs` is a clock that only rises. */
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
  const postings = createPostingWriter(db);
  const emptier = createIndexEmptier(db);
  const merges = ['search_words', 'search_ids'].map((table) =>
    db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${MERGE_PAGES})`),
  );
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  /** Whether a merge would find nothing to do, as far as is known. */
  let merged = false;
  /** Turn about: claims are taken in, and what that left behind is put in order. */
  let orderNext = false;

  function stateNow(): { readonly form: number; readonly indexed_to: number } {
    const row = state.get();
    if (!row) throw new Error('the search state has no row');
    return row;
  }

  function add(running: number, document: SearchDocument): void {
    const { words, item, person, ids } = document;
    keep.run(running, words, item, person, ids);
    addWords.run(running, words, item, person);
    addIds.run(running, ids);
    postings.add(running, termsOf(document));
  }

  function forget(running: number): void {
    // Half emptied, it cannot be rid of one text; and whoever was promised that nothing is left need not wait.
    if (stateNow().form !== FORM) emptyWhile(() => true);
    unchanged.run(running);
    const document = kept.get(running);
    if (!document) return;
    const { words, item, person, ids } = document;
    takeWords.run(running, words, item, person);
    takeIds.run(running, ids);
    drop.run(running);
    postings.remove(running, termsOf(document));
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
    let to = stateNow().indexed_to;
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
    if (stateNow().form !== FORM && !inUnsyncedTransaction(db, () => emptyWhile(goOn)))
      return { claims: 0, done: false };
    const indexedTo = stateNow().indexed_to;
    // Most looks find nothing new, and a transaction that writes nothing still takes the lock.
    const somethingNew = changed.get() !== undefined || reader.after(indexedTo, 1).length > 0;
    if (somethingNew && !orderNext) {
      merged = false;
      orderNext = true;
      return { claims: inUnsyncedTransaction(db, () => takeInWhile(goOn)), done: false };
    }
    orderNext = false;
    if (!merged) merged = inUnsyncedTransaction(db, () => mergeWhile(goOn));
    else if (postings.canWiden(indexedTo)) inUnsyncedTransaction(db, () => postings.widen(indexedTo, goOn));
    return { claims: 0, done: merged && !somethingNew && !postings.canWiden(indexedTo) };
  }

  function emptyWhile(goOn: () => boolean): boolean {
    const isEmpty = emptier.emptyWhile(goOn);
    if (isEmpty) setState.run(FORM, 0);
    merged = false;
    return isEmpty;
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

  return { step, forget, reset: () => void setState.run(GIVEN_UP, 0) };
}
