import { runScript } from './lib/log.mjs';
import { setUp } from './lib/set-up.mjs';

/** `npm run -s electron:path` prints the path of the Electron to run, and nothing else on stdout. */
await runScript(async () => {
  const { runtime } = await setUp();
  process.stdout.write(`${runtime.executable}\n`);
});
