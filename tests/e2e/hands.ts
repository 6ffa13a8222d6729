import { expect, type CDPSession, type Locator, type Page } from '@playwright/test';
import type { Kiosk } from './kiosk.ts';
import type { OnScreenKeyboard } from './pages/keyboard.ts';

/** A way to use the kiosk. Stories are told with any of them. */
export interface Hand {
  /** Presses a button. */
  press(button: Locator): Promise<void>;
  /** Chooses a radio button or ticks a check box. */
  choose(choice: Locator): Promise<void>;
  /** Writes into an empty field. */
  write(field: Locator, text: string): Promise<void>;
}

/** A mouse, and text that is put into fields at once: the quickest, where the way of writing is not the subject. */
export const mouse: Hand = {
  press: (button) => button.click(),
  choose: (choice) => choice.check(),
  async write(field, text) {
    await field.fill(text);
  },
};

/** A hand that can only touch. */
export interface Finger extends Hand {
  /** Types on the on-screen keyboard into the field that has the focus. */
  type(text: string): Promise<void>;
}

/** A finger on the screen: touches only, and every character on the on-screen keyboard. */
export async function finger(kiosk: Kiosk, keyboard: OnScreenKeyboard): Promise<Finger> {
  const devtools = await kiosk.devtools();
  const tapIt = (target: Locator): Promise<void> => tap(devtools, target);

  async function type(text: string): Promise<void> {
    await expect(keyboard.board).toBeVisible();
    // The board stands still while it is typed on, so that a key need not be looked at twice.
    const tapKey = (key: Locator): Promise<void> => touch(devtools, key);
    for (const character of text) await tapCharacter(character, keyboard, tapKey);
  }

  return {
    press: tapIt,
    type,
    async choose(choice) {
      await tapIt(choice);
      await expect(choice).toBeChecked();
    },
    async write(field, text) {
      await tapIt(field);
      await type(text);
      await expect(field).toHaveValue(text);
    },
  };
}

async function tapCharacter(
  character: string,
  keyboard: OnScreenKeyboard,
  tapIt: (target: Locator) => Promise<void>,
): Promise<void> {
  if (character === ' ') return tapIt(keyboard.space);
  if (character === '\n') return tapIt(keyboard.enter);
  const isCapital = character !== character.toLowerCase();
  const isElsewhere = /[\d@#€£$%&*()\-_+=/:;"!]/.test(character);
  if (isCapital) await tapIt(keyboard.shift);
  if (isElsewhere && (await keyboard.key(character).count()) === 0) await tapIt(keyboard.numbers);
  await tapIt(keyboard.key(character));
  if (isElsewhere && (await keyboard.letters.count()) > 0) await tapIt(keyboard.letters);
}

/** Touches the middle of something once, as soon as nothing covers it. */
export async function tap(devtools: CDPSession, target: Locator): Promise<void> {
  // Waits until it is there, still, enabled and not covered, as for a click.
  await target.click({ trial: true });
  await touch(devtools, target);
}

async function touch(devtools: CDPSession, target: Locator): Promise<void> {
  await touchAt(devtools, await middleOf(target));
}

/** Seconds between the two taps of a double tap, as people make it. */
const DOUBLE_TAP_SECONDS = 0.15;

/**
 * Taps twice on one place, the second time when `next` is there, which the first tap brought. The times are told to
 * Chromium, so that a busy machine does not turn a double tap into two.
 */
export async function doubleTap(devtools: CDPSession, target: Locator, next: Locator): Promise<void> {
  await target.click({ trial: true });
  const place = await middleOf(target);
  const at = Date.now() / 1000;
  await touchAt(devtools, place, at);
  await expect(next).toBeVisible();
  await touchAt(devtools, place, at + DOUBLE_TAP_SECONDS);
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('what should be tapped is gone');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function touchAt(
  devtools: CDPSession,
  point: { readonly x: number; readonly y: number },
  timestamp?: number,
): Promise<void> {
  const time = timestamp === undefined ? {} : { timestamp };
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point], ...time });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], ...time });
}

/** How long a person takes from key to key. A scanner is told from a person by it. */
const PERSON_MS = 50;
/** More focus stops than any screen has. */
const STOPS_MAX = 60;

/** A physical keyboard and nothing else: Tab to find things, Enter to press, Space and arrows to choose. */
export function physicalKeyboard(page: Page): Hand {
  const { keyboard } = page;

  async function isFocused(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === document.activeElement);
  }

  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < STOPS_MAX; stop += 1) {
      if (await isFocused(target)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${String(target)}`);
  }

  return {
    async press(button) {
      await expect(button).toBeEnabled();
      await tabTo(button);
      await keyboard.press('Enter');
    },
    async choose(choice) {
      await choice.waitFor();
      const radio = await choice.evaluate((element) => element.getAttribute('type') === 'radio');
      if (radio) await tabToGroup(choice);
      else await tabTo(choice);
      if (!(await choice.isChecked())) await keyboard.press('Space');
      await expect(choice).toBeChecked();
    },
    async write(field, text) {
      await tabTo(field);
      await keyboard.type(text, { delay: PERSON_MS });
      await expect(field).toHaveValue(text);
    },
  };

  /** A group of radio buttons is one stop of Tab; arrows go through it, and choose on their way. */
  async function tabToGroup(choice: Locator): Promise<void> {
    const name = await choice.getAttribute('name');
    const isInGroup = (): Promise<boolean> =>
      page.evaluate(
        (wanted) =>
          document.activeElement instanceof HTMLInputElement &&
          document.activeElement.type === 'radio' &&
          document.activeElement.name === wanted,
        name,
      );
    for (let stop = 0; stop < STOPS_MAX && !(await isInGroup()); stop += 1) await keyboard.press('Tab');
    for (let stop = 0; stop < STOPS_MAX && !(await isFocused(choice)); stop += 1)
      await keyboard.press('ArrowDown');
  }
}
