import { prepareDependencies } from './dependencies.mjs';
import { prepareElectron } from './electron-runtime.mjs';
import { prepareSqlite } from './sqlite-addon.mjs';
import { prepareSystemLibraries } from './system-libraries.mjs';

/**
 * Brings a fresh clone to where the app can run: packages, system libraries, Electron, SQLite.
 * Every step finds out by itself whether there is something to do, so a second run takes a moment.
 */
export async function setUp({ forTests = false } = {}) {
  await prepareDependencies();
  await prepareSystemLibraries({ forTests });
  const runtime = await prepareElectron();
  await prepareSqlite(runtime);
  return { runtime };
}
