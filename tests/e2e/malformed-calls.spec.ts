import { randomUUID } from 'node:crypto';
import { STAFF_CHANNELS } from '../../src-main/contract/channels.ts';
import { intakeOf } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { countClaims, keptUnfinished } from './kept.ts';
import { onlyWords, tellAndFinish } from './stories.ts';

const GOOD = intakeOf(onlyWords('Good words.'), randomUUID());

const MORE = { lookId: randomUUID(), requestId: randomUUID(), text: 'More.', locale: 'en' };
const THANKS = { requestId: randomUUID(), to: null, words: '', locale: 'en', lookId: null };

/** Calls that no page of ours makes. Each is refused with a typed error and changes nothing. */
const MALFORMED: readonly (readonly [what: string, channel: string, input: unknown])[] = [
  ['nothing', 'claim:submit', null],
  ['a text', 'claim:submit', 'Good words.'],
  ['a number', 'claim:submit', 42],
  ['a list', 'claim:submit', [GOOD]],
  ['an empty object', 'claim:submit', {}],
  ['a key too many', 'claim:submit', { ...GOOD, admin: true }],
  ['a prototype', 'claim:submit', JSON.parse('{"__proto__": {"ok": true}}')],
  ['no words', 'claim:submit', { ...GOOD, statement: '' }],
  ['words as a list', 'claim:submit', { ...GOOD, statement: ['Good words.'] }],
  ['words as an object', 'claim:submit', { ...GOOD, statement: { toString: 'Good words.' } }],
  ['a request id that is none', 'claim:submit', { ...GOOD, requestId: 'x' }],
  ['another language', 'claim:submit', { ...GOOD, locale: 'xx' }],
  ['a face that does not exist', 'claim:submit', { ...GOOD, feeling: { face: 'smug', words: '' } }],
  ['a feeling without words', 'claim:submit', { ...GOOD, feeling: { face: null } }],
  ['a name that is too long', 'claim:submit', { ...GOOD, item: { name: 'x'.repeat(1_001), serial: '' } }],
  ['a wish twice', 'claim:submit', { ...GOOD, wishes: { kinds: ['repair', 'repair'], words: '' } }],
  ['a wish that does not exist', 'claim:submit', { ...GOOD, wishes: { kinds: ['everything'], words: '' } }],
  ['an outcome that does not exist', 'claim:submit', { ...GOOD, attempts: [attempt('maybe')] }],
  ['51 attempts', 'claim:submit', { ...GOOD, attempts: Array.from({ length: 51 }, () => attempt('no')) }],
  ['an empty attempt', 'claim:submit', { ...GOOD, attempts: [{ description: '', outcome: 'no' }] }],
  ['another way', 'claim:submit', { ...GOOD, contact: { ...GOOD.contact, way: 'pigeon' } }],
  ['megabytes', 'claim:submit', { ...GOOD, statement: 'x'.repeat(5_000_000) }],
  ['nothing to keep', 'unfinished:keep', null],
  ['an unfinished nothing', 'unfinished:keep', { requestId: GOOD.requestId, locale: 'en', statement: '' }],
  ['an unfinished key too many', 'unfinished:keep', { ...GOOD }],
  ['a job that is no id', 'print:status', { jobId: '../../etc/passwd' }],
  ['no job', 'print:status', null],
  ['a picture of no job', 'print:picture', { jobId: 7 }],
  ['an opening with words', 'kiosk:open', { locale: 'en' }],
  ['no pair', 'status:look', null],
  ['half a pair', 'status:look', { number: 'HEL-1001-R' }],
  ['a pair with a key too many', 'status:look', { number: 'HEL-1001-R', secret: '7F3KQ9', admin: true }],
  ['a number that is too long', 'status:look', { number: 'x'.repeat(41), secret: '' }],
  ['a secret as an object', 'status:look', { number: '', secret: { toString: '7F3KQ9' } }],
  ['words to no look', 'status:add-words', { ...MORE, lookId: 'mine' }],
  ['no words to a look', 'status:add-words', { ...MORE, text: '' }],
  ['half a character', 'status:add-words', { ...MORE, text: 'x\uD83D' }],
  ['too many words', 'status:add-words', { ...MORE, text: 'x'.repeat(20_001) }],
  ['a claim of one’s own choice', 'status:add-words', { ...MORE, claimId: GOOD.requestId }],
  ['a leave with words', 'status:leave', { lookId: GOOD.requestId }],
  ['people with words', 'thanks:people', {}],
  ['thanks to a name', 'thanks:give', { ...THANKS, to: 'Mika' }],
  ['thanks that are too long', 'thanks:give', { ...THANKS, words: 'x'.repeat(1_001) }],
  ['thanks from another day', 'thanks:give', { ...THANKS, at: 0 }],
  ['staff with words', 'staff:health', { pin: '0000' }],
];

test('a malformed call is refused with a typed error and changes nothing', async ({
  kiosk,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const before = countClaims(kiosk.dataFolder);
  for (const [what, channel, input] of MALFORMED) {
    const answer = await kiosk.page.evaluate(
      ([name, given]) => window.inYourWords.call(name as never, given as never) as unknown,
      [channel, input] as const,
    );
    expect(answer, what).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }
  expect(kiosk.log.events().filter((event) => event === 'refused').length).toBeGreaterThanOrEqual(
    MALFORMED.length,
  );
  expect(kiosk.log.text(), 'the log holds no words').not.toContain('Good words');
  expect(countClaims(kiosk.dataFolder)).toBe(before);
  expect(keptUnfinished(kiosk.dataFolder)).toEqual([]);
});

test('whoever is not signed in gets nothing from any call of the back office', async ({
  kiosk,
  screens,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  test.setTimeout(180_000);
  await tellAndFinish(screens, 'For nobody else.');
  const id = randomUUID();
  for (const channel of STAFF_CHANNELS) {
    for (const input of [
      null,
      { jobId: id },
      { claimId: id },
      { requestId: id },
      { requestId: id, reason: 'no-story' },
      { ids: [id] },
      { who: 'all' },
      { text: 'nobody', ranked: true },
    ]) {
      const answer = await kiosk.page.evaluate(
        ([name, given]) => window.inYourWords.call(name, given as never),
        [channel, input] as const,
      );
      expect(answer, channel).toMatchObject({ ok: false });
      expect(['signed-out', 'invalid-input'], channel).toContain(answer.ok ? '' : answer.error.code);
    }
  }
});

test('calls that do not exist, and things that cannot be sent, are rejected', async ({ kiosk }) => {
  const before = countClaims(kiosk.dataFolder);
  const rejections = await kiosk.page.evaluate(async (good) => {
    const { call }: { call: (this: void, ...given: unknown[]) => Promise<unknown> } =
      window.inYourWords as never;
    const attempts = [
      () => call('claim:delete', good),
      () => call('__proto__', null),
      () => call('constructor', null),
      () => call(['claim:submit'], good),
      () => call('claim:submit', { ...good, statement: () => 'x' }),
      () => call('claim:submit', { ...good, statement: Symbol('x') }),
      () => call('claim:submit', { ...good, statement: window }),
    ];
    const ends = await Promise.allSettled(attempts.map(async (attempt) => attempt()));
    return ends.map((end) => end.status);
  }, GOOD);
  expect(new Set(rejections)).toEqual(new Set(['rejected']));
  expect(countClaims(kiosk.dataFolder)).toBe(before);
});

test('one customer’s window cannot ask about another customer’s ticket', async ({ kiosk, screens }) => {
  await tellAndFinish(screens, 'Somebody’s own words.');
  const other = await kiosk.page.evaluate(() =>
    window.inYourWords.call('print:picture', { jobId: crypto.randomUUID() as never }),
  );
  expect(other).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

function attempt(outcome: string): unknown {
  return { description: 'x', outcome };
}
