import { parentPort, workerData } from 'node:worker_threads';
import { createReportReader } from '../store/report-reader.ts';
import { connect, storageFailure } from '../store/sqlite.ts';
import type { ReportAnswer, ReportOrder, ReportWorkerData } from './report-service.ts';

/** Main never holds the file for longer than a commit. */
const BUSY_MS = 2_000;

const { file, order } = workerData as ReportWorkerData;
parentPort?.postMessage(answer());

/** Counts on a connection that cannot write, in one snapshot: main goes on writing between two statements. */
function answer(): ReportAnswer {
  try {
    const db = connect(file, { readonly: true, busyMs: BUSY_MS });
    try {
      db.pragma('trusted_schema = 0');
      db.pragma('cell_size_check = 1');
      const reader = createReportReader(db);
      return { ok: true, value: db.transaction(() => count(reader, order))() };
    } finally {
      db.close();
    }
  } catch (error) {
    const failure = storageFailure(error);
    if (!failure) throw error;
    return { ok: false, detail: failure.detail };
  }
}

function count(reader: ReturnType<typeof createReportReader>, wanted: ReportOrder): unknown {
  return wanted.want === 'day' ? reader.day(wanted.question) : reader.read(wanted.question);
}
