import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../domain/result.ts';
import type { DayFigures, Reports } from '../domain/report.ts';
import type { DayQuestion, ReportQuestion } from '../store/report-reader.ts';

/** What main asks of a report worker. */
export type ReportOrder =
  | { readonly want: 'reports'; readonly question: ReportQuestion }
  | { readonly want: 'day'; readonly question: DayQuestion };

/** What a report worker is started with: the database's file, and the one thing that it is to count. */
export interface ReportWorkerData {
  readonly file: string;
  readonly order: ReportOrder;
}

/** What it answers; `detail` of a disk or a database that refused is for the log. */
export type ReportAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly detail: string };

/**
 * Why there is no answer.
 * - `outdated`: somebody asked for another span or person meanwhile, or the app ends
 * - `unreadable`: the disk or the database refused (`detail`)
 */
export interface ReportFailure {
  readonly code: 'outdated' | 'unreadable';
  readonly detail: string;
}

/** Counts, away from the main thread: it can take a second among a million claims. A bug in the worker rejects. */
export interface ReportService {
  /** Returns the figures; a question that is still counted is given up for a newer one. */
  read(question: ReportQuestion): Promise<Result<Reports, ReportFailure>>;
  /** Returns the figures of a day, for paper. */
  day(question: DayQuestion): Promise<Result<DayFigures, ReportFailure>>;
  /** Gives up what is being counted. */
  close(): Promise<void>;
}

/**
 * Returns a service over the database in `file`. Each question has a worker that ends with its answer: reports are asked
 * for a few times a day, and a worker that waits for the next one would hold its memory all the while.
 */
export function createReportService({
  workerUrl,
  file,
}: {
  readonly workerUrl: URL;
  readonly file: string;
}): ReportService {
  const counting = new Set<Worker>();
  let newest: Worker | undefined;
  let closed = false;

  function start(order: ReportOrder): Worker {
    const worker = new Worker(workerUrl, { workerData: { file, order } satisfies ReportWorkerData });
    counting.add(worker);
    worker.once('exit', () => counting.delete(worker));
    return worker;
  }

  return {
    async read(question) {
      if (closed) return err(GIVEN_UP);
      void newest?.terminate();
      newest = start({ want: 'reports', question });
      return (await answerOf(newest)) as Result<Reports, ReportFailure>;
    },
    async day(question) {
      if (closed) return err(GIVEN_UP);
      return (await answerOf(start({ want: 'day', question }))) as Result<DayFigures, ReportFailure>;
    },
    async close() {
      closed = true;
      await Promise.all([...counting].map((worker) => worker.terminate()));
    },
  };
}

const GIVEN_UP: ReportFailure = { code: 'outdated', detail: 'nobody waits for it any more' };

/** A worker that ends without an answer was ended. */
function answerOf(worker: Worker): Promise<Result<unknown, ReportFailure>> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: ReportAnswer) =>
      resolve(answer.ok ? ok(answer.value) : err({ code: 'unreadable', detail: answer.detail })),
    );
    worker.once('error', (error) => reject(new Error('the report worker failed', { cause: error })));
    worker.once('exit', () => resolve(err(GIVEN_UP)));
  });
}
