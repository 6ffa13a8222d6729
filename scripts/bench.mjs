import { fileURLToPath } from 'node:url';
import { prepareDependencies } from './lib/dependencies.mjs';
import { runScript } from './lib/log.mjs';
import { NODE_24 } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';

// The rows import the app's own TypeScript, which only newer Nodes run as it stands.
const FIRST_NODE_FOR_TYPESCRIPT = 24;

/**
 * `npm run bench` measures each figure beside its floor, prints one table and writes bench-results/bench.json;
 * `npm run bench -- commit encode` measures a part, `--folder PATH` puts the data on another disk,
 * `--claims N` says among how many claims is searched. How fast the
 * machine is never makes the command fail.
 */
await runScript(async () => {
  const args = process.argv.slice(2);
  if (Number.parseInt(process.versions.node, 10) < FIRST_NODE_FOR_TYPESCRIPT) {
    await prepareDependencies();
    const self = fileURLToPath(import.meta.url);
    process.exitCode = await runInForeground(NODE_24, [self, ...args], { env: toolEnvironment() });
    return;
  }
  const { runBench } = await import('./bench/run-bench.mjs');
  await runBench(args);
});
