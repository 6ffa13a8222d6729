import type { MarkedText, Stretch } from '../domain/search.ts';
import type { Sought } from './query.ts';
import { piecesOf, runsOf, type Piece } from './tokens.ts';

/** About as many characters of a text are shown around what was found. */
const SNIPPET = 160;
const BEFORE = 48;
const CUT = '…';

/** Returns the text with the words in it that are sought. */
export function markWords(text: string, sought: Sought): MarkedText {
  return { text, marks: joined(wordMarks(piecesOf(text), sought)) };
}

/** Returns a name, phone or serial with what is sought in it, words and parts. */
export function markParts(text: string, sought: Sought): MarkedText {
  const pieces = piecesOf(text);
  return { text, marks: joined([...wordMarks(pieces, sought), ...partMarks(pieces, sought.parts)]) };
}

/** Returns the part of the texts in which most of the sought words stand, cut at words; else their beginning. */
export function snippetOf(texts: readonly string[], sought: Sought): MarkedText {
  const [first, ...others] = texts.map((text) => {
    const pieces = piecesOf(text);
    return { text, pieces, marks: joined(wordMarks(pieces, sought)) };
  });
  if (!first) return { text: '', marks: [] };
  return cut(others.reduce((a, b) => (b.marks.length > a.marks.length ? b : a), first));
}

function cut({ text, pieces, marks }: MarkedText & { readonly pieces: readonly Piece[] }): MarkedText {
  const mark = marks[0] ?? { from: 0, to: 0 };
  const from =
    mark.from <= BEFORE ? 0 : (pieces.find((piece) => piece.from >= mark.from - BEFORE)?.from ?? 0);
  const fitting = pieces.findLast(({ to }) => to <= from + SNIPPET);
  // A word that is longer than a snippet is cut in its middle.
  const wanted = fitting && fitting.to > mark.from ? fitting.to : atCharacter(text, from + SNIPPET);
  const to = from + SNIPPET >= text.length ? text.length : wanted;
  const before = from > 0 ? CUT : '';
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to) + (to < text.length ? CUT : ''),
    marks: marks
      .filter((each) => each.from < to && each.to > from)
      .map((each) => ({ from: each.from + shift, to: Math.min(each.to, to) + shift })),
  };
}

/** Returns the place, or the next one where it would fall into the middle of a character. */
function atCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function wordMarks(pieces: readonly Piece[], sought: Sought): readonly Stretch[] {
  const { words, beginning, runs } = sought;
  const isSought = ({ folded }: Piece): boolean =>
    words.has(folded) || (beginning !== null && folded.startsWith(beginning));
  const found = pieces.filter((piece) => !piece.unspaced && isSought(piece));
  if (runs.length === 0) return found;
  const unspaced = runsOf(pieces).filter(([first]) => first.unspaced);
  return [...found, ...runs.flatMap((run) => unspaced.flatMap((signs) => runMarks(signs, run)))];
}

function runMarks(signs: readonly Piece[], run: readonly string[]): readonly Stretch[] {
  return signs.flatMap((sign, at) => {
    const last = signs[at + run.length - 1];
    const isHere = last && run.every((folded, index) => signs[at + index]?.folded === folded);
    return isHere ? [{ from: sign.from, to: last.to }] : [];
  });
}

/** Spaces and dashes in a phone number are nothing to search by, so the pieces are looked at as one text. */
function partMarks(pieces: readonly Piece[], parts: readonly string[]): readonly Stretch[] {
  const letters = pieces.flatMap(lettersOf);
  const whole = pieces.map(({ folded }) => folded).join('');
  return parts.flatMap((part) => {
    const at = whole.indexOf(part);
    const [first, last] = [letters[at], letters[at + part.length - 1]];
    return first && last ? [{ from: first.from, to: last.to }] : [];
  });
}

/** Returns where each letter of a folded piece stands; the whole piece for each where folding changed its length. */
function lettersOf({ folded, from, to }: Piece): readonly Stretch[] {
  const isAsLong = folded.length === to - from;
  return Array.from({ length: folded.length }, (_, at) =>
    isAsLong ? { from: from + at, to: from + at + 1 } : { from, to },
  );
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const apart: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (!last || stretch.from > last.to) apart.push({ from: stretch.from, to: stretch.to });
    else apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
  }
  return apart;
}
