import type { Locator, Page } from '@playwright/test';
import { LOCALES } from '../../src-main/domain/intake.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { officeLook } from './office-look.ts';
import { Desk } from './pages/desk.ts';
import { ESPRESSO, onlyWords, SHORT_STORY } from './stories.ts';

const HOUR_MS = 3_600_000;
const LONG = `The dryer smells of burning plastic, only on Sundays. ${'I know how it sounds. '.repeat(40)}`;

for (const locale of LOCALES) {
  test(`the board and a claim: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({
    launch,
    newFolder,
    makeDue,
  }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'claims');
    const dataFolder = await newFolder();
    const first = await launch({ dataFolder });
    const mika = { ...MIKA, locale };
    await hire(first.page, [mika, { ...SANNA, locale }]);
    const broken = await takeClaim(first.page, {
      ...ESPRESSO,
      statement: `${ESPRESSO.statement}\n\n${LONG}`,
    });
    await first.close();
    makeDue(dataFolder, Date.now() - 26 * HOUR_MS);

    const kiosk = await launch({ dataFolder, locale });
    const { page } = kiosk;
    const desk = new Desk(page, locale);
    const words = desk.m.office.claimPage;
    await desk.enter(mika.name, mika.pin);
    await takeClaim(page, onlyWords('لا تعمل الشاشة بعد التحديث الأخير، ولا أحد يجيب على الهاتف.'), 'ar');
    const short = await takeClaim(page, SHORT_STORY);
    for (const [index, status] of (['in-work', 'waiting-supplier'] as const).entries()) {
      await takeClaim(page, onlyWords(`Le vélo électrique s’arrête en pleine côte, encore ${index}.`));
      const board = await callBridge(page, 'board:view', { who: 'all' });
      const newest = board.ok ? board.value.lanes.at(-1)?.cards.at(-1) : undefined;
      if (!newest) throw new Error('the claim is not on the board');
      const { claimId } = newest;
      expect(await callBridge(page, 'claim:set-status', { claimId, status })).toMatchObject({ ok: true });
    }
    await expect(desk.lane('waiting', 1)).toBeVisible();
    await look(kiosk, { name: 'board', main: desk.button(desk.m.office.board.everyone) });
    await desk.button(desk.m.office.board.mine).click();
    await expect(desk.lane('new', 0)).toBeVisible();
    await look(kiosk, { name: 'board-empty', main: desk.button(desk.m.office.board.everyone) });
    await desk.button(desk.m.office.board.everyone).click();

    await desk.card(broken).click();
    const amends = desk.form(words.amends.title);
    await expect(amends).toBeVisible();
    await look(kiosk, { name: 'claim-broken', main: desk.button(words.toBoard) });
    const next = amends.getByRole('button', { name: words.amends.skip, exact: true });
    await next.click();
    await amends.getByRole('radio').nth(1).check();
    await look(kiosk, { name: 'claim-amends', main: null });
    await desk.button(words.toBoard).click();

    await desk.card(short).click();
    await desk.button(words.give.open).click();
    await desk.form(words.give.title).getByRole('radio').last().check();
    await look(kiosk, { name: 'claim-give', main: null });
    await desk.form(words.give.title).getByRole('button', { name: desk.m.office.cancel }).click();
    await desk.promises
      .getByRole('button', { name: new RegExp(`^${words.renegotiate.open}: `) })
      .first()
      .click();
    await desk.button(`${words.expectations.add}: ${words.expectations.title}`).click();
    await look(kiosk, { name: 'claim-forms', main: null });
    expect(found).toEqual([]);
  });

  test(`what staff write on a claim: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({
    launch,
  }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'listening');
    const kiosk = await launch({ locale });
    const { page } = kiosk;
    const desk = new Desk(page, locale);
    const { claimPage, listening } = desk.m.office;
    const mika = { ...MIKA, locale };
    const sanna = { ...SANNA, locale };
    await hire(page, [mika, sanna]);
    await desk.enter(sanna.name, sanna.pin);
    const claim = await listenedClaim(page);
    await desk.card(claim).click();
    await expect(desk.section(listening.understanding.title)).toBeVisible();
    await look(kiosk, { name: 'claim-listened', main: desk.form(listening.fresh.title) });

    const stops: readonly (readonly [name: string, open: Locator, form: Locator])[] = [
      [
        'understand',
        desk.button(listening.understanding.writeAgain),
        desk.form(listening.understanding.formTitle),
      ],
      [
        'feel',
        desk.button(`${listening.feeling.add}: ${claimPage.feelings.title}`),
        desk.form(listening.feeling.title),
      ],
      ['try', desk.button(listening.tried.propose), desk.form(listening.tried.title)],
      ['note', desk.button(listening.notes.add), desk.form(listening.notes.formTitle)],
      ['hand-over', desk.button(listening.handOver.add), desk.form(listening.handOver.formTitle)],
      ['close', desk.button(claimPage.standing.close), desk.form(claimPage.standing.close)],
      ['more-words', desk.button(listening.words.add), desk.form(listening.words.title)],
    ];
    for (const [name, open, form] of stops) {
      await open.click();
      if (name === 'try') {
        await form.getByRole('textbox', { name: listening.tried.step, exact: true }).fill('Descaling, twice');
        await expect(form.getByRole('textbox', { name: listening.tried.reason })).toBeVisible();
      }
      await form.scrollIntoViewIfNeeded();
      await look(kiosk, { name: `claim-${name}`, main: null });
      await form.getByRole('button', { name: desk.m.office.cancel, exact: true }).click();
    }
    expect(found).toEqual([]);
  });
}

/** Takes a claim and does on it what staff do, as the page's own calls; returns its number as people say it. */
async function listenedClaim(page: Page): Promise<string> {
  const number = await takeClaim(page);
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const people = board.ok ? board.value.lanes.flatMap(({ cards }) => cards) : [];
  const claimId = people[0]?.claimId;
  if (!claimId) throw new Error('the claim is not on the board');
  const view = await callBridge(page, 'claim:view', { claimId });
  const colleague = view.ok ? view.value.people.find(({ name }) => name === MIKA.name) : undefined;
  if (!colleague) throw new Error('nobody to hand it to');
  const text =
    'It leaks when it is hot: a seal, not scale. The floor under it swells, and that frightens them.';
  const made = [
    await callBridge(page, 'claim:add-statement', {
      claimId,
      text: 'The floor is ruined now.',
      locale: 'en',
    }),
    await callBridge(page, 'claim:add-feeling', { claimId, feeling: { face: 'furious', words: 'Really.' } }),
    await callBridge(page, 'claim:add-feeling', {
      claimId,
      feeling: { face: 'calm', words: 'Heard, at last.' },
    }),
    await callBridge(page, 'claim:understand', { claimId, text: 'It leaks.' }),
    await callBridge(page, 'claim:answer-understanding', {
      ...{ claimId, version: 1, answer: 'not-quite', how: 'counter' },
    }),
    await callBridge(page, 'claim:understand', { claimId, text }),
    await callBridge(page, 'claim:answer-understanding', {
      ...{ claimId, version: 2, answer: 'confirmed', how: 'phone' },
    }),
    await callBridge(page, 'claim:propose-attempt', {
      ...{ claimId, description: 'Descaling, twice', serial: '' },
      reason: 'With the strong acid this time.',
    }),
    await callBridge(page, 'claim:plan', { claimId, text: null }),
    await callBridge(page, 'claim:plan', { claimId, text: 'A new seal on Tuesday, then a day of testing.' }),
    await callBridge(page, 'claim:note', { claimId, kind: 'note', text: 'The seal is on its way.' }),
    await callBridge(page, 'claim:note', { claimId, kind: 'call', text: 'Aino takes Friday.' }),
    await callBridge(page, 'claim:note', { claimId, kind: 'apology', text: 'We let the telephone ring.' }),
    await callBridge(page, 'claim:place', { claimId, bin: 'Shelf B, bin 7' }),
    await callBridge(page, 'claim:hand-over', { claimId, to: colleague.id, line: 'Waiting since March.' }),
  ];
  expect(made.filter(({ ok }) => !ok)).toEqual([]);
  return number;
}
