import { runChecks } from './lib/checks.mjs';
import { prepareDependencies } from './lib/dependencies.mjs';
import { runScript, say } from './lib/log.mjs';

/** `npm run check`: types, lint, formatting, the walls between rooms, and unused code. */
await runScript(async () => {
  await prepareDependencies();
  const { passed, failed } = await runChecks();
  say(failed === 0 ? `All ${passed} checks passed.` : `${failed} of ${passed + failed} checks failed.`);
  if (failed > 0) process.exitCode = 1;
});
