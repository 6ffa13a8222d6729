import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MIGRATIONS, NEWEST_VERSION } from '../../src-main/store/migrate.ts';
import { run } from './command.ts';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'package.json',
  'electron.vite.config.ts',
  'tsconfig.json',
  'tsconfig.node.json',
  'tsconfig.pure.json',
  'tsconfig.renderer.json',
];

/** The version of the schema that the next version of the app brings. */
export const NEXT_SCHEMA: number = NEWEST_VERSION + 10;

/**
 * Builds in `folder` the app as its next version will be: this one with one more migration. So the upgrade that is tried
 * is the one that kiosks with this version will go through.
 */
export async function buildNextVersion(folder: string): Promise<void> {
  await mkdir(folder);
  for (const each of SOURCES) await cp(join(ROOT, each), join(folder, each), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const list = join(folder, 'src-main/store/migrate.ts');
  const code = await readFile(list, 'utf8');
  const next = `{ version: ${NEXT_SCHEMA}, sql: 'CREATE TABLE of_the_next_version (id INTEGER PRIMARY KEY) STRICT;' },`;
  const changed = code.replace(/(const MIGRATIONS: [^=]*= \[[^\]]*)\]/, `$1${next}]`);
  if (changed === code)
    throw new Error(`the list of ${MIGRATIONS.length} migrations is written in a new way`);
  await writeFile(list, changed);
  await run(process.execPath, [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
    cwd: folder,
  });
}
