import { expectCaged } from './cage.ts';
import { ESCAPES, type Hands } from './escapes.ts';
import { expect, test } from './fixtures.ts';
import type { Kiosk } from './kiosk.ts';
import { openOwnDisplay } from './own-display.ts';
import { begin } from './stories.ts';

const DRAFT = 'still here';

test(`${ESCAPES.length} chords and gestures: the same one window, and every word still there`, async ({
  launch,
}) => {
  test.setTimeout(180_000);
  expect(ESCAPES.length).toBeGreaterThanOrEqual(60);
  const kiosk = await launch({ size: 'whole screen' });
  const { words } = kiosk.screens();
  await begin(kiosk.screens());
  await words.words.fill(DRAFT);
  const hands = await handsOf(kiosk);
  for (const [name, attempt] of ESCAPES) {
    await words.words.focus();
    await attempt(hands);
    await settleAndJudge(kiosk, name);
  }
});

/** Chords as xdotool spells them. Some that a window manager would take reach the window here, since there is none. */
const X_CHORDS = [
  ...[
    'ctrl+plus',
    'ctrl+minus',
    'ctrl+0',
    'ctrl+KP_Add',
    'F5',
    'ctrl+r',
    'ctrl+shift+r',
    'alt+Left',
    'XF86Back',
  ],
  ...[
    'XF86HomePage',
    'XF86Reload',
    'XF86Search',
    'XF86Mail',
    'XF86WWW',
    'ctrl+w',
    'ctrl+q',
    'ctrl+m',
    'alt+F4',
  ],
  ...['alt+space', 'alt+Tab', 'ctrl+n', 'ctrl+t', 'ctrl+shift+n', 'ctrl+Tab', 'F11', 'alt+Return', 'super+d'],
  ...['super+l', 'ctrl+Escape', 'F12', 'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+u', 'ctrl+p', 'Print', 'ctrl+s'],
  ...[
    'ctrl+o',
    'ctrl+f',
    'F1',
    'F3',
    'F6',
    'F7',
    'F10',
    'shift+F10',
    'Menu',
    'alt+d',
    'alt+f',
    'ctrl+l',
    'ctrl+h',
  ],
  ...['ctrl+j', 'ctrl+d', 'ctrl+shift+Delete', 'ctrl+alt+Delete', 'ctrl+alt+t', 'ctrl+alt+F1', 'XF86Close'],
] as const;

test(`${X_CHORDS.length} chords and a mouse of the display itself`, async ({ launch }) => {
  test.setTimeout(180_000);
  const display = await openOwnDisplay();
  try {
    const kiosk = await launch({ size: 'whole screen', env: { DISPLAY: display.name } });
    const { words } = kiosk.screens();
    await begin(kiosk.screens());
    await words.words.click();
    const box = await words.words.boundingBox();
    if (!box) throw new Error('the words have no place');
    // Through X from here on: what is typed shows that it arrives.
    display.xdotool('mousemove', String(box.x + 100), String(box.y + 30), 'click', '1');
    display.xdotool('type', '--delay', '80', DRAFT);
    await expect(words.words).toHaveValue(DRAFT);
    for (const chord of X_CHORDS) {
      display.xdotool('key', '--clearmodifiers', chord);
      await settleAndJudge(kiosk, chord);
    }
    for (const [button, held] of [
      ['4', 'ctrl'],
      ['5', 'ctrl'],
      ['2', ''],
      ['3', ''],
      ['8', ''],
      ['9', ''],
      ['3', 'shift'],
    ] as const) {
      if (held !== '') display.xdotool('keydown', held);
      display.xdotool('click', button);
      if (held !== '') display.xdotool('keyup', held);
      await settleAndJudge(kiosk, `button ${button} ${held}`);
    }
    await words.words.press('Control+a');
    display.xdotool('mousemove', '1', '1', 'mousemove', '1079', '1919');
    await settleAndJudge(kiosk, 'the corners');
  } finally {
    display.close();
  }
});

async function settleAndJudge(kiosk: Kiosk, name: string): Promise<void> {
  // A call to main and back comes after whatever the attempt would have started.
  await kiosk.page.evaluate(() => window.inYourWords.call('staff:health', null));
  await expectCaged(kiosk, name);
  await expect(kiosk.screens().words.words, name).toHaveValue(DRAFT);
}

async function handsOf(kiosk: Kiosk): Promise<Hands> {
  const devtools = await kiosk.devtools();
  return {
    kiosk,
    devtools,
    async chord(chord) {
      await pressInPage(kiosk, chord);
      await pressInWindow(kiosk, chord);
    },
  };
}

/** Chromium's names of keys that Playwright's keyboard does not know. */
async function pressInPage(kiosk: Kiosk, chord: string): Promise<void> {
  const key = chord.split('+').at(-1) ?? '';
  if (!key.startsWith('Browser')) return kiosk.page.keyboard.press(chord);
  const session = await kiosk.devtools();
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key, code: key });
  }
}

/** The same chord the way the operating system brings it: through the window, where menus and zoom live. */
async function pressInWindow({ app }: Kiosk, chord: string): Promise<void> {
  const parts = chord.split('+');
  const key = (parts.at(-1) ?? '')
    .replace(/^Arrow/, '')
    .replace('NumpadAdd', 'numadd')
    .replace('NumpadSubtract', 'numsub');
  const modifiers = parts.slice(0, -1).map((name) => name.toLowerCase());
  await app.evaluate(
    ({ BrowserWindow }, given) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const) {
        contents?.sendInputEvent({ type, keyCode: given.key, modifiers: given.modifiers as never });
      }
    },
    { key, modifiers },
  );
}
