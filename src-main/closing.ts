import type { Log } from './log.ts';

/** How far the app has come with closing. */
export interface Closing {
  /** The app begins to close, or is told so again. */
  begin(): void;
  /** It now waits for this part of it. */
  at(part: string): void;
}

/** Longer than a slip takes that is being printed, shorter than systemd waits (`TimeoutStopSec=` is 90 s unless set). */
const CLOSING_LIMIT_MS = 45_000;

/**
 * Returns a watch over closing: what has not ended after `limitMs` milliseconds is named in the log, and the process ends
 * as in a power cut, which loses nothing that was acknowledged. Who switched the box off does not wait for it, and who
 * looks after it starts the next one.
 */
export function watchClosing({
  log,
  limitMs = CLOSING_LIMIT_MS,
}: {
  readonly log: Log;
  readonly limitMs?: number;
}): Closing {
  let waitingFor = 'the window';
  let timer: NodeJS.Timeout | undefined;
  return {
    begin() {
      timer ??= setTimeout(() => {
        log.error('closing', `${waitingFor} did not end within ${limitMs} ms`);
        process.kill(process.pid, 'SIGKILL');
      }, limitMs);
    },
    at(part) {
      waitingFor = part;
    },
  };
}
