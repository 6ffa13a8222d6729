import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaperService } from './print/paper-service.ts';

/** The picture that an installer puts into the data folder to head the slips. */
export const LETTERHEAD_FILE = 'letterhead.png';
/** More than any letterhead; a larger file is no picture for a till roll. */
const BYTES_MAX = 20_000_000;

/** The letterhead of the store while the app runs. */
export interface StoreLetterhead {
  /** Returns the digest by which new slips name it, or undefined where there is none. */
  digest(): string | undefined;
  /** Returns why the file is no letterhead, or null. */
  problem(): string | null;
  /** Looks whether the file is there, or another one. Never rejects. */
  look(): Promise<void>;
}

/** Returns the letterhead of a data folder; nothing is read before the first look. */
export function createStoreLetterhead(parts: {
  readonly dataFolder: string;
  readonly paper: Pick<PaperService, 'keepLetterhead'>;
}): StoreLetterhead {
  const file = join(parts.dataFolder, LETTERHEAD_FILE);
  let seen = '';
  let digest: string | undefined;
  let problem: string | null = null;

  async function read(): Promise<void> {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    const mark = found === null ? '' : `${found.mtimeMs} ${found.size}`;
    if (mark === seen) return;
    seen = mark;
    [digest, problem] = [undefined, null];
    if (found === null) return;
    if (found.size > BYTES_MAX) problem = 'too-large';
    else {
      const kept = await parts.paper.keepLetterhead(await readFile(file));
      if (kept.ok) digest = kept.value;
      else problem = kept.error;
    }
  }

  return {
    digest: () => digest,
    problem: () => problem,
    async look() {
      try {
        await read();
      } catch (error) {
        // Looked at again the next time: it may only be in the middle of being copied.
        seen = '';
        problem = error instanceof Error ? error.message : String(error);
      }
    },
  };
}
