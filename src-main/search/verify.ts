import type { Db } from '../store/sqlite.ts';
import { createTextReader, documentOf, termsOf, type SearchDocument } from './document.ts';
import { createFormReader } from './index-form.ts';
import { placeOf, placesOf, spanOf, widePlaceOf } from './postings.ts';

/**
 * Compares the whole index with the claims and returns what is wrong with it, or null, also where it is given up and known
 * to be wrong. It reads everything, for a minute
 * at a million claims: never on a thread that somebody waits for. Throws what SQLite throws.
 */
export function verifyIndex(db: Db): string | null {
  // One snapshot: main goes on writing.
  return db.transaction(() =>
    createFormReader(db)() ? (brokenIndex(db) ?? wrongDocument(db) ?? wrongTotals(db)) : null,
  )();
}

function brokenIndex(db: Db): string | null {
  for (const table of ['search_words', 'search_ids']) {
    const verdict = db.prepare<[], string>(`PRAGMA integrity_check(${table})`).pluck().get();
    if (verdict !== 'ok') return String(verdict);
  }
  return null;
}

/** Claims whose change is noted, and not taken in yet, are no fault. */
function wrongDocument(db: Db): string | null {
  const reader = createTextReader(db);
  const indexedTo = db.prepare<[], number>('SELECT indexed_to FROM search_state').pluck().get() ?? 0;
  const waits = db.prepare<[number], number>('SELECT 1 FROM search_changed WHERE running = ?').pluck();
  const kept = db.prepare<[number], SearchDocument>(
    'SELECT words, item, person, ids FROM search_document WHERE running = ?',
  );
  const next = db
    .prepare<[number], number>('SELECT min(running) FROM search_document WHERE running > ?')
    .pluck();
  const listsIn = createListReader(db);
  let block = widePlaceOf(0).block;
  let expected = new Map<string, number[]>();

  function wrongPostings(): string | null {
    const listed = listsIn(block);
    for (const [term, having] of expected) {
      const places = listed.get(term);
      if (places === undefined) return `block ${block} lacks a term`;
      if (places !== 'common' && !isSame(places, having))
        return `block ${block} lists other claims for a term`;
      listed.delete(term);
    }
    // What was common stays so, also when all who said it are forgotten.
    const foreign = [...listed.values()].some((places) => places !== 'common');
    return foreign ? `block ${block} lists a term that no claim has` : null;
  }

  let running = reader.after(0, 1)[0];
  while (running !== undefined && running <= indexedTo) {
    const texts = reader.byRunning(running);
    const document = kept.get(running);
    const isAsItIs =
      waits.get(running) !== undefined ||
      (texts && document && JSON.stringify(documentOf(texts)) === JSON.stringify(document));
    if (!isAsItIs) return `claim ${running} is not in the index as it is`;
    const at = widePlaceOf(running);
    if (at.block !== block) {
      const wrong = wrongPostings();
      if (wrong !== null) return wrong;
      block = at.block;
      expected = new Map();
    }
    for (const term of document ? termsOf(document) : []) {
      const having = expected.get(term);
      if (having) having.push(at.place);
      else expected.set(term, [at.place]);
    }
    running = nextOf(reader.after(running, 1)[0], next.get(running));
  }
  return wrongPostings();
}

/** Returns what reads the places of each term in a wide block, with those in narrow ones that were not moved there yet. */
function createListReader(db: Db): (block: number) => Map<string, number[] | 'common'> {
  const rows = db.prepare<[number, number, number], { block: number; term: string; places: Buffer }>(
    'SELECT block, term, places FROM search_posting WHERE block = ? OR block BETWEEN ? AND ?',
  );
  return (wide) => {
    const { from, claims } = spanOf(wide);
    const narrow = [placeOf(from).block, placeOf(from + claims - 1).block] as const;
    const listed = new Map<string, number[] | 'common'>();
    for (const { block, term, places } of rows.iterate(wide, ...narrow)) {
      const list = listed.get(term) ?? [];
      const by = spanOf(block).from - from;
      if (list === 'common' || places.length === 0) listed.set(term, 'common');
      else listed.set(term, [...list, ...placesOf(places).map((place) => place + by)]);
    }
    return listed;
  };
}

/** Lists are in the order in which claims were taken in, and `rising` as they were made. */
function isSame(places: readonly number[], rising: readonly number[]): boolean {
  return (
    places.length === rising.length &&
    [...places].sort((a, b) => a - b).every((place, at) => place === rising[at])
  );
}

/** A document without a claim comes up as well as a claim without a document. */
function nextOf(claim: number | undefined, document: number | null | undefined): number | undefined {
  if (document === null || document === undefined) return claim;
  return claim === undefined ? document : Math.min(claim, document);
}

/** The full-text indexes hold as many tokens as the documents do. */
function wrongTotals(db: Db): string | null {
  const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words_terms USING fts5vocab(main, search_words, row);
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_ids_terms USING fts5vocab(main, search_ids, row)`);
  const tokens = (column: string): string =>
    `iif(${column} = '', 0, length(${column}) - length(replace(${column}, ' ', '')) + 1)`;
  const totals = [
    [
      'SELECT sum(cnt) FROM temp.search_words_terms',
      `SELECT sum(${['words', 'item', 'person'].map(tokens).join(' + ')}) FROM search_document`,
    ],
    [
      'SELECT sum(cnt) FROM temp.search_ids_terms',
      'SELECT sum(max(0, length(ids) - 2)) FROM search_document',
    ],
  ] as const;
  const wrong = totals.find(([indexed, kept]) => count(indexed) !== count(kept));
  return wrong ? 'the index does not hold as many words as the claims' : null;
}
