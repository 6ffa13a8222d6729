import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import { daysAfter } from '../../src-main/domain/drawn-line.ts';
import { dueTimes } from '../../src-main/domain/due-choice.ts';
import { LOCALES } from '../../src-main/domain/intake.ts';
import type { Answer } from '../../src-main/contract/api.ts';
import type { Channel } from '../../src-main/contract/channels.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { databaseFile } from './kept.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { officeLook } from './office-look.ts';
import { ClaimCosts } from './pages/claim-costs.ts';

const HOUR_MS = 3_600_000;
const LONG_PART = 'Pump ULKA EX5 120 V, with its holder, two hoses and the long way from the maker';

function taken<C extends Channel>(answer: Answer<C>): void {
  expect(answer).toMatchObject({ ok: true });
}

/** Fills everything that a claim costs, what is given and lent, and what is decided about threats. */
async function fill(page: Page, claimId: ClaimId): Promise<void> {
  const estimate = (limitMinor: number) =>
    callBridge(page, 'claim:estimate', { claimId, limitMinor, text: 'Pump, seal and an hour' });
  const charge = (kind: 'part' | 'labour', what: string, minor: number) =>
    callBridge(page, 'claim:charge', { claimId, kind, what, minor });
  taken(await estimate(12_000));
  const yes = { version: 1, answer: 'yes', saidBy: 'Veera Virtanen', how: 'phone' } as const;
  taken(await callBridge(page, 'claim:answer-estimate', { claimId, ...yes }));
  taken(await charge('part', LONG_PART, 4_990));
  taken(await charge('labour', 'An hour', 3_000));
  taken(await charge('part', 'Seal', 500));
  taken(await callBridge(page, 'claim:uncharge', { claimId, seq: 3 }));
  taken(await callBridge(page, 'claim:research', { claimId, minutes: 35, what: 'took it apart' }));
  taken(await estimate(19_000));
  const gift = { what: 'Coffee beans', minor: 1_500, reason: 'A lost weekend', approval: null };
  taken(await callBridge(page, 'claim:goodwill', { claimId, ...gift, kind: 'gift', decision: 'given' }));
  taken(await callBridge(page, 'claim:goodwill', { claimId, ...gift, kind: 'refund', decision: 'refused' }));

  const [hours, door] = [
    await callBridge(page, 'board:hours', null),
    await callBridge(page, 'staff:door', null),
  ];
  if (!hours.ok || !door.ok) throw new Error('the store is not there');
  const now = Date.now() as Instant;
  const due = dueTimes({ now, zone: door.value.store.zone, hours: hours.value }).at(-1);
  if (due === undefined) throw new Error('the store never opens');
  const lent = { name: 'Drip machine', serial: 'L-04', state: 'a scratch on the lid', due };
  const loaner = { ...lent, agreedBy: 'Veera Virtanen', agreedHow: 'counter' } as const;
  taken(await callBridge(page, 'claim:lend', { claimId, loaner }));
  taken(await callBridge(page, 'claim:take-back', { claimId, seq: 1, state: 'clean, one scratch' }));
  taken(await callBridge(page, 'claim:lend', { claimId, loaner }));

  const happenedAt = (now - HOUR_MS) as Instant;
  taken(await callBridge(page, 'claim:warn', { claimId, text: 'A hammer was spoken of.', happenedAt }));
  const times = { reviewDue: daysAfter(now, 7), expires: daysAfter(now, 28) };
  taken(await callBridge(page, 'claim:draw-line', { claimId, reason: 'After a warning', ...times }));
}

/** Time passes: what is lent in the file of a kiosk that does not run is late, and a line is to be looked at. */
function passTime(dataFolder: string): void {
  const db = new Database(databaseFile(dataFolder), { fileMustExist: true });
  try {
    const now = Date.now();
    db.prepare('UPDATE loaner SET due = ? WHERE back_at IS NULL').run(now - HOUR_MS);
    db.prepare('UPDATE drawn_line SET drawn_at = ?, review_due = ?').run(now - 2 * HOUR_MS, now - HOUR_MS);
  } finally {
    db.close();
  }
}

for (const locale of LOCALES) {
  test(`costs, goodwill, loaners and lines: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({
    launch,
    newFolder,
  }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'costs');
    const dataFolder = await newFolder();
    const first = await launch({ dataFolder, locale });
    const mika = { ...MIKA, locale };
    await hire(first.page, [
      mika,
      { ...SANNA, locale },
      { ...SANNA, name: 'Pirjo', role: 'supervisor', locale },
    ]);
    const number = await takeClaim(first.page);
    const other = await takeClaim(first.page);
    const at = new ClaimCosts(first.page, locale);
    await at.enter(mika.name, mika.pin);
    const board = await callBridge(first.page, 'board:view', { who: 'all' });
    const cards = board.ok ? board.value.lanes.flatMap((lane) => lane.cards) : [];
    const claim = cards.find((card) => card.number.replaceAll('-', ' ') === number);
    if (!claim) throw new Error('the claim is not on the board');
    await fill(first.page, claim.claimId);
    await first.close();
    passTime(dataFolder);

    const kiosk = await launch({ dataFolder, locale });
    const desk = new ClaimCosts(kiosk.page, locale);
    const { costs, care } = desk.m.office;
    await desk.enter(SANNA.name, SANNA.pin);
    await desk.card(number).click();
    await expect(desk.costs.getByRole('meter')).toBeVisible();
    await look(kiosk, { name: 'filled', main: desk.button(desk.m.office.claimPage.toBoard) });
    await desk.costs.getByRole('button', { name: costs.charge.open, exact: true }).click();
    await desk.form(costs.charge.title).getByRole('textbox', { name: costs.charge.price }).fill('1000');
    await desk.loaners.getByRole('button', { name: care.loaner.open, exact: true }).click();
    await desk.lines.getByRole('button', { name: care.line.warn, exact: true }).click();
    await look(kiosk, { name: 'forms', main: null });

    await desk.button(desk.m.office.claimPage.toBoard).click();
    await desk.card(other).click();
    await expect(desk.heading(other)).toBeVisible();
    await expect(desk.costs).toContainText(costs.costs.noYes);
    await desk.goodwill.getByRole('button', { name: costs.goodwill.open, exact: true }).click();
    const form = desk.form(costs.goodwill.formTitle);
    await form.getByRole('textbox', { name: costs.goodwill.what }).fill('A year of coffee');
    await form.getByRole('textbox', { name: costs.goodwill.value }).fill('120');
    await form.getByRole('textbox', { name: costs.goodwill.reason, exact: true }).fill('Alike');
    await expect(desk.similar).toContainText('Coffee beans');
    await look(kiosk, { name: 'goodwill', main: null });
    await form.getByRole('button', { name: costs.goodwill.askSupervisor, exact: true }).click();
    await desk.approval.getByRole('radio').first().check();
    await look(kiosk, {
      name: 'approval',
      main: desk.approval.getByRole('button', { name: costs.goodwill.approve }),
    });
    expect(found).toEqual([]);
  });
}
