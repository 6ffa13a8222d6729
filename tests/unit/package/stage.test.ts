import { copyFile, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTestBuild } from '../../../src-main/test-build.ts';
import { loadPackager, type Packager } from './packager.ts';

/** Outside of Electron its package exports where its program is: the official one, or the one that tests run on. */
const electron = String(createRequire(import.meta.url)('electron'));
const runtime = { folder: dirname(electron), version: '' };
const RESOURCES = 'usr/lib/in-your-words/resources';
const PROGRAM = 'usr/lib/in-your-words/in-your-words';

let packager: Packager;
let work: string;

beforeAll(async () => {
  packager = await loadPackager();
  work = await mkdtemp(join(tmpdir(), 'in-your-words-stage-'));
  runtime.version = (await readFile(join(runtime.folder, 'version'), 'utf8')).trim().replace(/^v/, '');
  const app = join(work, 'app');
  for (const part of ['main', 'preload', 'renderer'])
    await mkdir(join(app, 'out', part), { recursive: true });
  await copyFile('package.json', join(app, 'package.json'));
  await writeFile(join(app, 'out/main/index.js'), 'import Database from"better-sqlite3";import"node:fs";');
  // What the build leaves beside the app is no part of it.
  await writeFile(join(app, 'out/in-your-words-build.json'), '{}');
  for (const isTest of [true, false])
    await packager.stage({ root: rootOf(isTest), app, runtime, version: '1.2.3', isTest });
  // Two copies of a whole runtime, on a busy machine.
}, 180_000);

afterAll(() => rm(work, { recursive: true, force: true }));

function rootOf(isTest: boolean): string {
  return join(work, isTest ? 'test' : 'release');
}

test('a test build says that it is one; a release does not', () => {
  expect(isTestBuild(join(rootOf(true), RESOURCES))).toBe(true);
  expect(isTestBuild(join(rootOf(false), RESOURCES))).toBe(false);
  expect([packager.debianVersion('1.2.3', true), packager.debianVersion('1.2.3', false)]).toEqual([
    '1.2.3~test',
    '1.2.3',
  ]);
});

test('the package holds the app, what it needs and what makes it a kiosk', async () => {
  const files = await packager.filesOf(rootOf(false));
  for (const file of [
    PROGRAM,
    `${RESOURCES}/app/out/main/index.js`,
    `${RESOURCES}/app/node_modules/better-sqlite3/lib/index.js`,
    `${RESOURCES}/app/node_modules/@fontsource-variable/noto-sans/LICENSE`,
    'usr/lib/systemd/system/in-your-words.service',
    'usr/lib/udev/rules.d/60-in-your-words.rules',
    'etc/default/in-your-words',
    'usr/share/doc/in-your-words/copyright',
  ])
    expect(files).toContain(file);
  expect(files.filter((file) => file.endsWith('.node')).map((file) => basename(file))).toHaveLength(2);
  const app = JSON.parse(
    await readFile(join(rootOf(false), RESOURCES, 'app/package.json'), 'utf8'),
  ) as object;
  expect(app).toMatchObject({ version: '1.2.3', main: 'out/main/index.js' });
  expect(app).not.toHaveProperty('scripts');
});

test('the package holds nothing of development, and no program that becomes root', async () => {
  const files = await packager.filesOf(rootOf(false));
  const foreign = files.filter((file) =>
    /chrome-sandbox|default_app|bootstrap|test-build|in-your-words-build|\.map$|\.(ts|cpp|cc|h)$|(?<!LICENSE)\.md$|\/(src|deps|tests?|build\/(?!Release\/better_sqlite3\.node))\//.test(
      file.replace('usr/share/doc/in-your-words/README.md', ''),
    ),
  );
  expect(foreign).toEqual([]);
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const shipped = files.flatMap((file) => /app\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  expect(shipped.filter((name) => name in devDependencies)).toEqual([]);
});

test('everybody may read what is installed, and nobody but root may change it', async () => {
  const root = rootOf(false);
  for (const file of await packager.filesOf(root)) {
    const mode = (await stat(join(root, file))).mode & 0o7777;
    const runs =
      /\/(in-your-words|chrome_crashpad_handler)$/.test(file) && file.startsWith('usr/lib/in-your-words/');
    expect([file, mode.toString(8)]).toEqual([file, runs ? '755' : '644']);
    expect((await stat(dirname(join(root, file)))).mode & 0o7777).toBe(0o755);
  }
});

test('the fuses are as a package has them, and a wrong one is named', async () => {
  const program = join(rootOf(true), PROGRAM);
  expect(await packager.wrongFuses(program)).toEqual([]);
  const other = join(work, 'other');
  await cp(electron, other);
  expect(await packager.wrongFuses(other)).toContain('EnableNodeCliInspectArguments is not off');
  await packager.setFuses(other);
  expect(await packager.wrongFuses(other)).toEqual([]);
});

test('a build that imports what does not ship is refused', async () => {
  const folder = join(work, 'imports');
  await mkdir(folder);
  await writeFile(
    join(folder, 'index.js'),
    'import"node:fs";import a from"better-sqlite3";import b from "left-pad";',
  );
  await expect(packager.proveImportsShip(folder, ['better-sqlite3'])).rejects.toThrow('left-pad');
  await expect(packager.proveImportsShip(folder, ['better-sqlite3', 'left-pad'])).resolves.toBeUndefined();
});
