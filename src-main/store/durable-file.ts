import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode } from './whole-file.ts';

/** Nothing is there, or something that is no folder. */
const ABSENT: ReadonlySet<string | null> = new Set(['ENOENT', 'ENOTDIR']);

/** Returns the names in `folder`; none where there is no such folder. Throws where the disk refuses. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (ABSENT.has(systemCode(error))) return [];
    throw error;
  }
}

/** Makes what was created, renamed or removed in `folder` survive a power cut; throws where the disk refuses. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder for this, and NTFS journals names by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes `folder` (for this user only: it holds customers' words) with its parents, durably; throws if it cannot. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

/**
 * Replaces `folder/name` by `text`: after a power cut there is the old file or the new one, whole. Throws where
 * the disk refuses; the old file is then as it was.
 *
 * Our own lines because write-file-atomic does not fsync the folder: the rename itself could be lost, and with
 * it the news that a save succeeded.
 */
export function replaceFile(folder: string, name: string, text: string): void {
  // One fixed name, so that a power cut leaves at most one stray file, which the next save overwrites.
  const temporary = join(folder, `${name}.new`);
  try {
    const handle = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(handle, text, 'utf8');
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, join(folder, name));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}
