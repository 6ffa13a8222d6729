import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createFolderAtomically, hashOfFiles, readJson, writeJson } from '../lib/cache.mjs';
import { SetUpError, say, seconds } from '../lib/log.mjs';
import { CACHE, NODE_24, inRoot } from '../lib/paths.mjs';
import { runInForeground, toolEnvironment } from '../lib/run.mjs';

const STAMP = 'made.json';
/** As src-main/demo-mark.ts has it; this file also runs on a Node that reads no TypeScript. */
const MARK = 'demo-store.json';

/**
 * Makes the demo store in the cache folder, far from any store's own data, and says who works there. One that was made
 * today is used again, with whatever was done in it; the next day, and with `anew`, it is made once more, since its
 * promises are due today. Resolves with its data folder.
 */
export async function makeDemoStore({ anew }) {
  const folder = path.join(CACHE, 'demo-store');
  const stamp = {
    day: new Date().toDateString(),
    form: await hashOfFiles([inRoot('scripts', 'demo-store')]),
  };
  const made = await readJson(path.join(folder, STAMP));
  if (anew || made?.day !== stamp.day || made.form !== stamp.form) {
    const started = Date.now();
    say('Making the demo store: some weeks of a shop that is not there …');
    await rm(folder, { recursive: true, force: true });
    await createFolderAtomically(folder, async (aside) => {
      const args = [
        '--disable-warning=ExperimentalWarning',
        inRoot('scripts', 'demo-store', 'run.ts'),
        aside,
      ];
      const code = await runInForeground(NODE_24, args, { env: toolEnvironment() });
      if (code !== 0) throw new SetUpError('the demo store could not be made; please report it.');
      await writeJson(path.join(aside, STAMP), stamp);
    });
    say(`It took ${seconds(Date.now() - started)}.`);
  }
  say(`The demo store is in ${folder}; --demo-store=new makes it anew. Press F9 for the back office:`);
  const mark = await readJson(path.join(folder, MARK));
  for (const { name, pin } of mark?.people ?? []) say(`  ${pin}  ${name}`);
  return folder;
}
