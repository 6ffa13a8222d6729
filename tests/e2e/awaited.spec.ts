import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { dueTimes } from '../../src-main/domain/due-choice.ts';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import { violations } from './accessibility.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { databaseFile } from './kept.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { SHORT_STORY } from './stories.ts';

/** Long enough to start the app again and sign in before a letter's time passes, short enough to wait for it. */
const SOON_MS = 25_000;
const HOUR_MS = 60 * 60_000;
const SIZE = { width: 1440, height: 900 };

/** What others owe us, on the board and on one's own day. */
class Awaited extends Desk {
  /** A thing, by what it is. */
  thing(what: string, within: Locator = this.dialog): Locator {
    return within.getByRole('button').filter({ hasText: what });
  }

  get mine(): Locator {
    return this.section(this.m.office.awaited.yours);
  }
}

/** Lends a machine for one claim, which is closed then, and sends a letter for another. */
async function lendAndWrite(page: Page): Promise<void> {
  const [board, hours, door] = [
    await callBridge(page, 'board:view', { who: 'all' }),
    await callBridge(page, 'board:hours', null),
    await callBridge(page, 'staff:door', null),
  ];
  if (!board.ok || !hours.ok || !door.ok) throw new Error('the store is not there');
  const now = Date.now() as Instant;
  const due = dueTimes({ now, zone: door.value.store.zone, hours: hours.value }).at(-1);
  const cards = board.value.lanes.flatMap((lane) => lane.cards).toSorted((a, b) => a.running - b.running);
  const [lent, asked] = cards.map(({ claimId }): ClaimId => claimId);
  if (due === undefined || !lent || !asked) throw new Error('the store never opens');
  const loaner = {
    ...{ name: 'Drip machine', serial: 'L-04', state: 'a scratch', due, agreedBy: 'Veera' },
    agreedHow: 'counter',
  } as const;
  const ending = { kind: 'accepted', how: 'counter', at: now } as const;
  const wanted = {
    to: { name: '', organisation: 'Lumo Machines Ltd', address: '' },
    ...{ asked: 'A new heating block.', due: (Date.now() + SOON_MS) as Instant, similar: [] },
  };
  const answers = [
    await callBridge(page, 'claim:lend', { claimId: lent, loaner }),
    await callBridge(page, 'claim:close', { claimId: lent, ending, feeling: null }),
    // Who is not understood yet comes before a letter that is late.
    await callBridge(page, 'claim:understand', { claimId: asked, text: 'It leaks.' }),
    await callBridge(page, 'claim:answer-understanding', {
      ...{ claimId: asked, version: 1 },
      ...({ answer: 'confirmed', how: 'counter' } as const),
    }),
  ];
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  const drafted = await callBridge(page, 'escalation:draft', { claimId: asked, wanted, locale: 'en' });
  const escalationId = drafted.ok ? drafted.value[0]?.id : undefined;
  if (escalationId === undefined) throw new Error('there is no letter');
  const sent = { claimId: asked, escalationId, version: 1, how: 'post' } as const;
  expect(await callBridge(page, 'escalation:send', sent)).toMatchObject({ ok: true });
}

/** Time passes in the file of a kiosk that does not run: what is lent is late. */
function makeLate(dataFolder: string): void {
  const db = new Database(databaseFile(dataFolder), { fileMustExist: true });
  try {
    db.prepare('UPDATE loaner SET due = ?').run(Date.now() - HOUR_MS);
  } finally {
    db.close();
  }
}

test('what is out and late, and a letter without an answer, stand on the board and on one’s own day', async ({
  launch,
  newFolder,
}) => {
  test.setTimeout(120_000);
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder });
  await hire(first.page, [MIKA, SANNA]);
  const lent = await takeClaim(first.page);
  const asked = await takeClaim(first.page, SHORT_STORY);
  const before = new Awaited(first.page);
  await before.enter(MIKA.name, MIKA.pin);
  await lendAndWrite(first.page);
  await first.close();
  makeLate(dataFolder);

  const kiosk = await launch({ dataFolder, size: SIZE });
  const { page } = kiosk;
  const desk = new Awaited(page);
  const { awaited, board, claimHead, shell } = desk.m.office;
  await desk.enter(MIKA.name, MIKA.pin);
  const lane = desk.dialog.getByRole('region', { name: new RegExp(`^${board.lanes['due-today']}`) });
  await expect(desk.thing('Drip machine', lane)).toContainText('late');
  const owner = awaited.owner('Mika');
  await expect(desk.thing('Drip machine', lane).getByRole('img', { name: owner })).toBeVisible();
  // The clock alone makes an answer late: nothing is touched.
  await expect(desk.thing('Lumo Machines Ltd', lane)).toContainText('no answer', { timeout: 2 * SOON_MS });
  await expect(desk.dialog.getByRole('list', { name: desk.m.office.find.counts })).toContainText(
    `${awaited.title} 2`,
  );
  expect(await violations(kiosk, 'board with what is awaited')).toEqual([]);
  await desk.thing('Drip machine', lane).click();
  await expect(desk.heading(lent)).toBeVisible();
  await desk.button(claimHead.steps['take-back']).click();
  const { loaner } = desk.m.office.care;
  await desk.form(loaner.takeBack).getByRole('textbox').fill('clean');
  await desk.form(loaner.takeBack).getByRole('button', { name: loaner.take, exact: true }).click();
  await desk.button(desk.m.office.claimPage.toBoard).click();
  await expect(desk.thing('Lumo Machines Ltd', lane)).toBeVisible();
  await expect(desk.thing('Drip machine', lane)).toHaveCount(0);

  await desk.screen('mine').click();
  await expect(desk.mine).toContainText('Lumo Machines Ltd');
  expect(await violations(kiosk, 'my day with what is awaited')).toEqual([]);
  await desk.thing('Lumo Machines Ltd', desk.mine).click();
  await expect(desk.heading(asked)).toBeVisible();
  await desk.button(claimHead.steps['chase-letter']).click();
  await expect(desk.heading(desk.m.office.escalation.letterTitle)).toBeVisible();

  await desk.button(shell.switchPerson).click();
  await desk.signInAs(SANNA.name, SANNA.pin);
  await desk.screen('mine').click();
  await expect(desk.mine).toContainText(awaited.none);
});
