import { parseClaimNumber, type ClaimNumber } from '../domain/claim-number.ts';
import { fold, piecesOf, runsOf } from './tokens.ts';

/** What somebody looks for, as the index is asked for it. Whatever was typed is text in it, never syntax. */
export interface Query {
  /** FTS5 expression over the words: all of them, the last one also as a beginning. Null where there is no word. */
  readonly words: string | null;
  /** FTS5 expression over names, phones, serials and numbers: the text anywhere in one. Null where it is too short. */
  readonly ids: string | null;
  /** What is asked where words stand together with parts of a number; null where only one of them was typed. */
  readonly mixed: MixedQuery | null;
  /** Whether the text can be part of a number, so that `ids` are meant rather than words. */
  readonly numeric: boolean;
  /** The claim number that the text is, typed or scanned. */
  readonly number: ClaimNumber | null;
  readonly sought: Sought;
}

/** Words about what happened, and a part of a phone or serial beside them: "leaks 55501". */
export interface MixedQuery {
  /** FTS5 expression over names, phones, serials and numbers: every part, anywhere in one. */
  readonly ids: string;
  /** Folded tokens, as documents hold them, each with a space before it; one that is whole ends in a space too. */
  readonly words: readonly string[];
}

/** What is marked in the texts that were found. */
export interface Sought {
  /** Whole words, folded. */
  readonly words: ReadonlySet<string>;
  /** The folded beginning of a word, or null. */
  readonly beginning: string | null;
  /** Runs of a script without spaces, as folded signs. */
  readonly runs: readonly (readonly string[])[];
  /** Folded texts without spaces that may stand inside a name, a phone, a serial or a number. */
  readonly parts: readonly string[];
}

/** More words than this narrow nothing down any more. */
const MOST_WORDS = 24;
/** The index of parts knows every three characters that follow each other. */
const SHORTEST_PART = 3;
const LONGEST_PART = 48;
/** A foreign prefix hides how the number is written at home, whose last digits are the same. */
const LAST_DIGITS = 8;
const TICKET_CODE = /^IYW:([^:]+):[^:]*$/;

/** Reads what somebody typed or scanned; of a ticket's code only its number counts. Never throws. */
export function parseQuery(given: string): Query {
  const text = TICKET_CODE.exec(given.trim())?.[1] ?? given;
  const trimmed = text.trim();
  const number = parseClaimNumber(trimmed);
  const runs = runsOf(piecesOf(text)).slice(0, MOST_WORDS);
  const open = runs.at(-1);
  // A space behind the last word says that it is whole.
  const beginning =
    open && !open[0].unspaced && open[0].to === text.trimEnd().length && text === text.trimEnd()
      ? open[0].folded
      : null;
  const parts = partsOf(trimmed);
  const apart = numbersApart(text);
  return {
    words:
      runs.length === 0
        ? null
        : runs.map((run, at) => phrase(run, at === runs.length - 1 && beginning !== null)).join(' '),
    ids: parts.length === 0 ? null : parts.map((part) => `"${part}"`).join(' OR '),
    mixed: apart && mixedQuery(apart),
    numeric: /\p{N}/u.test(trimmed),
    number: number.ok ? number.value : null,
    sought: {
      words: new Set(runs.filter(([first]) => !first.unspaced).map(([first]) => first.folded)),
      beginning,
      runs: runs.filter(([first]) => first.unspaced).map((run) => run.map(({ folded }) => folded)),
      parts: [...parts, ...(apart?.parts.flat() ?? [])],
    },
  };
}

/** What was typed, with the numbers in it taken apart from the words. */
interface Apart {
  readonly words: string;
  /** The ways in which each number may be written; never empty. */
  readonly parts: readonly (readonly string[])[];
}

/** Numbers that follow each other are one, since phones are typed in groups. Null where there is no such mixture. */
function numbersApart(text: string): Apart | null {
  const numbers: string[] = [];
  let words = '';
  let isOpen = false;
  for (const chunk of text.match(/\s+|\S+/gu) ?? []) {
    const isSpace = chunk.trim() === '';
    if (isSpace || !/\p{N}/u.test(chunk)) {
      words += chunk;
      isOpen &&= isSpace;
    } else if (isOpen) {
      numbers.push(`${numbers.pop() ?? ''} ${chunk}`);
    } else {
      numbers.push(chunk);
      isOpen = true;
    }
  }
  const parts = numbers.map(partsOf);
  const isMixed = words.trim() !== '' && parts.length > 0 && parts.every((ways) => ways.length > 0);
  return isMixed ? { words, parts } : null;
}

function mixedQuery({ words, parts }: Apart): MixedQuery | null {
  const runs = runsOf(piecesOf(words)).slice(0, MOST_WORDS);
  if (runs.length === 0) return null;
  const open = words === words.trimEnd() ? runs.at(-1) : undefined;
  return {
    ids: parts.map((ways) => `(${ways.map((part) => `"${part}"`).join(' OR ')})`).join(' AND '),
    words: runs.map((run) => {
      const [first] = run;
      if (!first.unspaced) return ` ${first.folded}${run === open ? '' : ' '}`;
      return run.length === 1 ? ` ${first.folded}` : ` ${pairsOf(run).join(' ')} `;
    }),
  };
}

/** Tokens hold letters, digits and marks only, so that nothing in the quotes can end them. */
function phrase(run: ReturnType<typeof runsOf>[number], isBeginning: boolean): string {
  const [first] = run;
  if (!first.unspaced) return `"${first.folded}"${isBeginning ? '*' : ''}`;
  // One sign is kept only together with the next, or alone at the end of a run.
  if (run.length === 1) return `"${first.folded}"*`;
  return `"${pairsOf(run).join(' ')}"`;
}

function pairsOf(run: ReturnType<typeof runsOf>[number]): readonly string[] {
  return run.slice(0, -1).map((piece, at) => piece.folded + (run[at + 1]?.folded ?? ''));
}

function partsOf(text: string): readonly string[] {
  const part = fold(text).slice(0, LONGEST_PART).toWellFormed();
  if (!/^\d+$/.test(part)) return longEnough([part]);
  const national = part.replace(/^0+/, '');
  const isForeign = /^(\+|00)/.test(text) && national.length > LAST_DIGITS;
  const kept = longEnough(isForeign ? [national, national.slice(-LAST_DIGITS)] : [national]);
  return kept.length > 0 ? kept : longEnough([part]);
}

function longEnough(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => [...part].length >= SHORTEST_PART);
}
