import { expect, test } from 'vitest';
import { createRateLimit } from '../../../src-main/ipc/rate-limit.ts';

test('every limit holds, and what is refused does not count', () => {
  let now = 0;
  const limit = createRateLimit(
    [
      { times: 2, withinMs: 1_000 },
      { times: 3, withinMs: 10_000 },
    ],
    () => now,
  );
  expect([limit.take(), limit.take()]).toEqual([0, 0]);
  now = 400;
  expect(limit.take()).toBe(600);
  now = 1_000;
  expect(limit.take()).toBe(0);
  expect(limit.take()).toBe(9_000);
  now = 9_999;
  expect(limit.take()).toBe(1);
  now = 10_000;
  expect([limit.take(), limit.take()]).toEqual([0, 0]);
  expect(limit.take()).toBe(1_000);
});
