import type { ClaimId } from '../domain/brand.ts';
import type { SimilarClaim } from '../domain/search.ts';
import type { Db } from '../store/sqlite.ts';
import { createTextReader, documentOf, termsOf } from './document.ts';
import { foundClaim } from './find.ts';
import { createFormReader } from './index-form.ts';
import { createPastCourseReader } from './past-course.ts';
import { COMMON_SHARE, LISTED_SHARE, placesOf, spanOf, WIDE_BLOCK } from './postings.ts';

/** Similar claims in one answer. */
export const SIMILAR_MAX = 8;
/** What the item is called is about the item wherever it stands; other words may be about anything. */
const ITEM_WEIGHT = 2;
/** In a store with few claims even what a tenth of them have is worth its small weight. */
const FEW = 100;
/** Where a word stands in fewer claims than these it is particular, however few there are in all. */
const RARE = 3;
/** So many of the best by sum are judged again by how much else they tell. */
const CANDIDATES = 64;
/** How much of a claim's length counts against it, from 0 to 1, as in bm25. */
const LENGTH_SHARE = 0.5;

/** Finds claims like another. Throws what SQLite throws. */
export interface SimilarFinder {
  /** Returns the past claims most like it, the most alike first; null where there is no such claim. */
  similar(id: ClaimId): readonly SimilarClaim[] | null;
}

interface Posting {
  readonly term: string;
  readonly places: Buffer;
}

interface List extends Posting {
  /** Where its places begin in the wide block. */
  readonly offset: number;
}

interface Candidates {
  readonly best: readonly Candidate[];
  /** The terms that are particular about the claim: what is worth marking in the others. */
  readonly telling: ReadonlySet<string>;
}

interface Candidate {
  readonly running: number;
  readonly score: number;
}

/** Returns the finder in `db`. */
export function createSimilarFinder(db: Db): SimilarFinder {
  const reader = createTextReader(db);
  const courseOf = createPastCourseReader(db);
  const isWhole = createFormReader(db);
  const range = db.prepare<[], { oldest: number | null; newest: number | null }>(
    'SELECT min(running) AS oldest, (SELECT max(running) FROM search_document) AS newest FROM search_document',
  );
  const blockAfter = db
    .prepare<[number], number | null>('SELECT min(block) FROM search_posting WHERE block > ?')
    .pluck();
  const postings = db.prepare<[number, string], Posting>(
    'SELECT term, places FROM search_posting WHERE block = ? AND term IN (SELECT value FROM json_each(?))',
  );
  /** Reused by every question: the sums of one block. */
  const sums = new Float32Array(WIDE_BLOCK);
  // Counted by SQLite: making strings of them would take longer than all the rest of judging them.
  const lengthOf = db
    .prepare<[number], number>('SELECT length(words) + length(item) FROM search_document WHERE running = ?')
    .pluck();

  /** Sums up how rare the shared terms are, for every claim at once. */
  function candidates(self: number, weights: ReadonlyMap<string, number>): Candidates {
    const { oldest, newest } = range.get() ?? {};
    if (oldest === undefined || oldest === null || newest === undefined || newest === null)
      return { best: [], telling: new Set() };
    const claims = newest - oldest + 1;
    const asked = JSON.stringify([...weights.keys()]);
    const havings = new Map<string, number>();
    /** By the wide block: while its lists are moved there, a claim has terms in a narrow one as well. */
    const lists = new Map<number, List[]>();
    let block = blockAfter.get(Number.MIN_SAFE_INTEGER) ?? null;
    while (block !== null) {
      const { from, claims: listed } = spanOf(block);
      const offset = from % WIDE_BLOCK;
      const together = lists.get(from - offset) ?? [];
      for (const { term, places } of postings.all(block, asked)) {
        // An empty list is of a term that too many have.
        const having = places.length === 0 ? listed * LISTED_SHARE : places.length / 2;
        havings.set(term, (havings.get(term) ?? 0) + having);
        together.push({ term, places, offset });
      }
      lists.set(from - offset, together);
      block = blockAfter.get(block) ?? null;
    }
    const best = createBest(CANDIDATES);
    for (const [from, together] of lists) {
      sums.fill(0);
      for (const { term, places, offset } of together) {
        const having = havings.get(term) ?? 0;
        if (having > Math.max(claims * COMMON_SHARE, FEW)) continue;
        addTo(sums.subarray(offset), placesOf(places), (weights.get(term) ?? 0) * idf(having, claims));
      }
      addBest(best, { sums, from, self });
    }
    const mostTelling = Math.max(claims * COMMON_SHARE, RARE);
    const telling = [...havings].filter(([, having]) => having <= mostTelling).map(([term]) => term);
    return { best: best.all(), telling: new Set(telling) };
  }

  /** Of two claims that share as much, the one that tells little else is more alike. */
  function byLength(found: readonly Candidate[]): readonly Candidate[] {
    const lengths = found.map(({ running }) => lengthOf.get(running) ?? 0);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    return found
      .map(({ running, score }, at) => ({
        running,
        score: score / (1 - LENGTH_SHARE + LENGTH_SHARE * ((lengths[at] ?? 0) / Math.max(1, mean))),
      }))
      .sort((a, b) => b.score - a.score || b.running - a.running);
  }

  return {
    similar(id) {
      const texts = reader.byId(id);
      if (!texts) return null;
      if (!isWhole()) return [];
      const document = documentOf(texts);
      const itemTerms = termsOf({ words: '', item: document.item });
      const weights = new Map(
        [...termsOf(document)].map((term) => [term, itemTerms.has(term) ? ITEM_WEIGHT : 1]),
      );
      const { best, telling } = candidates(texts.running, weights);
      const sought = { words: telling, beginning: null, runs: [], parts: [] };
      const found = byLength(best).slice(0, SIMILAR_MAX);
      const most = found[0]?.score ?? 1;
      return found.flatMap(({ running, score }) => {
        const other = reader.byRunning(running);
        return other
          ? [{ ...foundClaim(other, sought), course: courseOf(other.claimId), likeness: score / most }]
          : [];
      });
    },
  };
}

/** As in bm25: near zero for what every claim has. */
function idf(having: number, claims: number): number {
  return Math.log(1 + Math.max(0, claims - having + 0.5) / (having + 0.5));
}

/** By index: this runs a million times for one answer. */
function addTo(sums: Float32Array, places: Uint16Array, weight: number): void {
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    sums[place] = (sums[place] ?? 0) + weight;
  }
}

function addBest(
  best: ReturnType<typeof createBest>,
  { sums, from, self }: { readonly sums: Float32Array; readonly from: number; readonly self: number },
): void {
  let least = best.least();
  for (let place = 0; place < sums.length; place++) {
    const score = sums[place] ?? 0;
    if (score <= least || from + place === self) continue;
    best.add({ running: from + place, score });
    least = best.least();
  }
}

/** Keeps the best of many. */
function createBest(size: number): {
  readonly least: () => number;
  readonly add: (candidate: Candidate) => void;
  readonly all: () => readonly Candidate[];
} {
  let kept: Candidate[] = [];
  let least = 0;
  return {
    least: () => least,
    add(candidate) {
      kept.push(candidate);
      // In rounds: sorting at every one would cost more than all else.
      if (kept.length < 8 * size) return;
      kept = kept.sort((a, b) => b.score - a.score).slice(0, size);
      least = kept.at(-1)?.score ?? 0;
    },
    all: () => kept.sort((a, b) => b.score - a.score).slice(0, size),
  };
}
