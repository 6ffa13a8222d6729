import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../src-main/store/sqlite.ts';
import { createAuditStore } from '../../src-main/store/audit-store.ts';
import { takeClaim } from './claims.ts';
import { addressOf, expect, test, TIMES_MOVED } from './fixtures.ts';
import { auditOf, databaseFile, keptClaims, rowsOf } from './kept.ts';
import { LIFE_EVENTS } from './life-events.ts';
import { hire, MIKA, SANNA, type Person } from './office.ts';
import { ClaimWork } from './pages/claim-work.ts';
import { KnownIssues } from './pages/known-issues.ts';
import { MyDayScreen } from './pages/my-day.ts';
import { expectOnPaper } from './paper.ts';
import { readPdf } from './pdf-reader.ts';
import { confirm, ESPRESSO, tell } from './stories.ts';
import { newestTicket } from './tickets.ts';

/**
 * One claim, from the kiosk to its end, through every rule of the product: each test is a day of it, on the same
 * database. The customer is Aino, who is served by Sanna (clerk), Pirjo (supervisor) and Mika (admin).
 */
test.describe.configure({ mode: 'serial' });

const PIRJO: Person = { name: 'Pirjo', role: 'supervisor', locale: 'en', pin: '593817' };
const SIZE = { width: 1440, height: 900 };
const HOUR_MS = 3_600_000;
const CLAIM = '(SELECT id FROM claim WHERE number = @number)';
const ISSUE = 'Lumo 3 leaks when hot';
const SORRY = 'We said we would be in touch, and nobody was.';

let dataFolder = '';
let number = '';

const rows = (sql: string): readonly unknown[] => rowsOf(dataFolder, number, sql);

test.beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'iyw-whole-office-'));
});
test.afterAll(() => rm(dataFolder, { recursive: true, force: true }));
// Time passes on the third day, for all that come after it.
test.beforeEach(({ expectTrouble }) => expectTrouble(TIMES_MOVED));

test('first day: a customer is heard before anything is asked, and a clerk says what was understood', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn();
  const kiosk = await launch({ dataFolder, printerUrl: addressOf(printer), size: SIZE });
  const { page } = kiosk;
  const desk = new ClaimWork(page);
  const { listening } = desk.m.office;
  await hire(page, [MIKA, SANNA, PIRJO]);

  await test.step('2, 4: another customer’s claim stands on the open board by itself', async () => {
    await desk.enter(SANNA.name, SANNA.pin);
    await expect(desk.lane('new', 0)).toBeVisible();
    const other = await takeClaim(page, { ...ESPRESSO, contact: { ...ESPRESSO.contact, name: 'Veera' } });
    await expect(desk.card(other, desk.lane('new', 1))).toBeVisible();
    await printer.waitForSlip(1);
    await desk.signOut.click();
  });

  await test.step('1, 2, 3, 5, 6: the kiosk listens first, and the ticket says what to expect', async () => {
    const screens = kiosk.screens();
    await tell(screens, ESPRESSO);
    number = (await confirm(screens)).replaceAll('-', ' ');
    const ticket = await printer.waitForSlip(2);
    await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
    const kept = keptClaims(dataFolder).at(-1);
    expect(kept).toMatchObject({ ...ESPRESSO, number: number.replaceAll(' ', '-') });
    const kinds = kept?.expectations.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['will', 'try', 'cannot', 'unknown']));
    expectOnPaper(ticket, [ESPRESSO.statement, ...(kept?.expectations.map(({ text }) => text) ?? [])]);
    await screens.thanks.main.click();
  });

  await test.step('2: our understanding is another text, read back until it is right', async () => {
    await desk.enter(SANNA.name, SANNA.pin);
    await desk.openClaim(number);
    await desk.understand('The floor is wet.', 'not-quite');
    await desk.understand('It leaks when it is hot, and the floor swells.', 'confirmed');
    const versions = rows(
      `SELECT text, answer FROM understanding WHERE claim_id = ${CLAIM} ORDER BY version`,
    );
    await expect(desk.section(listening.understanding.title)).toContainText('and the floor swells.');
    expect(versions).toEqual([
      { text: 'The floor is wet.', answer: 'not-quite' },
      { text: 'It leaks when it is hot, and the floor swells.', answer: 'confirmed' },
    ]);
  });

  await test.step('4: what failed already is proposed again only with a reason', async () => {
    await desk.propose('Descaling, twice', 'With the strong acid this time.');
    await desk.finish('Descaling, twice', 'no');
    await desk.propose('Pressure test of the pump');
    await desk.finish('Pressure test of the pump', 'a-little');
    const steps = rows(`SELECT reason, outcome FROM staff_attempt WHERE claim_id = ${CLAIM} ORDER BY seq`);
    expect(steps).toEqual([
      { reason: 'With the strong acid this time.', outcome: 'no' },
      { reason: '', outcome: 'a-little' },
    ]);
  });

  await test.step('6: no plan is a valid answer', async () => {
    const { plan } = listening;
    await desk.section(plan.title).getByRole('button', { name: plan.sayNone }).click();
    await expect(desk.section(plan.title)).toContainText(plan.noneSaid);
    await desk.putIn('Bin 7');
    expect((await printer.waitForSlip(3)).barcodes[0]?.data).toContain(number.replaceAll(' ', '-'));
  });
  printer.assertClean();
});

test('second day: what is promised, what it costs, and what is given of our own accord', async ({
  launch,
}) => {
  const { page } = await launch({ dataFolder, size: SIZE });
  const desk = new ClaimWork(page);
  const { claimPage, costs } = desk.m.office;
  await desk.enter(SANNA.name, SANNA.pin);
  await desk.openClaim(number);

  await test.step('5, 7: a clerk promises what a clerk may, and asks for what is beyond', async () => {
    await desk.promise('look', 'open it and say what is wrong.', 'give');
    await desk.promise('anything', 'pay for the floor.', 'ask');
    await expect(desk.button(`${claimPage.requests.grant}: pay for the floor.`)).toHaveCount(0);
  });

  await test.step('11: parts and labour after the customer’s yes; looking has no price', async () => {
    await desk.agreeOn('60', 'yes', 'Aino');
    await desk.charge('part', 'Seal', '12.50');
    await expect(desk.costs).toContainText(costs.costs.of('€12.50', '€60.00'));
    await desk.charge('labour', 'Half an hour', '30');
    await expect(desk.costs).toContainText(costs.costs.of('€42.50', '€60.00'));
    await desk.look(35, 'took it apart');
    await expect(desk.costs).toContainText(costs.costs.noCharge);
    const priced = rows(`SELECT name FROM pragma_table_info('research')`);
    expect(JSON.stringify(priced)).not.toMatch(/minor|currency|price/);
  });

  await test.step('10: above the clerk’s limit a supervisor says yes in its place', async () => {
    await desk.giveAbove({
      ...{ what: 'Coffee for a year', value: '120', reason: 'Three months without coffee' },
      supervisor: PIRJO,
    });
    const given = rows(`SELECT minor, by.name AS by, yes.name AS yes FROM goodwill
       JOIN staff_member AS by ON by.id = decided_by JOIN staff_member AS yes ON yes.id = approved_by
       WHERE claim_id = ${CLAIM}`);
    expect(given).toEqual([{ minor: 12_000, by: SANNA.name, yes: PIRJO.name }]);
  });

  await test.step('a loaner goes out', () => desk.lend('Drip machine', 'a scratch on the lid', 'Aino'));

  await test.step('5, 7: the supervisor grants the promise, and promises are kept', async () => {
    await desk.switchTo(PIRJO, number);
    await desk.button(`${claimPage.requests.grant}: pay for the floor.`).click();
    await desk.button(`${claimPage.promises.kept}: pay for the floor.`).click();
    await desk.button(`${claimPage.promises.kept}: open it and say what is wrong.`).click();
    await expect(desk.button(`${claimPage.promises.kept}: open it and say what is wrong.`)).toHaveCount(0);
    const promises =
      rows(`SELECT promise.text, state FROM promise WHERE claim_id = ${CLAIM} AND about IN ('look', 'anything')
       ORDER BY position`);
    expect(promises).toEqual([
      { text: 'open it and say what is wrong.', state: 'kept' },
      { text: 'pay for the floor.', state: 'kept' },
    ]);
  });
});

test('third day: a broken promise is ours, and is made good with an apology, a date, a call and a slip', async ({
  launch,
  plugIn,
  makeDue,
}) => {
  makeDue(dataFolder, Date.now() - HOUR_MS);
  const printer = await plugIn();
  const { page } = await launch({ dataFolder, printerUrl: addressOf(printer), size: SIZE });
  const desk = new ClaimWork(page);
  const { claimPage } = desk.m.office;
  await desk.enter(SANNA.name, SANNA.pin);
  await desk.card(number, desk.lane('broken', 1)).click();
  await expect(desk.alert.filter({ hasText: claimPage.brokenNotice })).toBeVisible();
  await desk.makeAmends(SORRY);
  await expect(desk.promises).toContainText(claimPage.promises.states.broken);
  await desk.noteCall('Said sorry, and when we are in touch.');
  await desk.printSlip('update', 'The seal is on its way.');
  const slip = await printer.waitForSlip(1);
  expectOnPaper(slip, [SORRY, 'The seal is on its way.', desk.m.paper.update.noPlan, 'Drip machine']);
  await desk.button(claimPage.toBoard).click();
  await expect(desk.lane('broken', 0)).toBeVisible();
  const notes = rows(`SELECT kind, text FROM note WHERE claim_id = ${CLAIM} ORDER BY seq`);
  expect(notes).toContainEqual({ kind: 'apology', text: SORRY });
  expect(notes).toContainEqual({ kind: 'call', text: 'Said sorry, and when we are in touch.' });
  printer.assertClean();
});

test('fourth day: we go to bat with a letter, and one of many is said to be one', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn();
  const { page } = await launch({ dataFolder, printerUrl: addressOf(printer), size: SIZE });
  const desk = new ClaimWork(page);
  const issues = new KnownIssues(page);
  const { escalation, knownIssues, claimPage } = desk.m.office;
  await desk.enter(SANNA.name, SANNA.pin);
  await desk.openClaim(number);

  await test.step('12: the claim and one like it join a known issue', async () => {
    await issues.start(ISSUE, [/espresso machine/]);
    await expect(issues.onClaim).toContainText(ISSUE);
    await expect(desk.expectations).toContainText(knownIssues.lines.suspected);
    const joined = rows('SELECT count(*) AS claims FROM known_issue_claim WHERE left_at IS NULL');
    expect(joined).toEqual([{ claims: 2 }]);
    await desk.printSlip('update', 'You are not the only one.');
    expectOnPaper(await printer.waitForSlip(1), ['You are not the only one.', knownIssues.lines.suspected]);
  });

  await test.step('8: the letter writes itself around the customer’s own words', async () => {
    await desk.section(escalation.title).getByRole('button', { name: escalation.write }).click();
    await desk.field(escalation.organisation).fill('Aroma Machines Ltd');
    await desk.field(escalation.asked).fill('Replace the machine.');
    await desk.button(escalation.make).click();
    await expect(desk.section(escalation.edit)).toContainText(ESPRESSO.statement);
    const pages = desk.section(escalation.pages);
    await pages.getByRole('button', { name: escalation.save }).click();
    await expect(pages).toContainText('letter.pdf', { timeout: 40_000 });
    const [name = ''] = await readdir(join(dataFolder, 'exports'));
    const letter = await readPdf(join(dataFolder, 'exports', name));
    const said = letter.pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const text of [
      'Replace the machine.',
      'Descaling, twice',
      SORRY,
      'Coffee for a year',
      'floor is swelling',
    ]) {
      expect(said).toContain(text);
    }
    expect(said).not.toContain(ESPRESSO.contact.phone);
  });

  await test.step('8: it is sent, and answered', async () => {
    await desk.button(escalation.send).click();
    await desk.form(escalation.sendTitle).getByRole('combobox').selectOption('email');
    await desk.button(escalation.sendIt).click();
    await desk.button(escalation.toClaim).click();
    await expect(desk.dialog.getByText(desk.m.office.board.status['waiting-supplier']).first()).toBeVisible();
    await desk.button(escalation.openTo('Aroma Machines Ltd')).click();
    await desk.button(escalation.answer).click();
    await desk.field(escalation.answerText).fill('A new machine is on its way.');
    await desk.button(escalation.answerIt).click();
    await expect(desk.section(escalation.states.answered)).toContainText('A new machine is on its way.');
    await desk.button(escalation.toClaim).click();
    await expect(desk.timeline).toContainText(claimPage.timeline.events['escalation-answered']);
  });
  printer.assertClean();
});

test('fifth day: a colleague takes over, the line is drawn and the grievance kept, and the customer says thank you', async ({
  launch,
}) => {
  const kiosk = await launch({ dataFolder, size: SIZE });
  const { page } = kiosk;
  const desk = new ClaimWork(page);
  const mine = new MyDayScreen(page);
  const { line } = desk.m.office.care;
  const { myDay } = desk.m.office;
  await desk.enter(SANNA.name, SANNA.pin);
  await desk.openClaim(number);

  await test.step('14: a clerk warns; only a supervisor ends the service in person, and the claim goes on', async () => {
    await desk.lines.getByRole('button', { name: line.warn, exact: true }).click();
    const warning = desk.form(line.warnTitle);
    await warning
      .getByRole('textbox', { name: line.what })
      .fill('Her brother threatened to come with a hammer.');
    await warning.getByRole('button', { name: line.write, exact: true }).click();
    await expect(desk.lines).toContainText(line.waits);
    await expect(desk.lines.getByRole('button', { name: line.draw })).toHaveCount(0);
    await desk.switchTo(PIRJO, number);
    await desk.lines.getByRole('button', { name: line.draw, exact: true }).click();
    const form = desk.form(line.drawTitle);
    await form.getByRole('textbox', { name: line.reason }).fill('A threat, after he was asked to stop.');
    await form.getByRole('button', { name: line.decide, exact: true }).click();
    await expect(desk.lines).toContainText(line.states.holds);
    await expect(desk.button(desk.m.office.claimPage.give.open)).toBeVisible();
    const drawn =
      rows(`SELECT next_due IS NOT NULL AS isOpen, expires > review_due AS ends, review_due > drawn_at AS reviewed
       FROM drawn_line JOIN claim ON claim.id = claim_id WHERE number = @number`);
    expect(drawn).toEqual([{ isOpen: 1, ends: 1, reviewed: 1 }]);
  });

  await test.step('15: the conversation is handed over with one line', () =>
    desk.handTo(MIKA.name, 'She waits since March.'));
  await desk.signOut.click();

  await test.step('2, 13: the ticket shows the customer what was promised, and takes words and thanks', async () => {
    const { names, welcome, check, status, more, praise, praised } = kiosk.screens();
    await welcome.check.click();
    await check.number.fill(number);
    await check.secret.fill(newestTicket(dataFolder).secret);
    await check.main.click();
    await expect(status.promises).toContainText('pay for the floor.');
    await expect(status.promises).toContainText(names.status.broken);
    await status.add.click();
    await more.words.fill('The new one  works.\n☕');
    await more.main.click();
    await expect(status.told.getByRole('blockquote')).toHaveCount(2);
    await status.thank.click();
    await praise.person(MIKA.name).check();
    await praise.words.fill('For ringing when you said so.');
    await praise.main.click();
    await expect(praised.heading).toBeVisible();
    await praised.main.click();
    const words = rows(`SELECT text, entered_by FROM statement WHERE claim_id = ${CLAIM} AND seq = 2`);
    expect(words).toEqual([{ text: 'The new one  works.\n☕', entered_by: null }]);
  });

  await test.step('13, 15: Mika finds both on their own day', async () => {
    await desk.enter(MIKA.name, MIKA.pin);
    await expect(desk.screen('mine')).toHaveAccessibleDescription(myDay.unseen(2));
    await desk.screen('mine').click();
    await expect(mine.praise.getByRole('blockquote')).toHaveText(['For ringing when you said so.']);
    await expect(mine.handedOver).toContainText('She waits since March.');
    await mine.handedOver.getByRole('button', { name: myDay.handedOver.open(number) }).click();
    await expect(desk.heading(number)).toBeVisible();
    await expect(desk.dialog.getByText('The new one works.')).toBeVisible();
  });

  await test.step('the loaner comes back', () => desk.takeBack('Drip machine', 'clean, one scratch'));
});

test('last day: it closes when the customer says so, and the paper says how', async ({ launch, plugIn }) => {
  const printer = await plugIn();
  const { page } = await launch({ dataFolder, printerUrl: addressOf(printer), size: SIZE });
  const desk = new ClaimWork(page);
  const { claimPage, listening } = desk.m.office;
  const words = desk.m.paper.resolution;
  await desk.enter(SANNA.name, SANNA.pin);
  await desk.openClaim(number);

  await test.step('3, 16: with how it was accepted, and how they feel then', async () => {
    const standing = desk.section(claimPage.standing.title);
    await standing.getByRole('button', { name: claimPage.standing.close, exact: true }).click();
    const form = desk.form(claimPage.standing.close);
    await form.getByRole('radio', { name: claimPage.standing.endings.accepted }).check();
    await form.getByRole('radio', { name: desk.m.feeling.faces.calm }).check();
    await form.getByRole('button', { name: claimPage.standing.close, exact: true }).click();
    await expect(
      standing.getByRole('button', { name: claimPage.standing.reopen, exact: true }),
    ).toBeVisible();
  });

  await test.step('9, 10, 11: what we did, what it cost, what we gave, what we got wrong', async () => {
    await desk.form(listening.fresh.title).getByRole('button', { name: listening.fresh.print }).click();
    const form = desk.form(desk.m.staff.kinds.resolution);
    await form
      .getByRole('textbox', { name: claimPage.slips.done })
      .fill('A new machine, and the floor is paid.');
    await form.getByRole('button', { name: claimPage.slips.print }).click();
    const slip = await printer.waitForSlip(1);
    expectOnPaper(slip, [
      ...['A new machine, and the floor is paid.', desk.m.paper.wrong, SORRY],
      ...[words.part('Seal'), words.labour('Half an hour'), words.lookingFor(35), words.noCharge],
      ...[
        'Coffee for a year',
        words.accepted.counter,
        desk.m.feeling.faces.worried,
        desk.m.feeling.faces.calm,
      ],
    ]);
    expect(slip.text).toMatch(/42[.,]50/);
    expect(slip.text).toMatch(/120[.,]00/);
  });

  await test.step('16: by the customer’s word, once, and never opened again; all of it is on record', () => {
    const ended = rows(`SELECT kind, how, status, next_due FROM claim_ending JOIN claim ON claim.id = claim_id
       WHERE number = @number`);
    expect(ended).toEqual([{ kind: 'accepted', how: 'counter', status: 'closed', next_due: null }]);
    const events = new Set(auditOf(dataFolder).map(({ event }) => event));
    for (const event of LIFE_EVENTS) expect(events, event).toContain(event);
    expect(events).not.toContain('claim-reopened');
    const db = connect(databaseFile(dataFolder), { readonly: true, busyMs: 10_000 });
    try {
      // Not the claim's own digest: the test itself moved the time at which its first promise was due.
      expect(createAuditStore(db).verify()).toMatchObject({ ok: true });
    } finally {
      db.close();
    }
  });
  printer.assertClean();
});
