import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createFolderAtomically, exists, hashOf, hashOfFiles, readJson, writeJson } from './cache.mjs';
import { SetUpError, say, seconds } from './log.mjs';
import { CACHE, NODE_24, NODE_MODULES } from './paths.mjs';
import { lastLines, runQuietly } from './run.mjs';
import { installSystemPackages } from './system-libraries.mjs';

const PACKAGE = path.join(NODE_MODULES, 'better-sqlite3');
const BUILD = path.join(PACKAGE, 'build', 'Release');
const ADDON = path.join(BUILD, 'better_sqlite3.node');
const STAMP = path.join(BUILD, 'in-your-words.json');
const SHIM = path.join(import.meta.dirname, 'node-api-post-finalizer.h');
const PROBE = path.join(import.meta.dirname, 'sqlite-probe.cjs');

/** The first Electron with Node-API 10, which the addons that better-sqlite3 ships are made for. */
const FIRST_ELECTRON_FOR_PREBUILT = 35;

/*
 * As in better-sqlite3's binding.gyp, but for NAPI_VERSION: this value means "experimental", the only way to
 * get what the addon needs from Node-API 9. The shim header says what that takes.
 */
const ADDON_FLAGS = [
  ...['-std=c++20', '-O3', '-fPIC', '-pthread', '-w'],
  ...[
    '-fno-exceptions',
    '-fno-rtti',
    '-fno-strict-aliasing',
    '-fvisibility=hidden',
    '-fvisibility-inlines-hidden',
  ],
  ...[
    'NDEBUG',
    'NAPI_VERSION=2147483647',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  ].map(define),
  ...['BUILDING_NODE_EXTENSION', 'NODE_GYP_MODULE_NAME=better_sqlite3'].map(define),
];
const SQLITE_FLAGS = ['-std=c99', '-O3', '-fPIC', '-pthread', '-w', '-DNDEBUG'];
const LINK_FLAGS = ['-shared', '-pthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lm'];

/** Makes better-sqlite3 load in the given Electron and in Node 24: the shipped addon, or one built here. */
export async function prepareSqlite(runtime) {
  if (Number.parseInt(runtime.version, 10) >= FIRST_ELECTRON_FOR_PREBUILT) {
    // better-sqlite3 prefers build/Release; an addon that we put there for the fallback would win over the shipped one.
    if (await exists(STAMP)) await rm(BUILD, { recursive: true });
    return;
  }
  const { version } = await readJson(path.join(PACKAGE, 'package.json'));
  const recipe = hashOf(JSON.stringify([ADDON_FLAGS, SQLITE_FLAGS, LINK_FLAGS]), await hashOfFiles([SHIM]));
  const wanted = { version, recipe, electron: runtime.version };
  const present = await readJson(STAMP);
  if (JSON.stringify(present) === JSON.stringify(wanted) && (await exists(ADDON))) return;

  const cached = path.join(CACHE, `better-sqlite3-${version}-${process.platform}-${process.arch}-${recipe}`);
  if (!(await exists(cached))) await createFolderAtomically(cached, compile);
  await rm(STAMP, { force: true });
  await mkdir(BUILD, { recursive: true });
  // By rename, as a running process may have the old file open.
  await copyFile(path.join(cached, 'better_sqlite3.node'), `${ADDON}.new`);
  await rename(`${ADDON}.new`, ADDON);
  await proveItLoads(runtime);
  await writeJson(STAMP, wanted);
}

async function compile(folder) {
  await installSystemPackages(['g++'], 'to build SQLite for the fallback runtime');
  say('Building SQLite for the fallback runtime (about a minute, once) …');
  const started = Date.now();
  const sqlite = path.join(PACKAGE, 'deps', 'sqlite3');
  const includes = [
    path.join(NODE_MODULES, 'node-api-headers', 'include'),
    path.join(NODE_MODULES, 'node-addon-api'),
    sqlite,
  ];
  const objects = { sqlite: path.join(folder, 'sqlite3.o'), addon: path.join(folder, 'addon.o') };
  const addonSource = path.join(PACKAGE, 'src', 'better_sqlite3.cpp');
  const jobs = [
    [
      'gcc',
      [
        ...SQLITE_FLAGS,
        ...(await sqliteDefines()),
        '-c',
        path.join(sqlite, 'sqlite3.c'),
        '-o',
        objects.sqlite,
      ],
    ],
    [
      'g++',
      [
        ...ADDON_FLAGS,
        ...includes.map((each) => `-I${each}`),
        '-include',
        SHIM,
        '-c',
        addonSource,
        '-o',
        objects.addon,
      ],
    ],
  ];
  if (os.availableParallelism() > 1) await Promise.all(jobs.map(runCompiler));
  else for (const job of jobs) await runCompiler(job);
  await runCompiler([
    'g++',
    ['-o', path.join(folder, 'better_sqlite3.node'), objects.addon, objects.sqlite, ...LINK_FLAGS],
  ]);
  await Promise.all(Object.values(objects).map((file) => rm(file)));
  say(`SQLite built in ${seconds(Date.now() - started)}.`);
}

async function runCompiler([command, args]) {
  const { code, output } = await runQuietly(command, args);
  if (code !== 0) {
    throw new SetUpError(
      `SQLite could not be built (${command} failed); is g++ 10 or newer installed?\n${lastLines(output)}`,
    );
  }
}

/** SQLite's own options come from better-sqlite3, so that this build behaves like the shipped one. */
async function sqliteDefines() {
  const gypi = await readFile(path.join(PACKAGE, 'deps', 'defines.gypi'), 'utf8');
  const defines = [...gypi.matchAll(/^ {4}'([A-Z0-9_]+(?:=[-\w]+)?)',$/gm)].map((match) => define(match[1]));
  if (defines.length < 20)
    throw new SetUpError(
      'better-sqlite3 lists its SQLite options in a new way; adapt scripts/lib/sqlite-addon.mjs.',
    );
  return defines;
}

/** Loads and uses the addon in every runtime that will use it, under garbage collection, before anybody relies on it. */
async function proveItLoads(runtime) {
  const runtimes = {
    'Node 24': [NODE_24, {}],
    [`Electron ${runtime.version}`]: [runtime.executable, { ELECTRON_RUN_AS_NODE: '1' }],
  };
  for (const [name, [command, extra]] of Object.entries(runtimes)) {
    const { code, output } = await runQuietly(command, [PROBE, PACKAGE], {
      env: { ...process.env, ...extra },
      timeoutMs: 60_000,
    });
    if (code !== 0)
      throw new SetUpError(
        `the SQLite that was built here does not work in ${name}.\n${lastLines(output, 12)}`,
      );
  }
}

function define(name) {
  return `-D${name}`;
}
