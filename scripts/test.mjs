import { buildApp } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { SetUpError, runScript, say } from './lib/log.mjs';
import { setUp } from './lib/set-up.mjs';
import { runEndToEndTests, runUnitTests } from './lib/test-stages.mjs';

const STAGES = {
  check: { title: 'Checks', run: runChecks },
  unit: { title: 'Unit tests', run: runUnitTests },
  e2e: { title: 'End-to-end tests', run: buildAndRunEndToEndTests },
};

/**
 * `npm test` sets up what is missing, then runs checks, unit tests and end-to-end tests; `npm test -- unit` runs
 * a part. All stages run even when one fails, so that one run shows every failure. The last line holds the totals.
 */
await runScript(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(STAGES, name));
  if (unknown !== undefined) {
    throw new SetUpError(
      `"${unknown}" is no part of the tests; use ${Object.keys(STAGES).join(', ')} or nothing.`,
    );
  }
  await setUp({ forTests: true });

  const totals = { passed: 0, failed: 0, skipped: 0 };
  let isInterrupted = false;
  process.on('SIGINT', () => {
    isInterrupted = true;
  });
  for (const [name, stage] of Object.entries(STAGES)) {
    if (isInterrupted || (wanted.length > 0 && !wanted.includes(name))) continue;
    say(`\n${stage.title}`);
    add(totals, await runStage(stage));
  }
  if (isInterrupted) say('Interrupted; not everything ran.');
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
  if (totals.failed > 0 || isInterrupted) process.exitCode = 1;
});

async function runStage(stage) {
  try {
    return await stage.run();
  } catch (error) {
    // The stage could not start; the others still can.
    if (!(error instanceof SetUpError)) throw error;
    say(`Failed: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

async function buildAndRunEndToEndTests() {
  await buildApp();
  return runEndToEndTests();
}

function add(totals, { passed, failed, skipped = 0 }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}
