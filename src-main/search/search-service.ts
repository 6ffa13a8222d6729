import { Worker } from 'node:worker_threads';
import type { ClaimId } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Found, SimilarClaim } from '../domain/search.ts';

/** What the search worker is started with: the database's file. */
export interface SearchWorkerData {
  readonly file: string;
}

/** What main asks of the search worker. */
export type SearchOrder =
  | { readonly want: 'find'; readonly text: string; readonly ranked: boolean }
  | { readonly want: 'similar'; readonly claimId: ClaimId }
  | { readonly want: 'verify' };
/** An order with the number that its answer comes back under. */
export type SearchRequest = SearchOrder & { readonly id: number };

/** What the worker answers; `detail` is for the log. */
export type SearchAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly damaged: boolean; readonly detail: string };

/**
 * Why there is no answer.
 * - `outdated`: somebody typed on, and a newer search took its place
 * - `unavailable`: the index is damaged and made anew, or the search was closed
 */
export type SearchFailure = 'outdated' | 'unavailable';

/** Searches, away from the main thread. A bug in the worker rejects. */
export interface SearchService {
  /** Returns the newest claims that have what was typed; `ranked`: the best of the newest. */
  find(text: string, ranked: boolean): Promise<Result<Found, SearchFailure>>;
  /** Returns past claims like one, or null where there is no such claim. */
  similar(claimId: ClaimId): Promise<Result<readonly SimilarClaim[] | null, SearchFailure>>;
  /** Reads the whole index, in a worker of its own; returns what is wrong with it, or null. */
  verify(): Promise<Result<string | null, SearchFailure>>;
  /** Ends the workers; what was asked and not answered is unavailable. */
  close(): Promise<void>;
}

interface Waiting {
  readonly order: SearchOrder & { readonly want: 'find' };
  readonly settle: (result: Promise<Result<unknown, SearchFailure>> | Result<unknown, SearchFailure>) => void;
}

/** Returns a service over the database in `file`; `onDamage` hears that SQLite says that it is damaged. */
export function createSearchService(parts: {
  readonly workerUrl: URL;
  readonly file: string;
  readonly onDamage: (detail: string) => void;
}): SearchService {
  const desk = createDesk(parts);
  const checks = createDesk(parts);
  /** One search at a time, and the newest of those that came meanwhile: nobody waits for what is no longer typed. */
  let searching = false;
  let next: Waiting | null = null;

  async function searchOn(): Promise<void> {
    while (next) {
      const { order, settle } = next;
      next = null;
      const answer = desk.ask(order);
      settle(answer);
      // Whoever asked hears of its failure.
      await answer.catch(() => undefined);
    }
    searching = false;
  }

  return {
    find(text, ranked) {
      const answer = new Promise<Result<unknown, SearchFailure>>((resolve) => {
        next?.settle(err('outdated'));
        next = { order: { want: 'find', text, ranked }, settle: resolve };
      });
      if (!searching) {
        searching = true;
        void searchOn();
      }
      return answer as Promise<Result<Found, SearchFailure>>;
    },
    similar: (claimId) =>
      desk.ask({ want: 'similar', claimId }) as Promise<
        Result<readonly SimilarClaim[] | null, SearchFailure>
      >,
    async verify() {
      try {
        return (await checks.ask({ want: 'verify' })) as Result<string | null, SearchFailure>;
      } finally {
        await checks.rest();
      }
    },
    async close() {
      await Promise.all([desk.close(), checks.close()]);
    },
  };
}

/** One worker: begun at the first order, and anew at the next one after it died. */
function createDesk(parts: {
  readonly workerUrl: URL;
  readonly file: string;
  readonly onDamage: (detail: string) => void;
}): {
  readonly ask: (order: SearchOrder) => Promise<Result<unknown, SearchFailure>>;
  /** Ends the worker until the next order. */
  readonly rest: () => Promise<void>;
  readonly close: () => Promise<void>;
} {
  const waiting = new Map<number, PromiseWithResolvers<Result<unknown, SearchFailure>>>();
  let worker: Worker | undefined;
  let closed = false;
  let lastId = 0;

  function endAll(end: (each: PromiseWithResolvers<Result<unknown, SearchFailure>>) => void): void {
    worker = undefined;
    for (const each of waiting.values()) end(each);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(parts.workerUrl, {
      workerData: { file: parts.file } satisfies SearchWorkerData,
    });
    started.on('message', (answer: SearchAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) asked?.resolve(ok(answer.value));
      else if (!answer.damaged) asked?.reject(new Error(`the search failed: ${answer.detail}`));
      else {
        asked?.resolve(err('unavailable'));
        parts.onDamage(answer.detail);
      }
    });
    started.on('error', (error: unknown) => {
      if (worker === started)
        endAll((each) => each.reject(new Error('the search worker failed', { cause: error })));
    });
    started.on('exit', (code) => {
      if (worker === started)
        endAll((each) => each.reject(new Error(`the search worker ended with ${code}`)));
    });
    return started;
  }

  async function rest(): Promise<void> {
    const ending = worker;
    endAll((each) => each.resolve(err('unavailable')));
    await ending?.terminate();
  }

  return {
    ask(order) {
      if (closed) return Promise.resolve(err('unavailable'));
      const asked = Promise.withResolvers<Result<unknown, SearchFailure>>();
      const id = ++lastId;
      waiting.set(id, asked);
      worker ??= start();
      worker.postMessage({ ...order, id } satisfies SearchRequest);
      return asked.promise;
    },
    rest,
    close() {
      closed = true;
      return rest();
    },
  };
}
