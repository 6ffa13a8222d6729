import type { Told } from './many-claims.ts';

/** Beside the item a word counts once, and in its name twice. */
const ITEM_WEIGHT = 2;
const LENGTH_SHARE = 0.5;

/**
 * Returns how alike each claim is to one, by going through all of them: the sum of the shared words' rarity, against the
 * claim's length. Only for stores in which no word is common and all candidates are judged by length.
 */
export function likenessOf(asked: Told, claims: readonly Told[]): ReadonlyMap<number, number> {
  const termsOf = ({ statement, item = '' }: Told) =>
    new Set(`${statement} ${item}`.split(' ').filter(Boolean));
  const runnings = claims.map(({ running }) => running);
  const range = Math.max(...runnings) - Math.min(...runnings) + 1;
  const itemTerms = new Set((asked.item ?? '').split(' '));
  const rarity = (term: string): number => {
    const having = claims.filter((claim) => termsOf(claim).has(term)).length;
    return Math.log(1 + Math.max(0, range - having + 0.5) / (having + 0.5));
  };
  const weights = new Map(
    [...termsOf(asked)].map((term) => [term, rarity(term) * (itemTerms.has(term) ? ITEM_WEIGHT : 1)]),
  );
  const sums = claims
    .filter(({ running }) => running !== asked.running)
    .map((claim) => ({
      running: claim.running,
      length: claim.statement.length + (claim.item ?? '').length,
      sum: [...termsOf(claim)].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0),
    }))
    .filter(({ sum }) => sum > 0);
  const mean = sums.reduce((all, { length }) => all + length, 0) / Math.max(1, sums.length);
  return new Map(
    sums.map(({ running, length, sum }) => [
      running,
      sum / (1 - LENGTH_SHARE + LENGTH_SHARE * (length / Math.max(1, mean))),
    ]),
  );
}
