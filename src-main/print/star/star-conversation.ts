import type { Line } from '../transport/line.ts';
import { createStarStatusReader, type StarStatus } from './star-status.ts';

/** Questions and answers with one Star printer over one line. */
export interface StarConversation {
  /** Hears every status, asked for or not; returns the function that stops it. */
  onStatus(listener: (status: StarStatus) => void): () => void;
  /** Returns the first status that `isIt`, or null when none came in time or the line ended. */
  hear(isIt: (status: StarStatus) => boolean, timeoutMs: number): Promise<StarStatus | null>;
  /** Asks for the status; null where the printer does not answer. */
  askStatus(timeoutMs: number): Promise<StarStatus | null>;
}

/** `ESC ACK SOH`, which is answered the moment it is received, off line and with a full buffer too. */
const ASK = Uint8Array.of(0x1b, 0x06, 0x01);

/** Returns a conversation over a line. */
export function createStarConversation(line: Line): StarConversation {
  const read = createStarStatusReader();
  const listeners = new Set<(status: StarStatus) => void>();
  line.onBytes((bytes) => {
    for (const status of read(bytes)) for (const listener of [...listeners]) listener(status);
  });

  function onStatus(listener: (status: StarStatus) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function hear(isIt: (status: StarStatus) => boolean, timeoutMs: number): Promise<StarStatus | null> {
    return new Promise((resolve) => {
      const finish = (status: StarStatus | null): void => {
        clearTimeout(timer);
        stop();
        resolve(status);
      };
      const stop = onStatus((status) => {
        if (isIt(status)) finish(status);
      });
      const timer = setTimeout(() => finish(null), timeoutMs);
      void line.lost.then(() => finish(null));
    });
  }

  return {
    onStatus,
    hear,
    async askStatus(timeoutMs) {
      const heard = hear(() => true, timeoutMs);
      const written = await line.write(ASK);
      return written.ok ? heard : null;
    },
  };
}
