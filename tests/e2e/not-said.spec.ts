import { expect, test } from './fixtures.ts';
import { keptClaims } from './kept.ts';
import { expectOnPaper } from './paper.ts';
import { begin, confirm } from './stories.ts';
import { hire, MIKA } from './office.ts';
import { Desk } from './pages/desk.ts';

test.use({ sharedKiosk: { prints: 'on paper' } });

test('what a customer tried is kept, read back and printed though they did not say whether it helped', async ({
  kiosk,
  screens,
  printer,
}) => {
  const { page } = kiosk;
  const desk = new Desk(page);
  const { results, resultsToStaff } = desk.m.attempts;
  await hire(page, [MIKA]);
  await begin(screens);
  await screens.words.words.fill('It leaks.');
  await screens.words.main.click();
  await screens.feeling.skip.click();
  await screens.item.skip.click();
  await screens.attempts.tried.fill('Descaling');
  await screens.attempts.main.click();
  // It is asked once; then the way on is free.
  await expect(screens.attempts.heading).toBeVisible();
  await screens.attempts.main.click();
  await screens.wishes.skip.click();
  await screens.contact.skip.click();
  await expect(page.getByText(`Descaling: ${results['not-said']}`)).toBeVisible();
  const slipsBefore = printer.slips.length;
  const number = await confirm(screens);
  expectOnPaper(await printer.waitForSlip(slipsBefore + 1), [`Descaling: ${results['not-said']}`]);
  const attempts = [{ description: 'Descaling', outcome: 'not-said' }];
  expect(keptClaims(kiosk.dataFolder).at(-1)).toMatchObject({ number, attempts });

  await screens.thanks.main.click();
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.card(number.replaceAll('-', ' ')).click();
  const tried = desk.section(desk.m.office.claimPage.tried.title);
  await expect(tried).toContainText(resultsToStaff['not-said']);
  // It did not fail, as far as anybody knows: to propose it needs no reason.
  const { listening, claimPage } = desk.m.office;
  await tried.getByRole('button', { name: listening.tried.propose, exact: true }).click();
  await tried.getByRole('textbox').first().fill('Descaling');
  await tried.getByRole('button', { name: listening.tried.keep, exact: true }).click();
  await expect(tried).toContainText(claimPage.tried.open);
});
