import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A test that passes only when repeated has found something: here it fails, and CI repeats it once and names it.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  // A campaign of an hour does not end at one slow screen of a busy machine.
  expect: { timeout: process.env['IYW_CAMPAIGN_MINUTES'] === undefined ? 10_000 : 60_000 },
  reporter: [['list']],
});
