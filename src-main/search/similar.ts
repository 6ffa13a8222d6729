import type { ClaimId } from '../domain/brand.ts';
import type { SimilarClaim } from '../domain/search.ts';
import type { Db } from '../store/sqlite.ts';
import { createTextReader, documentOf, termsOf } from './document.ts';
import { foundClaim } from './find.ts';
import { createPastCourseReader } from './past-course.ts';
import { BLOCK, COMMON_SHARE, FULL_BYTES, placeOf } from './postings.ts';

/** Similar claims in one answer. */
export const SIMILAR_MAX = 8;
/** A story as long as this has told what it is about. */
const TERMS_MAX = 400;
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
  /** The length of the list, also where it is full and not read. */
  readonly bytes: number;
  readonly places: Buffer | null;
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
  const range = db.prepare<[], { oldest: number | null; newest: number | null }>(
    'SELECT min(running) AS oldest, (SELECT max(running) FROM search_document) AS newest FROM search_document',
  );
  const postings = db.prepare<[number, string], Posting>(
    `SELECT term, length(places) AS bytes, iif(length(places) < ${FULL_BYTES}, places, NULL) AS places
     FROM search_posting WHERE block = ? AND term IN (SELECT value FROM json_each(?))`,
  );
  const sizes = db.prepare<[number], { words: string; item: string }>(
    'SELECT words, item FROM search_document WHERE running = ?',
  );

  /** Sums up how rare the shared terms are, for every claim at once. */
  function candidates(self: number, weights: ReadonlyMap<string, number>): Candidates {
    const { oldest, newest } = range.get() ?? {};
    if (oldest === undefined || oldest === null || newest === undefined || newest === null)
      return { best: [], telling: new Set() };
    const claims = newest - oldest + 1;
    const asked = JSON.stringify([...weights.keys()]);
    const blocks: (readonly [block: number, found: readonly Posting[]])[] = [];
    const bytesOf = new Map<string, number>();
    const [first, last] = [placeOf(oldest).block, placeOf(newest).block];
    for (let block = first; block <= last; block++) {
      const found = postings.all(block, asked);
      for (const { term, bytes } of found) bytesOf.set(term, (bytesOf.get(term) ?? 0) + bytes);
      blocks.push([block, found]);
    }
    const best = createBest(CANDIDATES);
    const scores = new Float32Array(BLOCK);
    for (const [block, found] of blocks) {
      scores.fill(0);
      for (const { term, places } of found) {
        const having = (bytesOf.get(term) ?? 0) / 2;
        if (!places || having > Math.max(claims * COMMON_SHARE, FEW)) continue;
        addTo(scores, places, (weights.get(term) ?? 0) * idf(having, claims));
      }
      for (let place = 0; place < BLOCK; place++) {
        const score = scores[place] ?? 0;
        if (score > best.least() && block * BLOCK + place !== self) {
          best.add({ running: block * BLOCK + place, score });
        }
      }
    }
    const mostTelling = 2 * Math.max(claims * COMMON_SHARE, RARE);
    const telling = [...bytesOf].filter(([, bytes]) => bytes <= mostTelling).map(([term]) => term);
    return { best: best.all(), telling: new Set(telling) };
  }

  /** Of two claims that share as much, the one that tells little else is more alike. */
  function byLength(found: readonly Candidate[]): readonly Candidate[] {
    const lengths = found.map(({ running }) => {
      const size = sizes.get(running);
      return size ? size.words.length + size.item.length : 0;
    });
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
      const document = documentOf(texts);
      const itemTerms = termsOf({ words: '', item: document.item });
      const terms = [...new Set([...itemTerms, ...termsOf(document)])].slice(0, TERMS_MAX);
      const weights = new Map(terms.map((term) => [term, itemTerms.has(term) ? ITEM_WEIGHT : 1]));
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

/** By hand, not through `placesOf`: this runs hundreds of thousands of times for one answer. */
function addTo(scores: Float32Array, places: Buffer, weight: number): void {
  for (let at = 0; at < places.length; at += 2) {
    const place = (places[at] ?? 0) | ((places[at + 1] ?? 0) << 8);
    scores[place] = (scores[place] ?? 0) + weight;
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
