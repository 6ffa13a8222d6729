import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { checkCharacter } from '../domain/claim-number.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** Longer than any claim number: one that lies across two chunks is seen whole in the second. */
const OVERLAP_BYTES = 32;
const NUMBER = /([A-Z][A-Z0-9]{1,5})-([0-9]{1,9})-([0-9A-Z])/g;

/**
 * Returns the highest running number of a claim that stands anywhere in these files, as bytes, or 0: also in a
 * database that nothing can open any more. A number that was on somebody's ticket must not be given a second time.
 * Its check character keeps what only looks like one apart.
 */
export function highestNumberIn(files: readonly string[]): number {
  return files
    .filter((file) => existsSync(file))
    .reduce((highest, file) => Math.max(highest, highestIn(file)), 0);
}

function highestIn(file: string): number {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    let highest = 0;
    let tail = '';
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const text = tail + chunk.toString('latin1', 0, read);
      for (const [, code = '', running = '', check] of text.matchAll(NUMBER)) {
        if (checkCharacter(code + running) === check) highest = Math.max(highest, Number(running));
      }
      tail = text.slice(-OVERLAP_BYTES);
    }
    return highest;
  } finally {
    closeSync(handle);
  }
}
