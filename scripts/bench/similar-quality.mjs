import { termsOf } from '../../src-main/search/document.ts';

const ITEM_WEIGHT = 2;
const LENGTH_SHARE = 0.5;
const JUDGED_BY_LENGTH = 64;

/**
 * Returns, for each of the running numbers in `asked`, the claims most like it, found by going through every claim and
 * every word, common ones too: what finding similar claims is held against. Two walks, minutes at a million claims.
 */
export function mostAlikeOfAll(db, asked, count) {
  const kept = db.prepare('SELECT words, item FROM search_document WHERE running = ?');
  const questions = asked.map((running) => {
    const document = kept.get(running);
    const itemTerms = termsOf({ words: '', item: document.item });
    return { running, itemTerms, terms: termsOf(document), best: [] };
  });
  const all = db.prepare('SELECT running, words, item FROM search_document');
  const having = new Map(questions.flatMap(({ terms }) => [...terms].map((term) => [term, 0])));
  let claims = 0;
  for (const document of all.iterate()) {
    claims += 1;
    for (const term of termsOf(document)) if (having.has(term)) having.set(term, having.get(term) + 1);
  }
  const rarity = (term) => Math.log(1 + (claims - having.get(term) + 0.5) / (having.get(term) + 0.5));
  const asking = new Map([...having.keys()].map((term) => [term, []]));
  for (const question of questions) {
    for (const term of question.terms) {
      const weight = rarity(term) * (question.itemTerms.has(term) ? ITEM_WEIGHT : 1);
      asking.get(term).push({ question, weight });
    }
  }
  for (const document of all.iterate()) {
    const sums = new Map();
    for (const term of termsOf(document)) {
      for (const { question, weight } of asking.get(term) ?? [])
        sums.set(question, (sums.get(question) ?? 0) + weight);
    }
    for (const [question, sum] of sums) addTo(question, document, sum);
  }
  return questions.map(({ best }) => byLength(best).slice(0, count));
}

function addTo(question, { running, words, item }, sum) {
  if (running === question.running) return;
  question.best.push({ running, sum, length: words.length + item.length });
  if (question.best.length < 8 * JUDGED_BY_LENGTH) return;
  question.best = best(question.best);
}

function best(found) {
  return found.sort((a, b) => b.sum - a.sum).slice(0, JUDGED_BY_LENGTH);
}

function byLength(found) {
  const judged = best(found);
  const mean = judged.reduce((all, { length }) => all + length, 0) / Math.max(1, judged.length);
  const score = ({ sum, length }) => sum / (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / Math.max(1, mean));
  return judged.sort((a, b) => score(b) - score(a) || b.running - a.running).map(({ running }) => running);
}
