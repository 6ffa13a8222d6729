import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { CHANNELS, STAFF_CHANNELS, type Channel } from '../../src-main/contract/channels.ts';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { callBridge } from './bridge.ts';
import { digestOfTables } from './every-table.ts';
import { expect, test } from './fixtures.ts';
import { malformed, MARK, wellFormed } from './hostile-calls.ts';
import { keptClaims } from './kept.ts';
import { APP_FOLDER, type Kiosk } from './kiosk.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { tellAndFinish } from './stories.ts';

// The renderer as an enemy. `npm run test:hostile -- --calls=10000 --seed=1` makes as many calls of each channel; a
// slice of them is part of `npm test`.
const CALLS = Number(process.env['IYW_CAMPAIGN_CALLS'] ?? 60);
const SEED = Number(process.env['IYW_CAMPAIGN_SEED'] ?? 1);
/** Calls that are under way at once, as fast as a page can make them. */
const BATCH = 250;
/** Channels for one life of the kiosk: its log is kept in memory, a line a call. A slice needs one life. */
const CHANNELS_A_LIFE = CALLS > 500 ? 16 : CHANNELS.length;

/** What became of calls: how often each answer came. */
type Answers = Readonly<Record<string, number>>;

const lives = Array.from({ length: Math.ceil(CHANNELS.length / CHANNELS_A_LIFE) }, (_, life) =>
  CHANNELS.slice(life * CHANNELS_A_LIFE, (life + 1) * CHANNELS_A_LIFE),
);

for (const [life, channels] of lives.entries()) {
  test(`${CALLS} malformed calls of each channel change nothing, from ${channels[0] ?? ''} on`, async ({
    launch,
    expectTrouble,
  }) => {
    test.setTimeout(60_000 + CALLS * channels.length * 40);
    expectTrouble(/"event":"refused"/);
    const pick = wholeNumbersOf(SEED + life);
    const kiosk = await inhabited(launch);
    const pid = kiosk.app.process().pid;
    // Half of them as a stranger, half as a clerk.
    for (const signedIn of [false, true]) {
      if (signedIn) await signInAsClerk(kiosk);
      const before = digestOfTables(kiosk.dataFolder);
      for (const channel of channels) {
        const inputs = Array.from({ length: Math.ceil(CALLS / 2) }, () => malformed(channel, pick));
        const answers = await callAll(kiosk.page, channel, inputs);
        const unexpected = Object.keys(answers).filter(
          (answer) => answer !== 'invalid-input' && answer !== 'not sent',
        );
        expect(unexpected, channel).toEqual([]);
        expect(answers['invalid-input'], channel).toBeGreaterThan(0);
      }
      expect(digestOfTables(kiosk.dataFolder)).toEqual(before);
    }
    await expectUnharmed(kiosk);
    expect(kiosk.app.process().pid).toBe(pid);
    const refusals = kiosk.log.events().filter((event) => event === 'refused');
    expect(refusals.length).toBeGreaterThan((CALLS * channels.length) / 2);
  });
}

test('well-formed calls of the back office by nobody are refused, each of them, and change nothing', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const pick = wholeNumbersOf(SEED);
  const kiosk = await inhabited(launch);
  const before = digestOfTables(kiosk.dataFolder);
  const neverReached: string[] = [];
  for (const channel of STAFF_CHANNELS) {
    const answers = await callAll(
      kiosk.page,
      channel,
      Array.from({ length: 20 }, () => wellFormed(channel, pick)),
    );
    const unexpected = Object.keys(answers).filter(
      (answer) => !['signed-out', 'invalid-input'].includes(answer),
    );
    expect(unexpected, channel).toEqual([]);
    if (!('signed-out' in answers)) neverReached.push(channel);
  }
  // A channel whose every call is malformed would show nothing.
  expect(neverReached).toEqual([]);
  expect(digestOfTables(kiosk.dataFolder)).toEqual(before);
  await expectUnharmed(kiosk);
});

test('another window with the same bridge, and a frame of the page, get nothing', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const kiosk = await launch();
  const answers = await kiosk.app.evaluate(
    async ({ BrowserWindow }, [channels, preload]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await window.loadURL('app://kiosk/index.html');
      const calls = channels.map((channel) => `inYourWords.call(${JSON.stringify(channel)}, null)`);
      const given = (await window.webContents.executeJavaScript(
        `Promise.all([${calls.join()}])`,
      )) as unknown[];
      window.destroy();
      return given;
    },
    [CHANNELS, join(APP_FOLDER, 'out/preload/index.cjs')] as const,
  );
  expect(answers).toHaveLength(CHANNELS.length);
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  const inFrame = await kiosk.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const has = frame.contentWindow !== null && 'inYourWords' in frame.contentWindow;
    frame.remove();
    return has;
  });
  expect(inFrame).toBe(false);
});

/** A kiosk with people, a claim and a printed slip. */
async function inhabited(launch: () => Promise<Kiosk>): Promise<Kiosk> {
  const kiosk = await launch();
  await hire(kiosk.page, [MIKA, SANNA]);
  await tellAndFinish(kiosk.screens(), 'Somebody’s own words.');
  await expect.poll(() => keptClaims(kiosk.dataFolder)[0]?.jobs[0]?.state).toBe('shown');
  return kiosk;
}

async function signInAsClerk({ page }: Kiosk): Promise<void> {
  const door = await callBridge(page, 'staff:door', null);
  const sanna = door.ok ? door.value.people.find(({ name }) => name === SANNA.name) : undefined;
  if (!sanna) throw new Error('nobody is at the door');
  expect(await callBridge(page, 'staff:sign-in', { id: sanna.id, pin: SANNA.pin })).toMatchObject({
    ok: true,
  });
}

async function expectUnharmed(kiosk: Kiosk): Promise<void> {
  expect(kiosk.log.text(), 'the log holds no words').not.toContain(MARK);
  expect(new Set(kiosk.log.events())).toEqual(new Set(['refused']));
  expect(await callBridge(kiosk.page, 'kiosk:open', null)).toMatchObject({ ok: true });
  expect(await kiosk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
}

async function callAll(page: Page, channel: Channel, inputs: readonly unknown[]): Promise<Answers> {
  const total: Record<string, number> = {};
  for (let first = 0; first < inputs.length; first += BATCH) {
    const answers = await page.evaluate(callEach, [channel, inputs.slice(first, first + BATCH)] as const);
    for (const [answer, times] of Object.entries(answers)) total[answer] = (total[answer] ?? 0) + times;
  }
  return total;
}

/** Runs in the page: makes what JSON could not carry, and calls. `not sent` is what the page itself could not send. */
async function callEach([channel, inputs]: readonly [string, readonly unknown[]]): Promise<Answers> {
  const makers: Readonly<Record<string, (size: number) => unknown>> = {
    nan: () => Number.NaN,
    infinity: () => Number.POSITIVE_INFINITY,
    bigint: () => 2n ** 70n,
    date: () => new Date(0),
    map: () => new Map([['statement', 'x']]),
    set: () => new Set([1]),
    bytes: () => new Uint8Array(64),
    error: () => new Error('x'),
    regexp: () => /x/g,
    function: () => () => 'x',
    symbol: () => Symbol('x'),
    boxed: () => Object(7) as unknown,
    undefined: () => undefined,
    sparse: () => Object.assign([], { 7: 'x' }),
    'null-prototype': () => Object.assign(Object.create(null) as object, { ok: true }),
    class: () =>
      new (class {
        ok = true;
      })(),
    getter: () => ({
      get statement() {
        return 'x';
      },
    }),
    cyclic: () => {
      const ring: Record<string, unknown> = {};
      ring['ring'] = ring;
      return ring;
    },
    huge: (size) => 'quincunx '.repeat(Math.ceil(size / 9)),
    deep: (size) => {
      let nest: unknown[] = [];
      for (let level = 0; level < size; level += 1) nest = [nest];
      return nest;
    },
  };
  const hydrate = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$exotic' in value) {
      const { $exotic: name, size = 0 } = value as { $exotic: string; size?: number };
      return makers[name]?.(size);
    }
    if (Array.isArray(value)) return value.map(hydrate);
    const copy = {};
    for (const [key, inner] of Object.entries(value)) {
      Object.defineProperty(copy, key, { value: hydrate(inner), enumerable: true });
    }
    return copy;
  };
  const counts: Record<string, number> = {};
  const count = (answer: string): void => void (counts[answer] = (counts[answer] ?? 0) + 1);
  await Promise.all(
    inputs.map(async (input) => {
      let answer: Promise<{ ok: boolean; error?: { code: string } }>;
      try {
        answer = window.inYourWords.call(channel as never, hydrate(input) as never);
      } catch {
        return count('not sent');
      }
      try {
        const { ok, error } = await answer;
        count(ok ? `ACCEPTED ${JSON.stringify(input)?.slice(0, 400)}` : (error?.code ?? 'no code'));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        count(
          /could not be cloned|recursion|cloned/i.test(message)
            ? 'not sent'
            : `REJECTED ${message} ${JSON.stringify(input)?.slice(0, 300)}`,
        );
      }
    }),
  );
  return counts;
}
