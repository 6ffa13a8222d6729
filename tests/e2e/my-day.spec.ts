import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { ClaimId } from '../../src-main/domain/brand.ts';
import type { StaffId } from '../../src-main/domain/staff.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { MyDayScreen } from './pages/my-day.ts';
import { ESPRESSO, SHORT_STORY } from './stories.ts';

/** Returns who works there, by name. */
async function people(page: Page): Promise<ReadonlyMap<string, StaffId>> {
  const found = await callBridge(page, 'thanks:people', null);
  if (!found.ok) throw new Error('nobody works there');
  return new Map(found.value.map(({ name, id }) => [name, id]));
}

async function thank(page: Page, to: StaffId | null, words: string): Promise<void> {
  const given = { requestId: randomUUID() as never, to, words, locale: 'en', lookId: null } as const;
  expect(await callBridge(page, 'thanks:give', given)).toMatchObject({ ok: true });
}

/** Returns the newest claim on the board of whoever is signed in. */
async function newestClaim(page: Page): Promise<ClaimId> {
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const cards = board.ok ? board.value.lanes.flatMap((lane) => lane.cards) : [];
  const newest = cards.toSorted((a, b) => a.running - b.running).at(-1);
  if (!newest) throw new Error('there is no claim on the board');
  return newest.claimId;
}

test('praise reaches the person, stands out until it is seen, and nobody else reads it', async ({
  launch,
}) => {
  const { page } = await launch();
  await hire(page, [MIKA, SANNA]);
  const ids = await people(page);
  await thank(page, ids.get('Sanna') ?? null, 'You listened.');
  await thank(page, null, 'All of you.');
  const desk = new MyDayScreen(page);
  await desk.enter(SANNA.name, SANNA.pin);
  await expect(desk.screen('mine')).toHaveAccessibleDescription(desk.m.office.myDay.unseen(2));
  await desk.screen('mine').click();
  await expect(desk.praise.getByRole('blockquote')).toHaveText(['All of you.', 'You listened.']);
  await expect(desk.praise.getByText(desk.m.office.myDay.praise.fresh, { exact: true })).toHaveCount(2);
  await expect(desk.screen('mine')).toHaveAccessibleDescription('');
  await desk.screen('board').click();
  await desk.screen('mine').click();
  await expect(desk.praise.getByRole('blockquote')).toHaveCount(2);
  await expect(desk.praise.getByText(desk.m.office.myDay.praise.fresh, { exact: true })).toHaveCount(0);
  await desk.button(desk.m.office.shell.switchPerson).click();
  await desk.signInAs(MIKA.name, MIKA.pin);
  await desk.screen('mine').click();
  await expect(desk.praise.getByRole('blockquote')).toHaveText(['All of you.']);
});

test('a hard conversation is counted where it is carried, and handed over with its line', async ({
  launch,
}) => {
  const { page } = await launch();
  await hire(page, [MIKA, SANNA]);
  const calm = await takeClaim(page, ESPRESSO);
  const hard = await takeClaim(page, SHORT_STORY);
  const desk = new MyDayScreen(page);
  const words = desk.m.office.myDay;
  await desk.enter(MIKA.name, MIKA.pin);
  const claimId = await newestClaim(page);
  const ids = await people(page);
  const mika = ids.get('Mika');
  if (!mika) throw new Error('Mika is gone');
  const call = { claimId, kind: 'call', text: 'Called, and listened.' } as const;
  expect(await callBridge(page, 'claim:note', call)).toMatchObject({ ok: true });
  expect(await callBridge(page, 'claim:note', call)).toMatchObject({ ok: true });
  expect(await callBridge(page, 'claim:hand-over', { claimId, to: mika, line: '' })).toMatchObject({
    ok: true,
  });
  await desk.screen('mine').click();
  await expect(desk.carriedBy('Mika')).toContainText(words.hard.carried(1));
  await expect(desk.carriedBy('Sanna')).toHaveCount(0);
  await expect(desk.hard).toContainText(words.hard.nobodyElse);
  await expect(desk.hard).not.toContainText(calm);

  await desk.button(words.hard.handOverOf(hard)).click();
  await desk.field(words.hard.line).fill('She wants to know whether it is safe.');
  await desk.form(words.hard.to).getByRole('button', { name: 'Sanna', exact: true }).click();
  await expect(desk.hard.getByText(words.hard.handedTo('Sanna'))).toBeVisible();
  await expect(desk.carriedBy('Sanna')).toContainText(words.hard.carried(1));
  await expect(desk.hard).not.toContainText(hard);

  await desk.button(desk.m.office.shell.switchPerson).click();
  await desk.signInAs(SANNA.name, SANNA.pin);
  await expect(desk.screen('mine')).toHaveAccessibleDescription(words.unseen(1));
  await desk.screen('mine').click();
  await expect(desk.handedOver).toContainText('She wants to know whether it is safe.');
  await desk.handedOver.getByRole('button', { name: words.handedOver.open(hard) }).click();
  await expect(desk.heading(hard)).toBeVisible();
  await expect(desk.screen('mine')).toHaveAccessibleDescription('');
});
