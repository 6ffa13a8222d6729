import { callBridge } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { auditOf } from './kept.ts';
import { hire, MIKA, readSettings, SANNA } from './office.ts';
import { Office } from './pages/office.ts';
import { begin } from './stories.ts';

/** What settings.json has, and how long of it the question stands. */
const STAFF_IDLE_SECONDS = 180;
const GRACE_SECONDS = 30;
const FREE_TRIES = 5;

test('the wizard makes the store and the first admin, and the kiosk has the store’s name at once', async ({
  launch,
}) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const office = new Office(page);
  const words = office.m.office;
  await page.keyboard.press('F9');
  await office.button(words.door.setUp).click();
  await office.field(words.store.name).fill('');
  await office.field(words.store.code).fill('1');
  await office.button(words.next).click();
  await expect(office.dialog).toContainText(words.needed);
  await expect(office.dialog).toContainText(words.store.codeWrong);
  await office.field(words.store.name).fill('Mika’s Machines');
  await office.field(words.store.code).fill('oul');
  await office.dialog.getByRole('combobox', { name: words.store.zone }).selectOption('Europe/Helsinki');
  await office.button(words.next).click();
  await office.field(words.people.name).fill('Mika');
  await office.button(words.next).click();

  for (const [pin, fault] of [
    ['123', words.pin.fault['too-short']],
    ['123456', words.pin.fault['too-simple']],
  ] as const) {
    await office.type(pin);
    await page.keyboard.press('Enter');
    await expect(office.alert).toHaveText(fault);
  }
  await office.type('274951');
  await page.keyboard.press('Enter');
  await office.type('274952');
  await page.keyboard.press('Enter');
  await expect(office.alert).toHaveText(words.pin.different);
  // The second time by touch alone.
  for (let time = 0; time < 2; time += 1) {
    for (const digit of '274951') await office.button(digit).click();
    await office.button(time === 0 ? words.next : words.pin.set).click();
  }
  await office.button(words.setUp.later).click();
  await expect(office.heading(words.shell.paper)).toBeVisible();
  await expect(office.dialog).toContainText(words.paper.nothingWaiting);

  await office.signOut.click();
  await expect(kiosk.screens().bar.store('Mika’s Machines')).toBeVisible();
  const { store } = await readSettings(dataFolder);
  expect(store).toMatchObject({ code: 'OUL', name: 'Mika’s Machines', zone: 'Europe/Helsinki' });
  await page.keyboard.press('F9');
  await expect(office.signIn).toBeVisible();
  await expect(office.button(words.door.setUp)).toBeHidden();
});

test('a wrong PIN loses nothing; after a few, the door says how long to wait', async ({ launch }) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const office = new Office(page);
  const words = office.m.office;
  await hire(page, [MIKA]);
  const screens = kiosk.screens();
  await begin(screens);
  await screens.words.words.fill('Half a story.');
  await page.keyboard.press('F9');
  await expect(office.signIn).toBeVisible();
  for (let tries = 1; tries < FREE_TRIES; tries += 1) {
    await office.type('000000');
    await page.keyboard.press('Enter');
    await expect(office.alert).toHaveText(words.door.wrong);
    // A digit is the next try, and takes the words away.
    await office.type('9');
    await expect(office.alert).toBeHidden();
    await page.keyboard.press('Backspace');
  }
  await office.type('000000');
  await page.keyboard.press('Enter');
  await expect(office.alert).toHaveText(words.door.locked);
  await expect(page.getByRole('timer')).toHaveText(/Next try in 0:1\d/);
  await expect(office.signIn).toBeDisabled();
  expect(await callBridge(page, 'staff:session', null)).toMatchObject({
    ok: false,
    error: { code: 'signed-out' },
  });
  // The wait ends by itself, and the right PIN opens.
  await expect(page.getByRole('timer')).toBeHidden({ timeout: 20_000 });
  await office.type(MIKA.pin);
  await page.keyboard.press('Enter');
  await expect(office.heading(words.shell.board)).toBeVisible();
  await office.signOut.click();
  await expect(screens.words.words).toHaveValue('Half a story.');
});

test('a PIN that is typed before the door has opened goes into nobody’s words', async ({ launch }) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const office = new Office(page);
  const screens = kiosk.screens();
  await begin(screens);
  await screens.words.words.fill('Half a story.');
  await page.keyboard.press('F9');
  await office.type(MIKA.pin);
  await expect(office.pin).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(office.pin).toBeHidden();
  await expect(screens.words.words).toHaveValue('Half a story.');
  await page.keyboard.type(' More.');
  await expect(screens.words.words).toHaveValue('Half a story. More.');
});

test('switching person is one tap and a PIN', async ({ launch }) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const office = new Office(page);
  await hire(page, [MIKA, SANNA]);
  await office.enter('Mika', MIKA.pin);
  await expect(office.screen('people')).toBeVisible();
  await office.button(office.m.office.shell.switchPerson).click();
  await expect(office.pin).toBeVisible();
  expect(await callBridge(page, 'staff:session', null)).toMatchObject({ ok: false });
  await office.signInAs('Sanna', SANNA.pin);
  await expect(office.dialog).toContainText('Clerk');
});

test('a clerk sees what a clerk may, and a call past the screens is refused and on record', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const dataFolder = await newFolder();
  const kiosk = await launch({ dataFolder });
  const { page } = kiosk;
  const office = new Office(page);
  await hire(page, [MIKA, SANNA]);
  await office.enter('Sanna', SANNA.pin);
  await expect(office.screen('paper')).toBeVisible();
  for (const hidden of ['printers', 'people', 'settings'] as const)
    await expect(office.screen(hidden)).toHaveCount(0);
  for (const channel of ['staff:people', 'printers:view'] as const) {
    expect(await callBridge(page, channel, null)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  }
  await kiosk.close();
  const refused = auditOf(dataFolder).filter(({ event }) => event === 'refused');
  expect(refused.map(({ subject }) => subject)).toEqual(['people', 'printers']);
});

test('whoever walks away is asked, signed out, and the welcome screen is back', async ({ launch }) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const office = new Office(page);
  await hire(page, [MIKA]);
  await page.clock.install();
  await kiosk.reload();
  const screens = kiosk.screens();
  const pass = (seconds: number): Promise<void> => page.clock.fastForward(seconds * 1000);
  await begin(screens);
  await screens.words.words.fill('Half a story.');
  await office.enter('Mika', MIKA.pin);
  await pass(STAFF_IDLE_SECONDS - GRACE_SECONDS - 5);
  await expect(screens.idle.dialog).toBeHidden();
  await pass(10);
  await expect(screens.idle.dialog).toContainText('You will be signed out');
  await screens.idle.main.click();
  await expect(screens.idle.dialog).toBeHidden();
  await expect(office.heading(office.m.office.shell.board)).toBeVisible();
  await pass(STAFF_IDLE_SECONDS - GRACE_SECONDS + 1);
  await expect(screens.idle.dialog).toBeVisible();
  await pass(GRACE_SECONDS + 1);
  await expect(office.dialog).toBeHidden();
  await expect(screens.welcome.sentence).toBeVisible();
  expect(await callBridge(page, 'staff:session', null)).toMatchObject({ ok: false });
});

test('when main ends a session, the next thing that is asked leads to the door', async ({ launch }) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const office = new Office(page);
  await hire(page, [MIKA]);
  await office.enter('Mika', MIKA.pin);
  await callBridge(page, 'staff:sign-out', null);
  await office.screen('people').click();
  await expect(office.pin).toBeVisible();
  await expect(office.alert).toHaveText(office.m.office.errors['signed-out']);
});

test('an admin adds somebody, who changes their own PIN and leaves', async ({ launch }) => {
  const kiosk = await launch();
  const { page } = kiosk;
  const office = new Office(page);
  const words = office.m.office;
  await hire(page, [MIKA]);
  await office.enter('Mika', MIKA.pin);
  await office.screen('people').click();
  await office.button(words.people.add).click();
  await office.field(words.people.name).fill('Noor');
  await office.dialog.getByRole('radio', { name: /^Technician/ }).check();
  await office.button(words.next).click();
  for (let time = 0; time < 2; time += 1) {
    await office.type('593817');
    await page.keyboard.press('Enter');
  }
  await expect(office.dialog).toContainText(words.people.added('Noor'));
  await expect(office.slip('Noor')).toContainText('Technician');

  await office.button(words.shell.switchPerson).click();
  await office.signInAs('Noor', '593817');
  await office.button(words.shell.ownPin).click();
  await office.type('593817');
  await page.keyboard.press('Enter');
  for (let time = 0; time < 2; time += 1) {
    await office.type('640285');
    await page.keyboard.press('Enter');
  }
  await expect(office.dialog).toContainText(words.pin.changed);

  await office.button(words.shell.switchPerson).click();
  await office.signInAs('Mika', MIKA.pin);
  await office.screen('people').click();
  await office.button(words.people.change('Mika')).click();
  await office.dialog.getByRole('radio', { name: /^Clerk/ }).check();
  await office.button(words.save).click();
  await expect(office.alert).toHaveText(words.errors['last-admin']);
  await office.button(words.cancel).click();
  await office.button(words.people.change('Noor')).click();
  await office.dialog.getByRole('checkbox', { name: words.people.active }).uncheck();
  await office.button(words.save).click();
  await expect(office.slip('Noor')).toContainText(words.people.left);
  await office.button(words.shell.switchPerson).click();
  await expect(office.person('Mika')).toBeVisible();
  await expect(office.person('Noor')).toHaveCount(0);
});
