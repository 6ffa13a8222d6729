import type { CDPSession } from '@playwright/test';
import type { Kiosk } from './kiosk.ts';

/** A way in which curious hands try to leave the kiosk, or to make it something else. */
export type Escape = readonly [name: string, attempt: (hands: Hands) => Promise<unknown>];

/** What hands have: Chromium's protocol for touch and drags, keys as the page and as the window gets them. */
export interface Hands {
  readonly kiosk: Kiosk;
  readonly devtools: CDPSession;
  /** A chord such as `Control+Shift+I`, to the page and through the window, where menus and zoom live. */
  readonly chord: (chord: string) => Promise<void>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Beside the words: paper, with nothing on it. */
const BARE: Point = { x: 40, y: 300 };
/** On the words, where there is text to take hold of. */
const ON_WORDS: Point = { x: 300, y: 560 };

const CHORDS = [
  // zoom
  ...[
    'Control+=',
    'Control+Shift+=',
    'Control+-',
    'Control+0',
    'Control+NumpadAdd',
    'Control+NumpadSubtract',
  ],
  // load anew, leave, go back
  ...['F5', 'Control+R', 'Control+Shift+R', 'Control+F5', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home'],
  ...['BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'BrowserSearch', 'BrowserFavorites'],
  // close, quit, minimise, another window
  ...['Control+W', 'Control+Shift+W', 'Control+F4', 'Control+Q', 'Control+M', 'Alt+F4', 'Alt+Space'],
  ...['Control+N', 'Control+Shift+N', 'Control+T', 'Control+Shift+T', 'Control+Tab', 'Control+1', 'Alt+Tab'],
  ...['F11', 'Alt+Enter', 'Meta+D', 'Meta+L', 'Meta+Tab', 'Meta+ArrowUp', 'Control+Escape', 'Alt+Escape'],
  // tools, dialogs
  ...['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+U', 'Control+Shift+Escape'],
  ...[
    'Control+P',
    'Control+Shift+P',
    'PrintScreen',
    'Control+S',
    'Control+O',
    'Control+F',
    'Control+G',
    'F3',
  ],
  ...['F1', 'F6', 'F7', 'F10', 'Shift+F10', 'ContextMenu', 'Alt+D', 'Alt+F', 'Control+L', 'Control+K'],
  ...['Control+H', 'Control+J', 'Control+D', 'Control+Shift+B', 'Control+Shift+Delete', 'Control+Alt+Delete'],
] as const;

/** Every way that we know of. */
export const ESCAPES: readonly Escape[] = [
  ...CHORDS.map((chord): Escape => [chord, (hands) => hands.chord(chord)]),
  ['Ctrl and the wheel', ({ devtools }) => wheel(devtools, -400, CONTROL)],
  ['Ctrl and the wheel, the other way', ({ devtools }) => wheel(devtools, 400, CONTROL)],
  ['a pinch that widens', ({ devtools }) => pinch(devtools, 3)],
  ['a pinch that narrows', ({ devtools }) => pinch(devtools, 0.3)],
  ['a double tap on the paper', async ({ devtools }) => (await tap(devtools, BARE), tap(devtools, BARE))],
  ['a double click with the middle button', ({ devtools }) => click(devtools, BARE, 'middle', 2)],
  ['the middle button on the words', ({ devtools }) => click(devtools, ON_WORDS, 'middle')],
  ['the right button on the paper', ({ devtools }) => click(devtools, BARE, 'right')],
  ['the right button on the words', ({ devtools }) => click(devtools, ON_WORDS, 'right')],
  ['the back button of a mouse', ({ devtools }) => click(devtools, BARE, 'back')],
  ['the forward button of a mouse', ({ devtools }) => click(devtools, BARE, 'forward')],
  ['a long press on the paper', ({ devtools }) => longPress(devtools, BARE)],
  ['a long press on the words', ({ devtools }) => longPress(devtools, ON_WORDS)],
  ['a swipe from the left edge', ({ devtools }) => swipe(devtools, { x: 1, y: 400 }, { x: 700, y: 400 })],
  ['a swipe from the right edge', ({ devtools }) => swipe(devtools, { x: 1070, y: 400 }, { x: 300, y: 400 })],
  ['a swipe from the top edge', ({ devtools }) => swipe(devtools, { x: 500, y: 1 }, { x: 500, y: 900 })],
  [
    'a swipe from the bottom edge',
    ({ devtools }) => swipe(devtools, { x: 500, y: 1900 }, { x: 500, y: 900 }),
  ],
  ['a pull that would load anew', ({ devtools }) => swipe(devtools, { x: 40, y: 150 }, { x: 40, y: 1500 })],
  ['five fingers that close', ({ devtools }) => fiveFingers(devtools)],
  ['a file that is dropped', ({ devtools }) => drop(devtools, { items: [], files: ['/etc/passwd'] })],
  [
    'a page that is dropped',
    ({ devtools }) =>
      drop(devtools, { items: [{ mimeType: 'text/uri-list', data: 'https://example.org/' }], files: [] }),
  ],
  [
    'our own address that is dropped',
    ({ devtools }) =>
      drop(devtools, { items: [{ mimeType: 'text/uri-list', data: 'app://kiosk/index.html?x' }], files: [] }),
  ],
  ['words that are dragged out', ({ devtools }) => drag(devtools, ON_WORDS, { x: 1079, y: 1 })],
];

const CONTROL = 2;

async function wheel(devtools: CDPSession, deltaY: number, modifiers: number): Promise<void> {
  await devtools.send('Input.dispatchMouseEvent', {
    ...{ type: 'mouseWheel', ...BARE, deltaX: 0, deltaY, modifiers },
  });
}

async function touches(devtools: CDPSession, steps: readonly (readonly Point[])[]): Promise<void> {
  for (const [index, points] of steps.entries()) {
    const touchPoints = points.map((point, id) => ({ ...point, id }));
    const type = index === 0 ? 'touchStart' : 'touchMove';
    await devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

function pinch(devtools: CDPSession, scale: number): Promise<void> {
  const centre = { x: 500, y: 900 };
  const spread = (by: number): readonly Point[] => [
    { x: centre.x - by, y: centre.y },
    { x: centre.x + by, y: centre.y },
  ];
  return touches(devtools, [spread(100), spread((100 * (1 + scale)) / 2), spread(100 * scale)]);
}

function tap(devtools: CDPSession, at: Point): Promise<void> {
  return touches(devtools, [[at]]);
}

/** Longer than Chromium takes to call a touch a long press. */
const LONG_PRESS_MS = 900;

async function longPress(devtools: CDPSession, at: Point): Promise<void> {
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await new Promise((resolve) => setTimeout(resolve, LONG_PRESS_MS));
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

function swipe(devtools: CDPSession, from: Point, to: Point): Promise<void> {
  const steps = Array.from({ length: 8 }, (_, step) => [
    { x: from.x + ((to.x - from.x) * step) / 7, y: from.y + ((to.y - from.y) * step) / 7 },
  ]);
  return touches(devtools, steps);
}

function fiveFingers(devtools: CDPSession): Promise<void> {
  const hand = (by: number): readonly Point[] =>
    Array.from({ length: 5 }, (_, each) => ({
      x: 500 + (each - 2) * by,
      y: 280 + Math.abs(each - 2) * (by / 2),
    }));
  return touches(devtools, [hand(150), hand(80), hand(20)]);
}

async function click(
  devtools: CDPSession,
  at: Point,
  button: 'left' | 'middle' | 'right' | 'back' | 'forward',
  clickCount = 1,
): Promise<void> {
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await devtools.send('Input.dispatchMouseEvent', { type, ...at, button, clickCount });
  }
}

async function drag(devtools: CDPSession, from: Point, to: Point): Promise<void> {
  const button = 'left';
  // A double click chooses a word, which can then be taken hold of.
  await click(devtools, from, button, 2);
  await devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...from, button, clickCount: 1 });
  for (const x of [from.x + 20, 700, to.x]) {
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y: to.y, button });
  }
  await devtools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...to, button, clickCount: 1 });
}

async function drop(
  devtools: CDPSession,
  what: { readonly items: { mimeType: string; data: string }[]; readonly files: string[] },
): Promise<void> {
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { ...what, dragOperationsMask: 1 };
    await devtools.send('Input.dispatchDragEvent', { type, ...BARE, data });
  }
}
