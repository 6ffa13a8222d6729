import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UNCONFIRMING_80 } from '../virtual-printer/profiles.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { keptClaims } from './kept.ts';
import { expectOnPaper } from './paper.ts';
import { tellAndFinish } from './stories.ts';

test('a printer that is off: a calm sentence, a safe claim, and the ticket by itself when it is on again', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn();
  await printer.powerOff();
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const screens = kiosk.screens();
  const number = await tellAndFinish(screens, 'The printer is off.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.trouble);
  await expect(screens.thanks.heading).toBeVisible();
  expect(keptClaims(kiosk.dataFolder)).toMatchObject([{ number, statement: 'The printer is off.' }]);

  await kiosk.page.keyboard.press('F9');
  await screens.staff.health.click();
  await expect(screens.staff.dialog).toContainText(number.replaceAll('-', ' '));
  await expect(screens.staff.dialog).toContainText('refuses connections');
  await expect(screens.staff.dialog).not.toContainText('The printer is off.');
  await screens.staff.main.click();
  await screens.staff.toKiosk.click();

  await printer.powerOn();
  const slip = await printer.waitForSlip(1);
  expectOnPaper(slip, ['The printer is off.', number.replaceAll('-', ' ')]);
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  await expect.poll(() => keptClaims(kiosk.dataFolder)[0]?.jobs).toMatchObject([{ state: 'printed' }]);
  printer.assertClean();
});

test('a printer that stalls holds nobody up', async ({ launch, plugIn }) => {
  // Nobody can tell a printer that cannot answer from one that does not, so it is treated as the former.
  const printer = await plugIn({ profile: UNCONFIRMING_80 });
  printer.stall(true);
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const screens = kiosk.screens();
  await tellAndFinish(screens, 'The first one.');
  await screens.thanks.main.click();
  await expect(screens.welcome.sentence).toBeVisible();
  await tellAndFinish(screens, 'The second one.');
  await screens.thanks.main.click();
  expect(keptClaims(kiosk.dataFolder).map((claim) => claim.statement)).toEqual([
    'The first one.',
    'The second one.',
  ]);

  printer.stall(false);
  expectOnPaper(await printer.waitForSlip(1), ['The first one.']);
  expectOnPaper(await printer.waitForSlip(2), ['The second one.']);
  printer.assertClean();
});

test('a printer that never says anything gets its ticket', async ({ launch, plugIn }) => {
  const printer = await plugIn();
  printer.silence(true);
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const screens = kiosk.screens();
  await tellAndFinish(screens, 'Silence.');
  expectOnPaper(await printer.waitForSlip(1), ['Silence.']);
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.unconfirmed);
});

test('a printer that cannot confirm: the customer says whether the ticket came out', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn({ profile: UNCONFIRMING_80 });
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const screens = kiosk.screens();
  await tellAndFinish(screens, 'Is it out?');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.unconfirmed);
  await screens.thanks.didNotComeOut.click();
  expectOnPaper(await printer.waitForSlip(2), ['COPY 1', 'Is it out?']);
  await screens.thanks.cameOut.click();
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  await expect(screens.thanks.cameOut).toBeHidden();
  printer.assertClean();
});

test('paper that runs out in the middle: the customer reads it, and the whole ticket comes as a copy', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn();
  printer.faultAt({ millimetre: 30, fault: 'paper-out' });
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const screens = kiosk.screens();
  const number = await tellAndFinish(screens, 'The roll ends.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.paper);
  printer.setPaper('ok');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  const copy = await printer.waitForSlip(printer.slips.length);
  expectOnPaper(copy, ['COPY 1', 'The roll ends.', number.replaceAll('-', ' ')]);
});

test('a line that breaks in the middle: the ticket is sent again, whole', async ({ launch, plugIn }) => {
  const printer = await plugIn();
  printer.faultAt({ byte: 400, fault: 'rst' });
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const screens = kiosk.screens();
  // Long enough that the line breaks while there is still something to send.
  await tellAndFinish(screens, 'It leaks, and leaks. '.repeat(400));
  await printer.waitFor('a whole ticket', ({ slips }) => slips.some((slip) => slip.whole));
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  expect(printer.slips.filter((slip) => slip.whole)).toHaveLength(1);
  expect(keptClaims(kiosk.dataFolder)).toHaveLength(1);
});

test('tickets come out in the order of their claims, however long the printer was away', async ({
  launch,
  plugIn,
}) => {
  const printer = await plugIn();
  await printer.powerOff();
  const kiosk = await launch({ printerUrl: addressOf(printer) });
  const screens = kiosk.screens();
  const statements = ['One.', 'Two.', 'Three.'];
  for (const statement of statements) {
    await tellAndFinish(screens, statement);
    await screens.thanks.main.click();
  }
  await printer.powerOn();
  await printer.waitForSlip(3);
  for (const [index, statement] of statements.entries()) {
    const slip = printer.slips[index];
    expect(slip?.text).toContain(`| ${statement}`);
  }
  expect(printer.slips).toHaveLength(3);
});

test('a device file as the printer gets exactly the bytes of a ticket', async ({
  launch,
  newFolder,
  plugIn,
}) => {
  const device = join(await newFolder(), 'lp0');
  await writeFile(device, '');
  const kiosk = await launch({ printerUrl: pathToFileURL(device).href });
  const screens = kiosk.screens();
  const number = await tellAndFinish(screens, 'Into the device.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.unconfirmed);

  // What was written is fed to a virtual printer: a whole ticket, and not a byte that it would not understand.
  const printer = await plugIn({ profile: UNCONFIRMING_80 });
  const line = connect(printer.port, printer.host);
  line.end(await readFile(device));
  expectOnPaper(await printer.waitForSlip(1), ['Into the device.', number.replaceAll('-', ' ')]);
  line.destroy();
  printer.assertClean();
});

test('a device that is not plugged in is asked for again and again, calmly', async ({
  launch,
  newFolder,
}) => {
  const device = join(await newFolder(), 'lp0');
  const kiosk = await launch({ printerUrl: pathToFileURL(device).href });
  const screens = kiosk.screens();
  await tellAndFinish(screens, 'No cable.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.trouble);
  await writeFile(device, '');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.unconfirmed);
  expect((await readFile(device)).byteLength).toBeGreaterThan(100);
});
