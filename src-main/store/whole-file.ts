import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes `folder/name`, whole or not at all, without blocking main: after a power cut there is what was there before, or
 * all of it. It is written under the name `aside` first. Rejects where the disk refuses; nothing of it is left then.
 */
export async function writeWhole({
  folder,
  name,
  aside,
  bytes,
}: {
  readonly folder: string;
  readonly name: string;
  readonly aside: string;
  readonly bytes: Uint8Array;
}): Promise<void> {
  const temporary = join(folder, aside);
  const handle = await open(temporary, 'w', 0o600);
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncNames(folder);
}

/** Returns the system's name of a failure, or null where it is none of the system's. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

async function syncNames(folder: string): Promise<void> {
  // Windows cannot open a folder for this, and NTFS journals names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
