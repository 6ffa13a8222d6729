import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const LEFTOVER_AFTER_MS = 60 * 60 * 1000;

/** Short hash of texts and buffers, for stamps and cache folder names. */
export function hashOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 20);
}

/** Hash over the names and contents of files and folders; what does not exist counts as absent. */
export async function hashOfFiles(paths) {
  const hash = createHash('sha256');
  for (const each of paths) await addToHash(hash, each);
  return hash.digest('hex').slice(0, 20);
}

async function addToHash(hash, file) {
  const info = await stat(file).catch(() => null);
  hash.update(`${path.basename(file)}\0${info === null ? 'absent' : ''}\0`);
  if (info?.isDirectory()) {
    for (const name of (await readdir(file)).sort()) await addToHash(hash, path.join(file, name));
  } else if (info !== null) {
    hash.update(await readFile(file));
  }
}

/** Integrity of a file in the form that package locks use, read as a stream because it can be large. */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/** Reads a JSON file; null when it is absent or broken, since a stamp in doubt only means working again. */
export async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes a JSON file and the folders above it. */
export async function writeJson(file, value) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** True when the file or folder exists. */
export async function exists(file) {
  return (await stat(file).catch(() => null)) !== null;
}

/**
 * Fills a folder in one step: `fill` works in a folder beside it, which is renamed when all is done.
 * A set-up that is killed half way therefore never leaves a half folder under the final name.
 */
export async function createFolderAtomically(folder, fill) {
  await removeLeftovers(folder);
  const aside = `${folder}.partial-${randomBytes(4).toString('hex')}`;
  await mkdir(aside, { recursive: true });
  try {
    await fill(aside);
    await rename(aside, folder).catch(async (error) => {
      // Another set-up was quicker; what it made is as good as ours.
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Removes what killed set-ups left; young ones may belong to one that is running now. */
async function removeLeftovers(folder) {
  const { dir, base } = path.parse(folder);
  await mkdir(dir, { recursive: true });
  for (const name of await readdir(dir)) {
    if (!name.startsWith(`${base}.partial-`)) continue;
    const leftover = path.join(dir, name);
    const info = await stat(leftover).catch(() => null);
    if (info !== null && Date.now() - info.mtimeMs > LEFTOVER_AFTER_MS)
      await rm(leftover, { recursive: true, force: true });
  }
}
