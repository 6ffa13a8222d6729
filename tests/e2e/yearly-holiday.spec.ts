import type { Instant } from '../../src-main/domain/brand.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, readSettings } from './office.ts';
import { SettingsScreen } from './pages/settings.ts';

test('a holiday of every year counts in every year, and the settings say which they are', async ({
  launch,
}) => {
  const kiosk = await launch();
  const { page, dataFolder } = kiosk;
  await takeClaim(page);
  const settings = new SettingsScreen(page);
  await hire(page, [MIKA]);
  await settings.enter(MIKA.name, MIKA.pin);
  const { words } = settings;
  const board = await callBridge(page, 'board:view', { who: 'all' });
  const claimId = board.ok ? board.value.lanes.flatMap(({ cards }) => cards)[0]?.claimId : undefined;
  const session = await callBridge(page, 'staff:session', null);
  if (!claimId || !session.ok || !session.value) throw new Error('nobody to promise anything');
  const ownerId = session.value.staff.id;
  const { zone } = (await readSettings(dataFolder)).store;
  // A Wednesday at noon, far from where any clock changes.
  const noon = (date: string): Instant => {
    const local = Date.parse(`${date}T12:00:00Z`);
    const hour = Number(
      new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(local),
    );
    return (local - (hour - 12) * 3_600_000) as Instant;
  };
  const give = (date: string): Promise<unknown> =>
    callBridge(page, 'claim:give-promise', {
      claimId,
      promise: { about: 'look', text: 'Look', due: noon(date), ownerId },
    });
  const closed = { ok: false, error: { code: 'outside-hours' } };
  await settings.open('holidays');
  await settings.dialog.getByLabel(words.holidays.date, { exact: true }).fill('2090-12-20');
  await settings.button(words.holidays.add).click();
  await settings.dialog.getByLabel(words.holidays.date, { exact: true }).fill('2090-12-20');
  await settings.dialog.getByLabel(words.holidays.comes, { exact: true }).selectOption('yearly');
  await settings.button(words.holidays.add).click();
  const item = settings.dialog.getByRole('listitem').filter({ hasText: '20 December' });
  await expect(item).toContainText(words.holidays.everyYear);
  // What comes every year comes in that year too.
  await expect(settings.dialog.getByRole('listitem').filter({ hasText: '2090' })).toHaveCount(0);
  expect(await give('2091-12-20')).toMatchObject({ ok: true });
  await settings.keep();
  expect((await readSettings(dataFolder)).openingHours.holidays).toEqual(['12-20']);
  expect(await give('2090-12-20')).toMatchObject(closed);
  expect(await give('2091-12-20')).toMatchObject(closed);
  expect(await give('2091-12-21')).toMatchObject({ ok: true });
});
