import { expect, test } from 'vitest';
import { runPinGuesses } from '../../campaigns/pin-guesses.ts';

test('a slice of `npm run test:pins`: no kill gives a guess back, and none shortens a wait', async () => {
  const figures = await runPinGuesses({ kills: 10, seed: 7 });
  expect(figures).toMatchObject({ kills: 10, uncounted: 0, early: 0 });
  expect(figures.looked).toBeGreaterThan(10);
});
