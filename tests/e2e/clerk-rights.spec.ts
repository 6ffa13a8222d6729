import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ACCESS } from '../../src-main/contract/access.ts';
import type { Calls } from '../../src-main/contract/api.ts';
import { STAFF_CHANNELS, type StaffChannel } from '../../src-main/contract/channels.ts';
import { defaultSettings } from '../../src-main/default-settings.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import type { ClaimView } from '../../src-main/domain/desk.ts';
import { mayDo, type Restricted, type StaffId } from '../../src-main/domain/staff.ts';
import { storeUpdateDue } from '../../src-main/ipc/expectations.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { databaseFile } from './kept.ts';
import { hire, MIKA, SANNA, type Person } from './office.ts';

const TEEMU: Person = { name: 'Teemu', role: 'technician', locale: 'en', pin: '730412' };
const PIRJO: Person = { name: 'Pirjo', role: 'supervisor', locale: 'en', pin: '593817' };

const id = randomUUID() as never;
const person = { name: 'Eve', role: 'admin', locale: 'en' } as const;
const span = { unit: 'week', count: 4 } as const;
const later = (days: number) => (Date.now() + days * 24 * 60 * 60_000) as Instant;

/**
 * A well-formed call of each channel that not everybody may use. Whether one is missing is asked of `ACCESS`: a new
 * channel with a right of its own fails the test until it stands here.
 */
const CALLS = {
  'staff:people': null,
  'staff:add': { person, pin: '618203' },
  'staff:change': { id, person, active: true },
  'staff:set-pin': { id, pin: '618203' },
  'settings:view': null,
  'settings:change': { section: 'warnings', value: { beforeMinutes: 60, sound: true } },
  'printers:view': null,
  'printers:find': null,
  'printers:stop-finding': null,
  'printers:save': { printers: defaultSettings().printers },
  'printers:test': { printerId: 'counter' as never },
  'printers:confirm': { jobId: id, ticked: [] },
  'claim:draw-line': { claimId: id, reason: 'Threats', reviewDue: later(7), expires: later(28) },
  'claim:review-line': { claimId: id, seq: 1, answer: 'lifted', reason: 'x' },
  'backups:view': null,
  'backups:make': null,
  'backups:restore': { id: 'newest' },
  'backups:seen': { id: 1 },
  'health:second-place': { placeId: null },
  'attachment:save': { claimId: id, seq: 1, placeId: 'kiosk' },
  'privacy:held': { claimId: id },
  'privacy:export': { claimIds: [id], placeId: 'kiosk', format: 'json', paper: 'a4' },
  'privacy:erase': { claimIds: [id] },
  'privacy:purged': null,
  'reports:people': null,
  'reports:save': { ...span, who: null, report: 'goodwill', placeId: 'kiosk' },
  'reports:print-day': null,
  'known-issue:change': {
    ...{ issueId: id, title: 'x', description: '', items: '', state: 'fixed' },
    line: { kind: 'try', texts: { en: 'x', ar: 'س' } },
  },
  'known-issue:pack': { issueId: id, placeId: 'kiosk', format: 'csv', paper: 'a4', locale: 'en' },
} as const satisfies { readonly [C in StaffChannel]?: Calls[C]['input'] };

const isListed = (channel: StaffChannel): channel is keyof typeof CALLS => channel in CALLS;

/** Who was refused what, oldest first. */
function refusals(dataFolder: string): unknown[] {
  const db = new Database(databaseFile(dataFolder), { readonly: true });
  try {
    return db
      .prepare(
        `SELECT name AS who, subject AS what FROM audit JOIN staff_member ON staff_member.id = actor
         WHERE event = 'refused' ORDER BY seq`,
      )
      .all();
  } finally {
    db.close();
  }
}

/** Signs somebody in as the door does; returns who everybody is, by name. */
async function signIn(page: Page, { name, pin }: Person): Promise<ReadonlyMap<string, StaffId>> {
  const door = await callBridge(page, 'staff:door', null);
  if (!door.ok) throw new Error('the door is shut');
  const ids = new Map(door.value.people.map((each) => [each.name, each.id]));
  const signedIn = await callBridge(page, 'staff:sign-in', { id: idOf(ids, name), pin });
  expect(signedIn).toMatchObject({ ok: true });
  return ids;
}

function idOf(ids: ReadonlyMap<string, StaffId>, name: string): StaffId {
  const found = ids.get(name);
  if (!found) throw new Error(`${name} does not work here`);
  return found;
}

test('every channel with a right of its own refuses whoever has not got it, and puts it on record', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const restricted = STAFF_CHANNELS.filter((channel) => ACCESS[channel] !== null);
  expect(Object.keys(CALLS).sort(), 'a call of each restricted channel').toEqual([...restricted].sort());

  const { page, dataFolder } = await launch();
  await hire(page, [MIKA, SANNA, TEEMU, PIRJO]);
  for (const channel of restricted.filter(isListed)) {
    const answer = await callBridge(page, channel, CALLS[channel]);
    expect(answer, `${channel}, signed out`).toMatchObject({ ok: false, error: { code: 'signed-out' } });
  }
  // Nobody did it, so the history names nobody: a passer-by cannot fill it.
  expect(refusals(dataFolder)).toEqual([]);

  const expected: { who: string; what: Restricted | null }[] = [];
  for (const who of [SANNA, TEEMU, PIRJO]) {
    await signIn(page, who);
    for (const channel of restricted.filter(isListed)) {
      const what = ACCESS[channel];
      if (what === null || mayDo(who.role, what)) continue;
      const answer = await callBridge(page, channel, CALLS[channel]);
      expect(answer, `${channel}, ${who.role}`).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
      expected.push({ who: who.name, what });
    }
  }
  expect(refusals(dataFolder)).toEqual(expected);
  for (const { name } of [SANNA, TEEMU, PIRJO]) expect(expected.map(({ who }) => who)).toContain(name);
});

test('what depends on what is in the call is refused to a clerk by what is in it, and changes nothing', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const { page, dataFolder } = await launch();
  await hire(page, [MIKA, SANNA, PIRJO]);
  await takeClaim(page);
  const ids = await signIn(page, PIRJO);
  const [pirjo, sanna] = [idOf(ids, PIRJO.name), idOf(ids, SANNA.name)];
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const claimId = board.ok ? board.value.lanes.flatMap(({ cards }) => cards)[0]?.claimId : undefined;
  if (!claimId) throw new Error('the claim is not on the board');

  const due = storeUpdateDue(Date.now() as Instant, defaultSettings());
  const promise = (about: 'repair' | 'anything') => ({ about, text: 'do it.', due, ownerId: pirjo });
  expect(await callBridge(page, 'claim:give-promise', { claimId, promise: promise('repair') })).toMatchObject(
    {
      ok: true,
    },
  );
  await signIn(page, SANNA);
  expect(
    await callBridge(page, 'claim:ask-promise', { claimId, promise: promise('anything') }),
  ).toMatchObject({ ok: true });
  const view = async (): Promise<ClaimView> => {
    const shown = await callBridge(page, 'claim:view', { claimId });
    if (!shown.ok) throw new Error('the claim is gone');
    return shown.value;
  };
  const before = await view();
  const given = before.promises.find(({ text }) => text === 'do it.');
  const [asked] = before.requests;
  if (!given || !asked) throw new Error('nothing was promised, or nothing asked for');
  const again = { text: null, due, ownerId: sanna };
  const gift = {
    ...{ claimId, what: 'A new machine', minor: 40_000, reason: 'x' },
    ...({ kind: 'replacement', decision: 'given' } as const),
  };

  const tried: readonly (readonly [what: string, call: () => Promise<unknown>])[] = [
    ['promise repair', () => callBridge(page, 'claim:give-promise', { claimId, promise: promise('repair') })],
    [
      'promise anything',
      () => callBridge(page, 'claim:give-promise', { claimId, promise: promise('anything') }),
    ],
    [
      'promise anything',
      () => callBridge(page, 'claim:answer-request', { claimId, requestId: asked.id, refusal: null }),
    ],
    [
      'promise anything',
      () => callBridge(page, 'claim:answer-request', { claimId, requestId: asked.id, refusal: 'No.' }),
    ],
    [
      'promise repair',
      () => callBridge(page, 'claim:renegotiate', { claimId, promiseId: given.id, how: 'phone', again }),
    ],
    [
      'promise repair',
      () =>
        callBridge(page, 'claim:make-amends', {
          ...{ claimId, promiseId: given.id, apology: null, again, call: null },
        }),
    ],
    ['goodwill-above-limit', () => callBridge(page, 'claim:goodwill', { ...gift, approval: null })],
    [
      'goodwill-above-limit',
      // Their own PIN is right, and not enough.
      () => callBridge(page, 'claim:goodwill', { ...gift, approval: { staffId: sanna, pin: SANNA.pin } }),
    ],
    ['see-everybodys-figures', () => callBridge(page, 'reports:view', { ...span, who: null })],
    ['see-everybodys-figures', () => callBridge(page, 'reports:view', { ...span, who: pirjo })],
  ];
  for (const [what, call] of tried) {
    const answer = await call();
    expect(answer, what).toMatchObject({ ok: false });
    expect(answer, what).toHaveProperty('error.code', expect.stringMatching(/^(not-allowed|above-limit)$/));
  }
  expect(refusals(dataFolder)).toEqual(tried.map(([what]) => ({ who: SANNA.name, what })));
  expect(await view()).toEqual(before);
  expect(await callBridge(page, 'reports:view', { ...span, who: sanna })).toMatchObject({ ok: true });
});
