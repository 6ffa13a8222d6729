import { foldText } from './fold.ts';
import type { ExpectationDefault, ItemKind, Settings } from './settings.ts';

/** The Arabic article, which is written as part of its word. */
const ARTICLE = /^ال(?=\p{L}{2})/u;

/**
 * Returns the kind that an item is of, by what its customer calls it: the first of which one word (or row of words) is
 * in the name, whole; case, accents and the Arabic article do not matter. Null where none fits.
 */
export function itemKindOf(itemName: string, kinds: readonly ItemKind[]): ItemKind | null {
  const name = ` ${comparable(itemName)} `;
  return (
    kinds.find(({ words }) =>
      words.map(comparable).some((word) => word !== '' && name.includes(` ${word} `)),
    ) ?? null
  );
}

/** Returns the store's own lines for an item: those of its kind, or else the ones for everything; may be empty. */
export function linesFor(
  itemName: string,
  { itemKinds, expectations }: Pick<Settings, 'itemKinds' | 'expectations'>,
): readonly ExpectationDefault[] {
  return itemKindOf(itemName, itemKinds)?.expectations ?? expectations;
}

function comparable(text: string): string {
  return foldText(text)
    .split(' ')
    .map((word) => word.replace(ARTICLE, ''))
    .join(' ');
}
