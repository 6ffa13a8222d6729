import { prepareDependencies } from './lib/dependencies.mjs';
import { prepareElectron } from './lib/electron-runtime.mjs';
import { runScript } from './lib/log.mjs';
import { NODE_24, inRoot } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { prepareSqlite } from './lib/sqlite-addon.mjs';

/** What can be done with a kiosk's data from a command line: the name of each file in `data`. */
const TASKS = ['restore', 'audit-verify'];

/** `npm run restore` and `npm run audit:verify`, on the data folder of the kiosk or the one in `IYW_DATA`. */
await runScript(async () => {
  const [task, ...args] = process.argv.slice(2);
  if (!TASKS.includes(task)) throw new Error(`one of ${TASKS.join(', ')}, not ${task}`);
  await prepareDependencies();
  await prepareSqlite(await prepareElectron());
  process.exitCode = await runInForeground(NODE_24, [inRoot('scripts', 'data', `${task}.ts`), ...args], {
    env: toolEnvironment(),
  });
});
