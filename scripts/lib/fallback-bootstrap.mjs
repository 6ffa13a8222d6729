/**
 * The first code that the fallback runtime runs; the set-up copies it to its resources/app/main.mjs.
 *
 * An official Electron brings a "default app" that opens the app named on the command line; the fallback has none.
 * This does the same: `electron [-r FILE] [--flags] APP-FOLDER-OR-FILE [arguments]`.
 *
 * It is an ES module with top-level await on purpose: Electron holds `ready` back until it has finished, which gives
 * the app time to do what must be done before (registering schemes, Playwright's own preparation).
 */
import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

function readCommandLine(argv) {
  const modules = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      modules.push(argv[index]);
    } else if (!argument.startsWith('-')) {
      return { modules, target: argument };
    }
  }
  return { modules, target: null };
}

function findEntry(target) {
  const place = path.resolve(target);
  const folder = statSync(place).isDirectory() ? place : path.dirname(place);
  const packageFile = path.join(folder, 'package.json');
  const description = existsSync(packageFile) ? JSON.parse(readFileSync(packageFile, 'utf8')) : {};
  const entry = folder === place ? path.join(folder, description.main ?? 'index.js') : place;
  return { folder, description, entry };
}

const { modules, target } = readCommandLine(process.argv.slice(1));
try {
  for (const file of modules) require(path.resolve(file));
  if (target === null) throw new Error('Name the folder of the app to run: electron APP-FOLDER');
  const { folder, description, entry } = findEntry(target);
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  if (description.version) app.setVersion(description.version);
  const name = description.productName ?? description.name;
  if (name) app.setName(name);
  app.setAppPath(folder);
  // import() loads ES modules and CommonJS alike.
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error(`The app could not be started.\n${error.stack}`);
  app.exit(1);
}
