import { expect, test } from 'vitest';
import { awaitedChangesAt, isLate, toAskAfter } from '../../../src-main/domain/awaited.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';

const NOW = 1_000_000 as Instant;
const DAY = { now: NOW, endOfDay: 2_000_000 as Instant };

function due(at: number): { readonly due: Instant } {
  return { due: at as Instant };
}

test('a thing is late one millisecond after its time', () => {
  expect([NOW - 1, NOW, NOW + 1].map((at) => isLate(due(at), NOW))).toEqual([true, false, false]);
});

test('what is late or due today is to be asked after', () => {
  const things = [due(1), due(NOW), due(1_999_999), due(2_000_000)];
  expect(toAskAfter(things, DAY.endOfDay)).toEqual(things.slice(0, 3));
});

test('the next change is the first time that passes, or the end of the day', () => {
  expect(awaitedChangesAt([due(1), due(1_500_000), due(NOW)], DAY)).toBe(NOW + 1);
  expect(awaitedChangesAt([due(1), due(3_000_000)], DAY)).toBe(DAY.endOfDay);
  expect(awaitedChangesAt([], DAY)).toBe(DAY.endOfDay);
});
