type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Scrolls a field that was just typed into so that its caret shows: `execCommand` leaves that to the keyboard.
 * Text mostly grows at its end, which is cheap to show; elsewhere only the browser knows where the caret is.
 */
export function revealCaret(field: Field): void {
  const overflows = field.scrollHeight > field.clientHeight || field.scrollWidth > field.clientWidth;
  if (!overflows) return;
  if (field.selectionEnd !== field.value.length) {
    refocus(field);
  } else if (field instanceof HTMLTextAreaElement) {
    field.scrollTop = field.scrollHeight;
  } else {
    const forward = getComputedStyle(field).direction === 'rtl' ? -1 : 1;
    field.scrollLeft = forward * field.scrollWidth;
  }
}

/**
 * Takes the focus from a field and gives it back, which scrolls its caret into view and makes an input method commit
 * the word that it is in the middle of. For the screen nothing happened, so it is told nothing.
 */
export function refocus(field: Field): void {
  const shield = new AbortController();
  const options = { capture: true, signal: shield.signal } as const;
  for (const type of ['blur', 'focusout', 'focus', 'focusin']) {
    window.addEventListener(type, (event) => event.stopImmediatePropagation(), options);
  }
  field.blur();
  field.focus();
  shield.abort();
}
