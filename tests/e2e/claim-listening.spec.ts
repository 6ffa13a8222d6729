import type { Locator } from '@playwright/test';
import { takeClaim } from './claims.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { unwrapped } from './paper.ts';
import { ESPRESSO, onlyWords } from './stories.ts';

const HOUR_MS = 3_600_000;
const DESK_SIZE = { width: 1440, height: 900 } as const;
const PUMP = 'New pump';
const OTHER_SERIAL = 'SN-OTHER-9';

/** Chooses the latest of the times that are offered; it is open then, whenever the test runs. */
async function chooseDue(form: Locator, label: string): Promise<void> {
  const times = form.getByRole('group', { name: label, exact: true }).getByRole('radio');
  await expect(times.nth(3)).toBeAttached();
  await times.nth(-2).check();
}

test('a clerk listens: what was understood, further words and feelings, and what is not tried twice', async ({
  launch,
}) => {
  const { page } = await launch({ size: DESK_SIZE });
  const desk = new Desk(page);
  const { claimPage, listening } = desk.m.office;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const elsewhere = await takeClaim(page, {
    ...onlyWords('The other machine leaks too.'),
    item: { name: 'Lumo 3', serial: OTHER_SERIAL },
    attempts: [{ description: PUMP, outcome: 'no' }],
  });
  const number = await takeClaim(page);
  await desk.card(number).click();
  await expect(desk.heading(number)).toBeVisible();

  await test.step('what was understood is read back; “not quite” begins the next version with the last', async () => {
    const words = listening.understanding;
    const section = desk.section(words.title);
    await expect(section).toContainText(words.none);
    await section.getByRole('button', { name: words.write, exact: true }).click();
    const form = desk.form(words.formTitle);
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toContainText(desk.m.office.needed);
    await form.getByRole('textbox', { name: words.field }).fill('It leaks when it is hot.');
    await form.getByRole('button', { name: words.keep }).click();
    const ask = desk.form(words.ask);
    await expect(section).toContainText(words.unread);
    await ask.getByRole('combobox', { name: words.how }).selectOption('phone');
    await ask.getByRole('button', { name: words.answers['not-quite'] }).click();
    await expect(form.getByRole('textbox', { name: words.field })).toHaveValue('It leaks when it is hot.');
    await form.getByRole('textbox', { name: words.field }).fill('It leaks when hot; the floor suffers.');
    await form.getByRole('button', { name: words.keep }).click();
    await ask.getByRole('button', { name: words.answers.confirmed }).click();
    await expect(section).toContainText(
      words.said.confirmed(claimPage.renegotiate.ways.phone, '').split(',')[0] ?? '',
    );
    await section.getByText(listening.earlier(1)).click();
    await expect(section).toContainText('It leaks when it is hot.');
    await expect(section).toContainText(words.said['not-quite']('', '').split('”')[0] ?? '');
  });

  await test.step('what they say later stands word for word under what they said first', async () => {
    const words = listening.words;
    const section = desk.section(claimPage.words.title(ESPRESSO.contact.name));
    await section.getByRole('button', { name: words.add }).click();
    const form = desk.form(words.title);
    const said = '  The floor is ruined now,\n“truly” — 😡  ';
    await form.getByRole('textbox', { name: words.field }).fill(said);
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toBeHidden();
    const later = section.getByRole('region', { name: claimPage.words.statement(2) }).locator('blockquote');
    expect(await later.textContent()).toBe(said);
    await expect(section).toContainText(claimPage.words.enteredBy(SANNA.name));
  });

  await test.step('how they feel is asked again, and a glance reads from where to where', async () => {
    const words = listening.feeling;
    const section = desk.section(claimPage.feelings.title);
    await section.getByRole('button', { name: `${words.add}: ${claimPage.feelings.title}` }).click();
    const form = desk.form(words.title);
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toContainText(desk.m.office.needed);
    await form.getByRole('radio', { name: desk.m.feeling.faces.calm }).check();
    await form.getByRole('textbox', { name: words.words }).fill('Heard, at last.');
    await form.getByRole('button', { name: words.keep }).click();
    const path = section.getByRole('listitem');
    await expect(path).toHaveCount(2);
    await expect(path.first()).toContainText(words.atFirst);
    await expect(path.first()).toContainText(desk.m.feeling.faces.worried);
    await expect(path.last()).toContainText(words.now);
    await expect(path.last()).toContainText('Heard, at last.');
  });

  await test.step('what failed here is seen before it is sent, and wants a reason', async () => {
    const words = listening.tried;
    const section = desk.section(claimPage.tried.title);
    const form = desk.form(words.title);
    await section.getByRole('button', { name: words.propose, exact: true }).click();
    await form.getByRole('textbox', { name: words.step, exact: true }).fill('descaling TWICE');
    await expect(form).toContainText(words.failed(number));
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toContainText(desk.m.office.needed);
    await form.getByRole('textbox', { name: words.reason }).fill('With the strong acid this time.');
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toBeHidden();
    await expect(section).toContainText(words.because('With the strong acid this time.'));
  });

  await test.step('what failed on the serial number is known to main: the form stays, says where, and asks why', async () => {
    const words = listening.tried;
    const section = desk.section(claimPage.tried.title);
    const form = desk.form(words.title);
    await section.getByRole('button', { name: words.propose, exact: true }).click();
    await form.getByRole('textbox', { name: words.step, exact: true }).fill(PUMP);
    await form.getByRole('textbox', { name: words.serial }).fill(OTHER_SERIAL);
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toContainText(words.failed(elsewhere));
    await expect(form.getByRole('textbox', { name: words.step, exact: true })).toHaveValue(PUMP);
    await form.getByRole('textbox', { name: words.reason }).fill('The pump of the other maker.');
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toBeHidden();
    await desk.button(`${words.finish}: ${PUMP}`).click();
    await desk.form(words.helped).getByRole('button', { name: words.results.yes, exact: true }).click();
    await expect(section).toContainText(desk.m.attempts.results.yes);
    // The other step still waits.
    await expect(section.getByRole('button', { name: new RegExp(`^${words.finish}: `) })).toHaveCount(1);
  });
});

test('a clerk plans, notes, places and hands over; what changes a promise offers a fresh slip', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn();
  const { page } = await launch({ printerUrl: addressOf(printer), size: DESK_SIZE });
  const desk = new Desk(page);
  const { claimPage, listening } = desk.m.office;
  const bar = desk.form(listening.fresh.title);
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  await printer.waitForSlip(1);
  await desk.card(number).click();
  await expect(desk.heading(number)).toBeVisible();

  await test.step('where the thing is, with its label', async () => {
    const words = listening.place;
    const section = desk.section(words.title);
    await section.getByRole('button', { name: words.put }).click();
    await section.getByRole('textbox', { name: words.field }).fill('Bin 7');
    await section.getByRole('button', { name: words.keep }).click();
    await section.getByRole('button', { name: words.label }).click();
    expect((await printer.waitForSlip(2)).barcodes[0]?.data).toContain(number.replaceAll(' ', '-'));
    await expect(section).toContainText('Bin 7');
  });

  await test.step('a note changes no promise', async () => {
    const words = listening.notes;
    const section = desk.section(words.title);
    await section.getByRole('button', { name: words.add }).click();
    await desk
      .form(words.formTitle)
      .getByRole('textbox', { name: words.field })
      .fill('The seal is on its way.');
    await desk.form(words.formTitle).getByRole('button', { name: words.keep }).click();
    await expect(section).toContainText('The seal is on its way.');
    await expect(section).toContainText(words.kinds.note);
    await expect(bar).toBeHidden();
  });

  await test.step('no plan yet is an answer, with the time by which they hear; then there is a plan', async () => {
    const words = listening.plan;
    const section = desk.section(words.title);
    await expect(section).toContainText(words.none);
    await section.getByRole('button', { name: words.sayNone }).click();
    await expect(section).toContainText(words.noneSaid);
    await section.getByRole('button', { name: words.make }).click();
    const form = desk.form(words.formTitle);
    await form
      .getByRole('textbox', { name: words.field })
      .fill('A new seal on Tuesday, then a day of testing.');
    await form.getByRole('button', { name: words.keep }).click();
    await expect(form).toBeHidden();
    await section.getByText(listening.earlier(1)).click();
    await expect(section).toContainText(words.none);
  });

  await test.step('the offer of a fresh slip survives leaving, waits when it is not wanted now, and ends in paper', async () => {
    await expect(bar).toContainText(listening.fresh.open);
    await bar.getByRole('button', { name: listening.fresh.later }).click();
    await expect(bar).toBeHidden();
    await desk.button(claimPage.toBoard).click();
    await desk.card(number).click();
    await bar.getByRole('button', { name: listening.fresh.print }).click();
    const form = desk.form(desk.m.staff.kinds.update);
    await expect(bar).toBeHidden();
    await form.getByRole('textbox', { name: claimPage.slips.news }).fill('There is a plan now.');
    await form.getByRole('button', { name: claimPage.slips.print }).click();
    const slip = await printer.waitForSlip(3);
    expect(unwrapped(slip.text)).toContain(unwrapped('A new seal on Tuesday, then a day of testing.'));
    await expect(form).toBeHidden();
    await expect(bar).toBeHidden();
  });

  await test.step('one tap on a colleague and a line', async () => {
    const words = listening.handOver;
    const section = desk.section(words.title);
    await section.getByRole('button', { name: words.add, exact: true }).click();
    const form = desk.form(words.formTitle);
    await form.getByRole('textbox', { name: words.line }).fill('They have been waiting since March.');
    await form.getByRole('button', { name: MIKA.name }).click();
    await expect(section).toContainText(words.row(SANNA.name, MIKA.name));
    await expect(section).toContainText('They have been waiting since March.');
    await section.getByRole('button', { name: words.add, exact: true }).click();
    await form.getByRole('button', { name: words.me }).click();
    await expect(section.getByRole('listitem')).toHaveCount(2);
    await expect(section.getByRole('listitem').first()).toContainText(words.took(SANNA.name));
  });

  await test.step('closing asks when it was said and how they feel; a time before the claim is refused', async () => {
    const { standing } = claimPage;
    const section = desk.section(standing.title);
    await section.getByRole('button', { name: standing.close, exact: true }).click();
    const form = desk.form(standing.close);
    const unsaid = form.getByRole('radio', { name: listening.feeling.unsaid });
    await expect(unsaid).toBeChecked();
    await form.getByRole('radio', { name: listening.closing.earlier }).check();
    await form.getByLabel(listening.closing.field).fill('2020-01-02T10:00');
    await form.getByRole('radio', { name: desk.m.feeling.faces.calm }).check();
    await form.getByRole('button', { name: standing.close, exact: true }).click();
    await expect(form).toContainText(desk.m.office.errors['not-said-then']);
    await form.getByRole('radio', { name: listening.closing.now }).check();
    await form.getByRole('button', { name: standing.close, exact: true }).click();
    await expect(section.getByRole('button', { name: standing.reopen, exact: true })).toBeVisible();
    const feelings = desk.section(claimPage.feelings.title);
    await expect(feelings.getByRole('listitem').last()).toContainText(desk.m.feeling.faces.calm);
    await expect(bar).toContainText(listening.fresh.closed);
    await bar.getByRole('button', { name: listening.fresh.print }).click();
    const ended = desk.form(desk.m.staff.kinds.resolution);
    await ended.getByRole('textbox', { name: claimPage.slips.done }).fill('We put a new seal in.');
    await ended.getByRole('button', { name: claimPage.slips.print }).click();
    const slip = await printer.waitForSlip(4);
    expect(slip.text).toContain(desk.m.feeling.faces.calm);
    await expect(bar).toBeHidden();
  });
  printer.assertClean();
});

test('a call that is to be made stands on the claim until it is noted', async ({ launch, claimDue }) => {
  const { dataFolder, number } = await claimDue(() => Date.now() - HOUR_MS);

  const { page } = await launch({ dataFolder });
  const desk = new Desk(page);
  const { claimPage, listening } = desk.m.office;
  const { amends } = claimPage;
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.card(number).click();
  const form = desk.form(amends.title);
  const bar = desk.form(listening.fresh.title);
  await form.getByRole('button', { name: amends.skip, exact: true }).click();
  await expect(bar).toBeHidden();
  await form.getByRole('button', { name: amends.skip, exact: true }).click();
  await chooseDue(form, amends.callBy);
  await form.getByRole('button', { name: amends.save }).click();
  await expect(form).toBeHidden();
  await expect(bar).toContainText(listening.fresh.open);

  const section = desk.section(listening.notes.title);
  await expect(section).toContainText(ESPRESSO.contact.phone);
  const chip = desk.dialog.getByText(new RegExp(`^${listening.notes.chip('')}`));
  await expect(chip).toBeVisible();
  await section.getByRole('button', { name: listening.notes.called }).click();
  const call = desk.form(listening.notes.formTitle);
  await expect(call.getByRole('radio', { name: listening.notes.kinds.call })).toBeChecked();
  await call.getByRole('textbox', { name: listening.notes.callField }).fill('Aino takes Friday.');
  await call.getByRole('button', { name: listening.notes.keep }).click();
  await expect(section).toContainText('Aino takes Friday.');
  await expect(section.getByRole('button', { name: listening.notes.called })).toHaveCount(0);
  await expect(chip).toBeHidden();
});
