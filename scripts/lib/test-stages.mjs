import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJson } from './cache.mjs';
import { openDisplay } from './display.mjs';
import { say } from './log.mjs';
import { NODE_24, toolScript } from './paths.mjs';
import { runInForeground, toolEnvironment } from './run.mjs';

// Large enough for a kiosk screen upright and lying.
const SCREEN = { width: 1920, height: 1920 };

/** Runs the unit tests; resolves with { passed, failed, skipped }. */
export async function runUnitTests() {
  return withReport(async (report) => {
    const args = [
      toolScript('vitest', 'vitest.mjs'),
      'run',
      // Both kinds of test are called test files; those of the browser runner are not for this one.
      '--exclude=tests/e2e/**',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const code = await runInForeground(NODE_24, args, { env: toolEnvironment() });
    return { code, ...countVitest(await readJson(report)) };
  });
}

/** Runs the end-to-end tests in the real app; resolves with { passed, failed, skipped }. */
export async function runEndToEndTests() {
  const display = await openDisplay(SCREEN);
  try {
    return await withReport(async (report) => {
      const args = [toolScript('@playwright/test', 'cli.js'), 'test', '--reporter=list,json'];
      const env = toolEnvironment({ ...display.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
      const code = await runInForeground(NODE_24, args, { env });
      return { code, ...countPlaywright(await readJson(report)) };
    });
  } finally {
    display.stop();
  }
}

/** Lets `run` write its report to a temporary file and makes sure that no failure goes uncounted. */
async function withReport(run) {
  const folder = await mkdtemp(path.join(tmpdir(), 'in-your-words-'));
  try {
    const { code, passed, failed, skipped } = await run(path.join(folder, 'report.json'));
    if (passed + failed === 0) {
      say('No test ran in this stage; that counts as a failure.');
      return { passed, failed: 1, skipped };
    }
    // A runner can fail without a failed test, on an error outside of all tests.
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function countVitest(report) {
  if (report === null) return { passed: 0, failed: 0, skipped: 0 };
  // A file that cannot be loaded has no tests to fail, so it counts as one.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countPlaywright(report) {
  if (report === null) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) say(`${flaky} tests passed only when repeated; look at them.`);
  return { passed: expected + flaky, failed: unexpected, skipped };
}
