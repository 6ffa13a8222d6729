import { prepareDependencies } from './lib/dependencies.mjs';
import { runScript } from './lib/log.mjs';
import { NODE_24, inRoot } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { prepareElectron } from './lib/electron-runtime.mjs';
import { prepareSqlite } from './lib/sqlite-addon.mjs';

/**
 * `npm run test:paper [-- --slips=200 --seeds=3 --crashes=50]`: tickets on a virtual printer, every second one with a
 * fault, while the kiosk is killed `crashes` times with each seed; and the same tickets and faults through
 * node-thermal-printer's `execute()`. Prints its figures, writes bench-results/paper.json, and fails where a customer
 * went without a whole ticket.
 */
await runScript(async () => {
  await prepareDependencies();
  await prepareSqlite(await prepareElectron());
  const campaign = inRoot('tests', 'paper', 'run-campaign.ts');
  process.exitCode = await runInForeground(NODE_24, [campaign, ...process.argv.slice(2)], {
    env: toolEnvironment(),
  });
});
