import { readFile, readdir } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { SetUpError } from '../lib/log.mjs';

/** What stays outside the bundle, and which files of it the app opens; everything else of npm's is in out/ already. */
const SHIPPED = [
  { name: /^better-sqlite3$/, files: /^lib\/.*\.js$/ },
  { name: /^@napi-rs\/canvas$/, files: /\.js$/ },
  { name: /^@napi-rs\/canvas-linux-(x64|arm64)-gnu$/, files: /\.node$/ },
  { name: /^@hyzyla\/pdfium$/, files: /^dist\/pdfium\.wasm$/ },
  // The upright, regular and variable cuts for slips, pages and screens (print/draw/font-catalogue.ts, pdf/page-fonts.ts).
  { name: /^@fontsource(-variable)?\//, files: /^unicode\.json$|-(wght|400)-normal\.woff2$/ },
  { name: /^@expo-google-fonts\//, files: /(500Medium|700Bold)\.ttf$/ },
];

/** Files of every package: what it is, and its licence. */
const ALWAYS = /^(package\.json|(LICEN[CS]E|COPYING|NOTICE)[^/]*)$/i;

/**
 * Returns the names of the packages that the app needs at run time beside its bundle: those of its dependencies that
 * stay outside, and the binary package of this processor for the one that has its code in one.
 */
export function runtimePackages({ dependencies, arch }) {
  const names = Object.keys(dependencies);
  if (names.includes('@napi-rs/canvas')) names.push(`@napi-rs/canvas-linux-${arch}-gnu`);
  return names.filter((name) => ruleOf(name) !== undefined).sort();
}

/** Returns the files of a package that ship, as paths inside it. */
export async function shippedFiles(folder, name) {
  const rule = ruleOf(name);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => ALWAYS.test(file) || (rule.files.test(file) && !file.startsWith('node_modules/')));
  if (!files.some((file) => !ALWAYS.test(file)))
    throw new SetUpError(`${name} has none of the files that the app opens; see runtime-packages.mjs.`);
  return files.sort();
}

/** Throws where the built main imports what does not ship: it would end at its first start. */
export async function proveImportsShip(mainFolder, shipped) {
  const outside = new Set();
  for (const name of await readdir(mainFolder)) {
    if (!name.endsWith('.js')) continue;
    const code = await readFile(path.join(mainFolder, name), 'utf8');
    for (const [, imported] of code.matchAll(/(?:\bfrom|\bimport\(?)\s*["'`](@?[\w-][\w./:-]*)["'`]/g))
      outside.add(imported);
  }
  const missing = [...outside].filter(
    (each) =>
      each !== 'electron' &&
      !isBuiltin(each) &&
      !shipped.some((name) => each === name || each.startsWith(`${name}/`)),
  );
  if (missing.length > 0)
    throw new SetUpError(`the built app imports ${missing.join(', ')}, which the package would not hold.`);
}

function ruleOf(name) {
  return SHIPPED.find((each) => each.name.test(name));
}
