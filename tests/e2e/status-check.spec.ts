import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf, databaseFile } from './kept.ts';
import { hire, MIKA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { burst } from './scanner.ts';
import { tellAndFinish } from './stories.ts';
import { newestTicket, otherSecret, scannedTicket } from './tickets.ts';
import { expectNoTraceOnScreen } from './traces.ts';

const HOUR_MS = 3_600_000;
const WORDS = 'The quincunx leaks.\nAt night.';

test('a scanned ticket shows what was said and promised, and Done wipes it', async ({ kiosk, screens }) => {
  const number = await tellAndFinish(screens, WORDS);
  await screens.thanks.main.click();
  await burst(kiosk, await scannedTicket(kiosk.dataFolder, number));
  await expect(screens.status.heading).toBeVisible();
  await expect(screens.status.told.getByRole('blockquote')).toHaveText(WORDS);
  await expect(screens.status.promises).toContainText(screens.names.status.open);
  await expect(screens.status.content).toContainText(screens.names.expectation.unknown);
  await expect(screens.status.content).toContainText('only after your yes');
  await screens.status.main.click();
  await expect(screens.welcome.sentence).toBeVisible();
  await expectNoTraceOnScreen(kiosk, ['quincunx', number]);

  // What is no ticket of ours is said so, and a ticket after it still works.
  await burst(kiosk, '4006381333931');
  await expect(screens.check.problem).toHaveText(screens.names.check.strange);
  await burst(kiosk, await scannedTicket(kiosk.dataFolder, number));
  await expect(screens.status.heading).toBeVisible();
});

test('number and secret are read as people type them, and a promise whose time has passed is called broken', async ({
  launch,
  newFolder,
  makeDue,
}) => {
  // Two claims and two starts of the app.
  test.setTimeout(150_000);
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder });
  await takeClaim(first.page);
  await first.close();
  makeDue(dataFolder, Date.now() - HOUR_MS);
  const { number, secret } = newestTicket(dataFolder);

  const kiosk = await launch({ dataFolder });
  const screens = kiosk.screens();
  await screens.welcome.check.click();
  await screens.check.number.fill(`  ${number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `);
  await screens.check.secret.fill(` ${secret.slice(0, 3).toLowerCase()} ${secret.slice(3)}`);
  await screens.check.main.click();
  await expect(screens.status.heading).toBeVisible();
  await expect(screens.status.promises).toContainText(screens.names.status.broken);
});

test('words are added to the claim exactly, once, and staff see them at once', async ({ launch }) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const screens = kiosk.screens();
  await hire(page, [MIKA]);
  const number = await takeClaim(page);
  const { secret } = newestTicket(dataFolder);
  await screens.welcome.check.click();
  await screens.check.number.fill(number);
  await screens.check.secret.fill(secret);
  await screens.check.main.click();
  await screens.status.add.click();
  await screens.more.words.fill('It also  smells.\n\u202Eodd\u202C 💧');
  await screens.more.main.dblclick();
  await expect(screens.status.told.getByRole('blockquote')).toHaveCount(2);
  await expect(screens.status.told.getByRole('blockquote').last()).toHaveText(
    'It also  smells.\n\u202Eodd\u202C 💧',
    { useInnerText: false },
  );
  const db = new Database(databaseFile(dataFolder), { readonly: true });
  const kept = db.prepare('SELECT text, entered_by FROM statement WHERE seq = 2').all();
  db.close();
  expect(kept).toEqual([{ text: 'It also  smells.\n\u202Eodd\u202C 💧', entered_by: null }]);
  expect(auditOf(dataFolder).filter(({ event }) => event === 'statement-added')).toHaveLength(1);

  const desk = new Desk(page);
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.card(number).click();
  await expect(desk.dialog.getByText('It also smells.')).toBeVisible();
});

test('only the claim that was looked at takes words, and only until it is left', async ({ launch }) => {
  const { page, dataFolder } = await launch();
  await takeClaim(page);
  const pair = newestTicket(dataFolder);
  const look = await callBridge(page, 'status:look', pair);
  if (!look.ok) throw new Error('the ticket was refused');
  const add = (lookId: string) =>
    callBridge(page, 'status:add-words', {
      ...{ lookId, requestId: randomUUID() as never, text: 'More.', locale: 'en' },
    });
  expect(await add(randomUUID())).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await add(look.value.lookId)).toMatchObject({ ok: true });
  expect(JSON.stringify(look.value)).not.toContain(pair.secret);
  await callBridge(page, 'status:leave', null);
  expect(await add(look.value.lookId)).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('wrong pairs are slowed down, say nothing, and a restart does not help', async ({
  launch,
  newFolder,
}) => {
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder });
  await takeClaim(first.page);
  const { number, secret } = newestTicket(dataFolder);
  const wrong = { number, secret: otherSecret(secret) };
  const nobody = { number: number.replace(/^HEL/, 'OSL'), secret };
  const answers = [
    await callBridge(first.page, 'status:look', wrong),
    await callBridge(first.page, 'status:look', nobody),
    await callBridge(first.page, 'status:look', { number: 'x', secret: 'y' }),
  ];
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  for (let tries = 1; tries < 5; tries += 1) await callBridge(first.page, 'status:look', wrong);
  const right = { number, secret };
  expect(await callBridge(first.page, 'status:look', right)).toMatchObject({
    ok: false,
    error: { code: 'locked' },
  });
  await first.kill();

  const kiosk = await launch({ dataFolder });
  const screens = kiosk.screens();
  await screens.welcome.check.click();
  await screens.check.number.fill(number);
  await screens.check.secret.fill(secret);
  await screens.check.main.click();
  await expect(screens.check.problem).toBeVisible();
  await expect(kiosk.page.getByText(/The next try is in \d:\d\d/)).toBeVisible();
  await expect(screens.check.main).toBeDisabled();
  await screens.check.back.click();

  // Another customer's ticket is not slowed down by it.
  await takeClaim(kiosk.page);
  expect(await callBridge(kiosk.page, 'status:look', newestTicket(dataFolder))).toMatchObject({ ok: true });
});
