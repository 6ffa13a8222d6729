import { LineBreaker } from 'css-line-break';
import type { TextRun } from './paper.ts';
import { graphemes, textColumns } from './printable.ts';

/** How wide a text is, in columns. */
export type Width = (text: string) => number;

/** Scripts that write no spaces between words: their words are found in a dictionary. */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What does not begin a line there: marks, vowels that follow, signs of repetition and of a sentence's end. */
const NOT_FIRST =
  /^[\p{M}\u0E2F\u0E30\u0E32\u0E33\u0E45\u0E46\u0EAF\u0EB0\u0EB2\u0EB3\u0EC6\u104A\u104B\u17D4-\u17D7\u17DA]/u;
const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
/** Widths are sums of fractions. */
const ROUNDING = 0.01;

/**
 * Breaks a paragraph into lines of at most `columns` columns: at the breaks that UAX #14 allows (strict, so Japanese
 * keeps its kinsoku) and between the words of Thai, Lao, Khmer and Burmese; inside a word only where the word alone is
 * longer than a line, never inside a grapheme. No character is dropped but the spaces on which a line breaks. An empty
 * paragraph is one empty line.
 */
export function wrap(paragraph: string, columns: number, width: Width = textColumns): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const word of breakOpportunities(paragraph)) {
    const bare = width(word.trimEnd());
    if (used > 0 && used + bare > columns + ROUNDING) flush();
    if (used + bare <= columns + ROUNDING) {
      line += word;
      used += width(word);
      continue;
    }
    for (const part of partsOfLine(word, columns, width)) {
      if (line !== '') flush();
      line = part;
      used = width(part);
    }
  }
  if (line !== '' || lines.length === 0) flush();
  return lines;
}

/** Cuts a word that is longer than a line into parts that fill lines, measured as they will be drawn. */
function* partsOfLine(word: string, columns: number, width: Width): Generator<string> {
  const letters = graphemes(word);
  for (let start = 0; start < letters.length;) {
    const left = letters.length - start;
    const text = (count: number): string => letters.slice(start, start + count).join('');
    const fits = (count: number): boolean =>
      count <= left && width(text(count).trimEnd()) <= columns + ROUNDING;
    let count = 1;
    let step = 1;
    // Letters without width may be many, so the search goes up by doubling before it narrows.
    for (; fits(count + step); step *= 2) count += step;
    for (; step >= 1; step /= 2) if (fits(count + step)) count += step;
    yield text(count);
    start += count;
  }
}

/** Returns where each line of a paragraph begins in it: only spaces were dropped, so each is found after the last. */
export function startsOfLines(lines: readonly string[], paragraph: string): number[] {
  let position = 0;
  return lines.map((line) => {
    const start = paragraph.indexOf(line, position);
    position = start + line.length;
    return start;
  });
}

/** Breaks text whose part `emphasis` is bold; the bold part keeps its weight across the lines. */
export function wrapEmphasis(
  text: string,
  emphasis: string,
  columns: number,
  width: Width = textColumns,
): TextRun[][] {
  const start = emphasis === '' ? -1 : text.indexOf(emphasis);
  const end = start + emphasis.length;
  const lines = wrap(text, columns, width);
  const starts = startsOfLines(lines, text);
  return lines.map((line, index) => {
    const from = starts[index] ?? 0;
    if (start < 0) return [{ text: line, bold: false }];
    const cut = (index: number): number => Math.min(Math.max(index - from, 0), line.length);
    return [
      { text: line.slice(0, cut(start)), bold: false },
      { text: line.slice(cut(start), cut(end)), bold: true },
      { text: line.slice(cut(end)), bold: false },
    ].filter((run) => run.text !== '');
  });
}

function* breakOpportunities(paragraph: string): Generator<string> {
  const breaker = LineBreaker(paragraph, { lineBreak: 'strict', wordBreak: 'normal' });
  const boundaries = graphemeBoundaries(paragraph);
  let piece = '';
  let position = 0;
  for (let next = breaker.next(); !next.done; next = breaker.next()) {
    const part = next.value.slice();
    piece += part;
    position += part.length;
    // The line breaker knows an older Unicode, and would break inside emoji that are joined since.
    if (!boundaries.has(position)) continue;
    if (WITHOUT_SPACES.test(piece)) yield* dictionaryWords(piece);
    else yield piece;
    piece = '';
  }
}

function graphemeBoundaries(paragraph: string): ReadonlySet<number> {
  const ends = new Set<number>();
  let end = 0;
  for (const grapheme of graphemes(paragraph)) ends.add((end += grapheme.length));
  return ends;
}

function* dictionaryWords(piece: string): Generator<string> {
  let word = '';
  for (const { segment } of WORDS.segment(piece)) {
    const last = Array.from(word).at(-1) ?? '';
    const breaks = WITHOUT_SPACES.test(last) && WITHOUT_SPACES.test(segment) && !NOT_FIRST.test(segment);
    if (breaks) {
      yield word;
      word = '';
    }
    word += segment;
  }
  if (word !== '') yield word;
}
