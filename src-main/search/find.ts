import type { Found, FoundClaim } from '../domain/search.ts';
import type { Db } from '../store/sqlite.ts';
import { createTextReader, type ClaimTexts } from './document.ts';
import { createFormReader } from './index-form.ts';
import { markParts, markWords, snippetOf } from './marks.ts';
import { parseQuery, type MixedQuery, type Query, type Sought } from './query.ts';

/** Claims in one answer. */
const FOUND_MAX = 20;
/** Only so many of the newest matches are ranked: a weight for every one of a million takes a tenth of a second. */
const RANKED_MAX = 1_000;
/** Of the newest claims with a number so many are looked through for the words beside it: one row each. */
const MIXED_MAX = 500;

/** Finds claims. Throws what SQLite throws. */
export interface Finder {
  /** Returns the newest claims that have what was typed; `ranked`: the best of the newest. */
  find(text: string, ranked: boolean): Found;
}

/** Returns the finder in `db`. */
export function createFinder(db: Db): Finder {
  const reader = createTextReader(db);
  const isWhole = createFormReader(db);
  const newestOf = (table: string) =>
    db
      .prepare<[string, number], number>(
        `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?`,
      )
      .pluck();
  const byWords = newestOf('search_words');
  const byIds = newestOf('search_ids');
  // What it is and whose it is say more than one word among many.
  const bestByWords = db
    .prepare<[string, number, number], number>(
      `SELECT rowid FROM search_words WHERE search_words MATCH ? AND rowid >= ?
       ORDER BY bm25(search_words, 1.0, 2.0, 2.0), rowid DESC LIMIT ?`,
    )
    .pluck();

  // Read and compared where they lie: of each text only the number of its claim leaves SQLite. CROSS JOIN keeps the order
  // in which they were found, the newest first.
  const havingWords = db
    .prepare<[string, string, number], number>(
      `SELECT running FROM json_each(?) AS found CROSS JOIN search_document ON running = found.value
       WHERE NOT EXISTS (SELECT 1 FROM json_each(?) AS word
         WHERE instr(' ' || words || '  ' || item || '  ' || person || ' ', word.value) = 0)
       LIMIT ?`,
    )
    .pluck();

  /** Two indexes are never joined: a common word has a hundred thousand claims, and a number few. */
  function withBoth({ ids, words }: MixedQuery, limit: number): readonly number[] {
    const newest = byIds.all(ids, MIXED_MAX);
    return havingWords.all(JSON.stringify(newest), JSON.stringify(words), limit);
  }

  function best(words: string, limit: number): readonly number[] {
    const oldest = byWords.all(words, RANKED_MAX).at(-1);
    return oldest === undefined ? [] : bestByWords.all(words, oldest, limit);
  }

  function indexed(query: Query, ranked: boolean): readonly number[] {
    if (!isWhole()) return [];
    const limit = FOUND_MAX + 1;
    const withIds = query.ids === null ? [] : byIds.all(query.ids, limit);
    const withWords =
      query.words === null ? [] : ranked ? best(query.words, limit) : byWords.all(query.words, limit);
    const mixed = query.mixed === null ? [] : withBoth(query.mixed, limit);
    const both = ranked && query.numeric ? [...withIds, ...withWords] : [...withWords, ...withIds];
    const all = [...new Set([...mixed, ...both])];
    if (!ranked) all.sort((a, b) => b - a);
    return all;
  }

  function find(text: string, ranked: boolean): Found {
    const query = parseQuery(text);
    const all = indexed(query, ranked);
    // Its number is in the claim itself, so that it is found before it is in the index.
    const exact = query.number === null ? null : reader.byNumber(query.number);
    const others = all.filter((running) => running !== exact?.running);
    const texts = others
      .slice(0, FOUND_MAX - (exact ? 1 : 0))
      .map((running) => reader.byRunning(running))
      .filter((each) => each !== null);
    const shown = exact ? [exact, ...texts] : texts;
    return {
      exact: exact?.claimId ?? null,
      claims: shown.map((each) => foundClaim(each, query.sought)),
      more: others.length + (exact ? 1 : 0) > FOUND_MAX,
    };
  }

  return { find };
}

/** Returns a claim as a list shows it, with what is sought marked. */
export function foundClaim(texts: ClaimTexts, sought: Sought): FoundClaim {
  return {
    claimId: texts.claimId,
    number: texts.number,
    takenAt: texts.takenAt,
    snippet: snippetOf(texts.told, sought),
    item: markWords(texts.item, sought),
    serial: markParts(texts.serial, sought),
    name: markParts(texts.name, sought),
    phone: markParts(texts.phone, sought),
  };
}
