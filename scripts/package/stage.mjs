import { chmod, copyFile, cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exists, readJson, writeJson } from '../lib/cache.mjs';
import { SetUpError } from '../lib/log.mjs';
import { NODE_MODULES, inRoot } from '../lib/paths.mjs';
import { setFuses, wrongFuses } from './fuses.mjs';
import { proveImportsShip, runtimePackages, shippedFiles } from './runtime-packages.mjs';

/** Where the app lies on the kiosk. */
export const INSTALLED = 'usr/lib/in-your-words';
/** The program of the kiosk, seen from there. */
const PROGRAM = 'in-your-words';
/** What main looks for beside the app, and says on its screens (src-main/test-build.ts). */
const TEST_BUILD = 'test-build';

const APP = path.join(INSTALLED, 'resources', 'app');
const DOC = 'usr/share/doc/in-your-words';
const FILES = {
  'in-your-words.service': 'usr/lib/systemd/system/in-your-words.service',
  'in-your-words.rules': 'usr/lib/udev/rules.d/60-in-your-words.rules',
  'sysusers.conf': 'usr/lib/sysusers.d/in-your-words.conf',
  'tmpfiles.conf': 'usr/lib/tmpfiles.d/in-your-words.conf',
  'journald@in-your-words.conf': 'etc/systemd/journald@in-your-words.conf',
  default: 'etc/default/in-your-words',
  copyright: `${DOC}/copyright`,
};

/*
 * Of Electron all ships but: its own app or ours for development, Chromium's setuid helper (its sandbox is made of user
 * namespaces; a program that becomes root is not needed), and the words of Chromium's own dialogs, which no screen shows.
 */
const NOT_OF_ELECTRON = /^(resources|chrome-sandbox|version|electron\.d\.ts)$/;
const LOCALES = ['en-US.pak', 'ar.pak'];
const EXECUTABLE = new Set([PROGRAM, 'chrome_crashpad_handler']);
/** The first Electron for which better-sqlite3's shipped addon is made. */
const FIRST_ELECTRON_FOR_PREBUILT = 35;

/**
 * Lays out in `root` what the package installs: the runtime with its fuses set, the app, the packages it needs and
 * nothing else, and what makes it a kiosk. `app` is the folder with `package.json` and the built `out/`.
 */
export async function stage({ root, app, runtime, version, isTest, arch = process.arch }) {
  await stageRuntime({ root, runtime, isTest });
  await stageApp({ root, app, runtime, version, arch });
  for (const [from, to] of Object.entries(FILES))
    await copy(inRoot('packaging/files', from), path.join(root, to));
  for (const each of ['README.md', 'LICENSE']) await copy(inRoot(each), path.join(root, DOC, each));
  await setModes(root);
}

async function stageRuntime({ root, runtime, isTest }) {
  const place = path.join(root, INSTALLED);
  await mkdir(path.join(place, 'resources'), { recursive: true });
  for (const name of await readdir(runtime.folder)) {
    if (NOT_OF_ELECTRON.test(name)) continue;
    await cp(path.join(runtime.folder, name), path.join(place, name), { recursive: true });
  }
  for (const name of await readdir(path.join(place, 'locales')))
    if (!LOCALES.includes(name)) await rm(path.join(place, 'locales', name));
  if (await exists(path.join(place, 'LICENSE')))
    await rename(path.join(place, 'LICENSE'), path.join(place, 'LICENSE.electron.txt'));
  const program = path.join(place, PROGRAM);
  await rename(path.join(place, 'electron'), program);
  await setFuses(program);
  const wrong = await wrongFuses(program);
  if (wrong.length > 0) throw new SetUpError(`the fuses are not as a package has them: ${wrong.join('; ')}.`);
  if (isTest)
    await writeFile(
      path.join(place, 'resources', TEST_BUILD),
      `Made with Electron ${runtime.version} for trying the package. Not for a shop.\n`,
    );
}

async function stageApp({ root, app, runtime, version, arch }) {
  const place = path.join(root, APP);
  const description = await readJson(path.join(app, 'package.json'));
  const { name, description: about, license, type, main, dependencies } = description;
  // Its name is what the kiosk calls itself, its version what it shows to staff.
  await writeJson(path.join(place, 'package.json'), {
    name,
    version,
    description: about,
    license,
    type,
    main,
  });
  for (const part of ['main', 'preload', 'renderer'])
    await cp(path.join(app, 'out', part), path.join(place, 'out', part), { recursive: true });

  const shipped = runtimePackages({ dependencies, arch });
  await proveImportsShip(path.join(place, 'out', 'main'), shipped);
  for (const each of shipped) {
    const from = path.join(NODE_MODULES, each);
    const to = path.join(place, 'node_modules', each);
    for (const file of await shippedFiles(from, each)) await copy(path.join(from, file), path.join(to, file));
    await slim(to);
  }
  const addon = addonFor(runtime, arch);
  await copy(
    path.join(NODE_MODULES, 'better-sqlite3', addon),
    path.join(place, 'node_modules', 'better-sqlite3', addon),
  );
}

/** The shipped addon of SQLite, or the one that was built here for the older runtime of tests. */
function addonFor(runtime, arch) {
  return Number.parseInt(runtime.version, 10) >= FIRST_ELECTRON_FOR_PREBUILT
    ? `prebuilds/linux-${arch}.node`
    : 'build/Release/better_sqlite3.node';
}

/** Of a package's description only what says what it is and how it is loaded. */
async function slim(folder) {
  const file = path.join(folder, 'package.json');
  const { name, version, license, type, main, module, exports } = JSON.parse(await readFile(file, 'utf8'));
  await writeJson(file, { name, version, license, type, main, module, exports });
}

async function copy(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}

/** Whatever the machine's umask is: everybody reads, root writes, two files run. */
async function setModes(root) {
  await chmod(root, 0o755);
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) throw new SetUpError(`${file} is a link; a package of ours has none.`);
    const runs = entry.isDirectory() || EXECUTABLE.has(path.relative(path.join(root, INSTALLED), file));
    await chmod(file, runs ? 0o755 : 0o644);
  }
}
