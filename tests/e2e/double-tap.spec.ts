import type { Locator } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { callBridge, intakeOf } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { doubleTap } from './hands.ts';
import { countClaims, keptClaims } from './kept.ts';
import type { Kiosk } from './kiosk.ts';
import { begin, onlyWords } from './stories.ts';

test.use({ sharedKiosk: { prints: 'on paper' } });

test('a double tap on "Yes, print my ticket" makes one claim and one ticket', async ({
  kiosk,
  screens,
  printer,
}) => {
  const before = countClaims(kiosk.dataFolder);
  const slipsBefore = printer.slips.length;
  await begin(screens);
  await screens.words.words.fill('Tapped twice.');
  await screens.words.finish.click();
  await screens.readBack.main.dblclick();
  await expect(screens.thanks.heading).toBeVisible();
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  expect(countClaims(kiosk.dataFolder)).toBe(before + 1);
  expect(printer.slips.length).toBe(slipsBefore + 1);
});

test('ten taps in one go make one claim', async ({ kiosk, screens }) => {
  const before = countClaims(kiosk.dataFolder);
  await begin(screens);
  await screens.words.words.fill('Tapped ten times.');
  await screens.words.finish.click();
  await screens.readBack.main.evaluate((button: HTMLElement) => {
    for (let tap = 0; tap < 10; tap += 1) button.click();
  });
  await expect(screens.thanks.heading).toBeVisible();
  expect(countClaims(kiosk.dataFolder)).toBe(before + 1);
});

test('the second tap of a double tap presses nothing on the screen that the first one brought', async ({
  kiosk,
  screens,
}) => {
  const { welcome, words, feeling, item, readBack, thanks } = screens;
  const devtools = await kiosk.devtools();
  await doubleTap(devtools, welcome.main, words.words);
  await words.words.fill('Tapped by a trembling hand.');
  await doubleTap(devtools, words.main, feeling.heading);
  await expectToStay(kiosk, feeling.heading);
  await feeling.main.click();
  await expect(item.heading).toBeVisible();
  await item.back.click();
  await feeling.back.click();
  await words.finish.click();
  await doubleTap(devtools, readBack.main, thanks.heading);
  await expectToStay(kiosk, thanks.heading);
  await expect(thanks.number).toBeVisible();
  await thanks.main.click();
  await expect(welcome.sentence).toBeVisible();
});

test('the same request id twice, one after the other and at once, is one claim with one receipt', async ({
  kiosk,
  printer,
}) => {
  const before = countClaims(kiosk.dataFolder);
  const slipsBefore = printer.slips.length;
  const intake = intakeOf(onlyWords('Sent twice.'), randomUUID());
  const first = await callBridge(kiosk.page, 'claim:submit', intake);
  const again = await callBridge(kiosk.page, 'claim:submit', intake);
  const both = await kiosk.page.evaluate(
    (given) =>
      Promise.all([
        window.inYourWords.call('claim:submit', given),
        window.inYourWords.call('claim:submit', given),
      ]),
    intake,
  );
  expect(first.ok).toBe(true);
  const numbers = [first, again, ...both].map((answer) => (answer.ok ? answer.value.number : answer.error));
  expect(new Set(numbers).size).toBe(1);
  expect(countClaims(kiosk.dataFolder)).toBe(before + 1);
  await expect
    .poll(() => keptClaims(kiosk.dataFolder).at(-1)?.jobs)
    .toMatchObject([{ state: 'printed', attempts: 1 }]);
  expect(printer.slips.length).toBe(slipsBefore + 1);
});

test('the same request id with other words changes nothing of the claim', async ({ kiosk }) => {
  const requestId = randomUUID();
  const first = await callBridge(kiosk.page, 'claim:submit', intakeOf(onlyWords('These words.'), requestId));
  const other = await callBridge(kiosk.page, 'claim:submit', intakeOf(onlyWords('Other words.'), requestId));
  expect(first.ok && other.ok && other.value.number === first.value.number).toBe(true);
  expect(keptClaims(kiosk.dataFolder).at(-1)?.statement).toBe('These words.');
});

/** Expects a screen to be there still when everything that a tap can start has happened. */
async function expectToStay(kiosk: Kiosk, heading: Locator): Promise<void> {
  await kiosk.page.evaluate(() => window.inYourWords.call('staff:health', null));
  await kiosk.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await expect(heading).toBeVisible({ timeout: 1 });
}
