import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The parts of `npm run package`, which are JavaScript. */
export interface Packager {
  stage(parts: {
    readonly root: string;
    readonly app: string;
    readonly runtime: { readonly folder: string; readonly version: string };
    readonly version: string;
    readonly isTest: boolean;
  }): Promise<void>;
  filesOf(root: string): Promise<readonly string[]>;
  debianVersion(version: string, isTest: boolean): string;
  setFuses(executable: string): Promise<void>;
  wrongFuses(executable: string): Promise<readonly string[]>;
  proveImportsShip(mainFolder: string, shipped: readonly string[]): Promise<void>;
}

/** Loads them. */
export async function loadPackager(): Promise<Packager> {
  const parts = await Promise.all(
    ['stage', 'debian', 'fuses', 'runtime-packages'].map(
      (name) =>
        import(pathToFileURL(join('scripts', 'package', `${name}.mjs`)).href) as Promise<Partial<Packager>>,
    ),
  );
  return Object.assign({}, ...parts) as Packager;
}
