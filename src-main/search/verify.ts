import type { Db } from '../store/sqlite.ts';
import { createTextReader, documentOf, termsOf, type SearchDocument } from './document.ts';
import { FULL_BYTES, placeOf, placesOf } from './postings.ts';

/**
 * Compares the whole index with the claims and returns what is wrong with it, or null. It reads everything, for a minute
 * at a million claims: never on a thread that somebody waits for. Throws what SQLite throws.
 */
export function verifyIndex(db: Db): string | null {
  // One snapshot: main goes on writing.
  return db.transaction(() => brokenIndex(db) ?? wrongDocument(db) ?? wrongTotals(db))();
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
  const inBlock = db.prepare<[number], { term: string; places: Buffer }>(
    'SELECT term, places FROM search_posting WHERE block = ?',
  );
  let block = -1;
  let expected = new Map<string, Set<number>>();

  function wrongPostings(): string | null {
    for (const { term, places } of block < 0 ? [] : inBlock.iterate(block)) {
      const having = expected.get(term);
      const listed = placesOf(places);
      if (!having || new Set(listed).size !== listed.length || !listed.every((place) => having.has(place))) {
        return `block ${block} lists a term for claims that do not have it`;
      }
      if (places.length < FULL_BYTES && listed.length !== having.size) return `block ${block} lacks places`;
      expected.delete(term);
    }
    return expected.size === 0 ? null : `block ${block} lacks terms`;
  }

  let running = reader.after(0, 1)[0];
  while (running !== undefined && running <= indexedTo) {
    const texts = reader.byRunning(running);
    const document = kept.get(running);
    const isSame =
      waits.get(running) !== undefined ||
      (texts && document && JSON.stringify(documentOf(texts)) === JSON.stringify(document));
    if (!isSame) return `claim ${running} is not in the index as it is`;
    const at = placeOf(running);
    if (at.block !== block) {
      const wrong = wrongPostings();
      if (wrong !== null) return wrong;
      block = at.block;
      expected = new Map();
    }
    for (const term of document ? termsOf(document) : []) {
      const having = expected.get(term);
      if (having) having.add(at.place);
      else expected.set(term, new Set([at.place]));
    }
    running = nextOf(reader.after(running, 1)[0], next.get(running));
  }
  return wrongPostings();
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
