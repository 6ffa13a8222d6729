import { takeClaim } from './claims.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { unwrapped } from './paper.ts';
import { ESPRESSO } from './stories.ts';

test('a clerk prints every slip of a claim, from the store’s copy to how it ended', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn();
  const { page } = await launch({ printerUrl: addressOf(printer), size: { width: 1440, height: 900 } });
  const desk = new Desk(page);
  const words = desk.m.office.claimPage.slips;
  const kinds = desk.m.staff.kinds;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  const ticket = await printer.waitForSlip(1);
  const [secret = ''] = ticket.qrCodes[0]?.split(':').slice(2) ?? [];
  await desk.card(number).click();
  const slips = desk.section(words.title);

  await test.step('the store’s copy has the words and not the secret', async () => {
    await slips.getByRole('button', { name: kinds['store-copy'], exact: true }).click();
    const slip = await printer.waitForSlip(2);
    await expect(slips.getByRole('status')).toHaveText(words.sent(kinds['store-copy']));
    expect(unwrapped(slip.text)).toContain(unwrapped(ESPRESSO.statement));
    expect(slip.text).toContain(number);
    expect(slip.barcodes[0]?.data).toContain(number.replaceAll(' ', '-'));
    expect(secret).toHaveLength(6);
    expect(slip.text.replaceAll(' ', '')).not.toContain(secret);
    expect(slip.qrCodes).toEqual([]);
  });

  await test.step('the label has the number as bars', async () => {
    await slips.getByRole('button', { name: kinds['item-label'], exact: true }).click();
    const slip = await printer.waitForSlip(3);
    expect(slip.barcodes[0]?.data).toContain(number.replaceAll(' ', '-'));
  });

  await test.step('an update says what is new, and is never empty', async () => {
    await slips.getByRole('button', { name: words.write(kinds.update) }).click();
    const form = desk.form(kinds.update);
    await form.getByRole('button', { name: words.print }).click();
    await expect(form).toContainText(desk.m.office.needed);
    await form.getByRole('textbox', { name: words.news }).fill('The seal is worn; a new one is ordered.');
    await form.getByRole('button', { name: words.print }).click();
    const slip = await printer.waitForSlip(4);
    expect(unwrapped(slip.text)).toContain(unwrapped('The seal is worn; a new one is ordered.'));
    expect(slip.qrCodes).toEqual(ticket.qrCodes);
    await expect(form).toBeHidden();
  });

  await test.step('what failed already stands on the page', async () => {
    const tried = desk.section(desk.m.office.claimPage.tried.title);
    await expect(tried).toContainText(ESPRESSO.attempts?.[0]?.description ?? 'no attempt');
    await expect(tried).toContainText(desk.m.attempts.results.no);
  });

  await test.step('a claim waits, and closes as the customer says, with a slip that tells how it ended', async () => {
    const standing = desk.m.office.claimPage.standing;
    const status = desk.m.office.board.status;
    const section = desk.section(standing.title);
    await section.getByRole('button', { name: status['waiting-supplier'], exact: true }).click();
    await expect(desk.dialog.getByText(status['waiting-supplier'], { exact: true })).toBeVisible();
    await section.getByRole('button', { name: standing.close, exact: true }).click();
    const form = desk.form(standing.close);
    await form.getByRole('radio', { name: standing.endings['no-agreement'] }).check();
    await form.getByRole('button', { name: standing.close, exact: true }).click();
    await expect(form).toContainText(desk.m.office.needed);
    await form.getByRole('radio', { name: standing.endings.accepted }).check();
    await form.getByRole('button', { name: standing.close, exact: true }).click();
    await expect(section.getByRole('button', { name: standing.reopen, exact: true })).toBeVisible();
    await slips.getByRole('button', { name: words.write(kinds.resolution) }).click();
    const ended = desk.form(kinds.resolution);
    await ended.getByRole('textbox', { name: words.done }).fill('We replaced the seal of the pump.');
    await ended.getByRole('button', { name: words.print }).click();
    const slip = await printer.waitForSlip(5);
    expect(unwrapped(slip.text)).toContain(unwrapped('We replaced the seal of the pump.'));
    await section.getByRole('button', { name: standing.reopen, exact: true }).click();
    await expect(section.getByRole('button', { name: standing.close, exact: true })).toBeVisible();
  });
  expect(printer.slips.every(({ whole }) => whole)).toBe(true);
  printer.assertClean();
});
