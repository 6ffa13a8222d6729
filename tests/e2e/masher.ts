import type { CDPSession } from '@playwright/test';
import type { Kiosk } from './kiosk.ts';

/** Does one thing that a hand could do; returns its name. */
export type Masher = () => Promise<string>;

interface Point {
  readonly x: number;
  readonly y: number;
}

const MODIFIERS = { alt: 1, control: 2, meta: 4, shift: 8 } as const;
const KEYS = [
  ...'abcxyz0123=-+/.,äあ'.split(''),
  ...['Tab', 'Enter', 'Escape', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', ' '],
  ...[
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'ContextMenu',
    'PrintScreen',
    'BrowserBack',
    'BrowserHome',
  ],
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
];
const LONGEST_PRESS_MS = 700;

/** Returns a hand that does at random whatever hands do; the same `random` does the same. */
export async function createMasher(kiosk: Kiosk, random: () => number): Promise<Masher> {
  const devtools = await kiosk.devtools();
  const { width, height } = await kiosk.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const below = (limit: number): number => Math.floor(random() * limit);
  const somewhere = (): Point => ({ x: below(width), y: below(height) });
  const actions: readonly (readonly [string, number, () => Promise<void>])[] = [
    ['key', 30, key],
    ['tap', 30, async () => touch(devtools, [[somewhere()]])],
    ['click', 10, click],
    ['drag', 8, drag],
    ['swipe', 8, async () => touch(devtools, [[somewhere()], [somewhere()], [somewhere()]])],
    ['pinch', 6, pinch],
    ['wheel', 6, wheel],
    ['long press', 2, longPress],
  ];
  const bag = actions.flatMap((action) => Array.from({ length: action[1] }, () => action));

  async function key(): Promise<void> {
    const name = KEYS[below(KEYS.length)] ?? 'a';
    const held = Object.values(MODIFIERS).reduce((sum, each) => (random() < 0.25 ? sum + each : sum), 0);
    const text = [...name].length === 1 && (held & ~MODIFIERS.shift) === 0 ? { text: name } : {};
    const code = /^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : name;
    for (const type of ['keyDown', 'keyUp'] as const) {
      await devtools.send('Input.dispatchKeyEvent', {
        ...{ type, key: name, code, modifiers: held, windowsVirtualKeyCode: virtualKey(name) },
        ...(type === 'keyDown' ? text : {}),
      });
    }
  }

  async function click(): Promise<void> {
    const button = (['left', 'middle', 'right', 'back', 'forward'] as const)[below(5)] ?? 'left';
    const at = somewhere();
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      await devtools.send('Input.dispatchMouseEvent', { type, ...at, button, clickCount: 1 + below(3) });
    }
  }

  async function drag(): Promise<void> {
    const button = 'left';
    await devtools.send('Input.dispatchMouseEvent', {
      type: 'mousePressed',
      ...somewhere(),
      button,
      clickCount: 1,
    });
    for (let step = 0; step < 4; step += 1) {
      await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...somewhere(), button });
    }
    await devtools.send('Input.dispatchMouseEvent', {
      type: 'mouseReleased',
      ...somewhere(),
      button,
      clickCount: 1,
    });
  }

  async function pinch(): Promise<void> {
    const fingers = 2 + below(4);
    const hand = (): readonly Point[] => Array.from({ length: fingers }, somewhere);
    await touch(devtools, [hand(), hand(), hand()]);
  }

  async function wheel(): Promise<void> {
    const [deltaX, deltaY] = [below(800) - 400, below(800) - 400];
    const modifiers = below(2) * MODIFIERS.control;
    await devtools.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...somewhere(),
      deltaX,
      deltaY,
      modifiers,
    });
  }

  async function longPress(): Promise<void> {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [somewhere()] });
    await new Promise((resolve) => setTimeout(resolve, below(LONGEST_PRESS_MS)));
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  return async () => {
    const [name, , act] = bag[below(bag.length)] ?? actions[0] ?? never();
    await act();
    return name;
  };
}

async function touch(devtools: CDPSession, steps: readonly (readonly Point[])[]): Promise<void> {
  for (const [index, points] of steps.entries()) {
    await devtools.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });
  }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Windows' numbers of keys, by which Chromium knows its shortcuts. */
function virtualKey(name: string): number {
  const named: Readonly<Record<string, number>> = {
    ...{ Tab: 9, Enter: 13, Escape: 27, ' ': 32, PageUp: 33, PageDown: 34, End: 35, Home: 36, ArrowLeft: 37 },
    ...{
      ArrowUp: 38,
      ArrowRight: 39,
      ArrowDown: 40,
      PrintScreen: 44,
      Delete: 46,
      Backspace: 8,
      ContextMenu: 93,
    },
    ...{ '=': 187, '-': 189, '+': 187, BrowserBack: 166, BrowserHome: 172 },
  };
  if (/^F\d+$/.test(name)) return 111 + Number(name.slice(1));
  return named[name] ?? name.toUpperCase().charCodeAt(0);
}

function never(): never {
  throw new Error('a bag that is empty');
}
