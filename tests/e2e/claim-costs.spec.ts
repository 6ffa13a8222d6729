import { FREE_TRIES } from '../../src-main/domain/staff.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf } from './kept.ts';
import { hire, MIKA, SANNA, type Person } from './office.ts';
import { ClaimCosts } from './pages/claim-costs.ts';

const PIRJO: Person = { name: 'Pirjo', role: 'supervisor', locale: 'en', pin: '593817' };
const DESKTOP = { width: 1440, height: 900 };
const DAY_MS = 24 * 60 * 60_000;

test('what it costs stays within the customer’s yes, and looking for the cause costs nothing', async ({
  launch,
}) => {
  const { page } = await launch({ size: DESKTOP });
  const desk = new ClaimCosts(page);
  const { costs, charge, estimate, looking, money } = desk.m.office.costs;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  await desk.card(number).click();

  await test.step('before a yes there is nothing to charge with', async () => {
    await expect(desk.costs).toContainText(costs.noYes);
    await expect(desk.costs.getByRole('button', { name: charge.open })).toHaveCount(0);
    await expect(desk.costs).toContainText(costs.noCharge);
  });

  await test.step('an amount that is none is not taken for one', async () => {
    await desk.costs.getByRole('button', { name: estimate.open, exact: true }).click();
    const form = desk.form(estimate.title);
    await form.getByRole('textbox', { name: estimate.limit }).fill('1,000.00');
    await expect(form).toContainText(money.wrong('12.50'));
    await form.getByRole('textbox', { name: estimate.limit }).fill('٦٠٫٥');
    await expect(form).toContainText(money.isRead('€60.50'));
    await form.getByRole('button', { name: desk.m.office.cancel, exact: true }).click();
  });

  await test.step('the customer says yes, and parts and labour are charged', async () => {
    await desk.agreeOn('60', 'yes', 'Veera');
    await expect(desk.costs).toContainText('Yes, said Veera (By phone, ');
    await desk.charge('part', 'Seal', '12,50');
    await expect(desk.costs).toContainText(costs.of('€12.50', '€60.00'));
    await desk.charge('labour', 'Half an hour', '30');
    await expect(desk.costs.getByRole('meter')).toHaveAttribute('aria-valuenow', '4250');
    await expect(desk.costs).toContainText(costs.left('€17.50'));
  });

  await test.step('above it there is only one way: ask the customer', async () => {
    const form = await desk.charge('part', 'Pump', '17.51');
    await expect(form).toContainText(desk.m.office.errors['above-estimate']);
    await expect(form).toContainText(charge.tooMuch('€17.50'));
    await form.getByRole('button', { name: charge.askFirst, exact: true }).click();
    await desk.form(estimate.title).getByRole('button', { name: desk.m.office.cancel, exact: true }).click();
    await desk.agreeOn('90', 'no', 'Veera');
    await expect(desk.costs).toContainText('No, said Veera (By phone, ');
    // A no to more leaves the yes to less.
    await expect(desk.costs).toContainText(costs.of('€42.50', '€60.00'));
  });

  await test.step('what is taken off is still to be seen', async () => {
    await desk.button(`${costs.takeOff}: Seal`).click();
    await expect(desk.costs).toContainText(costs.of('€30.00', '€60.00'));
    await expect(desk.costs.getByRole('listitem').filter({ hasText: 'Seal' })).toContainText('taken off');
  });

  await test.step('minutes have no price', async () => {
    await desk.costs.getByRole('button', { name: looking.open, exact: true }).click();
    const form = desk.form(looking.title);
    await form.getByRole('button', { name: looking.add, exact: true }).click();
    await expect(form).toContainText(looking.minutesWrong);
    await expect(form.getByRole('textbox')).toHaveCount(2);
    await form.getByRole('textbox', { name: looking.minutes }).fill('35');
    await form.getByRole('textbox', { name: looking.what }).fill('took it apart');
    await form.getByRole('button', { name: looking.add, exact: true }).click();
    const row = desk.costs.getByRole('listitem').filter({ hasText: costs.research });
    await expect(row).toContainText(costs.minutes(35));
    await expect(row).toContainText(costs.noCharge);
  });
  await expect(desk.timeline).toContainText(desk.m.office.claimPage.timeline.events['charge-removed']);
});

test('goodwill is decided beside what similar claims got, and a supervisor says yes in place', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const { page } = await launch({ size: DESKTOP });
  const desk = new ClaimCosts(page);
  const { goodwill, similar } = desk.m.office.costs;
  await hire(page, [MIKA, SANNA, PIRJO]);
  await desk.enter(SANNA.name, SANNA.pin);
  const first = await takeClaim(page);
  await desk.card(first).click();
  const form = desk.form(goodwill.formTitle);

  async function fill(what: string, value: string, reason: string): Promise<void> {
    await desk.goodwill.getByRole('button', { name: goodwill.open, exact: true }).click();
    await form.getByRole('combobox', { name: goodwill.kind }).selectOption('voucher');
    await form.getByRole('textbox', { name: goodwill.what }).fill(what);
    await form.getByRole('textbox', { name: goodwill.value }).fill(value);
    await form.getByRole('textbox', { name: goodwill.reason, exact: true }).fill(reason);
  }

  await test.step('the first of its kind, within the clerk’s own limit, and a no', async () => {
    await fill('Coffee beans', '20', 'A lost weekend');
    await expect(desk.similar).toContainText(similar.none);
    await expect(form).toContainText(goodwill.yourLimit('€20.00'));
    await form.getByRole('button', { name: goodwill.give, exact: true }).click();
    await expect(desk.goodwill).toContainText('Coffee beans');
    await fill('A new machine', '400', 'It can be repaired');
    await form.getByRole('button', { name: goodwill.refuse, exact: true }).click();
    await expect(desk.goodwill).toContainText(goodwill.because('It can be repaired'));
  });

  await test.step('the next customer’s claim shows both', async () => {
    await desk.button(desk.m.office.claimPage.toBoard).click();
    const second = await takeClaim(page);
    await desk.card(second).click();
    await expect(desk.heading(second)).toBeVisible();
    await fill('Coffee for a year', '120', 'The same as the last one');
    await expect(desk.similar).toContainText(first);
    await expect(desk.similar).toContainText('Coffee beans');
    await expect(desk.similar.getByRole('listitem').filter({ hasText: 'A new machine' })).toContainText(
      goodwill.refused,
    );
  });

  await test.step('above the limit: which supervisor, and their PIN, wrong and right', async () => {
    await expect(form).toContainText(goodwill.above('€20.00'));
    await form.getByRole('button', { name: goodwill.askSupervisor, exact: true }).click();
    await desk.approval.getByRole('radio', { name: PIRJO.name, exact: true }).check();
    const yes = desk.approval.getByRole('button', { name: goodwill.approve, exact: true });
    await desk.type('111222');
    await yes.click();
    await expect(desk.approval).toContainText(desk.m.office.errors['wrong-pin']);
    await desk.type(PIRJO.pin);
    await yes.click();
    await expect(desk.approval).toBeHidden();
    await expect(desk.goodwill).toContainText('Coffee for a year');
    await expect(desk.goodwill).toContainText(goodwill.approved(PIRJO.name));
    // Whoever was signed in still is.
    await expect(desk.dialog.getByRole('banner')).toContainText(SANNA.name);
  });
});

test('too many wrong PINs of a supervisor are said in words, with how long to wait', async ({ launch }) => {
  test.setTimeout(120_000);
  const { page } = await launch({ size: DESKTOP });
  const desk = new ClaimCosts(page);
  const { goodwill } = desk.m.office.costs;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  await desk.card(number).click();
  await desk.goodwill.getByRole('button', { name: goodwill.open, exact: true }).click();
  const form = desk.form(goodwill.formTitle);
  await form.getByRole('textbox', { name: goodwill.what }).fill('More coffee');
  await form.getByRole('textbox', { name: goodwill.value }).fill('120');
  await form.getByRole('textbox', { name: goodwill.reason, exact: true }).fill('Twice');
  const door = await callBridge(page, 'staff:door', null);
  const mika = door.ok ? door.value.people.find(({ name }) => name === MIKA.name) : undefined;
  if (!mika) throw new Error('nobody administers the store');
  // All but the last of the free tries, where wrong ones of the door count too.
  for (let tries = 1; tries < FREE_TRIES; tries += 1) {
    const wrong = await callBridge(page, 'staff:sign-in', { id: mika.id, pin: '111222' });
    expect(wrong).toMatchObject({ error: { code: 'wrong-pin' } });
  }
  await form.getByRole('button', { name: goodwill.askSupervisor, exact: true }).click();
  // The only one who may is chosen already.
  await desk.type('111222');
  await desk.approval.getByRole('button', { name: goodwill.approve, exact: true }).click();
  await expect(desk.approval).toContainText(desk.m.office.door.locked);
  await expect(desk.approval.getByRole('timer')).toBeVisible();
  await desk.approval.getByRole('button', { name: goodwill.back, exact: true }).click();
  await expect(desk.approval).toBeHidden();
  await expect(desk.goodwill).toContainText(goodwill.none);
});

test('something is lent, stands at the top while it is out, and comes back', async ({ launch }) => {
  const { page } = await launch({ size: DESKTOP });
  const desk = new ClaimCosts(page);
  const { loaner } = desk.m.office.care;
  const { standing, toBoard } = desk.m.office.claimPage;
  await hire(page, [MIKA, SANNA]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  await desk.card(number).click();
  await expect(desk.loaners).toContainText(loaner.none);
  await desk.loaners.getByRole('button', { name: loaner.open, exact: true }).click();
  const form = desk.form(loaner.formTitle);
  await form.getByRole('textbox', { name: loaner.name }).fill('Drip machine');
  await form.getByRole('textbox', { name: loaner.serial }).fill('L-04');
  await form.getByRole('textbox', { name: loaner.state }).fill('a scratch on the lid');
  const times = form.getByRole('group', { name: loaner.due, exact: true }).getByRole('radio');
  await expect(times.nth(3)).toBeAttached();
  await times.nth(-2).check();
  await form.getByRole('textbox', { name: loaner.agreedBy }).fill('Veera');
  await form.getByRole('button', { name: loaner.lend, exact: true }).click();
  await expect(desk.loaners).toContainText(loaner.wentOut('a scratch on the lid'));
  await expect(desk.dialog.getByText(/^lent: Drip machine, back /)).toBeVisible();

  await desk.button(standing.close).click();
  await expect(desk.form(standing.close)).toContainText(loaner.closing('Drip machine'));
  await desk.form(standing.close).getByRole('button', { name: standing.close, exact: true }).click();
  await expect(desk.loaners).toContainText(loaner.closedNote);
  await desk.button(`${loaner.takeBack}: Drip machine`).click();
  const back = desk.form(loaner.takeBack);
  await back.getByRole('textbox', { name: loaner.backState }).fill('clean, one scratch');
  await back.getByRole('button', { name: loaner.take, exact: true }).click();
  await expect(desk.loaners).toContainText(loaner.cameBack('clean, one scratch'));
  await expect(desk.dialog.getByText(/^lent: /)).toHaveCount(0);
  await expect(desk.timeline).toContainText(desk.m.office.claimPage.timeline.events['loaner-returned']);
  await desk.button(toBoard).click();
});

test('a clerk writes a warning, only a supervisor ends the service in person, and the claim stays open', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const { page, dataFolder } = await launch({ size: DESKTOP });
  const desk = new ClaimCosts(page);
  const { line } = desk.m.office.care;
  await hire(page, [MIKA, SANNA, PIRJO]);
  await desk.enter(SANNA.name, SANNA.pin);
  const number = await takeClaim(page);
  await desk.card(number).click();
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const card = board.ok ? board.value.lanes.flatMap(({ cards }) => cards)[0] : undefined;
  if (!card) throw new Error('the claim is not on the board');
  const { claimId } = card;
  const decision = (reviewIn: number, endsIn: number) => ({
    claimId,
    reason: 'Threats',
    reviewDue: (Date.now() + reviewIn * DAY_MS) as never,
    expires: (Date.now() + endsIn * DAY_MS) as never,
  });

  await test.step('a clerk’s straight call is refused and put on record', async () => {
    const refused = await callBridge(page, 'claim:draw-line', decision(7, 28));
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    const reviewed = await callBridge(page, 'claim:review-line', {
      ...{ claimId, seq: 1, answer: 'lifted', reason: 'x' },
    });
    expect(reviewed).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(
      await callBridge(page, 'claim:warn', { claimId, text: 'x', happenedAt: 4e12 as never }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    const refusals = auditOf(dataFolder).filter(({ event }) => event === 'refused');
    expect(refusals.map(({ subject }) => subject)).toEqual(['draw-the-line', 'draw-the-line']);
  });

  await test.step('the clerk who was there writes the warning', async () => {
    await expect(desk.lines).toContainText(line.none);
    await desk.lines.getByRole('button', { name: line.warn, exact: true }).click();
    const form = desk.form(line.warnTitle);
    await form.getByRole('textbox', { name: line.what }).fill('He said he would come back with a hammer.');
    await form.getByRole('button', { name: line.write, exact: true }).click();
    await expect(desk.lines).toContainText('He said he would come back with a hammer.');
    await expect(desk.lines).toContainText(line.waits);
    await expect(desk.lines.getByRole('button', { name: line.draw })).toHaveCount(0);
  });

  await test.step('a supervisor decides, and it stands at the top', async () => {
    await desk.button(desk.m.office.shell.switchPerson).click();
    await desk.signInAs(PIRJO.name, PIRJO.pin);
    await desk.card(number).click();
    expect(await callBridge(page, 'claim:draw-line', decision(8, 7))).toMatchObject({
      error: { code: 'invalid-input' },
    });
    await desk.lines.getByRole('button', { name: line.draw, exact: true }).click();
    const form = desk.form(line.drawTitle);
    await form.getByRole('textbox', { name: line.reason }).fill('A threat, after he was asked to stop.');
    await form.getByRole('button', { name: line.decide, exact: true }).click();
    await expect(desk.lines).toContainText(line.states.holds);
    await expect(desk.dialog.getByText(/^no service in person until /)).toBeVisible();
    // The claim goes on.
    await expect(desk.button(desk.m.office.claimPage.give.open)).toBeVisible();
    expect(await callBridge(page, 'claim:draw-line', decision(7, 28))).toMatchObject({
      error: { code: 'wrong-state' },
    });
  });

  await test.step('it is looked at again, and lifted; another one needs another warning', async () => {
    await desk.lines.getByRole('button', { name: line.review, exact: true }).click();
    const form = desk.form(line.reviewTitle);
    await form.getByRole('radio', { name: line.answers.lifted, exact: true }).check();
    await form.getByRole('textbox', { name: line.reason }).fill('He came to say sorry.');
    await form.getByRole('button', { name: line.save, exact: true }).click();
    await expect(desk.lines).toContainText(line.states.lifted);
    await expect(desk.dialog.getByText(/^no service in person until /)).toHaveCount(0);
    expect(await callBridge(page, 'claim:draw-line', decision(7, 28))).toMatchObject({
      error: { code: 'needs-warning' },
    });
    await expect(desk.timeline).toContainText(desk.m.office.claimPage.timeline.events['line-reviewed']);
  });
});
