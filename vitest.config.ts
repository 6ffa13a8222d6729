import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/campaigns/**/*.test.ts'],
    // Some tests kill processes and wait for printers; none waits for a time, so a generous limit costs nothing.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
