/** How long a wait may take, and who may end it earlier. */
export interface WaitOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

interface Wait {
  readonly isDone: () => boolean;
  readonly resolve: () => void;
}

const DEFAULT_TIMEOUT_MS = 15_000;

/** Promises that come true when something about the printer does; nobody has to poll. */
export class Waits {
  readonly #describe: () => string;
  #waits: readonly Wait[] = [];

  /** `describe` says what was seen, for the message of a wait that failed. */
  constructor(describe: () => string) {
    this.#describe = describe;
  }

  /** Looks again at what everyone is waiting for. */
  check(): void {
    for (const wait of this.#waits) if (wait.isDone()) wait.resolve();
  }

  /** Waits until `isDone`. */
  async until(what: string, isDone: () => boolean, options: WaitOptions = {}): Promise<void> {
    if (isDone()) return;
    const { timeoutMs = DEFAULT_TIMEOUT_MS, signal } = options;
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.#waits = this.#waits.filter((other) => other !== wait);
        settle();
      };
      const fail = (why: string): void => end(() => reject(new Error(`${why} ${what}\n${this.#describe()}`)));
      const onAbort = (): void => fail('gave up waiting for');
      const timer = setTimeout(() => fail(`waited ${timeoutMs} ms in vain for`), timeoutMs);
      const wait: Wait = { isDone, resolve: () => end(resolve) };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waits = [...this.#waits, wait];
    });
  }
}
