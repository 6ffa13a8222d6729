import { LOCALES } from '../../src-main/domain/intake.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA } from './office.ts';
import { officeLook } from './office-look.ts';
import { KnownIssues } from './pages/known-issues.ts';
import { ESPRESSO, onlyWords } from './stories.ts';

const TITLES = { en: 'Lumo 3 leaks when hot', ar: 'آلة لومو 3 تسرّب الماء حين تسخن' };
const LONG = 'The dryer smells of burning plastic, but only on Sundays, and only when it rains';

for (const locale of LOCALES) {
  test(`known issues: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({ launch }) => {
    test.setTimeout(300_000);
    const { look, found } = officeLook(locale, 'known-issues');
    const kiosk = await launch({ locale });
    const { page } = kiosk;
    const office = new KnownIssues(page, locale);
    const title = TITLES[locale];
    const mika = { ...MIKA, locale };
    await hire(page, [mika]);
    await office.enter(mika.name, mika.pin);
    await office.screen('known-issues').click();
    await expect(office.dialog.getByText(office.words.none)).toBeVisible();
    await look(kiosk, { name: 'list-empty', main: office.button(office.words.closed) });

    await takeClaim(page, ESPRESSO);
    const number = await takeClaim(page, { ...ESPRESSO, contact: { ...ESPRESSO.contact, name: 'Pekka' } });
    const arabic = await takeClaim(page, onlyWords('الآلة تسرّب الماء من الأسفل كلما سخنت'), 'ar');
    await office.screen('board').click();
    await office.card(number).click();
    await expect(async () => {
      await office.onClaim.getByRole('button', { name: office.words.onClaim.start, exact: true }).click();
      await expect(office.startForm).toBeVisible();
      const offered = await office.startForm.getByRole('checkbox').count();
      if (offered === 0) {
        await office.startForm.getByRole('button', { name: office.m.office.cancel, exact: true }).click();
        await office.button(office.m.office.claimPage.toBoard).click();
        await office.card(number).click();
      }
      expect(offered).toBe(1);
    }).toPass();
    await office.startForm.scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'claim-start', main: null });
    await office.startForm.getByRole('button', { name: office.m.office.cancel, exact: true }).click();
    await office.start(title, [/espresso/]);
    await expect(office.onClaim).toContainText(title);
    await office.button(office.m.office.claimPage.toBoard).click();
    await office.card(arabic).click();
    await office.start(LONG);
    await expect(office.onClaim).toContainText(LONG);
    await office.onClaim.scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'claim-joined', main: null });

    const listed = await callBridge(page, 'known-issue:list', { closed: false, after: null });
    expect(listed).toMatchObject({ ok: true, value: { rows: [{ title: LONG }, { title }] } });
    await office.screen('known-issues').click();
    await expect(office.issue(title)).toBeVisible();
    await look(kiosk, { name: 'list', main: office.issue(title) });
    await office.openIssue(title);
    await look(kiosk, { name: 'issue', main: office.button(office.words.back) });
    await office.button(office.words.change.title).click();
    await look(kiosk, { name: 'issue-change', main: null });
    await office.changeForm
      .getByRole('radio', { name: office.words.states['cause-found'], exact: true })
      .check();
    await office.changeForm.getByRole('button', { name: office.m.office.save, exact: true }).click();
    await expect(office.customers).toContainText('Pekka');
    await office.customers
      .getByRole('button', { name: office.words.tell.tick('Pekka'), exact: true })
      .click();
    await look(kiosk, { name: 'issue-tell', main: office.button(office.words.back) });
    expect(found).toEqual([]);
  });
}
