import { expect, test } from 'vitest';
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
