import { expect, test } from 'vitest';
import { cheaperCost } from '../../../src-main/store/pin-hash.ts';
import { createPins } from '../../../src-main/store/pins.ts';

const pins = createPins(new URL('../../../src-main/store/pin-worker.ts', import.meta.url));

test('the worker knows a PIN by its hash, and no other one', async () => {
  const hash = await pins.hash('274951');
  expect(await pins.isPin('274951', hash)).toBe(true);
  expect(await pins.isPin('274952', hash)).toBe(false);
});

test('what is no hash is a bug, and whoever asked hears of it', async () => {
  await expect(pins.isPin('274951', 'none')).rejects.toThrow('not a hash of a PIN');
});

test('tests may ask for a cheaper hash, which says what it cost; nobody gets one that costs next to nothing', async () => {
  const cheap = createPins(new URL('../../../src-main/store/pin-worker.ts', import.meta.url), 1024);
  const hash = await cheap.hash('274951');
  expect(hash).toMatch(/^scrypt\$1024\$8\$1\$/);
  expect(await pins.isPin('274951', hash)).toBe(true);
  expect(await pins.hash('274951')).toMatch(/^scrypt\$131072\$8\$1\$/);
  expect(['1024', '65536'].map(cheaperCost)).toEqual([1024, 65536]);
  expect([undefined, '', '512', '1025', '131072', '-1', 'x', 'Infinity'].map(cheaperCost)).toEqual(
    Array(8).fill(undefined),
  );
});
