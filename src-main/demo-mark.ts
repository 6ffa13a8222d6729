import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that makes a data folder a demo's. */
export const DEMO_MARK_FILE = 'demo-store.json';

/** What says that nothing in a data folder is real, and who may come in. */
export interface DemoMark {
  readonly people: readonly { readonly name: string; readonly pin: string }[];
}

/** Returns the mark of a data folder; null where it is a store's own, which has no such file. */
export function readDemoMark(dataFolder: string): DemoMark | null {
  try {
    const { people } = JSON.parse(
      readFileSync(join(dataFolder, DEMO_MARK_FILE), 'utf8'),
    ) as Partial<DemoMark>;
    return { people: people ?? [] };
  } catch (error) {
    // A mark that cannot be read is one all the same.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : { people: [] };
  }
}
