import { createRequire } from 'node:module';

/** Returns the path of the Electron to test with; `npm test` sets it up and names it in the environment. */
export function electronBinary(): string {
  const named = process.env['IYW_ELECTRON_PATH'];
  if (named) return named;
  // Outside of Electron the package exports the path of its binary, or of ELECTRON_OVERRIDE_DIST_PATH.
  const path: unknown = createRequire(import.meta.url)('electron');
  if (typeof path !== 'string') throw new Error('the electron package does not say where Electron is');
  return path;
}
