import { fillDemoStore } from '../../scripts/demo-store/fill.ts';
import { DEMO_PEOPLE } from '../../scripts/demo-store/people.ts';
import { LANES } from '../../src-main/domain/claim-life.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import { LOCALES } from '../../src-main/domain/intake.ts';
import { hashPin } from '../../src-main/store/pin-hash.ts';
import { expect, test } from './fixtures.ts';
import { TEST_PIN_COST } from './kiosk.ts';
import { officeLook } from './office-look.ts';
import { Find } from './pages/find.ts';

const SEED = 20_261_122;

for (const locale of LOCALES) {
  test(`the demo store says that it is one, lets anybody in, and is alive: ${locale}`, async ({
    launch,
    newFolder,
  }) => {
    test.setTimeout(300_000);
    const { look, found } = officeLook(locale, 'demo-store');
    const dataFolder = await newFolder();
    await fillDemoStore({
      folder: dataFolder,
      now: Date.now() as Instant,
      seed: SEED,
      hashPin: (pin) => hashPin(pin, TEST_PIN_COST),
    });
    const kiosk = await launch({ dataFolder, locale });
    const { page } = kiosk;
    const person = DEMO_PEOPLE.find((each) => each.locale === locale);
    if (!person) throw new Error(`nobody in the demo speaks ${locale}`);
    const find = new Find(page, locale);
    const { demo, find: words, board } = find.m.office;
    await expect(page.getByText(demo.line)).toBeVisible();

    await page.keyboard.press('F9');
    await expect(find.dialog.getByText(demo.line)).toBeVisible();
    await expect(find.person(person.name)).toContainText(person.pin);
    await look(kiosk, { name: 'door', main: find.signIn });
    await find.signInAs(person.name, person.pin);
    await expect(find.dialog.getByText(demo.line)).toBeVisible();
    for (const lane of LANES) await expect(find.counts).toContainText(board.lanes[lane]);
    await expect(find.dialog.locator('[data-claim]').nth(10)).toBeVisible();
    await look(kiosk, { name: 'board', main: find.search });

    await find.search.fill('hot leak');
    await expect(find.marks.first()).toBeVisible();
    await look(kiosk, { name: 'found', main: find.search });
    await find.search.fill('Lumo 555');
    await expect(find.marks.first()).toBeVisible();
    await find.search.press('Enter');
    await expect(find.heading(words.best(20))).toBeVisible();
    await find.dialog.locator('[data-hit]').nth(2).click();
    await expect(find.toHits).toBeVisible();
    const others = find.section(find.m.office.claimPage.others.title);
    await expect(others.locator('mark').first()).toBeVisible();
    await others.scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'claim', main: null });
    await find.search.fill('zeppelin');
    await expect(find.dialog.getByText(words.noneHints[0] ?? '')).toBeVisible();
    await look(kiosk, { name: 'nothing', main: find.search });
    await find.search.fill('');
    await expect(find.dialog.getByText(words.hintsTitle)).toBeVisible();
    await look(kiosk, { name: 'hints', main: find.search });
    expect(found).toEqual([]);
  });
}
