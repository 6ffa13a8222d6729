import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BALLAST_FILE } from '../../src-main/store/space-keeper.ts';
import { expect, test } from './fixtures.ts';
import { keptClaims, keptUnfinished } from './kept.ts';
import type { Kiosk, KioskOptions } from './kiosk.ts';
import { begin, confirm, ESPRESSO, tell, tellAndFinish } from './stories.ts';
import { expectNoTraceInFolder, expectNoTraceOnScreen } from './traces.ts';

/** The default of settings.json, and what the dialog leaves to answer. */
const IDLE_SECONDS = 60;
const GRACE_SECONDS = 30;
/** Words that no file has by chance. */
const TRACES = ['quincunx', 'zeugma', 'syzygy', 'ullage'];
const SECRET_STORY = {
  ...ESPRESSO,
  statement: 'The quincunx leaks.',
  item: { name: 'zeugma press', serial: 'SN-1' },
  feeling: { face: 'upset', words: 'like a syzygy' },
  contact: { ...ESPRESSO.contact, name: 'ullage' },
} as const;

/** A kiosk whose clock is in our hands. */
async function withClock(
  launch: (options?: Partial<KioskOptions>) => Promise<Kiosk>,
  options: Partial<KioskOptions> = {},
): Promise<Kiosk & { pass: (seconds: number) => Promise<void> }> {
  const kiosk = await launch(options);
  await kiosk.page.clock.install();
  await kiosk.reload();
  return { ...kiosk, pass: (seconds) => kiosk.page.clock.fastForward(seconds * 1000) };
}

test('"Are you still there?" stays when it is answered', async ({ launch }) => {
  const kiosk = await withClock(launch);
  const screens = kiosk.screens();
  await begin(screens);
  await screens.words.words.fill('still here');
  await kiosk.pass(IDLE_SECONDS - 5);
  await expect(screens.idle.dialog).toBeHidden();
  await kiosk.pass(6);
  await expect(screens.idle.dialog).toBeVisible();
  await expect(screens.idle.dialog).toContainText(/in \d+ seconds/);
  await kiosk.pass(GRACE_SECONDS - 5);
  await screens.idle.main.click();
  await expect(screens.idle.dialog).toBeHidden();
  await expect(screens.words.words).toHaveValue('still here');
  await kiosk.pass(IDLE_SECONDS - 5);
  await expect(screens.idle.dialog).toBeHidden();
  expect(keptUnfinished(kiosk.dataFolder)).toEqual([]);
});

test('a touch starts the time anew', async ({ launch }) => {
  const kiosk = await withClock(launch);
  const screens = kiosk.screens();
  await begin(screens);
  await kiosk.pass(IDLE_SECONDS - 5);
  await screens.words.words.press('a');
  await kiosk.pass(IDLE_SECONDS - 5);
  await expect(screens.idle.dialog).toBeHidden();
  await kiosk.pass(6);
  await expect(screens.idle.dialog).toBeVisible();
});

test('a kiosk that nobody touched asks nothing', async ({ launch }) => {
  const kiosk = await withClock(launch);
  await kiosk.pass(IDLE_SECONDS * 3);
  await expect(kiosk.screens().welcome.sentence).toBeVisible();
  await expect(kiosk.screens().idle.dialog).toBeHidden();
});

test('without an answer everything is wiped, and staff can find the unfinished words', async ({
  launch,
  newFolder,
}) => {
  const dataFolder = await newFolder();
  const kiosk = await withClock(launch, { dataFolder });
  const screens = kiosk.screens();
  await screens.bar.contrast.click();
  await screens.bar.textSize.click();
  await tell(screens, SECRET_STORY);
  await kiosk.pass(IDLE_SECONDS + 1);
  await expect(screens.idle.dialog).toBeVisible();
  await expect(screens.idle.dialog).toContainText('Staff can still find what you wrote for 24 hours.');
  await kiosk.pass(GRACE_SECONDS + 1);

  await expect(screens.welcome.sentence).toBeVisible();
  await expect(screens.idle.dialog).toBeHidden();
  await expect(screens.bar.contrast).toHaveAttribute('aria-pressed', 'false');
  await expectNoTraceOnScreen(kiosk, TRACES);
  await expect
    .poll(() => keptUnfinished(dataFolder))
    .toEqual([{ locale: 'en', text: 'The quincunx leaks.' }]);
  expect(keptClaims(dataFolder)).toEqual([]);

  // The next customer finds empty fields, and nothing to undo or to paste.
  await begin(screens);
  for (const chord of ['Control+z', 'Control+v', 'Control+y']) await kiosk.page.keyboard.press(chord);
  await expect(screens.words.words).toHaveValue('');
  await expectNoTraceOnScreen(kiosk, TRACES);

  await kiosk.close();
  await expectNoTraceInFolder(join(dataFolder, 'electron'), TRACES);
});

test('the language goes back to the store’s own', async ({ launch }) => {
  const kiosk = await withClock(launch);
  await kiosk.screens('en').welcome.language('ar').click();
  const arabic = kiosk.screens('ar');
  await begin(arabic);
  await arabic.words.words.fill('تسرّب');
  await kiosk.pass(IDLE_SECONDS + 1);
  await expect(arabic.idle.dialog).toBeVisible();
  await kiosk.pass(GRACE_SECONDS + 1);
  await expect(kiosk.screens('en').welcome.sentence).toBeVisible();
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(kiosk.page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect.poll(() => keptUnfinished(kiosk.dataFolder)).toEqual([{ locale: 'ar', text: 'تسرّب' }]);
});

test('after "Done" nothing is left either', async ({ launch, newFolder }) => {
  const dataFolder = await newFolder();
  const kiosk = await launch({ dataFolder });
  const screens = kiosk.screens();
  await tell(screens, SECRET_STORY);
  const number = await confirm(screens);
  await screens.thanks.main.click();
  await expect(screens.welcome.sentence).toBeVisible();
  await expectNoTraceOnScreen(kiosk, [...TRACES, number, number.replaceAll('-', ' ')]);
  await begin(screens);
  for (const chord of ['Control+z', 'Control+v', 'Control+y']) await kiosk.page.keyboard.press(chord);
  await expect(screens.words.words).toHaveValue('');
  expect(keptUnfinished(dataFolder)).toEqual([]);

  await kiosk.close();
  await expectNoTraceInFolder(join(dataFolder, 'electron'), TRACES);
  // What is kept is in the database and on the ticket, and nowhere else.
  const names = (await readdir(dataFolder)).filter((name) => name !== BALLAST_FILE);
  expect(names.sort()).toEqual(['claims.db', 'electron', 'settings.json', 'slips']);
});

test('words cannot be taken along in the clipboard', async ({ launch }) => {
  const kiosk = await launch();
  const screens = kiosk.screens();
  await begin(screens);
  await screens.words.words.fill('quincunx');
  for (const chord of ['Control+a', 'Control+c', 'Control+a', 'Control+x'])
    await kiosk.page.keyboard.press(chord);
  const inClipboard = await kiosk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(inClipboard).not.toContain('quincunx');
});

test('"Thank you" gives way as well, and the claim is kept', async ({ launch }) => {
  const kiosk = await withClock(launch);
  const screens = kiosk.screens();
  await tellAndFinish(screens, 'The quincunx leaks.');
  await kiosk.pass(IDLE_SECONDS + 1);
  await expect(screens.idle.dialog).toBeVisible();
  await kiosk.pass(GRACE_SECONDS + 1);
  await expect(screens.welcome.sentence).toBeVisible();
  await expectNoTraceOnScreen(kiosk, TRACES);
  expect(keptClaims(kiosk.dataFolder)).toHaveLength(1);
  expect(keptUnfinished(kiosk.dataFolder)).toEqual([]);
});
