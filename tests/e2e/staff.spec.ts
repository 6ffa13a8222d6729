import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { begin, tellAndFinish } from './stories.ts';

const STORE = 'Harbour Street Repairs';
const HOLD_MS = 3_000;

test('F9 opens the staff’s door on any screen, and how the kiosk is shows no word of a customer’s', async ({
  kiosk,
  screens,
}) => {
  const { page } = kiosk;
  const number = await tellAndFinish(screens, 'Nobody’s business.');
  await screens.thanks.main.click();
  await begin(screens);
  await screens.words.words.fill('Half a story.');
  await page.keyboard.press('F9');
  await expect(screens.staff.door).toBeVisible();
  await screens.staff.health.click();
  await expect(screens.staff.dialog).toContainText('No customer’s words are shown here.');
  await expect(screens.staff.dialog).toContainText('settings.json is in order');
  await expect(screens.staff.dialog).toContainText(kiosk.dataFolder);
  for (const word of ['business', 'Half a story', number]) {
    await expect(screens.staff.dialog).not.toContainText(word);
  }
  await screens.staff.main.click();
  await expect(screens.staff.dialog).toBeHidden();
  await screens.staff.toKiosk.click();
  await expect(screens.staff.door).toBeHidden();
  await expect(screens.words.words).toHaveValue('Half a story.');
  await expect(screens.words.words).toBeFocused();
  await page.keyboard.press('F9');
  await expect(screens.staff.door).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(screens.staff.door).toBeHidden();
  await expect(screens.words.words).toHaveValue('Half a story.');
});

test('holding the store’s name for three seconds opens it; a tap and a short hold do not', async ({
  launch,
}) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const screens = kiosk.screens();
  await page.clock.install();
  await kiosk.reload();
  const store = screens.bar.store(STORE);
  await store.click();
  await page.clock.fastForward(HOLD_MS + 100);
  await expect(screens.staff.door).toBeHidden();

  await store.hover();
  await page.mouse.down();
  await page.clock.fastForward(HOLD_MS - 500);
  await page.mouse.up();
  await page.clock.fastForward(HOLD_MS);
  await expect(screens.staff.door).toBeHidden();

  await page.mouse.down();
  await page.clock.fastForward(HOLD_MS + 100);
  await expect(screens.staff.door).toBeVisible();
  await page.mouse.up();
});

test('the staff’s door closes by itself when nobody touches it', async ({ launch }) => {
  const kiosk = await launch();
  const screens = kiosk.screens();
  await kiosk.page.clock.install();
  await kiosk.reload();
  await kiosk.page.keyboard.press('F9');
  await expect(screens.staff.door).toBeVisible();
  await kiosk.page.clock.fastForward(61_000);
  await expect(screens.staff.door).toBeHidden();
  await expect(screens.welcome.sentence).toBeVisible();
});

test('a letterhead that is no picture is named to staff', async ({ launch, newFolder }) => {
  const dataFolder = await newFolder();
  await writeFile(join(dataFolder, 'letterhead.png'), 'This is no picture of anything.');
  const kiosk = await launch({ dataFolder });
  const screens = kiosk.screens();
  await kiosk.page.keyboard.press('F9');
  await screens.staff.health.click();
  await expect(screens.staff.dialog).toContainText('letterhead.png is no PNG picture');
});
