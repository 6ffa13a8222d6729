import type { Instant } from './domain/brand.ts';
import type { Stores } from './ipc/stores.ts';
import type { Log } from './log.ts';
import type { ClaimFiles } from './files/claim-files.ts';
import type { PaperService } from './print/paper-service.ts';
import type { NightlyPurge } from './privacy/nightly-purge.ts';
import type { StoreLetterhead } from './store-letterhead.ts';
import { checkpointIfDue } from './store/checkpointer.ts';
import type { OpenDatabase } from './store/open-database.ts';
import type { SpaceKeeper } from './store/space-keeper.ts';

const HOUSEKEEPING_MS = 60_000;
/** Lines of known issues that are renewed in one turn: less than a frame. */
const LINES_AT_ONCE = 10;
/** Later than any window is up, sooner than anybody has written down what happened. */
const WARM_UP_AFTER_MS = 2_500;

/** Starts what runs by itself; returns the function that stops it. */
export function keepHouse(parts: {
  readonly opened: OpenDatabase;
  readonly stores: Stores;
  readonly claimFiles: ClaimFiles;
  readonly paper: PaperService;
  readonly letterhead: StoreLetterhead;
  readonly space: SpaceKeeper;
  readonly now: () => Instant;
  readonly purge: NightlyPurge;
  readonly log: Log;
}): () => void {
  const { stores, claimFiles, paper, letterhead, purge, now, log, space } = parts;
  // The window first: on two cores the worker's fonts would take its time.
  const warming = setTimeout(() => {
    paper.warmUp();
    void letterhead.look();
  }, WARM_UP_AFTER_MS);
  const housekeeping = setInterval(() => {
    void letterhead.look();
    claimFiles.keepHouse(now()).then(
      (damaged) => damaged.forEach((digest) => log.error('file-damaged', digest)),
      (error: unknown) => log.error('files', error),
    );
    purge.run().catch((error: unknown) => log.error('purge', error));
    try {
      stores.unfinished.purge(now());
      stores.knownIssues.renewLines(LINES_AT_ONCE, now());
      checkpointIfDue(parts.opened.db, true);
    } catch (error) {
      space.heard(error);
      log.error('housekeeping', error);
    }
  }, HOUSEKEEPING_MS);
  return () => {
    clearTimeout(warming);
    clearInterval(housekeeping);
  };
}
