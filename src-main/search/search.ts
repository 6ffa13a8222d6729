import { checkpointIfDue } from '../store/checkpointer.ts';
import { isDamage, type Db } from '../store/sqlite.ts';
import { createIndexWriter } from './index-writer.ts';
import { startIndexing, type Indexing } from './indexing.ts';
import { createSearchService, type SearchService } from './search-service.ts';

/** Finding claims, with an index that is kept up by itself. */
export interface Search extends Pick<SearchService, 'find' | 'similar' | 'close'> {
  /** Returns whether every claim can be found. */
  isReady(): boolean;
}

/** Bytes that slices leave in the write-ahead log before it is emptied: few, since main waits for that too. */
export const LOG_BYTES = 1024 * 1024;
/** When the start is long over; then once a day. */
const FIRST_CHECK_MS = 10 * 60_000;
const CHECK_EVERY_MS = 24 * 60 * 60_000;

/**
 * Starts the index and the search over the database in `file`, whose one writing connection is `db`. An index that turns
 * out damaged or not to agree with the claims is made anew; `onProblem` hears of it, for the log.
 */
export function startSearch(parts: {
  readonly db: Db;
  readonly file: string;
  readonly workerUrl: URL;
  readonly onProblem: (problem: unknown) => void;
}): Search {
  const { db, file, workerUrl, onProblem } = parts;
  const indexing: Indexing = startIndexing({
    writer: createIndexWriter(db),
    emptyLog: () => checkpointIfDue(db, false, LOG_BYTES),
    onFailure: (error) => {
      onProblem(error);
      if (isDamage(error)) indexing.rebuild();
    },
  });
  const makeAnew = (problem: string): void => {
    onProblem(problem);
    indexing.rebuild();
  };
  const service = createSearchService({ workerUrl, file, onDamage: makeAnew });
  const check = (): void => {
    service.verify().then((verdict) => {
      if (verdict.ok && verdict.value !== null) makeAnew(verdict.value);
    }, onProblem);
  };
  const firstCheck = setTimeout(check, FIRST_CHECK_MS);
  const checks = setInterval(check, CHECK_EVERY_MS);
  return {
    find: (text, ranked) => service.find(text, ranked),
    similar: (claimId) => service.similar(claimId),
    isReady: () => indexing.isUpToDate(),
    async close() {
      clearTimeout(firstCheck);
      clearInterval(checks);
      indexing.stop();
      await service.close();
    },
  };
}
