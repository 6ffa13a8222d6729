import { Worker } from 'node:worker_threads';
import { err, type Result } from '../domain/result.ts';

/** What a worker is asked: a photo to keep of what came in, or a small picture of it. */
export interface PhotoRequest {
  readonly bytes: Uint8Array;
  readonly want: 'photo' | 'thumb';
}
/** The JPEG, or why the picture cannot be decoded. */
export type PhotoAnswer = Result<Uint8Array, string>;

/** Draws photos anew, one at a time: a large one takes some hundred megabytes while it is decoded. */
export interface Photos {
  /** Returns the JPEG, upright, without anything but its pixels; `contentOf` must have called the bytes a photo. */
  draw(request: PhotoRequest): Promise<PhotoAnswer>;
}

/** Longer than any real photo takes on a slow box. */
const LIMIT_MS = 20_000;

/**
 * Returns what draws photos, each in a worker of its own: what a hostile file does to a decoder ends with it, and main
 * goes on answering touches meanwhile.
 */
export function createPhotos(workerUrl: URL, limitMs = LIMIT_MS): Photos {
  let last: Promise<unknown> = Promise.resolve();
  return {
    draw(request) {
      const drawn = last.then(() => drawIn(workerUrl, request, limitMs));
      last = drawn;
      return drawn;
    },
  };
}

function drawIn(workerUrl: URL, request: PhotoRequest, limitMs: number): Promise<PhotoAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(workerUrl, { workerData: request });
    const timer = setTimeout(() => end(err(`longer than ${limitMs} ms`)), limitMs);
    function end(answer: PhotoAnswer): void {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    }
    worker.on('message', end);
    worker.on('error', (error) => end(err(error instanceof Error ? error.message : String(error))));
    worker.on('exit', (code) => end(err(`the worker ended with ${code}`)));
  });
}
