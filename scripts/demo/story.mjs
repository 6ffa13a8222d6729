import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../lib/log.mjs';

/** What the customer of the demonstration says. */
export const WORDS =
  'I bought the espresso machine here in March and it leaks from the bottom every time it heats up. ' +
  'The kitchen floor is swelling. I was told twice to descale it, and nobody could say whether it is safe to use.';
const KEY_MS = 18;
const LOOK_MS = 700;

/**
 * Tells one story as a customer would, screen by screen, and photographs each into `screens`.
 * Resolves with the claim number, as it is written: `HEL-1001-R`.
 */
export async function tellStory({ page }, { screens, quick }) {
  const button = (name) => page.getByRole('button', { name, exact: true });
  const field = (name) => page.getByRole('textbox', { name, exact: true });
  const heading = (name) => page.getByRole('heading', { name, exact: true });
  let count = 0;

  /** Waits until a screen is there, does what there is to do and takes its picture. */
  async function on(name, title, act) {
    await heading(title).waitFor();
    await act?.();
    count += 1;
    await pause(quick ? 0 : LOOK_MS);
    await page.evaluate(() => globalThis.document.fonts.ready);
    const file = `${String(count).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: path.join(screens, file), animations: 'disabled' });
    say(`  ${file.replace('.png', '')}`);
  }

  async function write(name, text) {
    await field(name).click();
    await page.keyboard.type(text, { delay: quick ? 0 : KEY_MS });
  }

  async function tried(what, result) {
    await write('Something that was tried', what);
    await page.getByRole('radio', { name: result, exact: true }).check();
    await button('Add').click();
    await page.getByRole('listitem').filter({ hasText: what }).waitFor();
  }

  await on('welcome', 'What happened?');
  await button('Start').click();
  await field('Your words').waitFor();
  await on('your-words', 'What happened?', () => write('Your words', WORDS));
  await button('Continue').click();
  await on('your-feeling', 'How do you feel about it?', async () => {
    await page.getByRole('radio', { name: 'Worried', exact: true }).check();
    await write('In your own words (if you like)', 'Mostly about the floor.');
  });
  await button('Continue').click();
  await on('the-item', 'What is it about?', async () => {
    await write('Item', 'Espresso machine, Lumo 3');
    await write('Serial or barcode (if you have it)', 'SN-44-12');
  });
  await button('Continue').click();
  await on('already-tried', 'What has already been tried?', async () => {
    await tried('Descaling, twice', 'No');
    await tried('A new seal', 'A little');
  });
  await button('Continue').click();
  await on('what-would-help', 'What would make it right?', async () => {
    for (const wish of ['Repair', 'Explanation']) {
      await page.getByRole('checkbox', { name: wish, exact: true }).check();
    }
    await write('In your own words', 'Tell me if it is safe.');
  });
  await button('Continue').click();
  await on('how-to-reach-you', 'How can we reach you?', async () => {
    await write('Name', 'Aino');
    await write('Phone', '040 555 0142');
    await page.getByRole('radio', { name: 'Phone', exact: true }).check();
  });
  await button('Continue').click();
  await on('read-back', 'Did we get that right?');
  await button('Yes, print my ticket').click();
  await on('thank-you', 'Thank you. Here is what happens next.', () => button('Show my ticket').waitFor());
  const spoken = await page.getByText(/^[A-Z][A-Z0-9]{1,5} \d+ [0-9A-Z]$/).textContent();
  await button('Show my ticket').click();
  await on('your-ticket', 'Your ticket', () => page.getByRole('dialog').getByRole('img').waitFor());
  await button('Close').click();
  await button('Done').click();
  await button('Start').waitFor();
  return spoken.trim().replaceAll(' ', '-');
}
