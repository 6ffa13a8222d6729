import type { Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { electronBinary } from './electron-binary.ts';
import { expect, test } from './fixtures.ts';
import { countClaims } from './kept.ts';
import { APP_FOLDER, electronArguments, kioskEnvironment, type Kiosk } from './kiosk.ts';
import { begin, tellAndFinish } from './stories.ts';

const HOME = 'app://kiosk/index.html';
/** What a page of ours never does: Chromium says so on the console when it is refused. */
const REFUSED_BY_CHROMIUM =
  /^page: (Refused to|Not allowed to|Failed to load resource|Unsafe attempt|Access to|.*ERR_|.*Content Security Policy|.*URL scheme)/;

async function windowCount({ app }: Kiosk): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

/** Asks the page directly: Playwright's locators wait for the navigation that was refused, and for ever. */
function whatIsSeen({ page }: Kiosk): Promise<unknown> {
  return page.evaluate(() => ({
    title: document.title,
    words: [...document.querySelectorAll('textarea')].map((field) => field.value),
  }));
}

async function expectHome({ page, ...kiosk }: Kiosk): Promise<void> {
  expect(page.url()).toBe(HOME);
  expect(await windowCount({ page, ...kiosk })).toBe(1);
}

test('no second window opens, whatever a page tries', async ({ kiosk, screens, expectTrouble }) => {
  expectTrouble(REFUSED_BY_CHROMIUM);
  const opened = await kiosk.page.evaluate(() => {
    const links = [
      { href: 'https://example.org', target: '_blank' },
      { href: 'app://kiosk/index.html', target: '_blank' },
      { href: 'file:///etc/passwd', target: 'other' },
      { href: 'data:text/html,hello', target: '_blank' },
    ];
    for (const given of links) {
      const link = Object.assign(document.createElement('a'), given, { textContent: 'out' });
      document.body.append(link);
      link.click();
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
      link.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, button: 1 }));
      link.remove();
    }
    return ['https://example.org', 'about:blank', 'app://kiosk/index.html', ''].map((url) =>
      window.open(url),
    );
  });
  expect(opened).toEqual([null, null, null, null]);
  await expectHome(kiosk);
  await expect(screens.welcome.sentence).toBeVisible();
});

const WAYS_OUT: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['location to the web', (page) => page.evaluate(() => void (location.href = 'https://example.org/'))],
  ['location to a file', (page) => page.evaluate(() => void (location.href = 'file:///etc/passwd'))],
  [
    'location to another page of ours',
    (page) => page.evaluate(() => location.assign('app://kiosk/other.html')),
  ],
  [
    'location to another host of ours',
    (page) => page.evaluate(() => location.assign('app://other/index.html')),
  ],
  ['data:', (page) => page.evaluate(() => location.assign('data:text/html,hello'))],
  ['javascript:', (page) => page.evaluate(() => location.assign('javascript:document.title="out"'))],
  [
    'a form',
    (page) =>
      page.evaluate(() => {
        const form = Object.assign(document.createElement('form'), { action: 'https://example.org/' });
        document.body.append(form);
        form.submit();
        form.remove();
      }),
  ],
  [
    'a refresh',
    (page) =>
      page.evaluate(() => {
        const meta = Object.assign(document.createElement('meta'), {
          httpEquiv: 'refresh',
          content: '0;url=https://example.org/',
        });
        document.head.append(meta);
        meta.remove();
      }),
  ],
  [
    'a frame',
    (page) =>
      page.evaluate(() => {
        const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.org/' });
        document.body.append(frame);
        frame.remove();
      }),
  ],
  [
    'a download',
    (page) =>
      page.evaluate(() => {
        const url = URL.createObjectURL(new Blob(['words']));
        const link = Object.assign(document.createElement('a'), { href: url, download: 'words.txt' });
        document.body.append(link);
        link.click();
        link.remove();
      }),
  ],
];

for (const [way, tryIt] of WAYS_OUT) {
  test(`the page stays where it is: ${way}`, async ({ kiosk, screens, expectTrouble }) => {
    expectTrouble(REFUSED_BY_CHROMIUM);
    await begin(screens);
    await screens.words.words.fill('still here');
    await tryIt(kiosk.page);
    // A call to main and back is after whatever the way out would have started.
    await kiosk.page.evaluate(() => window.inYourWords.call('staff:health', null));
    await expectHome(kiosk);
    expect(await whatIsSeen(kiosk)).toEqual({ title: 'In Your Words', words: ['still here'] });
  });
}

test('a file or a link that is dropped on the screen goes nowhere', async ({ kiosk, screens }) => {
  const devtools = await kiosk.devtools();
  await begin(screens);
  await screens.words.words.fill('still here');
  const dropped = [
    { items: [], files: ['/etc/passwd'] },
    { items: [{ mimeType: 'text/uri-list', data: 'app://kiosk/index.html?dropped' }], files: [] },
  ];
  for (const what of dropped) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const data = { ...what, dragOperationsMask: 1 };
      await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 100, data });
    }
  }
  await kiosk.page.evaluate(() => window.inYourWords.call('staff:health', null));
  await expectHome(kiosk);
  expect(await whatIsSeen(kiosk)).toEqual({ title: 'In Your Words', words: ['still here'] });
});

test('every permission is denied', async ({ kiosk }) => {
  const answers = await kiosk.page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const asked = await Promise.allSettled([
      navigator.mediaDevices.getUserMedia({ audio: true }),
      navigator.mediaDevices.getDisplayMedia(),
      navigator.clipboard.readText(),
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      navigator.requestMIDIAccess(),
    ]);
    return { states, asked: asked.map((each) => each.status), told: await Notification.requestPermission() };
  });
  expect(new Set(answers.states)).toEqual(new Set(['denied']));
  expect(new Set(answers.asked)).toEqual(new Set(['rejected']));
  expect(answers.told).toBe('denied');
});

test('no menu, no tools, no zoom, no way to close it', async ({ launch }) => {
  const kiosk = await launch({ size: 'whole screen' });
  const { app, page } = kiosk;
  const screens = kiosk.screens();
  await begin(screens);
  await screens.words.words.fill('still here');
  const chords = [
    ...['Control+=', 'Control+-', 'Control+0', 'Control+r', 'Control+Shift+r', 'Control+w', 'Control+q'],
    ...[
      'Control+m',
      'Control+n',
      'Control+t',
      'Control+p',
      'Control+s',
      'Control+o',
      'Control+u',
      'Control+f',
    ],
    ...['Control+Shift+i', 'Control+Shift+j', 'Control+Shift+c', 'Alt+F4', 'Alt+ArrowLeft', 'Alt+Home'],
    ...['F1', 'F3', 'F5', 'F7', 'F11', 'F12', 'Control+F5', 'Control+Tab', 'Meta+d', 'Alt+Tab', 'Alt+Space'],
  ];
  for (const chord of chords) {
    await page.keyboard.press(chord);
    await pressInMain(kiosk, chord);
  }
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.close();
    window?.webContents.openDevTools();
    window?.webContents.emit('zoom-changed', {}, 'in');
  });
  await expectHome(kiosk);
  await expect(screens.words.words).toHaveValue('still here');
  const state = await app.evaluate(({ BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      windows: BrowserWindow.getAllWindows().length,
      kiosk: window?.isKiosk(),
      menu: Menu.getApplicationMenu(),
      menuBar: window?.isMenuBarVisible(),
      tools: window?.webContents.isDevToolsOpened(),
      zoom: window?.webContents.getZoomLevel(),
    };
  });
  expect(state).toEqual({ windows: 1, kiosk: true, menu: null, menuBar: false, tools: false, zoom: 0 });
  expect(await page.evaluate(() => [devicePixelRatio, visualViewport?.scale])).toEqual([1, 1]);
});

test('a window that the page closes comes back at the welcome screen', async ({ launch }) => {
  const kiosk = await launch({ size: 'whole screen' });
  const reopened = kiosk.app.waitForEvent('window');
  await kiosk.page.evaluate(() => void setTimeout(() => window.close()));
  const page = await reopened;
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  expect(await windowCount(kiosk)).toBe(1);
});

test('the page is a web page and no more: no Node, sandboxed, one bridge of two functions', async ({
  kiosk,
}) => {
  const seen = await kiosk.page.evaluate(() => ({
    globals: [
      'process',
      'require',
      'module',
      'exports',
      'global',
      'Buffer',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in globalThis),
    bridge: Object.keys(window.inYourWords).sort(),
    frozen: Object.isFrozen(window.inYourWords),
    opener: window.opener as unknown,
  }));
  expect(seen).toEqual({ globals: [], bridge: ['call', 'on'], frozen: true, opener: null });
  const preferences = await kiosk.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {};
    // Not in Electron's types, and still the only way to read back what is in force.
    return (
      webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('the app’s own address serves the built page and nothing else', async ({ kiosk, expectTrouble }) => {
  expectTrouble(REFUSED_BY_CHROMIUM);
  const odd = [
    ...[
      'app://kiosk/../package.json',
      'app://kiosk/..%2fpackage.json',
      'app://kiosk/%2e%2e/%2e%2e/package.json',
    ],
    ...[
      'app://kiosk/..\\package.json',
      'app://kiosk//etc/passwd',
      'app://kiosk/',
      'app://kiosk',
      'app://kiosk/.',
    ],
    ...[
      'app://kiosk/index.html/',
      'app://kiosk/index.html%00.js',
      'app://kiosk/INDEX.HTML',
      'app://kiosk/assets',
    ],
    ...[
      'app://other/index.html',
      'app://kiosk:80/index.html',
      'app://a@kiosk/index.html',
      'app://kiosk/index.htm',
    ],
    ...['app://kiosk/index.html?x', 'app://kiosk/../main/index.js', 'app://kiosk/assets/../../main/index.js'],
  ];
  const answers = await kiosk.app.evaluate(async ({ net }, urls) => {
    const seen: Record<string, number | string> = {};
    for (const url of urls) {
      seen[url] = await net.fetch(url).then(
        (response) => response.status,
        () => 'refused',
      );
    }
    return seen;
  }, odd);
  for (const [url, answer] of Object.entries(answers)) {
    // The same page under an address that Chromium itself makes the same is no leak.
    if (answer === 200) expect(new URL(url).href.replace(/\?.*/, '')).toContain('/index.html');
    else expect([404, 'refused'], url).toContain(answer);
  }
  expect(answers['app://kiosk/../package.json']).not.toBe(200);

  const fromPage = await kiosk.page.evaluate(
    async (urls) => {
      const ends = await Promise.allSettled(urls.map((url) => fetch(url)));
      return ends.map((end) => end.status);
    },
    [...odd, 'app://kiosk/index.html', 'file:///etc/passwd', 'https://example.org'],
  );
  expect(new Set(fromPage)).toEqual(new Set(['rejected']));
});

test('the page comes with a strict content security policy', async ({ kiosk }) => {
  const headers = await kiosk.app.evaluate(async ({ net }) =>
    Object.fromEntries(await net.fetch('app://kiosk/index.html').then((response) => response.headers)),
  );
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'"]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  const ran = await kiosk.page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), {
      textContent: 'window.ranInline = true',
    });
    document.body.append(script);
    script.remove();
    return 'ranInline' in window;
  });
  expect(ran).toBe(false);
  kiosk.log.forget();
});

test('a second start on the same data folder ends at once and opens no window', async ({
  kiosk,
  screens,
}) => {
  await begin(screens);
  await screens.words.words.fill('still here');
  const second = spawn(electronBinary(), [...electronArguments(), APP_FOLDER, '--windowed'], {
    env: kioskEnvironment({ dataFolder: kiosk.dataFolder }),
    stdio: ['ignore', 'ignore', 'pipe'],
    // One that does not end by itself is no success, and must not stay behind.
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  let said = '';
  second.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  expect(said).toContain('already-running');
  expect(await windowCount(kiosk)).toBe(1);
  await expect(screens.words.words).toHaveValue('still here');
});

test('another data folder is another kiosk, and both take claims', async ({ kiosk, screens, launch }) => {
  const before = countClaims(kiosk.dataFolder);
  const other = await launch({ storeCode: 'TRE' });
  const theirs = await tellAndFinish(other.screens(), 'In the other shop.');
  const ours = await tellAndFinish(screens, 'In this shop.');
  expect(theirs).toMatch(/^TRE-1001-/);
  expect(ours).toMatch(/^HEL-\d+-/);
  expect(countClaims(kiosk.dataFolder)).toBe(before + 1);
  expect(countClaims(other.dataFolder)).toBe(1);
});

/** The same chord the way the operating system brings it: through the window, where menus and zoom live. */
async function pressInMain({ app }: Kiosk, chord: string): Promise<void> {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1).map((name) => name.toLowerCase());
  await app.evaluate(
    ({ BrowserWindow }, given) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const) {
        contents?.sendInputEvent({ type, keyCode: given.key, modifiers: given.modifiers as never });
      }
    },
    { key: key.replace(/^Arrow/, ''), modifiers },
  );
}
