import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatPeriod } from '../../resources/messages/format-period.ts';
import { LOCALES } from '../../src-main/domain/intake.ts';
import type { StaffId } from '../../src-main/domain/staff.ts';
import { callBridge } from './bridge.ts';
import { addressOf, expect, test } from './fixtures.ts';
import { auditOf } from './kept.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { officeLook } from './office-look.ts';
import { ReportsPage } from './pages/reports.ts';
import { fillWeeks } from './report-weeks.ts';

const TODAY = { unit: 'week', count: 8 } as const;

/** Returns the share in whole per cent, as the screen has it, of a row whose share in tenths is right. */
function shareWithin(cells: readonly string[], tenths: number): string {
  const [kept = NaN, broken = NaN, renegotiated = NaN] = cells.slice(1, 4).map(Number);
  const share = kept / (kept + broken + renegotiated);
  // Rounding to tenths and then to ones is not rounding to ones: 95.45 would become 96.
  expect(Math.abs(tenths - share * 100)).toBeLessThan(0.051);
  return new Intl.NumberFormat('en', { style: 'percent' }).format(share);
}

test('a supervisor sees what became of the store’s promises, and takes the tables out', async ({
  launch,
  newFolder,
}) => {
  const dataFolder = await newFolder();
  const done = await fillWeeks(dataFolder, [MIKA, SANNA]);
  const kiosk = await launch({ dataFolder });
  const reports = new ReportsPage(kiosk.page);
  const { words } = reports;
  await reports.enter(MIKA.name, MIKA.pin);
  await reports.open();

  const { kept, broken, renegotiated } = done.promises;
  const all = kept + broken + renegotiated;
  const promises = reports.report('promises');
  await expect(promises).toContainText(words.reports.promises.finding(kept, all));
  await expect(promises.locator('svg rect').first()).toBeVisible();
  await reports.action('promises', words.table).click();
  const table = await reports.table('promises');
  expect(table).toHaveLength(1 + TODAY.count + 1);
  expect(table.at(-1)).toEqual([
    words.wholeSpan,
    String(kept),
    String(broken),
    String(renegotiated),
    new Intl.NumberFormat('en', { style: 'percent' }).format(kept / all),
  ]);
  const sum = (column: number) => table.slice(1, -1).reduce((total, row) => total + Number(row[column]), 0);
  expect([sum(1), sum(2), sum(3)]).toEqual([kept, broken, renegotiated]);
  expect((await reports.table('resolution')).at(-1)?.[1]).toBe(String(done.closed));
  expect((await reports.table('goodwill')).at(-1)?.slice(1, 3)).toEqual(
    [done.goodwill.given, done.goodwill.refused].map(String),
  );

  await reports.action('promises', words.save).click();
  await reports.button(words.saveHere).click();
  await expect(promises.getByRole('status')).toContainText('promises-by-week');
  const [file] = await readdir(join(dataFolder, 'exports'));
  const bytes = await readFile(join(dataFolder, 'exports', file ?? ''));
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const saved = bytes.toString('utf8').slice(1).split('\r\n').slice(0, -1);
  const shown = saved.map((line, index) => {
    const cells = line.split(',');
    const [date = '', share = ''] = [cells[0], cells.at(-1)];
    // The heading of the share has a comma of its own, and so is quoted.
    if (index === 0) return [...cells.slice(0, 4), cells.slice(4).join(',').replaceAll('"', '')];
    const first = index <= TODAY.count ? formatPeriod(date, 'week', 'en') : date;
    return [first, ...cells.slice(1, 4), share === '' ? words.none : shareWithin(cells, Number(share))];
  });
  expect(shown).toEqual(table);
  expect(auditOf(dataFolder)).toContainEqual({ event: 'report-saved', subject: 'promises 8 week store' });

  await reports.whose.selectOption(SANNA.name);
  const herAll = done.hers.kept + done.hers.broken + done.hers.renegotiated;
  await expect(promises).toContainText(words.reports.promises.finding(done.hers.kept, herAll));
});

test('a clerk sees their own figures, and nobody else’s whatever the window asks', async ({
  launch,
  newFolder,
  expectTrouble,
}) => {
  expectTrouble(/"event":"refused"/);
  const dataFolder = await newFolder();
  const done = await fillWeeks(dataFolder, [MIKA, SANNA]);
  const { page } = await launch({ dataFolder });
  const reports = new ReportsPage(page);
  const { words } = reports;
  await reports.enter(SANNA.name, SANNA.pin);
  await reports.open();
  const { kept, broken, renegotiated } = done.hers;
  await expect(reports.report('promises')).toContainText(
    words.reports.promises.finding(kept, kept + broken + renegotiated),
  );
  await expect(reports.whose).toHaveCount(0);
  await expect(reports.button(words.printDay)).toHaveCount(0);
  await expect(reports.action('promises', words.save)).toHaveCount(0);

  const door = await callBridge(page, 'staff:door', null);
  const idOf = (name: string): StaffId | null =>
    (door.ok && door.value.people.find((person) => person.name === name)?.id) || null;
  const [mika, sanna] = [idOf(MIKA.name), idOf(SANNA.name)];
  expect(await callBridge(page, 'reports:view', { ...TODAY, who: sanna })).toMatchObject({ ok: true });
  const notAllowed = { ok: false, error: { code: 'not-allowed' } };
  const choice = { report: 'promises', placeId: 'kiosk' } as const;
  expect(await callBridge(page, 'reports:view', { ...TODAY, who: mika })).toMatchObject(notAllowed);
  expect(await callBridge(page, 'reports:view', { ...TODAY, who: null })).toMatchObject(notAllowed);
  expect(await callBridge(page, 'reports:people', null)).toMatchObject(notAllowed);
  expect(await callBridge(page, 'reports:print-day', null)).toMatchObject(notAllowed);
  expect(await callBridge(page, 'reports:save', { ...TODAY, ...choice, who: sanna })).toMatchObject(
    notAllowed,
  );
  const refused = auditOf(dataFolder).filter(({ event }) => event === 'refused');
  expect(refused.map(({ subject }) => subject)).toEqual([
    ...Array.from({ length: 4 }, () => 'see-everybodys-figures'),
    'export',
  ]);
});

test('today’s report comes out of the ticket printer, and is on record', async ({
  launch,
  newFolder,
  plugIn,
}) => {
  const printer = await plugIn();
  const dataFolder = await newFolder();
  await fillWeeks(dataFolder, [MIKA, SANNA]);
  const { page } = await launch({ dataFolder, printerUrl: addressOf(printer) });
  const reports = new ReportsPage(page);
  await reports.enter(MIKA.name, MIKA.pin);
  await reports.open();
  await reports.button(reports.words.printDay).click();
  await expect(reports.dialog.getByText(reports.words.printed)).toBeVisible();
  await expect.poll(() => printer.slips.map(({ text }) => text).join('\n')).toContain('DAY REPORT');
  expect(auditOf(dataFolder).filter(({ event }) => event === 'day-report')).toHaveLength(1);
});

for (const locale of LOCALES) {
  test(`the reports: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({
    launch,
    newFolder,
  }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'reports');
    const mika = { ...MIKA, locale };
    const empty = await launch({ locale });
    await hire(empty.page, [mika]);
    const nothing = new ReportsPage(empty.page, locale);
    await nothing.enter(mika.name, mika.pin);
    await nothing.open();
    await look(empty, { name: 'empty', main: nothing.button(nothing.words.printDay) });
    await empty.close();

    const dataFolder = await newFolder();
    await fillWeeks(dataFolder, [mika, { ...SANNA, locale }]);
    const kiosk = await launch({ dataFolder, locale });
    const reports = new ReportsPage(kiosk.page, locale);
    await reports.enter(mika.name, mika.pin);
    await reports.open();
    await look(kiosk, { name: 'charts', main: reports.button(reports.words.printDay) });
    for (const name of ['feelings', 'goodwill'] as const) {
      await reports.report(name).scrollIntoViewIfNeeded();
      await look(kiosk, { name, main: null });
    }
    await reports.action('promises', reports.words.table).click();
    await reports.action('promises', reports.words.save).click();
    await reports.report('promises').getByText(reports.words.howCounted).click();
    await reports.report('promises').scrollIntoViewIfNeeded();
    await look(kiosk, { name: 'table', main: null });
    expect(found).toEqual([]);
  });
}
