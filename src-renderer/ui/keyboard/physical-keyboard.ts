import { isTextField } from './text-field.ts';

/** Keys closer together than this come from a scanner, which must not make the on-screen keyboard vanish. */
const SCANNER_GAP_MS = 60;

/** Returns whether a key press is one of a person or input method writing with a real keyboard. */
export function isTypingKey(
  event: Pick<KeyboardEvent, 'isTrusted' | 'repeat' | 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): boolean {
  if (!event.isTrusted || event.repeat || event.metaKey) return false;
  // Control with Alt is AltGr, which writes; either alone is a shortcut.
  if (event.ctrlKey !== event.altKey) return false;
  return Array.from(event.key).length === 1 || ['Dead', 'Process'].includes(event.key);
}

/** Returns whether a key comes so soon after the one before that no person pressed it. */
export function isScannerPace(previousMs: number, nowMs: number): boolean {
  return nowMs - previousMs < SCANNER_GAP_MS;
}

/**
 * Tells when a real keyboard begins to be used (someone types in a field, at a person's pace) and when the screen is
 * again (a finger or pen touches a field). Returns what ends the watch.
 */
export function watchPhysicalKeyboard(onchange: (inUse: boolean) => void): () => void {
  const watch = new AbortController();
  const options = { capture: true, passive: true, signal: watch.signal } as const;
  let lastKeyMs = -Infinity;
  let decision: ReturnType<typeof setTimeout> | undefined;

  document.addEventListener(
    'keydown',
    (event) => {
      if (!isTypingKey(event) || !isTextField(event.target)) return;
      const scanner = isScannerPace(lastKeyMs, event.timeStamp);
      lastKeyMs = event.timeStamp;
      clearTimeout(decision);
      // The first key of a scan looks like a person's until the second one comes.
      if (!scanner) decision = setTimeout(() => onchange(true), SCANNER_GAP_MS);
    },
    options,
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'mouse' || !isTextField(event.target)) return;
      clearTimeout(decision);
      onchange(false);
    },
    options,
  );
  return () => {
    clearTimeout(decision);
    watch.abort();
  };
}
