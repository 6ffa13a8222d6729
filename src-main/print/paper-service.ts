import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../domain/result.ts';
import type { LetterheadProblem } from './draw/letterhead.ts';
import type { EncodeOptions } from './encode/encode.ts';
import type { AnySlip } from './slip/test-slip.ts';

/** What to make: a slip as its original (`copy` 0) or a copy, for a width of paper, as bytes or as a picture. */
export interface PaperOrder {
  readonly slip: AnySlip;
  readonly copy: number;
  readonly columns: number;
  readonly want: 'bytes' | 'picture';
  /** What the printer speaks and can be trusted with; for bytes only. */
  readonly encoding?: EncodeOptions;
}

/** What main asks of the paper worker: paper, or to keep a letterhead's picture. */
export type PaperRequest =
  (PaperOrder & { readonly id: number }) | { readonly id: number; readonly letterhead: Uint8Array };

/** What the worker is started with. */
export interface PaperWorkerData {
  /** The folder of the letterheads' pictures; undefined where there are none. */
  readonly letterheads: string | undefined;
}

/** What the worker answers; `detail` is for the log. */
export type PaperAnswer =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly text: string }
  | { readonly id: number; readonly ok: true; readonly letterhead: Result<string, LetterheadProblem> }
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
  /** Returns the bytes for a printer, or a PNG; the error says for the log why it could not be drawn. */
  make(order: PaperOrder): Promise<Result<Paper, string>>;
  /**
   * Keeps a PNG as a letterhead and returns the digest by which slips name it, or why the file is none. Rejects where
   * it cannot be written.
   */
  keepLetterhead(png: Uint8Array): Promise<Result<string, LetterheadProblem>>;
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
  const waiting = new Map<number, (answer: PaperAnswer) => void>();
  let worker: Worker | undefined;
  let lastId = 0;

  function failAll(detail: string): void {
    worker = undefined;
    for (const [id, settle] of waiting) settle({ id, ok: false, detail });
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
      settle?.(answer);
    });
    started.on('error', (error: unknown) => failAll(`the paper worker failed: ${String(error)}`));
    started.on('exit', (code) => {
      if (worker === started) failAll(`the paper worker ended with ${code}`);
    });
    return started;
  }

  function ask(request: (id: number) => PaperRequest): Promise<PaperAnswer> {
    return new Promise((resolve) => {
      const id = ++lastId;
      waiting.set(id, resolve);
      worker ??= start();
      worker.postMessage(request(id));
    });
  }

  return {
    async make(order) {
      const answer = await ask((id) => ({ id, ...order }));
      if (!answer.ok) return err(answer.detail);
      if (!('bytes' in answer)) throw new Error('the paper worker answered something else');
      return ok({ bytes: answer.bytes, text: answer.text });
    },
    async keepLetterhead(png) {
      const answer = await ask((id) => ({ id, letterhead: png }));
      if (answer.ok && 'letterhead' in answer) return answer.letterhead;
      throw new Error(answer.ok ? 'the paper worker answered something else' : answer.detail);
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
