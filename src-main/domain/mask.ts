import { foldText } from './fold.ts';
import type { ContactGiven } from './intake.ts';
import type { Story } from './known-issue.ts';

/** What stands in the place of a name, a phone number or an address. */
export const MASK = '[…]';

const WORD = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;
/** An address begins where a word does: else a long text without blanks is searched anew from each character. */
const EMAIL = /(?<![^\s<>()[\],;:"])[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+\.[^\s<>()[\],;:".]+/gu;
/** Digits with what people write between them; Arabic and Persian digits too. */
const NUMBER = /[+(]*\p{Nd}(?:[\s().\-/]*\p{Nd}){4,}/gu;
/** So many last digits are the same whether a number is written with its country or without. */
const LAST_DIGITS = 7;
/** Shorter parts of a name (de, al, M) are in too many words that are no names. */
const NAME_PART_MIN = 3;
const BEFORE_CUT = 4;
/** Arabic writes and, to, with, like, so right before the name. */
const BEFORE_NAME = /^[وف]?[بلك]?/u;
/** Scripts that put no space between words: a name stands right among its neighbours. */
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What is known of who a customer is. */
type Known = Pick<ContactGiven, 'name' | 'phone' | 'email'>;

/**
 * Which numbers are left out: `theirs` are the customer's own and any with a country before it, as what a maker looks
 * for stays (serials, error codes, dates); `all` are all that are as long as a phone number can be.
 */
type NumbersLeftOut = 'theirs' | 'all';

/**
 * Returns a customer's words without who they are: where their own name or a part of it, a phone number or any email
 * address stands, `MASK` stands, and every other character is as it was. Case, diacritics and how a number is grouped
 * make no difference. Of names it knows the one that was given as contact, and guesses no other.
 */
export function maskWords(text: string, contact: Known, numbers: NumbersLeftOut = 'theirs'): string {
  const ranges = [
    ...wholes(text, contact.name),
    ...nameParts(text, contact.name),
    ...wholes(text, contact.email),
    ...[...text.matchAll(EMAIL)].map(rangeOf),
    ...wholes(text, contact.phone),
    ...phoneNumbers(text, contact.phone, numbers),
  ].sort((one, other) => one.from - other.from);
  let masked = '';
  let done = 0;
  for (const [index, { from, to }] of ranges.entries()) {
    if (to <= done) continue;
    // Two parts of one name are one mask.
    const goesOn = index > 0 && (from <= done || /^\s*$/u.test(text.slice(done, from)));
    if (!goesOn) masked += text.slice(done, from) + MASK;
    done = to;
  }
  return masked + text.slice(done);
}

/** Returns a story whose words and item are masked. The serial number stays: it is what a maker looks for. */
export function maskStory(story: Story, contact: ContactGiven): Story {
  const mask = (text: string): string => maskWords(text, contact);
  return {
    ...story,
    item: { name: mask(story.item.name), serial: story.item.serial },
    statements: story.statements.map(mask),
    feeling: { face: story.feeling.face, words: mask(story.feeling.words) },
    tried: story.tried.map(({ description, outcome }) => ({ description: mask(description), outcome })),
  };
}

/**
 * Returns the beginning of a customer's words as another customer's letter may tell it: without who they are and without
 * any long number, on one line, cut at a word after `max` characters.
 */
export function anonymousBeginning(words: string, contact: Known, max: number): string {
  // More than enough to cut the beginning from, and little enough to look through.
  const beginning = words.slice(0, max * BEFORE_CUT);
  const plain = maskWords(beginning, contact, 'all').replace(/\s+/gu, ' ').trim();
  const characters = [...plain];
  if (characters.length <= max) return plain;
  const cut = characters.slice(0, max).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0) || cut.length)}…`;
}

/** Where a text stands as it was given, whatever its case: names in scripts without spaces are found like this. */
function wholes(text: string, sought: string): Range[] {
  const given = sought.trim();
  if (Array.from(given).length < 2) return [];
  const literal = new RegExp(
    given
      .split(/\s+/u)
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('\\s+'),
    'giu',
  );
  return [...text.matchAll(literal)].filter((match) => !splitsWord(text, match)).map(rangeOf);
}

/** "Ann" is not in "annual"; in scripts without spaces between words there is nothing to split. */
function splitsWord(text: string, match: RegExpExecArray): boolean {
  const { from, to } = rangeOf(match);
  const isOfWord = (character: string): boolean =>
    /[\p{L}\p{M}\p{Nd}]/u.test(character) && !UNSPACED.test(character);
  const before = text.slice(0, from).at(-1) ?? '';
  const after = text.slice(to).at(0) ?? '';
  return (
    (isOfWord(before) && isOfWord(match[0].at(0) ?? '')) ||
    (isOfWord(after) && isOfWord(match[0].at(-1) ?? ''))
  );
}

function nameParts(text: string, name: string): Range[] {
  const parts = new Set(
    [...name.matchAll(WORD)].map(([part]) => foldText(part)).filter((part) => part.length >= NAME_PART_MIN),
  );
  if (parts.size === 0) return [];
  return [...text.matchAll(WORD)]
    .filter(([word]) => {
      const folded = foldText(word);
      return parts.has(folded) || parts.has(folded.replace(BEFORE_NAME, ''));
    })
    .map(rangeOf);
}

function phoneNumbers(text: string, phone: string, leftOut: NumbersLeftOut): Range[] {
  const own = digitsOf(phone).slice(-LAST_DIGITS);
  const isTheirs = (number: string): boolean =>
    number.includes('+') || (own.length >= 5 && digitsOf(number).endsWith(own));
  return [...text.matchAll(NUMBER)].filter(([number]) => leftOut === 'all' || isTheirs(number)).map(rangeOf);
}

/** The digits alone, as 0 to 9: of every script, a block's zero is a multiple of ten away from its other digits. */
function digitsOf(text: string): string {
  return [...text.normalize('NFKC').matchAll(/\p{Nd}/gu)].map(([digit]) => String(valueOf(digit))).join('');
}

function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  // Digits stand in rows of ten (Unicode 4.6): the first of the row is the first code point before it that is no digit's.
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return code - zero;
}

function rangeOf(match: RegExpExecArray): Range {
  return { from: match.index, to: match.index + match[0].length };
}
