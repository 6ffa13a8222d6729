import { parentPort, workerData } from 'node:worker_threads';
import { connect, isDamage } from '../store/sqlite.ts';
import { createFinder } from './find.ts';
import type { SearchAnswer, SearchRequest, SearchWorkerData } from './search-service.ts';
import { createSimilarFinder } from './similar.ts';
import { verifyIndex } from './verify.ts';

/** Main never holds the file for longer than a commit. */
const BUSY_MS = 2_000;
/** The pages that searching goes through most: the tops of the indexes' trees and the newest claims. */
const CACHE_KIB = 65_536;

// SQLite blocks its thread, so searching has its own, with a connection that cannot write.
const db = connect((workerData as SearchWorkerData).file, { readonly: true, busyMs: BUSY_MS });
db.pragma('trusted_schema = 0');
db.pragma('cell_size_check = 1');
db.pragma(`cache_size = -${CACHE_KIB}`);
const finder = createFinder(db);
const similarFinder = createSimilarFinder(db);

parentPort?.on('message', (request: SearchRequest) => parentPort?.postMessage(answer(request)));

function answer(request: SearchRequest): SearchAnswer {
  const { id } = request;
  try {
    return { id, ok: true, value: work(request) };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id, ok: false, damaged: isDamage(error), detail };
  }
}

/** In one snapshot: main goes on writing between two statements. */
function work(request: SearchRequest): unknown {
  switch (request.want) {
    case 'find':
      return db.transaction(() => finder.find(request.text, request.ranked))();
    case 'similar':
      return db.transaction(() => similarFinder.similar(request.claimId))();
    case 'verify':
      return verifyIndex(db);
  }
}
