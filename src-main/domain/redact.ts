import { foldText } from './fold.ts';

/** What stands where something was left out. */
const LEFT_OUT = '…';
const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/gu;
/** Five digits and more, as phone numbers and receipts have them, also in groups. */
const LONG_NUMBER = /\+?\p{Nd}(?:[\s().\-/]*\p{Nd}){4,}/gu;
const WORD = /[\p{L}\p{M}\p{Nd}'’-]+/gu;
/** Shorter parts of a name are words of a language as often as names. */
const NAME_PART_MIN = 3;
const BEFORE_CUT = 4;

/**
 * Returns the beginning of a person's words as others may read it: without the person's name, anything like an address
 * of email or a phone number, on one line, cut at a word after `max` characters.
 */
export function anonymousBeginning(words: string, name: string, max: number): string {
  const names = new Set(
    (foldText(name).match(WORD) ?? []).filter((part) => [...part].length >= NAME_PART_MIN),
  );
  const plain = words
    // More than enough to cut the beginning from, and little enough to look through.
    .slice(0, max * BEFORE_CUT)
    .replace(EMAIL, LEFT_OUT)
    .replace(LONG_NUMBER, LEFT_OUT)
    .replace(WORD, (word) =>
      foldText(word)
        .split(' ')
        .some((part) => names.has(part))
        ? LEFT_OUT
        : word,
    )
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...plain];
  if (characters.length <= max) return plain;
  const cut = characters.slice(0, max).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0) || cut.length)}${LEFT_OUT}`;
}
