import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns whether this is a package that was made to try packaging, with a runtime that is not for a shop: then
 * `npm run package` left a file of this name beside the app. `resources` is Electron's `process.resourcesPath`.
 */
export function isTestBuild(resources: string): boolean {
  return existsSync(join(resources, 'test-build'));
}
