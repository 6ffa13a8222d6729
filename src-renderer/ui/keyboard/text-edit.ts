const SEGMENTER = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A field's text and selection, read for one key press and never kept. */
export interface TextState {
  readonly value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}

/** A stretch of text, in UTF-16 units as fields count. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns whether typed text fits, as a field's `maxlength` counts (UTF-16 units). A key is typed whole or not at all:
 * half of lam-alef would be a misspelling that nobody made.
 */
export function hasRoom(state: TextState, text: string, maxLength: number): boolean {
  const replaced = state.selectionEnd - state.selectionStart;
  return maxLength < 0 || state.value.length - replaced + text.length <= maxLength;
}

/** Returns the state after typing: in place of the selection, with the caret behind. */
export function insertText(state: TextState, text: string, maxLength = -1): TextState {
  if (!hasRoom(state, text, maxLength)) return state;
  const { start, end } = wholeCharacters(state);
  const caret = start + text.length;
  return {
    value: state.value.slice(0, start) + text + state.value.slice(end),
    selectionStart: caret,
    selectionEnd: caret,
  };
}

/** Returns what backspace takes away: the selection, or else the one character (grapheme) before the caret. */
export function backspaceRange(state: TextState): TextRange {
  const { start, end } = wholeCharacters(state);
  if (start !== end || start === 0) return { start, end };
  const before = SEGMENTER.segment(state.value.slice(0, start)).containing(start - 1);
  return { start: before?.index ?? start - 1, end };
}

/** Returns the state after backspace. */
export function deleteBackward(state: TextState): TextState {
  const { start, end } = backspaceRange(state);
  return {
    value: state.value.slice(0, start) + state.value.slice(end),
    selectionStart: start,
    selectionEnd: start,
  };
}

/** The selection, widened where a script has put its ends inside a surrogate pair. */
export function wholeCharacters({ value, selectionStart, selectionEnd }: TextState): TextRange {
  const splits = (index: number) =>
    /[\uD800-\uDBFF]/u.test(value.charAt(index - 1)) && /[\uDC00-\uDFFF]/u.test(value.charAt(index));
  const start = splits(selectionStart) ? selectionStart - 1 : selectionStart;
  const end = splits(selectionEnd) ? selectionEnd + 1 : selectionEnd;
  return selectionStart === selectionEnd ? { start: end, end } : { start, end };
}
