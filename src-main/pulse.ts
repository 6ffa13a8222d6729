/** Whether a page still answers. A page in an endless loop draws nothing, hears nobody, and raises no error. */
export interface Pulse {
  /** Asks the page, and counts how long it has been silent; to be called every `TICK_MS`. */
  tick(): void;
  /** The page answered; `ready` where it shows what it opened with. */
  answered(ready: boolean): void;
  /** Another page is loading, and has not answered yet. */
  newPage(): void;
  /** Returns whether the page is ready and answered lately. */
  isAlive(): boolean;
}

/** Milliseconds from question to question. */
export const TICK_MS = 250;
/**
 * Milliseconds of silence after which a page is given up: with a question's way and the loading of a new page the
 * welcome screen is back within five seconds. No work of ours keeps a page busy for a tenth of it.
 */
export const SILENCE_MS = 3_000;
/** A page that is loading may take so many milliseconds: the first start from a slow disk. */
export const LOADING_MS = 15_000;
/** A tick that comes later than this found main or the whole machine busy: that is no silence of the page's. */
const LATE_TICK_MS = 2 * TICK_MS;

/** Returns the pulse of a page. `onSilent` is called once for each page that is given up; the next page begins anew. */
export function createPulse(parts: {
  readonly ask: () => void;
  readonly onSilent: () => void;
  readonly monotonicMs: () => number;
}): Pulse {
  let silentMs = 0;
  let lastTick = parts.monotonicMs();
  let hasAnswered = false;
  let isReady = false;

  function newPage(): void {
    silentMs = 0;
    hasAnswered = false;
    isReady = false;
  }

  return {
    newPage,
    tick() {
      const at = parts.monotonicMs();
      silentMs += Math.min(at - lastTick, LATE_TICK_MS);
      lastTick = at;
      if (silentMs < (hasAnswered ? SILENCE_MS : LOADING_MS)) {
        parts.ask();
        return;
      }
      newPage();
      parts.onSilent();
    },
    answered(ready) {
      silentMs = 0;
      hasAnswered = true;
      isReady = ready;
    },
    isAlive: () => isReady && silentMs < SILENCE_MS,
  };
}
