import { homedir } from 'node:os';
import path from 'node:path';

/** The repository's root folder. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** The installed packages. */
export const NODE_MODULES = path.join(ROOT, 'node_modules');

/** Node 24 as installed from npm: the tools and the tests run on it, whatever the machine has. */
export const NODE_24 = path.join(
  NODE_MODULES,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** What is expensive to fetch or build lives outside the checkout, so that a second clone finds it. */
export const CACHE = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'in-your-words');

/** Path inside the repository. */
export function inRoot(...parts) {
  return path.join(ROOT, ...parts);
}

/** The JavaScript file behind a package's command, to run with NODE_24 (works the same on Windows). */
export function toolScript(packageName, file) {
  return path.join(NODE_MODULES, ...packageName.split('/'), file);
}
