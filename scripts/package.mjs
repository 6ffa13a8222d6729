import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readJson } from './lib/cache.mjs';
import { buildApp } from './lib/build.mjs';
import { prepareDependencies } from './lib/dependencies.mjs';
import { prepareElectron } from './lib/electron-runtime.mjs';
import { SetUpError, runScript, say, seconds } from './lib/log.mjs';
import { NODE_24, ROOT, inRoot } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { prepareSqlite } from './lib/sqlite-addon.mjs';
import { installSystemPackages, FOR_PACKAGING } from './lib/system-libraries.mjs';

const USAGE = 'npm run package [-- --release] [--to=FOLDER]';
// @electron/fuses runs on no older one.
const FIRST_NODE = 22;

/**
 * `npm run package` makes a Debian package of the app in `packages/` and prints its path. With the official Electron it
 * is a release; with any other runtime it is a test build, named `~test`, and says so on its screen. `--release` fails
 * rather than make a test build.
 */
await runScript(async () => {
  const args = readArguments();
  if (process.platform !== 'linux') throw new SetUpError('a Debian package is made on Debian.');
  await prepareDependencies();
  if (Number.parseInt(process.versions.node, 10) < FIRST_NODE) {
    const self = [inRoot('scripts', 'package.mjs'), ...process.argv.slice(2)];
    process.exitCode = await runInForeground(NODE_24, self, { env: toolEnvironment() });
    return;
  }
  await installSystemPackages(FOR_PACKAGING, 'to make a package');
  if (args.release) {
    if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
      throw new SetUpError('a release takes the official Electron; unset ELECTRON_OVERRIDE_DIST_PATH.');
    process.env.IYW_ELECTRON = 'official';
  }
  const runtime = await prepareElectron();
  await prepareSqlite(runtime);
  if (args.app === ROOT) await buildApp();
  process.stdout.write(`${await makePackage({ ...args, runtime })}\n`);
});

async function makePackage({ app, runtime, to, quick, version: asked }) {
  // Loaded here, since older Nodes cannot.
  const { stage } = await import('./package/stage.mjs');
  const { debianVersion, makeDeb } = await import('./package/debian.mjs');
  const started = Date.now();
  const isTest = runtime.kind !== 'official';
  const version = asked ?? (await readJson(inRoot('package.json'))).version;
  const root = await mkdtemp(path.join(tmpdir(), 'in-your-words-package-'));
  try {
    say(`Packing version ${version} with Electron ${runtime.version} …`);
    await stage({ root, app, runtime, version, isTest });
    const file = await makeDeb({
      root,
      version: debianVersion(version, isTest),
      isTest,
      to,
      ...(quick ? { compression: ['-Zgzip', '-z1'] } : {}),
    });
    const megabytes = ((await stat(file)).size / 1e6).toFixed(0);
    say(`Packed in ${seconds(Date.now() - started)}: ${megabytes} MB.`);
    if (isTest) say('This is a test build, and says so on its screen: it is not for a shop.');
    return file;
  } finally {
    await rm(root, { recursive: true });
  }
}

function readArguments() {
  const options = {
    release: { type: 'boolean', default: false },
    to: { type: 'string', default: inRoot('packages') },
    // For tests: another version, another build of the app than the checkout's, and a package that is made sooner.
    version: { type: 'string' },
    app: { type: 'string', default: ROOT },
    quick: { type: 'boolean', default: false },
  };
  try {
    const { values } = parseArgs({ options });
    return { ...values, to: path.resolve(values.to), app: path.resolve(values.app) };
  } catch (error) {
    throw new SetUpError(`${error.message}\n  ${USAGE}`, { cause: error });
  }
}
