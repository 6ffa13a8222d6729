import { CAREFUL_58, UNCONFIRMING_80 } from '../virtual-printer/profiles.ts';
import { callBridge } from './bridge.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { auditOf, keptClaims } from './kept.ts';
import { hire, MIKA, readSettings, SANNA, writePrinters } from './office.ts';
import { Office } from './pages/office.ts';
import { expectOnPaper } from './paper.ts';
import { tellAndFinish } from './stories.ts';

test('a slip that waits says why; voided with a reason, it never prints', async ({
  launch,
  plugIn,
  newFolder,
}) => {
  const printer = await plugIn();
  printer.setPaper('out');
  const dataFolder = await newFolder();
  const kiosk = await launch({ dataFolder, printerUrl: addressOf(printer) });
  const { page } = kiosk;
  const office = new Office(page);
  const words = office.m.office.paper;
  const screens = kiosk.screens();
  await hire(page, [SANNA]);
  const number = await tellAndFinish(screens, 'The roll is empty.');
  const spoken = number.replaceAll('-', ' ');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.paper);
  await office.enter('Sanna', SANNA.pin);
  await office.screen('paper').click();
  const slip = office.slip(spoken);
  await expect(slip).toContainText('The printer needs paper.');
  await expect(office.dialog).not.toContainText('The roll is empty.');
  await slip.getByRole('button', { name: /^Void/ }).click();
  await office.button(words.voidIt).click();
  await expect(office.dialog).toContainText(office.m.office.needed);
  await office.field(words.voidReason).fill('They took it by email.');
  await office.button(words.voidIt).click();
  await expect(office.dialog).toContainText(words.voided);
  await expect(office.dialog).toContainText(words.nothingWaiting);
  await expect(slip).toContainText('Void: They took it by email.');
  expect(keptClaims(dataFolder)[0]?.jobs).toMatchObject([{ state: 'void' }]);

  // Paper again, and the next ticket; not a word of the void one.
  await office.signOut.click();
  await screens.thanks.main.click();
  printer.setPaper('ok');
  await tellAndFinish(screens, 'The next one.');
  expectOnPaper(await printer.waitForSlip(1), ['The next one.']);
  await kiosk.close();
  const voided = auditOf(dataFolder).find(({ event }) => event === 'job-voided');
  expect(voided?.subject).toContain(number);
  expect(voided?.subject).not.toContain('email');
});

test('a slip that is printed again is marked as a copy', async ({ launch, plugIn }) => {
  const printer = await plugIn();
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const office = new Office(kiosk.page);
  const screens = kiosk.screens();
  await hire(kiosk.page, [SANNA]);
  const number = await tellAndFinish(screens, 'Print me twice.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  await screens.thanks.main.click();
  await office.enter('Sanna', SANNA.pin);
  await office.screen('paper').click();
  await expect(office.dialog).toContainText(office.m.office.paper.reprintNote);
  const slip = office.slip(number.replaceAll('-', ' '));
  await slip.getByRole('button', { name: /^Show/ }).click();
  await expect(office.dialog.getByRole('img')).toHaveAttribute('alt', /Print me twice\./);
  await office.button(office.m.staff.close).click();
  await slip.getByRole('button', { name: /^Print again/ }).click();
  expectOnPaper(await printer.waitForSlip(2), ['COPY 1', 'Print me twice.']);
  await expect(slip).toContainText('printed');
  await expect(slip).toContainText('Copy 1');
});

test('a printer that cannot confirm: staff say whether it came out', async ({ launch, plugIn }) => {
  const printer = await plugIn({ profile: UNCONFIRMING_80 });
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const office = new Office(kiosk.page);
  const screens = kiosk.screens();
  await hire(kiosk.page, [SANNA]);
  await tellAndFinish(screens, 'Is it out?');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.unconfirmed);
  await screens.thanks.main.click();
  await office.enter('Sanna', SANNA.pin);
  await office.screen('paper').click();
  const question = office.dialog.getByRole('group', { name: /^Did it come out\?/ });
  await question.getByRole('button', { name: 'No', exact: true }).click();
  expectOnPaper(await printer.waitForSlip(2), ['COPY 1', 'Is it out?']);
  await question.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(question).toBeHidden();
  await expect(office.slip('Copy 1')).toContainText('printed');
  expect(keptClaims(kiosk.dataFolder)[0]?.jobs).toMatchObject([{ state: 'printed' }]);
});

test('a slip that went on meanwhile is not touched, and staff are told', async ({ launch, plugIn }) => {
  const printer = await plugIn();
  printer.setPaper('out');
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const office = new Office(kiosk.page);
  await hire(kiosk.page, [SANNA]);
  const number = await tellAndFinish(kiosk.screens(), 'It goes on.');
  await office.enter('Sanna', SANNA.pin);
  await office.screen('paper').click();
  await office.slip(number.replaceAll('-', ' ')).getByRole('button', { name: /^Void/ }).click();
  await office.field(office.m.office.paper.voidReason).fill('Nobody needs it.');
  printer.setPaper('ok');
  await printer.waitForSlip(1);
  await expect.poll(() => keptClaims(kiosk.dataFolder)[0]?.jobs).toMatchObject([{ state: 'printed' }]);
  await office.button(office.m.office.paper.voidIt).click();
  await expect(office.alert).toHaveText(office.m.office.errors.wrongState('printed'));
  await expect(office.slip('Print again')).toHaveCount(1);
});

test('a slip moves to the other printer and comes out there', async ({ launch, plugIn, newFolder }) => {
  const [empty, other] = [await plugIn(), await plugIn()];
  empty.setPaper('out');
  const dataFolder = await newFolder();
  await writePrinters(dataFolder, [
    { id: 'counter', name: 'Counter', url: addressOf(empty) },
    { id: 'bench', name: 'Workbench', url: addressOf(other) },
  ]);
  const kiosk = await launch({ dataFolder, printerUrl: '' });
  const office = new Office(kiosk.page);
  await hire(kiosk.page, [SANNA]);
  const number = await tellAndFinish(kiosk.screens(), 'Over there.');
  await office.enter('Sanna', SANNA.pin);
  await office.screen('paper').click();
  const slip = office.slip(number.replaceAll('-', ' '));
  await slip.getByRole('button', { name: /^Move/ }).click();
  await office.button('Workbench').click();
  expectOnPaper(await other.waitForSlip(1), ['Over there.']);
  await expect(slip).toContainText('on Workbench');
  await expect(slip).toContainText('printed');
  expect(empty.slips).toHaveLength(0);
});

test('a test slip, ticked, becomes what the printer is trusted with', async ({
  launch,
  plugIn,
  newFolder,
}) => {
  const printer = await plugIn();
  const dataFolder = await newFolder();
  await writePrinters(dataFolder, [
    { id: 'counter', name: 'Counter', url: addressOf(printer), profile: 'epson-tm-t20iii' },
  ]);
  const kiosk = await launch({ dataFolder, printerUrl: '' });
  const office = new Office(kiosk.page);
  const words = office.m.office;
  await hire(kiosk.page, [MIKA]);
  await office.enter('Mika', MIKA.pin);
  await office.screen('printers').click();
  await expect(office.dialog).toContainText(words.printers.untested);
  await office.button(words.printers.testOf('Counter')).click();
  const slip = await printer.waitForSlip(1);
  expect(slip.text).toContain('TEST SLIP');

  const tick = (name: RegExp): Promise<void> => office.dialog.getByRole('checkbox', { name }).check();
  await tick(/WIN1252$/);
  await office.button(words.printers.testSave).click();
  await expect(office.alert).toHaveText(words.errors['not-a-width']);
  expect((await readSettings(dataFolder)).printers[0].confirmed).toBeNull();
  await tick(/^1\. /);
  await tick(/CP866$/);
  await office.button(words.printers.testSave).click();
  await expect(office.dialog).toContainText(words.printers.testSaved);
  expect((await readSettings(dataFolder)).printers[0].confirmed).toMatchObject({
    profile: 'epson-tm-t20iii',
    codePages: ['win1252', 'cp866'],
    utf8: false,
    qr: false,
  });
});

test('printers are added, put first and removed, and two cannot share an address', async ({
  launch,
  plugIn,
  newFolder,
}) => {
  const [first, second] = [await plugIn(), await plugIn({ profile: CAREFUL_58 })];
  const dataFolder = await newFolder();
  await writePrinters(dataFolder, [{ id: 'counter', name: 'Counter', url: addressOf(first) }]);
  const kiosk = await launch({ dataFolder, printerUrl: '' });
  const office = new Office(kiosk.page);
  const words = office.m.office.printers;
  await hire(kiosk.page, [MIKA]);
  await office.enter('Mika', MIKA.pin);
  await office.screen('printers').click();
  await expect(office.dialog).toContainText(words.removeLast);
  await office.button(words.add).click();
  await office.field(words.name).fill('Workbench');
  await office.field(words.address).fill(addressOf(first));
  await office.button(office.m.office.save).click();
  await expect(office.alert).toHaveText(words.refused);
  await office.field(words.address).fill(addressOf(second));
  await office.dialog.getByRole('radio', { name: '32 characters' }).check();
  await office.button(office.m.office.save).click();
  await office.button(words.upOf('Workbench')).click();
  await expect(office.slip(words.tickets)).toContainText('Workbench');
  await office.button(office.m.common.remove('Counter')).click();
  await office.button(words.remove).last().click();
  await expect(office.slip('Counter')).toHaveCount(0);
  expect((await readSettings(dataFolder)).printers).toMatchObject([
    { name: 'Workbench', url: addressOf(second), columns: 32 },
  ]);

  await office.signOut.click();
  await tellAndFinish(kiosk.screens(), 'On the narrow one.');
  expectOnPaper(await second.waitForSlip(1), ['On the narrow one.']);
  expect(first.slips).toHaveLength(0);
});

test('a change of the store asks for the PIN once more, two minutes after it was given', async ({
  launch,
}) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const office = new Office(page);
  const words = office.m.office;
  await hire(page, [MIKA]);
  await office.enter('Mika', MIKA.pin);
  await office.screen('settings').click();
  await office.setting('store').click();
  await office.field(words.store.askFor).fill('Sanna');
  // Main's own clock, which no page can set.
  await kiosk.app.evaluate(() => {
    const real = performance.now.bind(performance);
    performance.now = () => real() + 121_000;
  });
  await callBridge(page, 'staff:touch', null);
  await office.button(words.save).click();
  const question = page.getByRole('dialog', { name: words.pin.needed });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(office.alert).toHaveText(words.errors['pin-again']);
  await office.button(words.save).click();
  await expect(question).toBeVisible();
  await office.type(MIKA.pin);
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(office.dialog).toContainText(words.saved);
  expect((await readSettings(kiosk.dataFolder)).store.askFor).toBe('Sanna');
});
