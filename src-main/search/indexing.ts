import type { IndexWriter } from './index-writer.ts';

/** Keeps the index up while nobody notices. */
export interface Indexing {
  /** Makes the index anew; once in a run, since a disk that damages it again will not be helped by a third time. */
  rebuild(): void;
  /** Returns whether every claim is in it, as far as the last look says. */
  isUpToDate(): boolean;
  /** Stops; what is not taken in yet is taken in after the next start. */
  stop(): void;
}

/** Work on the index in one turn of the main thread, with the commit on top: far less than one frame. */
const SLICE_MS = 3;
/** Between two slices main answers whatever came meanwhile. */
const PAUSE_MS = 20;
/** How often to look for new claims: sooner than anybody searches for the one that was just taken. */
const LOOK_MS = 1_000;
/** After a disk that refused. */
const RETRY_MS = 60_000;

/**
 * Starts to take claims in, in small slices after their commit. It looks by itself, so that no writer of claims has to
 * think of it. `emptyLog` empties the write-ahead log, which slices fill, and returns whether it was time to; it has a
 * turn of its own. `onFailure` hears of what SQLite throws.
 */
export function startIndexing(parts: {
  readonly writer: IndexWriter;
  readonly emptyLog: () => boolean;
  readonly onFailure: (error: unknown) => void;
}): Indexing {
  const { writer } = parts;
  let mayRebuild = true;
  let upToDate = false;
  let timer = setTimeout(turn, LOOK_MS);

  function turn(): void {
    goOnAfter(slice());
  }

  /** One turn at a time, also where a rebuild begins in the middle of one. */
  function goOnAfter(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(turn, ms);
  }

  /** Returns how long to wait for the next one, in milliseconds. */
  function slice(): number {
    try {
      upToDate = !parts.emptyLog() && writer.step(SLICE_MS).done;
      return upToDate ? LOOK_MS : PAUSE_MS;
    } catch (error) {
      upToDate = false;
      parts.onFailure(error);
      return RETRY_MS;
    }
  }

  return {
    isUpToDate: () => upToDate,
    rebuild() {
      if (!mayRebuild) return;
      mayRebuild = false;
      try {
        writer.reset();
        goOnAfter(PAUSE_MS);
      } catch (error) {
        parts.onFailure(error);
      }
    },
    stop: () => clearTimeout(timer),
  };
}
