import bidiFactory from 'bidi-js';
import type { BidiContext, Direction } from '../slip/paper.ts';
import { isBidiSensitive } from '../slip/printable.ts';

const bidi = bidiFactory();
/** The levels of the paragraph that was asked for last: its lines come one after the other. */
let latest: { readonly key: string; readonly levels: Uint8Array } | undefined;

/** Returns the level of each UTF-16 unit of a line (UAX #9; odd reads right to left); undefined where all are 0. */
export function levelsOf(
  text: string,
  direction: Direction,
  context: BidiContext | undefined,
): Uint8Array | undefined {
  const { paragraph, start } = context ?? { paragraph: text, start: 0 };
  if (direction === 'ltr' && !isBidiSensitive(paragraph)) return undefined;
  const key = `${direction} ${paragraph}`;
  if (latest?.key !== key) latest = { key, levels: bidi.getEmbeddingLevels(paragraph, direction).levels };
  return latest.levels.slice(start, start + text.length);
}

/** Returns pieces of a line, given as they are read, as they stand from left to right (UAX #9, L2). */
export function inVisualOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces];
  const levels = pieces.map((piece) => piece.level);
  const highest = Math.max(0, ...levels);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1), highest + 1);
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while (end + 1 < order.length && (order[end + 1]?.level ?? 0) >= level) end++;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}
