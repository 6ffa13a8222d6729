import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../domain/result.ts';
import type { EncodeOptions } from './encode/encode.ts';
import type { AnySlip } from './slip/test-slip.ts';

/** What to make: a slip as its original (`copy` 0) or a copy, for a width of paper, as bytes or as a picture. */
export interface PaperOrder {
  readonly slip: AnySlip;
  readonly copy: number;
  readonly columns: number;
  readonly want: 'bytes' | 'picture';
  /** What the printer can be trusted with; for bytes only. */
  readonly encoding?: EncodeOptions;
}

/** What main asks of the paper worker. */
export interface PaperRequest extends PaperOrder {
  readonly id: number;
}

/** What the worker is started with. */
export interface PaperWorkerData {
  /** The folder of the letterheads' pictures; undefined where there are none. */
  readonly letterheads: string | undefined;
}

/** What the worker answers; `detail` is for the log. */
export type PaperAnswer =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly text: string }
  | { readonly id: number; readonly ok: false; readonly detail: string };

/** What the worker says: an answer, or for the log what is wrong with a slip that it makes all the same. */
export type PaperSaying = PaperAnswer | { readonly problem: string };

/** A finished slip: the printer's bytes or a PNG, and the paper's text. */
export interface Paper {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Makes paper of slips, away from the main thread. */
export interface PaperService {
  /** Returns the bytes for an ESC/POS printer, or a PNG; the error says for the log why it could not be drawn. */
  make(order: PaperOrder): Promise<Result<Paper, string>>;
  /** Starts the worker and loads the fonts, so that the first ticket waits for neither. */
  warmUp(): void;
  /** Ends the worker; what was asked and not answered fails. */
  close(): Promise<void>;
}

/** What a paper service is made of. */
export interface PaperServiceParts {
  readonly workerUrl: URL;
  /** Where `keepLetterhead` keeps pictures, and who hears of one that is not on its slip. */
  readonly letterheads?: { readonly folder: string; readonly onProblem: (detail: string) => void };
}

/** Returns a service whose worker is the script at `workerUrl`; a worker that dies is started anew at the next call. */
export function createPaperService({ workerUrl, letterheads }: PaperServiceParts): PaperService {
  const waiting = new Map<number, (answer: Result<Paper, string>) => void>();
  let worker: Worker | undefined;
  let lastId = 0;

  function failAll(detail: string): void {
    worker = undefined;
    for (const settle of waiting.values()) settle(err(detail));
    waiting.clear();
  }

  function start(): Worker {
    const workerData: PaperWorkerData = { letterheads: letterheads?.folder };
    const started = new Worker(workerUrl, { workerData });
    started.on('message', (answer: PaperSaying) => {
      if ('problem' in answer) {
        letterheads?.onProblem(answer.problem);
        return;
      }
      const settle = waiting.get(answer.id);
      waiting.delete(answer.id);
      settle?.(answer.ok ? ok({ bytes: answer.bytes, text: answer.text }) : err(answer.detail));
    });
    started.on('error', (error: unknown) => failAll(`the paper worker failed: ${String(error)}`));
    started.on('exit', (code) => {
      if (worker === started) failAll(`the paper worker ended with ${code}`);
    });
    return started;
  }

  return {
    make(order) {
      return new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        worker ??= start();
        worker.postMessage({ id, ...order } satisfies PaperRequest);
      });
    },
    warmUp() {
      worker ??= start();
    },
    async close() {
      const ending = worker;
      failAll('the paper worker was closed');
      await ending?.terminate();
    },
  };
}
