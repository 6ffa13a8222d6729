import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHealth } from '../../../src-main/ipc/health.ts';

type Parts = Parameters<typeof watchHealth>[0];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Watches a database that is closed: whoever looks at it says so. */
function watched(onProblem: (problem: unknown) => void): ReturnType<typeof watchHealth> {
  const lines = (): never => {
    throw new Error('the database is closed');
  };
  return watchHealth({ stores: { health: { lines } }, onProblem } as unknown as Parts);
}

test('a look that fails is for the log, and the next one is made all the same', () => {
  const problems: unknown[] = [];
  const health = watched((problem) => problems.push(problem));
  health.look();
  health.look();
  vi.advanceTimersByTime(1_000);
  expect(problems).toHaveLength(1);
  vi.advanceTimersByTime(2 * 60_000);
  expect(problems).toHaveLength(3);
  health.close();
});

test('once it is closed nobody makes it look again: a backup that is stopped says so when the database is gone', () => {
  const problems: unknown[] = [];
  const health = watched((problem) => problems.push(problem));
  health.close();
  health.look();
  vi.advanceTimersByTime(10 * 60_000);
  expect(problems).toEqual([]);
});

test('a look that was to come does not, once it is closed', () => {
  const problems: unknown[] = [];
  const health = watched((problem) => problems.push(problem));
  health.look();
  health.close();
  vi.advanceTimersByTime(10 * 60_000);
  expect(problems).toEqual([]);
});
