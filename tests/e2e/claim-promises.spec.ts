import type { Locator } from '@playwright/test';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { ESPRESSO } from './stories.ts';

const HOUR_MS = 3_600_000;

/** Chooses the latest of the times that are offered; it is open then, whenever the test runs. */
async function chooseDue(form: Locator, label: string): Promise<void> {
  const times = form.getByRole('group', { name: label, exact: true }).getByRole('radio');
  await expect(times.nth(3)).toBeAttached();
  // After the times stands the one that asks for another.
  await times.nth(-2).check();
}

test('a clerk keeps, renegotiates, gives and asks for promises, and says what else to expect', async ({
  launch,
}) => {
  const { page } = await launch({ size: { width: 1440, height: 900 } });
  const desk = new Desk(page);
  const words = desk.m.office.claimPage;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  await desk.card(number).click();
  await expect(desk.heading(number)).toBeVisible();

  await test.step('give a promise', async () => {
    await desk.button(words.give.open).click();
    const form = desk.form(words.give.title);
    await form.getByRole('button', { name: words.give.give, exact: true }).click();
    await expect(form).toContainText(desk.m.office.needed);
    await form.getByRole('textbox', { name: words.give.text }).fill('open it and say what is wrong.');
    await chooseDue(form, words.give.due);
    await form.getByRole('button', { name: words.give.give, exact: true }).click();
    await expect(form).toBeHidden();
    await expect(desk.promises).toContainText('open it and say what is wrong.');
  });

  await test.step('agree on another one', async () => {
    await desk.button(`${words.renegotiate.open}: open it and say what is wrong.`).click();
    const form = desk.form(words.renegotiate.title);
    await form.getByRole('textbox', { name: words.renegotiate.text }).fill('open it, once the part is here.');
    await form.getByRole('combobox', { name: words.renegotiate.how }).selectOption('phone');
    await chooseDue(form, words.give.due);
    await form.getByRole('button', { name: words.renegotiate.save }).click();
    await expect(form).toBeHidden();
    await expect(desk.promises).toContainText(words.promises.states.renegotiated);
    await expect(desk.promises).toContainText(words.promises.agreed(words.renegotiate.ways.phone));
  });

  await test.step('keep it, and the next update, which is followed by another', async () => {
    await desk.button(`${words.promises.kept}: open it, once the part is here.`).click();
    await expect(desk.promises).toContainText(words.promises.states.kept);
    await desk.promises.getByRole('button', { name: new RegExp(`^${words.promises.kept}: `) }).click();
    const form = desk.form(words.promises.keptTitle);
    await chooseDue(form, words.promises.keptNext);
    await form.getByRole('button', { name: words.promises.keep }).click();
    await expect(form).toBeHidden();
    await expect(desk.promises.getByRole('heading', { name: words.promises.earlier(3) })).toBeVisible();
  });

  await test.step('ask for what is beyond a clerk', async () => {
    await desk.button(words.give.open).click();
    const form = desk.form(words.give.title);
    await form.getByRole('combobox', { name: words.give.about }).selectOption('anything');
    await expect(form).toContainText(words.give.beyond);
    await form.getByRole('textbox', { name: words.give.text }).fill('replace the machine.');
    await chooseDue(form, words.give.due);
    await form.getByRole('button', { name: words.give.ask, exact: true }).click();
    await expect(desk.promises).toContainText(words.requests.waits);
  });

  await test.step('add a line that does not bind, and take it back', async () => {
    await desk.button(`${words.expectations.add}: ${words.expectations.title}`).click();
    const form = desk.form(words.expectations.formTitle);
    await form.getByRole('radio', { name: desk.m.expectation.cannot, exact: true }).check();
    await form.getByRole('textbox', { name: desk.m.expectation.cannot }).fill('that the pump is in stock.');
    await form.getByRole('button', { name: words.expectations.addIt }).click();
    await expect(desk.expectations).toContainText('that the pump is in stock.');
    await desk.button(`${words.expectations.retire}: that the pump is in stock.`).click();
    await expect(desk.expectations).toContainText(words.expectations.retired);
  });

  await test.step('a supervisor grants it', async () => {
    await expect(desk.timeline).toContainText(words.timeline.events['promise-asked']);
    await desk.button(desk.m.office.shell.switchPerson).click();
    await desk.signInAs(MIKA.name, MIKA.pin);
    await desk.card(number).click();
    await desk.button(`${words.requests.grant}: replace the machine.`).click();
    await expect(desk.button(`${words.promises.kept}: replace the machine.`)).toBeVisible();
    await expect(desk.dialog.getByText(ESPRESSO.statement, { exact: true })).toBeVisible();
  });
});

test('a broken promise has no way out but an apology, a new date or a call', async ({ launch, claimDue }) => {
  const { dataFolder, number } = await claimDue(() => Date.now() - HOUR_MS);

  const { page } = await launch({ dataFolder });
  const desk = new Desk(page);
  const words = desk.m.office.claimPage;
  const { amends } = words;
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.card(number, desk.lane('broken', 1)).click();
  await expect(desk.alert.filter({ hasText: words.brokenNotice })).toBeVisible();
  const form = desk.form(amends.title);
  await expect(desk.promises).toContainText(words.promises.overdue);
  await expect(form.getByRole('button', { name: desk.m.office.cancel })).toHaveCount(0);

  await form.getByRole('button', { name: amends.skip, exact: true }).click();
  await form.getByRole('button', { name: amends.skip, exact: true }).click();
  await form.getByRole('button', { name: amends.save }).click();
  await expect(form).toContainText(desk.m.office.errors['nothing-done']);
  await form.getByRole('textbox', { name: amends.sorry }).fill('We said Friday and did not call.');
  await form.getByRole('button', { name: amends.next }).click();
  await chooseDue(form, amends.again);
  await form.getByRole('button', { name: amends.next }).click();
  await chooseDue(form, amends.callBy);
  await form.getByRole('button', { name: amends.save }).click();
  await expect(form).toBeHidden();
  await expect(desk.promises).toContainText(words.promises.states.broken);
  await expect(desk.timeline).toContainText(words.timeline.events['promise-broken']);
  await expect(desk.alert).toHaveCount(0);
  await desk.button(words.toBoard).click();
  await expect(desk.lane('broken', 0)).toBeVisible();
});
