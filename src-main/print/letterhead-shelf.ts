import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { letterheadDots, type LetterheadProblem } from './draw/letterhead.ts';
import type { PictureOf } from './slip/layout.ts';
import type { Bitmap } from './slip/paper.ts';
import type { Slip } from './slip/slip.ts';

/** The widest paper, whose letterhead all others are made as. */
const WIDEST_COLUMNS = 48;

/** Letterheads by their digests, so that a reprint of an old slip has the one of its day. */
export interface LetterheadShelf {
  /**
   * Returns what `layOut` needs to set a slip's letterhead. Each is made into dots once for a width of paper. One that
   * cannot be had is named by `onProblem` at every slip, which then shows the shop's name.
   */
  picturesFor(slip: Slip, columns: number): Promise<PictureOf>;
}

/**
 * Keeps a PNG in `folder` as a letterhead and returns its digest, by which slips name it (`SlipStore.letterhead`); the
 * error says why the file is none. The same file twice is kept once.
 */
export async function keepLetterhead({
  png,
  folder,
}: {
  readonly png: Uint8Array;
  readonly folder: string;
}): Promise<Result<string, LetterheadProblem>> {
  const made = await letterheadDots(png, WIDEST_COLUMNS);
  if (!made.ok) return made;
  const digest = digestOf(png);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${digest}.png`);
  await writeFile(`${file}.new`, png, { flush: true });
  await rename(`${file}.new`, file);
  return ok(digest);
}

/** Returns a shelf over the folder that `keepLetterhead` keeps them in; `onProblem` hears what is for the log. */
export function createLetterheadShelf({
  folder,
  onProblem,
}: {
  readonly folder: string;
  readonly onProblem: (detail: string) => void;
}): LetterheadShelf {
  const made = new Map<string, Bitmap>();

  async function load(digest: string, columns: number): Promise<Bitmap | undefined> {
    const key = `${digest} ${columns}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const dots = await readDots(join(folder, `${digest}.png`), digest, columns);
    if (typeof dots === 'string') onProblem(`the letterhead ${digest} is not on the slip: ${dots}`);
    else made.set(key, dots);
    return typeof dots === 'string' ? undefined : dots;
  }

  return {
    async picturesFor(slip, columns) {
      const digests = slip.blocks.flatMap((block) =>
        block.kind === 'letterhead' && block.picture !== undefined ? [block.picture] : [],
      );
      const found = new Map<string, Bitmap | undefined>();
      for (const digest of digests) found.set(digest, await load(digest, columns));
      return (digest) => found.get(digest);
    },
  };
}

/** The dots, or why there are none. */
async function readDots(file: string, digest: string, columns: number): Promise<Bitmap | string> {
  let png: Buffer;
  try {
    png = await readFile(file);
  } catch (error) {
    return String(error);
  }
  // A picture that was damaged or exchanged would make the reprint another slip than the first print.
  if (digestOf(png) !== digest) return 'its file was changed';
  const dots = await letterheadDots(png, columns);
  return dots.ok ? dots.value : dots.error;
}

function digestOf(png: Uint8Array): string {
  return createHash('sha256').update(png).digest('hex');
}
