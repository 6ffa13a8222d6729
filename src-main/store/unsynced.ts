import { inTransaction, type Db } from './sqlite.ts';

/** SQLite's numbers for what a COMMIT waits for. */
const [NORMAL, FULL] = [1, 2];

/**
 * Runs `work` as one transaction whose COMMIT does not wait for the disk, and returns its value: for what can be made
 * again from the claims, on a thread that somebody waits for. A power cut may take it back, whole. What is committed
 * before or after it waits as ever, and takes this with it to the disk. Throws what `work` and SQLite throw.
 */
export function inUnsyncedTransaction<T>(db: Db, work: () => T): T {
  db.pragma(`synchronous = ${NORMAL}`);
  try {
    return inTransaction(db, work);
  } finally {
    waitForTheDiskAgain(db);
  }
}

/** A claim that is said to be kept and is not would be the worst that this app can do, so that it is read back. */
function waitForTheDiskAgain(db: Db): void {
  db.pragma(`synchronous = ${FULL}`);
  if (db.pragma('synchronous', { simple: true }) !== FULL)
    throw new Error('COMMIT does not wait for the disk');
}
