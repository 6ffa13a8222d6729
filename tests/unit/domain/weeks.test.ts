import { expect, test } from 'vitest';
import type { Instant, Zone } from '../../../src-main/domain/brand.ts';
import { weeksUntil } from '../../../src-main/domain/weeks.ts';

test('weeks begin on Monday in the store’s zone, also where a clock change makes one longer', () => {
  // A Wednesday; in Helsinki the clocks went back on the Sunday before, 26 October 2025.
  const weeks = weeksUntil(Date.UTC(2025, 9, 29, 12) as Instant, 'Europe/Helsinki' as Zone, 3);
  expect(weeks.map((at) => new Date(at).toISOString())).toEqual([
    '2025-10-12T21:00:00.000Z',
    '2025-10-19T21:00:00.000Z',
    '2025-10-26T22:00:00.000Z',
  ]);
});
