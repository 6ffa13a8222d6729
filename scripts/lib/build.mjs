import path from 'node:path';
import { exists, hashOf, hashOfFiles, readJson, writeJson } from './cache.mjs';
import { SetUpError, say, seconds } from './log.mjs';
import { inRoot, toolScript } from './paths.mjs';
import { lastLines, runToolQuietly } from './run.mjs';

const SOURCES = [
  ...[
    'src-main',
    'src-renderer',
    'resources',
    'package.json',
    'package-lock.json',
    'electron.vite.config.ts',
  ],
  ...[
    'svelte.config.js',
    'tsconfig.json',
    'tsconfig.node.json',
    'tsconfig.pure.json',
    'tsconfig.renderer.json',
  ],
];
const STAMP = inRoot('out', 'in-your-words-build.json');

/** Builds the app into out/ when a source, a package or the Electron to build for has changed. */
export async function buildApp() {
  const sources = hashOf(
    await hashOfFiles(SOURCES.map((each) => inRoot(each))),
    process.env.ELECTRON_MAJOR_VER ?? '',
  );
  const { main } = await readJson(inRoot('package.json'));
  const built = await readJson(STAMP);
  if (built?.sources === sources && (await exists(inRoot(...main.split('/'))))) return;

  say('Building the app …');
  const started = Date.now();
  const electronVite = toolScript('electron-vite', path.join('bin', 'electron-vite.js'));
  const { code, output } = await runToolQuietly(electronVite, ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new SetUpError(`the app could not be built.\n${lastLines(output, 40)}`);
  await writeJson(STAMP, { sources });
  say(`App built in ${seconds(Date.now() - started)}.`);
}
