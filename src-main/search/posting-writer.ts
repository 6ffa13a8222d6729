import type { Db } from '../store/sqlite.ts';
import {
  BLOCK,
  listOf,
  PLACES_MAX,
  placeOf,
  placesOf,
  spanOf,
  widePlaceOf,
  without,
  type Place,
} from './postings.ts';

/** Writes the lists of claims by term. Throws what SQLite throws. */
export interface PostingWriter {
  add(running: number, terms: ReadonlySet<string>): void;
  /** Takes a claim out of the lists of its terms. Empty lists stay: they tell of thousands. */
  remove(running: number, terms: ReadonlySet<string>): void;
  /**
   * Moves lists of narrow blocks whose claims are all in the index, up to `indexedTo`, into wide ones, one row at the
   * least; returns whether none is left. In the caller's transaction.
   */
  widen(indexedTo: number, goOn: () => boolean): boolean;
  /** Returns whether {@link widen} would find something. */
  canWiden(indexedTo: number): boolean;
}

/** Rows that are read at once to be moved. */
const AT_ONCE = 100;

/** Returns the writer of the lists in `db`. */
export function createPostingWriter(db: Db): PostingWriter {
  // SQLite makes a text of two blobs that it joins.
  const joined = 'CAST(places || excluded.places AS BLOB)';
  const addPlace = db.prepare(
    `INSERT INTO search_posting (block, term, places) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET places = iif(length(places) < ${2 * (PLACES_MAX - 1)}, ${joined}, x'')
     WHERE length(places) > 0`,
  );
  const places = db
    .prepare<[number, string], Buffer>('SELECT places FROM search_posting WHERE block = ? AND term = ?')
    .pluck();
  const setPlaces = db.prepare('UPDATE search_posting SET places = ? WHERE block = ? AND term = ?');
  const drop = db.prepare('DELETE FROM search_posting WHERE block = ? AND term = ?');
  const narrow = db
    .prepare<[], number | null>('SELECT min(block) FROM search_posting WHERE block >= 0')
    .pluck();
  const listsOf = db.prepare<[number], { term: string; places: Buffer }>(
    `SELECT term, places FROM search_posting WHERE block = ? ORDER BY term LIMIT ${AT_ONCE}`,
  );
  const move = db.prepare(
    `INSERT INTO search_posting (block, term, places) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET places = iif(length(places) > 0 AND length(excluded.places) > 0, ${joined}, x'')`,
  );

  /** Returns whether the claim was in the list. */
  function takeOut({ block, place }: Place, term: string): boolean {
    const list = places.get(block, term);
    const rest = list && without(list, place);
    if (!rest || rest === list) return false;
    if (rest.length === 0) drop.run(block, term);
    else setPlaces.run(rest, block, term);
    return true;
  }

  /** Returns the oldest narrow block that gets no new claims any more, or null. */
  function finishedBlock(indexedTo: number): number | null {
    const block = narrow.get() ?? null;
    return block !== null && spanOf(block).from + BLOCK - 1 <= indexedTo ? block : null;
  }

  return {
    add(running, terms) {
      const { block, place } = placeOf(running);
      const list = listOf(place);
      for (const term of terms) addPlace.run(block, term, list);
    },
    remove(running, terms) {
      for (const term of terms) {
        // While a block's lists move, some are still in the one and some already in the other.
        if (!takeOut(placeOf(running), term)) takeOut(widePlaceOf(running), term);
      }
    },
    widen(indexedTo, goOn) {
      const block = finishedBlock(indexedTo);
      if (block === null) return true;
      const wide = widePlaceOf(spanOf(block).from);
      for (const list of listsOf.all(block)) {
        move.run(wide.block, list.term, moved(list.places, wide.place));
        drop.run(block, list.term);
        if (!goOn()) break;
      }
      return false;
    },
    canWiden: (indexedTo) => finishedBlock(indexedTo) !== null,
  };
}

/** Returns the list with its places counted from the beginning of a wide block. */
function moved(list: Buffer, by: number): Buffer {
  return Buffer.from(placesOf(list).map((place) => place + by).buffer);
}
