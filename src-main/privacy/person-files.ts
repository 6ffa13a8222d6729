import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import { systemCode } from '../store/whole-file.ts';

/** The folders of what is made of claims and stays on the kiosk's own disk. */
export interface PersonFolders {
  /** Pictures of slips, where there is no printer. */
  readonly pictures: string;
  /** Files that staff took out into the kiosk's own folder. */
  readonly exports: string;
  /** Databases in whose place a backup was put. */
  readonly setAside: string;
}

/** Removes files that hold what somebody said. Rejects where the disk refuses; what was removed by then is gone. */
export interface PersonFiles {
  /** Returns how many pictures and exports of a claim there are; `names` are files that are known to have it in them. */
  count(claim: OfClaim): Promise<{ readonly pictures: number; readonly exports: number }>;
  /** Removes all of them. */
  remove(claim: OfClaim): Promise<void>;
  /** Removes what was last changed before a time; returns the names of what went. */
  removeOlder(folder: keyof PersonFolders, before: Instant): Promise<readonly string[]>;
  /** Returns every claim number that a picture or an export is named after. */
  numbers(): Promise<readonly ClaimNumber[]>;
}

/** A claim, and the exports in which it is besides those that are named after it. */
export interface OfClaim {
  readonly number: ClaimNumber;
  readonly names: readonly string[];
}

/** What the names of a claim's own files begin with: its number. */
const NUMBERED = /^\.?([A-Z][A-Z0-9]{1,5}-\d+-[0-9A-Z])(?![0-9A-Z])/;

/** Returns what removes files from those folders, which need not be there. */
export function createPersonFiles(folders: PersonFolders): PersonFiles {
  async function namesIn(folder: string): Promise<readonly string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if (isGone(error)) return [];
      throw error;
    }
  }

  async function of({ number, names }: OfClaim): Promise<{ pictures: string[]; exports: string[] }> {
    const known = new Set(names);
    const isOwn = (name: string): boolean => numberOf(name) === number;
    const [pictures, exported] = await Promise.all([namesIn(folders.pictures), namesIn(folders.exports)]);
    return {
      pictures: pictures.filter(isOwn),
      exports: exported.filter((name) => known.has(name) || isOwn(name)),
    };
  }

  return {
    async count(claim) {
      const { pictures, exports } = await of(claim);
      return { pictures: pictures.length, exports: exports.length };
    },
    async remove(claim) {
      const { pictures, exports } = await of(claim);
      for (const name of pictures) await rm(join(folders.pictures, name), { force: true });
      for (const name of exports) await rm(join(folders.exports, name), { force: true });
    },
    async removeOlder(folder, before) {
      const removed: string[] = [];
      for (const name of await namesIn(folders[folder])) {
        const path = join(folders[folder], name);
        if ((await changedAt(path)) >= before) continue;
        await rm(path, { recursive: true, force: true });
        removed.push(name);
      }
      return removed;
    },
    async numbers() {
      const names = [...(await namesIn(folders.pictures)), ...(await namesIn(folders.exports))];
      return [...new Set(names.map(numberOf).filter((number) => number !== null))];
    },
  };
}

function numberOf(name: string): ClaimNumber | null {
  return (NUMBERED.exec(name)?.[1] ?? null) as ClaimNumber | null;
}

/** What is gone meanwhile is as old as can be: there is nothing to remove. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isGone(error)) return -Infinity;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}
