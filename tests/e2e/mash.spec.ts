import { randomOf } from '../fixtures/random.ts';
import { expectCaged } from './cage.ts';
import { expect, test } from './fixtures.ts';
import type { Kiosk } from './kiosk.ts';
import { createMasher } from './masher.ts';
import { tellAndFinish } from './stories.ts';

// A child at the kiosk. `npm run test:mash -- --minutes=30 --seed=1` goes on for so long; a slice of it is part of
// `npm test`, counted in actions, so that a slow machine does the same as a quick one.
const MINUTES = Number(process.env['IYW_CAMPAIGN_MINUTES'] ?? 0);
const SEED = Number(process.env['IYW_CAMPAIGN_SEED'] ?? 1);
const ACTIONS = 600;
/** The cage is looked at after so many actions: often enough to say which of them did it. */
const LOOK_EVERY = 50;

test('mashing, dragging, long presses and pinches: the same one window, and it still takes a claim', async ({
  launch,
  expectTrouble,
}) => {
  test.setTimeout(240_000 + MINUTES * 90_000);
  // What is mashed may be a wrong PIN or half a form: refusals are the point.
  expectTrouble(/"event":"refused"/);
  const kiosk = await launch({ size: 'whole screen' });
  const mash = await createMasher(kiosk, randomOf(SEED));
  const until = Date.now() + MINUTES * 60_000;
  let done = 0;
  while (MINUTES > 0 ? Date.now() < until : done < ACTIONS) {
    const last: string[] = [];
    for (let action = 0; action < LOOK_EVERY; action += 1) last.push(await mash());
    done += LOOK_EVERY;
    await expectCaged(kiosk, `seed ${SEED}, action ${done}: ${last.slice(-10).join(', ')}`);
    expect(kiosk.log.events().filter((event) => event.startsWith('renderer-'))).toEqual([]);
    if (MINUTES > 0 && done % 5_000 === 0) console.log(`${done} actions`);
  }
  console.log(`${done} actions of seed ${SEED}: no way out`);
  await expectStillWorks(kiosk);
});

/** Wherever the mashing ended, a new page is the welcome screen and takes a claim. */
async function expectStillWorks(kiosk: Kiosk): Promise<void> {
  await kiosk.reload();
  await expect(kiosk.screens().welcome.sentence).toBeVisible();
  await tellAndFinish(kiosk.screens(), 'After all that.');
}
