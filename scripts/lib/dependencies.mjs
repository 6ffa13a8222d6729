import { rm } from 'node:fs/promises';
import path from 'node:path';
import { exists, hashOf, readJson, writeJson } from './cache.mjs';
import { SetUpError, say, seconds } from './log.mjs';
import { NODE_24, NODE_MODULES, inRoot } from './paths.mjs';
import { lastLines, runQuietly } from './run.mjs';

const STAMP = path.join(NODE_MODULES, '.in-your-words-dependencies.json');

/** Installs the packages of package-lock.json when they are not there yet, and Node 24 among them. */
export async function prepareDependencies() {
  const lock = await readJson(inRoot('package-lock.json'));
  if (lock === null)
    throw new SetUpError('package-lock.json is missing or broken; restore it from the repository.');
  const { dependencies, devDependencies } = (await readJson(inRoot('package.json'))) ?? {};
  const wanted = hashOf(JSON.stringify(lock), JSON.stringify([dependencies, devDependencies]));
  const installed = await readJson(STAMP);
  if (installed?.wanted !== wanted) {
    if (!(await isInstalledAsLocked(lock))) await installPackages();
    await writeJson(STAMP, { wanted });
  }
  await prepareNode24();
}

/** npm notes in node_modules what it installed; when that equals the lock there is nothing to install. */
async function isInstalledAsLocked(lock) {
  const present = await readJson(path.join(NODE_MODULES, '.package-lock.json'));
  if (present === null) return false;
  return Object.entries(lock.packages).every(([place, entry]) => {
    if (place === '') return true;
    const found = present.packages[place];
    // Optional packages of other platforms are locked but rightly not installed.
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

async function installPackages() {
  say('Installing packages (a minute or two the first time) …');
  const started = Date.now();
  // No install scripts: the only one we need is Node 24's, and that runs below. Errors alone are shown,
  // because npm on Node 20 warns about tools that will run on Node 24.
  const options = ['--ignore-scripts', '--loglevel=error'];
  let result = await runQuietly('npm', ['ci', ...options]);
  if (result.output.includes('EUSAGE')) {
    // A registry mirror may lack optional packages for other systems, and `npm ci` then takes the lock for broken.
    // A plain install keeps to the locked versions and checksums just the same.
    result = await runQuietly('npm', ['install', '--no-save', ...options]);
  }
  if (result.code !== 0) {
    await rm(STAMP, { force: true });
    throw new SetUpError(
      `npm could not install the packages; check the network and start again.\n${lastLines(result.output)}`,
    );
  }
  say(`Packages installed in ${seconds(Date.now() - started)}.`);
}

async function prepareNode24() {
  if (await exists(NODE_24)) return;
  say('Installing Node 24 from npm …');
  // This is the package's own install script. It runs without npm, as npm may refuse to run install scripts.
  const { output } = await runQuietly(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: path.join(NODE_MODULES, 'node'),
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_ignore_scripts: 'true' },
  });
  if (!(await exists(NODE_24))) {
    throw new SetUpError(
      `Node 24 could not be installed from npm; check the network and start again.\n${lastLines(output)}`,
    );
  }
}
