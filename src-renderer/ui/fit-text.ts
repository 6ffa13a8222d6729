import { countCharacters } from '../../src-main/domain/intake.ts';

/** A text that fits, where its caret stands, and whether something was cut to make it fit. */
export interface FittedText {
  readonly text: string;
  readonly caret: number;
  readonly cut: boolean;
}

/**
 * Cuts a field's text to `limit` code points. What came in last stands right before the caret, so that is what is
 * shortened, never what was there before it, and never half of a surrogate pair.
 */
export function fitText(text: string, caret: number, limit: number): FittedText {
  // As many code units hold at most as many code points: the usual case needs no count.
  const excess = text.length <= limit ? 0 : countCharacters(text) - limit;
  if (excess <= 0) return { text, caret, cut: false };
  const before = text.slice(0, caret);
  const kept = dropLastCharacters(before, excess);
  const missing = excess - (countCharacters(before) - countCharacters(kept));
  const after = missing > 0 ? dropLastCharacters(text.slice(caret), missing) : text.slice(caret);
  return { text: kept + after, caret: kept.length, cut: true };
}

function dropLastCharacters(text: string, count: number): string {
  let end = text.length;
  for (let left = count; left > 0 && end > 0; left--) end -= isPairEndingAt(text, end) ? 2 : 1;
  return text.slice(0, end);
}

function isPairEndingAt(text: string, end: number): boolean {
  return end >= 2 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
}
