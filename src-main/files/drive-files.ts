import { randomUUID } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { open, readdir, readFile, realpath, stat, type FileHandle } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import {
  ATTACHMENT_MAX_BYTES,
  type DriveFile,
  type DriveItemId,
  type PluggedDrive,
} from '../domain/attachment.ts';
import type { Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { readableDrivesIn } from '../exports/drives.ts';
import { isOfTheDisk } from '../store/sqlite.ts';

/** Why nothing came from a drive: it is gone, or the list is an old one; or the file is too large. */
export interface DriveFault {
  readonly code: 'drive-gone' | 'too-large';
  readonly detail: string;
}

/** What lies on the drives that are plugged in. Nothing is ever written there. */
export interface DriveFiles {
  /** Returns the drives; ids of an earlier list mean nothing then. */
  drives(): Promise<readonly PluggedDrive[]>;
  /** Returns the newest files that could be kept; `isWhole` is false where there are more. */
  list(
    driveId: DriveItemId,
  ): Promise<Result<{ readonly files: readonly DriveFile[]; readonly isWhole: boolean }, DriveFault>>;
  read(fileId: DriveItemId): Promise<Result<Uint8Array, DriveFault>>;
}

/** Names that files which could be kept have; what they are is decided by their content when they are kept. */
const LOOKS: Readonly<Record<string, DriveFile['looksLike']>> = {
  '.jpg': 'photo',
  '.jpeg': 'photo',
  '.png': 'photo',
  '.webp': 'photo',
  '.pdf': 'file',
  '.txt': 'file',
};
/** A camera's card has DCIM/100ABCDE/ and a telephone's a few more. */
const DEPTH_MAX = 5;
/** Most names that are looked at: a disk full of files must not keep anybody waiting. */
const LOOKED_AT_MAX = 20_000;
/** Most files in a list. */
const LISTED_MAX = 300;

/** Returns where drives are: those of Linux's `mountinfo`; elsewhere there is no such file, and no drive. */
export function mountedDrives(
  mountinfo = '/proc/self/mountinfo',
  roots?: readonly string[],
): () => Promise<readonly string[]> {
  return async () => {
    try {
      return readableDrivesIn(await readFile(mountinfo, 'utf8'), roots);
    } catch (error) {
      if (isOfTheDisk(error)) return [];
      throw error;
    }
  };
}

/** Returns the folders in `folder` as drives, so that work on this needs no stick. */
export function foldersAsDrives(folder: string): () => Promise<readonly string[]> {
  return async () => (await readdir(folder)).map((name) => join(folder, name));
}

/** Returns what reads the drives whose folders `drivesNow` finds. */
export function createDriveFiles(drivesNow: () => Promise<readonly string[]>): DriveFiles {
  let drives: ReadonlyMap<DriveItemId, string> = new Map();
  let paths: ReadonlyMap<DriveItemId, string> = new Map();

  return {
    async drives() {
      drives = new Map((await drivesNow()).map((path) => [randomUUID(), path]));
      paths = new Map();
      return [...drives].map(([id, path]) => ({ id, name: basename(path) }));
    },
    async list(driveId) {
      const drive = drives.get(driveId);
      if (drive === undefined) return err({ code: 'drive-gone', detail: 'no such drive any more' });
      try {
        const below = await filesUnder(await realpath(drive));
        const found = new Map<DriveItemId, string>();
        const files: DriveFile[] = [];
        for (const path of below.paths) {
          const { size, mtimeMs } = await stat(path);
          if (size === 0) continue;
          const id = randomUUID();
          found.set(id, path);
          const looksLike = LOOKS[extname(path).toLowerCase()] ?? 'file';
          files.push({ id, name: basename(path), bytes: size, changedAt: mtimeMs as Instant, looksLike });
        }
        paths = found;
        const newest = files.toSorted((one, other) => other.changedAt - one.changedAt).slice(0, LISTED_MAX);
        return ok({ files: newest, isWhole: below.isWhole && newest.length === files.length });
      } catch (error) {
        return gone(error);
      }
    },
    async read(fileId) {
      const path = paths.get(fileId);
      if (path === undefined) return err({ code: 'drive-gone', detail: 'no such file any more' });
      try {
        // Since the list was made, the drive may have become another one: a link on it leads nowhere.
        if ((await realpath(path)) !== path) return err({ code: 'drive-gone', detail: 'it is a link now' });
        const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
        try {
          return await readWhole(handle);
        } finally {
          await handle.close();
        }
      } catch (error) {
        return gone(error);
      }
    },
  };
}

/** Breadth first, so that what lies on top is found before a disk's depths; links and hidden names are left out. */
async function filesUnder(
  root: string,
): Promise<{ readonly paths: readonly string[]; readonly isWhole: boolean }> {
  const paths: string[] = [];
  let folders = [root];
  let lookedAt = 0;
  for (let depth = 0; depth < DEPTH_MAX && folders.length > 0; depth += 1) {
    const below: string[] = [];
    for (const folder of folders) {
      for (const entry of await entriesOf(folder)) {
        lookedAt += 1;
        if (lookedAt > LOOKED_AT_MAX) return { paths, isWhole: false };
        if (entry.name.startsWith('.')) continue;
        const path = join(folder, entry.name);
        if (entry.isDirectory()) below.push(path);
        else if (entry.isFile() && extname(entry.name).toLowerCase() in LOOKS) paths.push(path);
      }
    }
    folders = below;
  }
  return { paths, isWhole: folders.length === 0 };
}

/** What is in a folder; nothing where it is not ours to read, such as the `lost+found` of a disk. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return [];
    throw error;
  }
}

/** Reads what is a file, and no more of it than can be kept. */
async function readWhole(handle: FileHandle): Promise<Result<Uint8Array, DriveFault>> {
  const stats = await handle.stat();
  if (!stats.isFile()) return err({ code: 'drive-gone', detail: 'it is no file' });
  if (stats.size > ATTACHMENT_MAX_BYTES) return err({ code: 'too-large', detail: `${stats.size} bytes` });
  const bytes = new Uint8Array(stats.size);
  let filled = 0;
  while (filled < bytes.byteLength) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.byteLength - filled, filled);
    if (bytesRead === 0) return err({ code: 'drive-gone', detail: 'it became shorter' });
    filled += bytesRead;
  }
  return ok(bytes);
}

/** A drive that was pulled out, or that is broken, gives nothing; anything else is a bug. */
function gone(error: unknown): Result<never, DriveFault> {
  if (!isOfTheDisk(error)) throw error;
  return err({ code: 'drive-gone', detail: error.message });
}
