import type { Bridge } from '../../src-main/contract/api.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import { logFailure } from '../log.ts';

/** What is kept as it is in the database. */
export interface Fresh {
  /** Loads it once more; where that is going on, once more after it. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

/** What is loaded is loaded again after this long at the latest: ages and clocks are on it. */
const LATEST_MS = 60_000;
/** A clock that was set back must not make it load without a pause. */
const SOONEST_MS = 1_000;

/**
 * Loads now, whenever a claim changes, and when `load` says that the clock alone changes it (null: it does not).
 * One load at a time, so an older answer never comes after a newer one.
 */
export function keepFresh(bridge: Bridge, load: () => Promise<Instant | null>): Fresh {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    busy = true;
    clearTimeout(timer);
    let changesAt: Instant | null = null;
    try {
      do {
        again = false;
        changesAt = await load();
      } while (again && !stopped);
    } finally {
      busy = false;
      if (!stopped) {
        const wait = changesAt === null ? LATEST_MS : changesAt - Date.now();
        timer = setTimeout(refresh, Math.min(LATEST_MS, Math.max(SOONEST_MS, wait)));
      }
    }
  }

  function refresh(): void {
    if (stopped) return;
    again = busy;
    if (!busy) run().catch((error: unknown) => logFailure('claims could not be loaded', error));
  }

  const unsubscribe = bridge.on('claims:changed', refresh);
  refresh();
  return {
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
