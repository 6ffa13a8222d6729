import { expect, test } from './fixtures.ts';
import { tap } from './hands.ts';
import { keptClaims } from './kept.ts';
import { burst } from './scanner.ts';
import { begin, confirm } from './stories.ts';

const CODE = 'SN-44-12-XYZ';

test('a scanner fills the serial number, wherever the focus is', async ({ kiosk, screens }) => {
  const { words, feeling, item } = screens;
  await begin(screens);
  await words.words.fill('It leaks.');
  await words.main.click();
  await feeling.main.click();
  await expect(item.heading).toBeVisible();

  await item.name.fill('Espresso machine');
  await item.name.focus();
  await burst(kiosk, CODE);
  await expect(item.serial).toHaveValue(CODE);
  await expect(item.name).toHaveValue('Espresso machine');
  await expect(item.heading).toBeVisible();

  // With the focus on a button its Enter must not press it; a second scan takes the place of the first.
  await item.back.focus();
  await burst(kiosk, '5012345678900');
  await expect(item.serial).toHaveValue('5012345678900');
  await expect(item.heading).toBeVisible();
  await item.serial.focus();
  await burst(kiosk, CODE);
  await expect(item.serial).toHaveValue(CODE);

  await item.main.click();
  for (const step of [screens.attempts, screens.wishes, screens.contact]) await step.main.click();
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)?.item).toEqual({ name: 'Espresso machine', serial: CODE });
});

test('a scan on another screen presses no button', async ({ kiosk, screens }) => {
  await screens.welcome.main.focus();
  await burst(kiosk, CODE);
  // It might have been a ticket: it is said that it was none, and nothing was begun.
  await expect(screens.check.problem).toContainText('not one of our tickets');
  await screens.check.back.click();
  await expect(screens.welcome.sentence).toBeVisible();
  await begin(screens);
  await screens.words.words.fill('It leaks.');
  await screens.words.finish.click();
  await screens.readBack.main.focus();
  await burst(kiosk, CODE);
  await expect(screens.readBack.heading).toBeVisible();
});

test('an input method’s composition is kept exactly, unfinished or committed', async ({ kiosk, screens }) => {
  const devtools = await kiosk.devtools();
  await begin(screens);
  await screens.words.words.focus();
  for (const text of ['に', 'にほ', 'にほん', 'にほんご']) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await expect(screens.words.words).toHaveValue('にほんご');
  await devtools.send('Input.insertText', { text: '日本語' });
  await expect(screens.words.words).toHaveValue('日本語');
  // The next word is still being composed when the customer goes on: what is seen is what is kept.
  await devtools.send('Input.imeSetComposition', { text: 'です', selectionStart: 2, selectionEnd: 2 });
  await expect(screens.words.words).toHaveValue('日本語です');
  await screens.words.finish.click();
  await expect(screens.readBack.words).toHaveJSProperty('textContent', '日本語です');
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)?.statement).toBe('日本語です');
});

test('what a physical keyboard writes with AltGr, dead keys and emoji pickers is kept exactly', async ({
  kiosk,
  screens,
}) => {
  const text = '€ @ ñ é œ “quoted” 👩🏽‍🔧 e\u0301';
  await begin(screens);
  await screens.words.words.focus();
  await kiosk.page.keyboard.insertText(text);
  await expect(screens.words.words).toHaveValue(text);
  await screens.words.finish.click();
  await confirm(screens);
  expect(keptClaims(kiosk.dataFolder).at(-1)?.statement).toBe(text);
});

test('a physical keyboard puts the one on the screen away, and a touch brings it back', async ({
  kiosk,
  screens,
}) => {
  await begin(screens);
  await expect(screens.keyboard.board).toBeVisible();
  await kiosk.page.keyboard.type('slowly', { delay: 100 });
  await expect(screens.keyboard.board).toBeHidden();
  await expect(screens.words.words).toHaveValue('slowly');
  await tap(await kiosk.devtools(), screens.words.words);
  await expect(screens.keyboard.board).toBeVisible();
});
