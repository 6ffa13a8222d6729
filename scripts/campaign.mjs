import { prepareDependencies } from './lib/dependencies.mjs';
import { prepareElectron } from './lib/electron-runtime.mjs';
import { runScript } from './lib/log.mjs';
import { NODE_24, inRoot } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { prepareSqlite } from './lib/sqlite-addon.mjs';
import { installSystemPackages, FOR_CAMPAIGNS } from './lib/system-libraries.mjs';

/**
 * `npm run test:crash`, `test:powercut`, `test:faults`, `test:backups`, `test:bitflips`: see tests/campaigns/run.ts. They
 * need Linux; what cuts the power of a disk needs root too.
 */
await runScript(async () => {
  await prepareDependencies();
  await installSystemPackages(FOR_CAMPAIGNS, 'for breaking disks');
  await prepareSqlite(await prepareElectron());
  process.exitCode = await runInForeground(
    NODE_24,
    [inRoot('tests', 'campaigns', 'run.ts'), ...process.argv.slice(2)],
    { env: toolEnvironment() },
  );
});
