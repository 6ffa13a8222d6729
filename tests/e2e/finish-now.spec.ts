import { expect, test } from './fixtures.ts';
import { finger } from './hands.ts';
import { keptClaims } from './kept.ts';
import { expectOnPaper } from './paper.ts';
import { onlyWords } from './stories.ts';

test.use({ sharedKiosk: { prints: 'on paper' } });

test('three taps and the typing make a ticket', async ({ kiosk, screens, printer }) => {
  const hand = await finger(kiosk, screens.keyboard);
  const { welcome, words, readBack, thanks } = screens;
  let taps = 0;
  const press = async (button: Parameters<typeof hand.press>[0]): Promise<void> => {
    taps += 1;
    await hand.press(button);
  };

  await press(welcome.main);
  // The field has the focus and the keyboard is there: nothing to tap before typing.
  await hand.type('It leaks.');
  await expect(words.words).toHaveValue('It leaks.');
  await press(words.finish);
  await expect(readBack.words).toHaveJSProperty('textContent', 'It leaks.');
  await press(readBack.main);
  await expect(thanks.heading).toBeVisible();

  expect(taps).toBe(3);
  expect(keptClaims(kiosk.dataFolder).at(-1)).toMatchObject(onlyWords('It leaks.'));
  expectOnPaper(await printer.waitForSlip(1), ['It leaks.']);
});

test('a claim of words alone says that the answer waits here, not that somebody calls', async ({
  screens,
}) => {
  await screens.welcome.main.click();
  await screens.words.words.fill('It leaks.');
  await screens.words.finish.click();
  await screens.readBack.main.click();
  await expect(screens.thanks.expectations.first()).toContainText('have an answer here for you by');
});

test('nothing can be finished without words', async ({ kiosk, screens }) => {
  await screens.welcome.main.click();
  await expect(screens.words.finish).toBeDisabled();
  await screens.words.words.fill('x');
  await expect(screens.words.finish).toBeEnabled();
  await screens.words.words.fill('');
  await expect(screens.words.finish).toBeDisabled();
  await expect(screens.words.main).toBeDisabled();
  await kiosk.page.keyboard.press('Enter');
  await expect(screens.words.words).toBeVisible();
});
