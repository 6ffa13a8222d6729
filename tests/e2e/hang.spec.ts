import { callBridge } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { countClaims, keptUnfinished } from './kept.ts';
import { begin } from './stories.ts';
import { hang, wordsOnScreen } from './window-seen.ts';

const WELCOME = 'Tell us in your own words.';
/** The promise of docs/reliability.md. */
const BACK_WITHIN_MS = 5_000;

test('a page that hangs is back at the welcome screen within five seconds, with no words on it', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"renderer-(silent|gone)"/);
  const dataFolder = await newFolder();
  const kiosk = await launch({ dataFolder });
  await kiosk.page.clock.install();
  await begin(kiosk.screens());
  await kiosk.screens().words.words.fill('The quincunx leaks.');
  // What was written a second ago is told to main, and what main answers after it, it answers with the words in hand.
  await kiosk.page.clock.fastForward(1_000);
  expect(await callBridge(kiosk.page, 'staff:door', null)).toMatchObject({ ok: true });
  const started = Date.now();
  await hang(kiosk);
  await expect.poll(() => wordsOnScreen(kiosk), { intervals: [50] }).toContain(WELCOME);
  expect(Date.now() - started).toBeLessThan(BACK_WITHIN_MS);
  expect(await wordsOnScreen(kiosk)).not.toContain('quincunx');
  expect(kiosk.log.events()).toEqual(expect.arrayContaining(['renderer-silent', 'renderer-gone']));
  expect(kiosk.log.text()).not.toContain('quincunx');
  expect(keptUnfinished(dataFolder)).toEqual([{ locale: 'en', text: 'The quincunx leaks.' }]);
  expect(countClaims(dataFolder)).toBe(0);
});
