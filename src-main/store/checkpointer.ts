import type { Db } from './sqlite.ts';

/** With this many bytes waiting in the log, a checkpoint is due even while somebody is at the kiosk. */
export const WAL_GUARD_BYTES = 4 * 1024 * 1024;

/** The most of the log's file that is kept: room enough for a busy hour, so that no claim has to grow it. */
export const WAL_KEPT_BYTES = 4 * WAL_GUARD_BYTES;

interface Log {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/** Returns how many bytes of the write-ahead log are not in the database file yet. */
export function walBytes(db: Db): number {
  const [state] = db.pragma('wal_checkpoint(NOOP)') as Log[];
  if (!state || state.log < 0) return 0;
  return (state.log - state.checkpointed) * Number(db.pragma('page_size', { simple: true }));
}

/**
 * Copies what it can of the log into the database file and returns the bytes still waiting. PASSIVE: it waits
 * for nobody and keeps the log's file, since growing a new one costs the next claim.
 */
export function checkpoint(db: Db): number {
  db.pragma('wal_checkpoint(PASSIVE)');
  return walBytes(db);
}

/**
 * Checkpoints where it is time to, and returns whether it did: when nobody waits (`idle`) for anything at all,
 * else only past the guard, in bytes (left alone, a log grew to 173 MB and doubled the median claim).
 */
export function checkpointIfDue(db: Db, idle: boolean, guardBytes = WAL_GUARD_BYTES): boolean {
  const waiting = walBytes(db);
  if (waiting === 0 || (!idle && waiting < guardBytes)) return false;
  checkpoint(db);
  return true;
}
