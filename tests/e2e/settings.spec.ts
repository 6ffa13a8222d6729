import type { Page } from '@playwright/test';
import { formatDue } from '../../resources/messages/format-time.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import { nextUpdateDue } from '../../src-main/domain/due-time.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { auditOf, keptClaims } from './kept.ts';
import { hire, MIKA, readSettings, type Person } from './office.ts';
import { SettingsScreen } from './pages/settings.ts';
import { begin, confirm, ESPRESSO, tell } from './stories.ts';

const RAUHA: Person = { name: 'Rauha', role: 'supervisor', locale: 'en', pin: '518204' };
const DAY_MS = 86_400_000;

/** Opens the back office of a store with one admin, on its settings. */
async function asAdmin(page: Page, others: readonly Person[] = []): Promise<SettingsScreen> {
  const settings = new SettingsScreen(page);
  await hire(page, [MIKA, ...others]);
  await settings.enter(MIKA.name, MIKA.pin);
  return settings;
}

test('what an admin sets, the next customer finds: the time of news, the lines for their item, the language', async ({
  launch,
}) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const screens = kiosk.screens();
  await expect(screens.welcome.language('ar')).toBeVisible();
  const settings = await asAdmin(page);
  const { words } = settings;

  await settings.open('nextUpdate');
  await settings.field(words.nextUpdate.days).fill('5');
  await settings.time(words.nextUpdate.time).selectOption('16:15');
  const kept = await readSettings(dataFolder);
  const dueText = (): string => {
    const due = nextUpdateDue(Date.now() as Instant, {
      zone: kept.store.zone,
      rule: { workingDays: 5, time: '16:15' },
      hours: kept.openingHours,
    });
    return formatDue(due, kept.store.zone, 'en');
  };
  await expect(settings.dialog).toContainText(words.nextUpdate.example(dueText()));
  await settings.keep();

  await settings.open('itemKinds');
  await settings.button(words.itemKinds.add).click();
  await settings.save.click();
  await expect(settings.alert.first()).toHaveText(words.unfit);
  await settings.field(words.itemKinds.words).fill('coffee machine, espresso');
  await settings.field(words.lines.text.en).first().fill('lend you another machine by {due}.');
  await settings.time(words.lines.kind).first().selectOption('will');
  await expect(settings.dialog).toContainText(words.lines.binds);
  await settings.field(words.preview.trying).fill('ESPRESSO machine');
  await expect(settings.dialog).toContainText(words.preview.fits('coffee machine, espresso'));
  await expect(settings.dialog).toContainText(`lend you another machine by ${dueText()}.`);
  await settings.keep();

  await settings.open('languages');
  await settings.dialog.getByRole('checkbox', { name: 'العربية' }).uncheck();
  await settings.keep();
  await settings.signOut.click();

  await expect(screens.welcome.sentence).toBeVisible();
  await expect(screens.welcome.language('ar')).toBeHidden();
  await tell(screens, ESPRESSO);
  await confirm(screens);
  await expect(screens.thanks.expectations.first()).toContainText(dueText());
  await expect(screens.thanks.expectations.nth(1)).toContainText(`lend you another machine by ${dueText()}.`);
  expect(keptClaims(dataFolder)[0]?.expectations.map(({ kind }) => kind)).toEqual([
    'will',
    'will',
    'cannot',
    'unknown',
  ]);
});

test('a day has its own hours: no promise is taken for a time at which nobody is there', async ({
  launch,
}) => {
  const { page, dataFolder } = await launch();
  await takeClaim(page);
  const settings = await asAdmin(page);
  const { words } = settings;
  await settings.open('hours');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await settings.choice(words.hours.openOn(day)).uncheck();
  await settings.time(words.hours.from('Saturday')).selectOption('14:00');
  await settings.time(words.hours.to('Saturday')).selectOption('10:00');
  await settings.save.click();
  await expect(settings.dialog).toContainText(words.hours.backwards);
  await settings.time(words.hours.from('Saturday')).selectOption('09:30');
  await settings.keep();

  const hours = await callBridge(page, 'board:hours', null);
  expect(hours).toMatchObject({
    ok: true,
    value: { week: [null, null, null, null, null, { opens: '09:30', closes: '10:00' }, null] },
  });
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const claimId = board.ok ? board.value.lanes.flatMap(({ cards }) => cards)[0]?.claimId : undefined;
  const session = await callBridge(page, 'staff:session', null);
  if (!claimId || !session.ok) throw new Error('there is no claim, or nobody is signed in');
  const { zone } = (await readSettings(dataFolder)).store;
  const rule = { workingDays: 1, time: '09:45' };
  const saturday = nextUpdateDue(Date.now() as Instant, {
    zone,
    rule,
    hours: hours.ok ? hours.value : (undefined as never),
  });
  const give = (due: number): Promise<unknown> =>
    callBridge(page, 'claim:give-promise', {
      claimId,
      promise: {
        about: 'look',
        text: 'Look',
        due: due as Instant,
        ownerId: session.value.staff.id,
      },
    });
  expect(await give(saturday - DAY_MS)).toMatchObject({ ok: false, error: { code: 'outside-hours' } });
  expect(await give(saturday + 3_600_000)).toMatchObject({ ok: false, error: { code: 'outside-hours' } });
  expect(await give(saturday)).toMatchObject({ ok: true });

  await settings.open('holidays');
  await settings.button(words.holidays.add).click();
  await expect(settings.dialog).toContainText(words.holidays.needed);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(saturday);
  await settings.dialog.getByLabel(words.holidays.date, { exact: true }).fill(date);
  await settings.button(words.holidays.add).click();
  await settings.keep();
  expect(await give(saturday)).toMatchObject({ ok: false, error: { code: 'outside-hours' } });
});

test('a limit of goodwill counts from the moment it is saved, and is on record with what it was', async ({
  launch,
}) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  await takeClaim(page);
  const settings = await asAdmin(page);
  const { words } = settings;
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const claimId = board.ok ? board.value.lanes.flatMap(({ cards }) => cards)[0]?.claimId : undefined;
  if (!claimId) throw new Error('there is no claim');
  const give = (minor: number): Promise<unknown> =>
    callBridge(page, 'claim:goodwill', {
      claimId,
      kind: 'voucher',
      what: 'A voucher',
      minor,
      reason: 'The floor',
      decision: 'given',
      approval: null,
    });
  expect(await give(5_000)).toMatchObject({ ok: true });

  await settings.open('goodwill');
  await settings.choice(words.goodwill.noLimitOf('Admin')).uncheck();
  await settings.field(words.goodwill.limit('Admin')).fill('a lot');
  await settings.save.click();
  await expect(settings.dialog).toContainText(words.goodwill.wrong);
  await settings.field(words.goodwill.limit('Admin')).fill('49.50');
  await settings.keep();
  expect(await give(5_000)).toMatchObject({ ok: false, error: { code: 'above-limit' } });
  expect(await give(4_950)).toMatchObject({ ok: true });
  await kiosk.close();
  const changes = auditOf(dataFolder).filter(({ event }) => event === 'settings-changed');
  expect(changes).toEqual([{ event: 'settings-changed', subject: 'goodwill: admin ->4950' }]);
});

test('idle times hold at once, for customers and for staff', async ({ launch }) => {
  const kiosk = await launch();
  const { page } = kiosk;
  await page.clock.install();
  await kiosk.reload();
  const screens = kiosk.screens();
  const settings = await asAdmin(page);
  const { words } = settings;
  await settings.open('idle');
  await settings.field(words.idle.kiosk).fill('29');
  await settings.save.click();
  await expect(settings.dialog).toContainText(words.outOf('30', '300'));
  await settings.field(words.idle.kiosk).fill('30');
  await settings.field(words.idle.staff).fill('60');
  await settings.keep();
  await page.clock.fastForward(31_000);
  await expect(screens.idle.dialog).toContainText('You will be signed out');
  await screens.idle.main.click();
  await settings.signOut.click();

  await begin(screens);
  await screens.words.words.fill('still here');
  await page.clock.fastForward(25_000);
  await expect(screens.idle.dialog).toBeHidden();
  await page.clock.fastForward(6_000);
  await expect(screens.idle.dialog).toBeVisible();
});

test('what is not saved waits, can be discarded, and the defaults can be taken back', async ({ launch }) => {
  const { page, dataFolder } = await launch();
  const settings = await asAdmin(page);
  const { words } = settings;
  const minutes = settings.field(words.warnings.before);
  await settings.open('warnings');
  await expect(settings.save).toBeDisabled();
  await minutes.fill('45');
  await expect(settings.dialog).toContainText(words.unsavedNote);
  await settings.screen('board').click();
  await settings.screen('settings').click();
  await expect(settings.setting('warnings')).toContainText(words.unsaved);
  await settings.signOut.click();
  await settings.enter(MIKA.name, MIKA.pin);
  await settings.open('warnings');
  await expect(minutes).toHaveValue('45');
  await settings.keep();

  await minutes.fill('50');
  await settings.button(words.discard).click();
  await expect(minutes).toHaveValue('45');
  await settings.button(words.reset).click();
  await expect(minutes).toHaveValue('30');
  await settings.button(words.undo).click();
  await expect(minutes).toHaveValue('45');
  await expect(settings.save).toBeDisabled();
  expect((await readSettings(dataFolder)).warnings.beforeMinutes).toBe(45);
  await settings.button(words.reset).click();
  await settings.keep();
  expect((await readSettings(dataFolder)).warnings.beforeMinutes).toBe(30);
});

test('a supervisor has no settings, and a call past the screens is refused and on record', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  const settings = new SettingsScreen(page);
  await hire(page, [MIKA, RAUHA]);
  await settings.enter(RAUHA.name, RAUHA.pin);
  await expect(settings.screen('printers')).toBeVisible();
  await expect(settings.screen('settings')).toHaveCount(0);
  const before = await readSettings(dataFolder);
  expect(await callBridge(page, 'settings:view', null)).toMatchObject({ error: { code: 'not-allowed' } });
  for (const change of [
    { section: 'goodwill', value: { ...before.goodwillLimits, supervisor: null } },
    { section: 'idle', value: { kioskSeconds: 300, staffSeconds: 1800 } },
  ] as const) {
    expect(await callBridge(page, 'settings:change', change)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  }
  expect(await readSettings(dataFolder)).toEqual(before);
  await kiosk.close();
  const refused = auditOf(dataFolder).filter(({ event }) => event === 'refused');
  expect(refused.map(({ subject }) => subject)).toEqual(['see-settings', 'settings', 'settings']);
});

test('a promise that is about to break is heard once, where the store wants it', async ({
  launch,
  newFolder,
  makeDue,
}) => {
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder });
  const number = await takeClaim(first.page);
  const chosen = await asAdmin(first.page);
  await chosen.open('warnings');
  await chosen.field(chosen.words.warnings.before).fill('120');
  await chosen.choice(chosen.words.warnings.sound).check();
  await chosen.keep();
  await first.close();
  // Later than the half hour of a new kiosk, within the two hours of this store.
  makeDue(dataFolder, Date.now() + 3_600_000);

  const { page } = await launch({ dataFolder });
  await page.evaluate(() => {
    const start: (this: OscillatorNode, when?: number) => void = Reflect.get(
      OscillatorNode.prototype,
      'start',
    );
    Object.assign(window, { notes: 0 });
    OscillatorNode.prototype.start = function (when) {
      (window as unknown as { notes: number }).notes += 1;
      start.call(this, when);
    };
  });
  const notes = (): Promise<number> => page.evaluate(() => (window as unknown as { notes: number }).notes);
  const settings = new SettingsScreen(page);
  const warning = settings.dialog.getByRole('status').filter({ hasText: settings.m.office.board.soon(120) });
  await page.keyboard.press('F9');
  await expect(settings.signIn).toBeVisible();
  expect(await notes()).toBe(0);
  await settings.signInAs(MIKA.name, MIKA.pin);
  await expect(warning).toContainText(number);
  await expect.poll(notes).toBe(2);

  // Whatever is loaded again, and whoever comes in again: it was heard.
  await takeClaim(page);
  await settings.signOut.click();
  await settings.enter(MIKA.name, MIKA.pin);
  await expect(warning).toContainText(number);
  await settings.open('warnings');
  expect(await notes()).toBe(2);
  await settings.button(settings.words.warnings.listen).click();
  await expect.poll(notes).toBe(4);
});
