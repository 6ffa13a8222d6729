import { expect, test } from './fixtures.ts';

/** Chromium says on the console what it refused. */
const REFUSED_BY_CHROMIUM = /^page: /;

/** Every name that Chromium lets a page ask about, and with it every permission that Electron can give. */
const PERMISSIONS = [
  ...[
    'accelerometer',
    'ambient-light-sensor',
    'background-fetch',
    'background-sync',
    'camera',
    'captured-surface-control',
  ],
  ...['clipboard-read', 'clipboard-write', 'display-capture', 'geolocation', 'gyroscope', 'idle-detection'],
  ...['keyboard-lock', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'notifications', 'nfc'],
  ...[
    'payment-handler',
    'periodic-background-sync',
    'persistent-storage',
    'pointer-lock',
    'screen-wake-lock',
  ],
  ...['speaker-selection', 'storage-access', 'top-level-storage-access', 'window-management'],
];

test('no permission is given, whatever its name', async ({ kiosk, expectTrouble }) => {
  expectTrouble(REFUSED_BY_CHROMIUM);
  const states = await kiosk.page.evaluate(async (names) => {
    const asked = names.map(async (name) => {
      try {
        return [name, (await navigator.permissions.query({ name: name as PermissionName })).state] as const;
      } catch {
        return [name, 'unknown'] as const;
      }
    });
    return Object.fromEntries(await Promise.all(asked));
  }, PERMISSIONS);
  expect(Object.values(states).filter((state) => state === 'denied').length).toBeGreaterThan(10);
  // What Chromium gives to every page, or does not know, gives nothing that leaves the page.
  const given = Object.entries(states).filter(([, state]) => state !== 'denied' && state !== 'unknown');
  expect(given).toEqual([]);
});

test('nothing that would need a permission works when it is simply tried', async ({
  kiosk,
  expectTrouble,
}) => {
  expectTrouble(REFUSED_BY_CHROMIUM);
  const ends = await kiosk.page.evaluate(async () => {
    const nav = navigator as unknown as Record<
      string,
      Record<string, (...given: unknown[]) => Promise<unknown>>
    >;
    const win = window as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    const tries: Record<string, () => Promise<unknown> | undefined> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      place: () =>
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      read: () => navigator.clipboard.readText(),
      write: () => navigator.clipboard.writeText('x'),
      midi: () => navigator.requestMIDIAccess(),
      fullscreen: () => document.documentElement.requestFullscreen(),
      keyboard: () => nav['keyboard']?.['lock']?.(),
      fonts: () => win['queryLocalFonts']?.(),
      screens: () => win['getScreenDetails']?.(),
      usb: () => nav['usb']?.['requestDevice']?.({ filters: [] }),
      hid: () => nav['hid']?.['requestDevice']?.({ filters: [] }),
      serial: () => nav['serial']?.['requestPort']?.(),
      bluetooth: () => nav['bluetooth']?.['requestDevice']?.({ acceptAllDevices: true }),
      worker: () => navigator.serviceWorker.register('app://kiosk/index.html'),
    };
    const named = Object.entries(tries).map(async ([name, attempt]) => {
      try {
        const end = attempt();
        if (end === undefined) return [name, 'not there'] as const;
        const value = await Promise.race([
          end,
          new Promise((resolve) => setTimeout(resolve, 5_000, 'waits')),
        ]);
        // Chromium never answers some, and does nothing.
        if (value === 'waits') return [name, 'never answered'] as const;
        const isEmpty = Array.isArray(value) && value.length === 0;
        return [name, isEmpty ? 'empty' : `GIVEN ${String(value)}`] as const;
      } catch {
        return [name, 'refused'] as const;
      }
    });
    return Object.fromEntries(await Promise.all(named));
  });
  expect(Object.entries(ends).filter(([, end]) => end.startsWith('GIVEN'))).toEqual([]);
  expect(Object.values(ends).filter((end) => end === 'refused').length).toBeGreaterThan(6);
  expect(await kiosk.page.evaluate(() => document.fullscreenElement)).toBeNull();
});

const HOME = 'app://kiosk/index.html';

/** Addresses that are none of ours; the same file under another spelling that Chromium itself makes equal is the same. */
function oddAddresses(): readonly string[] {
  const paths = [
    'package.json',
    'main/index.js',
    'preload/index.cjs',
    'etc/passwd',
    'claims.db',
    'settings.json',
  ];
  const climbs = [
    '../',
    '..%2f',
    '..%2F',
    '%2e%2e/',
    '%2e%2e%2f',
    '..\\',
    '..%5c',
    '....//',
    '..;/',
    '.%2e/',
    '%252e%252e%252f',
  ];
  const climbed = paths.flatMap((path) =>
    climbs.flatMap((climb) => [1, 3, 8].map((times) => `app://kiosk/${climb.repeat(times)}${path}`)),
  );
  return [
    ...climbed,
    ...climbed.map((url) => url.replace('app://kiosk/', 'app://kiosk/assets/')),
    ...[
      'app://kiosk',
      'app://kiosk/',
      'app://kiosk//',
      'app://kiosk/.',
      'app://kiosk/./',
      'app://kiosk/assets',
      'app://kiosk/assets/',
    ],
    ...[
      'app://kiosk/INDEX.HTML',
      'app://kiosk/index.html/',
      'app://kiosk/index.html%00',
      'app://kiosk/index.html%20',
    ],
    ...[
      'app://kiosk/index.html;x',
      'app://kiosk/index.html.map',
      'app://kiosk/index.htm',
      'app://kiosk/index%2ehtml%2f',
    ],
    ...[
      'app://kiosk:80/index.html',
      'app://a@kiosk/index.html',
      'app://a:b@kiosk/index.html',
      'app://kiosk./index.html',
    ],
    ...[
      'app://other/index.html',
      'app://kiosk.example.org/index.html',
      'app://localhost/index.html',
      'app:///index.html',
    ],
    ...[
      'app://kiosk\\@other/index.html',
      'app://[::1]/index.html',
      'app://kiosk/index.html?x',
      'app://kiosk/?/index.html',
    ],
    ...['app:index.html', 'app:/etc/passwd', 'app:////etc/passwd', `app://kiosk/${'a'.repeat(100_000)}`],
  ];
}

test('of all odd addresses on app:// none is served', async ({ kiosk }) => {
  const odd = oddAddresses();
  const answers = await kiosk.app.evaluate(async ({ net }, urls) => {
    const seen: (readonly [string, number])[] = [];
    for (const url of urls) {
      const status = await net.fetch(url).then(
        (response) => response.status,
        () => 0,
      );
      seen.push([url, status]);
    }
    return seen;
  }, odd);
  const served = answers
    .filter(([, status]) => status !== 0 && status !== 404)
    .map(([url]) => url.slice(0, 80));
  // Chromium drops a port, a name and a dot before anybody is asked: what is left of these is our own page.
  expect(served.filter((url) => !isOurPage(url))).toEqual([]);
  const [control] = await kiosk.app.evaluate(async ({ net }, home) => [(await net.fetch(home)).status], HOME);
  expect(control).toBe(200);
});

test('only GET is answered', async ({ kiosk }) => {
  const answers = await kiosk.app.evaluate(async ({ net }, home) => {
    const methods = ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
    return Promise.all(
      methods.map(async (method) =>
        net.fetch(home, { method }).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    );
  }, HOME);
  for (const status of answers) expect([0, 404]).toContain(status);
});

test('other schemes lead nowhere, from a page that tries', async ({ kiosk, expectTrouble }) => {
  expectTrouble(REFUSED_BY_CHROMIUM);
  const urls = [
    ...[
      'file:///etc/passwd',
      'view-source:app://kiosk/index.html',
      'devtools://devtools/bundled/inspector.html',
    ],
    ...['chrome://gpu', 'chrome://version', 'data:text/html,x', 'blob:app://kiosk/x', 'ftp://x/'],
    ...[
      'mailto:a@b.fi',
      'tel:112',
      'javascript:document.title=1',
      'ws://example.org/',
      'filesystem:app://kiosk/temporary/x',
    ],
  ];
  for (const url of urls) {
    await kiosk.page.evaluate((to) => {
      try {
        location.href = to;
      } catch {
        // Refused at once is as good.
      }
      window.open(to);
    }, url);
    await kiosk.page.evaluate(() => window.inYourWords.call('staff:health', null));
    expect(kiosk.page.url(), url).toBe(HOME);
  }
  expect(await kiosk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  // Asked directly: Playwright's locators wait for the navigation that was refused, and for ever.
  expect(await kiosk.page.evaluate(() => document.body.innerText)).toContain('Tell us in your own words.');
});

test('a page that empties itself is brought back', async ({ launch }) => {
  const kiosk = await launch();
  await kiosk.page.evaluate(() => void setTimeout(() => (location.href = 'about:blank')));
  await kiosk.page.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank');
  await kiosk.page.waitForURL(HOME);
  await expect(kiosk.screens().welcome.sentence).toBeVisible();
});

test('the content security policy holds against what a page could be made to do', async ({
  kiosk,
  expectTrouble,
}) => {
  expectTrouble(REFUSED_BY_CHROMIUM);
  const done = await kiosk.page.evaluate(async () => {
    const flags = window as unknown as Record<string, unknown>;
    const put = (tag: string, given: Record<string, string>): Promise<string> =>
      new Promise((resolve) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve('refused'));
        for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
        document.body.append(element);
        setTimeout(() => {
          element.remove();
          resolve('nothing');
        }, 1_000);
      });
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true';
    document.body.append(inline);
    inline.remove();
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.ranHandler = true');
    button.click();
    // In a turn of its own: what a debugger evaluates may evaluate on.
    const thrown = (run: () => unknown): Promise<string> =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            run();
            resolve('ran');
          } catch {
            resolve('refused');
          }
        }),
      );
    const settled = async (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'ran',
        () => 'refused',
      );
    return {
      inline: 'ranInline' in flags,
      handler: 'ranHandler' in flags,
      evaluated: await thrown(() => (0, eval)('1')),
      made: await thrown(() => Reflect.construct(Function, ['return 1'])),
      fetched: await settled(fetch('https://example.org/')),
      own: await settled(fetch('app://kiosk/index.html')),
      socket: await new Promise((resolve) => {
        try {
          const socket = new WebSocket('wss://example.org/');
          socket.onerror = () => resolve('refused');
          socket.onopen = () => resolve('ran');
        } catch {
          resolve('refused');
        }
      }),
      beacon: navigator.sendBeacon('https://example.org/', 'words'),
      image: await put('img', { src: 'https://example.org/x.png?words' }),
      script: await put('script', { src: 'https://example.org/x.js' }),
      dataScript: await put('script', { src: 'data:text/javascript,window.ranInline=true' }),
      sheet: await put('link', { rel: 'stylesheet', href: 'https://example.org/x.css' }),
      plugin: await put('object', { data: 'https://example.org/' }),
      worker: await new Promise((resolve) => {
        try {
          const made = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
          made.onmessage = () => resolve('ran');
          made.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      }),
    };
  });
  expect(done).toMatchObject({
    ...{ inline: false, handler: false, evaluated: 'refused', made: 'refused', fetched: 'refused' },
    ...{ own: 'refused', socket: 'refused', worker: 'refused', image: 'refused', script: 'refused' },
    ...{ dataScript: 'refused', sheet: 'refused' },
  });
  expect(done.plugin).not.toBe('loaded');
});

function isOurPage(url: string): boolean {
  return [HOME, `${HOME}?x`].includes(
    new URL(url).href.replace(/^app:\/\/[^/]*@kiosk(:80)?\//, 'app://kiosk/').replace(':80/', '/'),
  );
}
