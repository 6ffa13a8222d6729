import { expect, test } from 'vitest';
import { judgeSamples, type Sample } from '../e2e/soak-verdict.ts';
import { randomOf } from '../fixtures/random.ts';

const SAMPLES = 360;
const STILL: Omit<Sample, 'at'> = {
  ...{ mainRss: 300, mainHeap: 15, mainExternal: 4, rendererRss: 160, rendererHeap: 9, treePss: 400 },
  ...{ files: 95, threads: 42, wal: 16, data: 200, waiting: 0, delayP99: 40, delayMax: 300 },
  ...{ submitP50: 8, roundTripP50: 1 },
};

/** An hour of samples: `shape` says what main's memory is at a share of it. */
function growsIn(shape: (share: number) => number, what: keyof Sample = 'mainRss'): readonly string[] {
  const samples = Array.from({ length: SAMPLES }, (_, index) => ({
    ...STILL,
    at: index * 10,
    [what]: shape(index / SAMPLES),
  }));
  return judgeSamples(samples).flatMap((row) => (row.flat === false ? [row.what] : []));
}

test('an hour that stays as it is grows in nothing, whatever is collected in between', () => {
  const random = randomOf(1);
  expect(growsIn(() => 300)).toEqual([]);
  expect(growsIn(() => 290 + 40 * random())).toEqual([]);
  expect(growsIn((share) => 10 + ((share * 37) % 1) * 12, 'mainHeap')).toEqual([]);
});

test('what is warmed up in the first quarter is no growth', () => {
  expect(growsIn((share) => Math.min(1, share * 4.2) * 300)).toEqual([]);
});

test('a kilobyte for each of 100,000 claims is found, and so is one file in a few minutes', () => {
  const random = randomOf(2);
  expect(growsIn((share) => 280 + 98 * share + 20 * random())).toEqual(['mainRss']);
  expect(growsIn((share) => 95 + Math.floor(share * 24), 'files')).toEqual(['files']);
});

test('growth that only begins at the end is found', () => {
  expect(growsIn((share) => (share < 0.8 ? 300 : 300 + 400 * (share - 0.8)))).toEqual(['mainRss']);
});

test('times are judged by nobody', () => {
  expect(growsIn((share) => 8 + 100 * share, 'submitP50')).toEqual([]);
});
