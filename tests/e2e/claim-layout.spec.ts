import { LOCALES } from '../../src-main/domain/intake.ts';
import { callBridge } from './bridge.ts';
import { makeDue, takeClaim } from './claims.ts';
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
  }) => {
    test.setTimeout(240_000);
    const { look, found } = await officeLook(test.info().project.outputDir, locale, 'claims');
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
}
