import { describe, expect, it } from 'vitest';
import { isPrinterUrl, parseSettings } from '../../../src-main/contract/settings-schema.ts';
import { defaultSettings } from '../../../src-main/default-settings.ts';
import type { PrinterId, PrinterSettings } from '../../../src-main/domain/printer.ts';
import type { Settings } from '../../../src-main/domain/settings.ts';
import { applyOverrides } from '../../../src-main/overrides.ts';
import { EXAMPLE_SETTINGS } from '../../fixtures/example-claim.ts';

const [COUNTER] = EXAMPLE_SETTINGS.printers;
const FULL = { opens: '09:00', closes: '18:00' };
const LINE = { kind: 'will', text: { en: 'lend you one.', ar: 'نعيرك واحدة.' } } as const;

function week(days: readonly unknown[]): object {
  return { openingHours: { ...EXAMPLE_SETTINGS.openingHours, week: days } };
}

const holidays = (...days: readonly string[]) => ({
  openingHours: { ...EXAMPLE_SETTINGS.openingHours, holidays: days },
});
/** More holidays of every year than a store can have. */
const MANY = ['01', '03', '05'].flatMap((month) =>
  Array.from({ length: 21 }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`),
);

describe('parseSettings', () => {
  it('takes what the app writes itself', () => {
    const written: unknown = JSON.parse(JSON.stringify(defaultSettings()));
    expect(parseSettings(written)).toEqual({ ok: true, value: defaultSettings() });
  });

  it.each([
    ['store.code', { store: { ...EXAMPLE_SETTINGS.store, code: 'helsinki' } }],
    ['store.zone', { store: { ...EXAMPLE_SETTINGS.store, zone: 'Europe/Nowhere' } }],
    ['kiosk.idleSeconds', { kiosk: { ...EXAMPLE_SETTINGS.kiosk, idleSeconds: 5 } }],
    ['printers.0.url', { printers: [{ ...COUNTER, url: 'http://printer' }] }],
    ['printers.0.profile', { printers: [{ ...COUNTER, profile: 'epson-tm-t89' }] }],
    ['printers.0.columns', { printers: [{ ...COUNTER, columns: 40 }] }],
    ['printers.0', { printers: [] }],
    ['printers', { printers: [COUNTER, { ...COUNTER, url: 'tcp://other:9100' }] }],
    [
      'printers',
      {
        printers: [
          { ...COUNTER, url: 'cups:A' },
          { ...COUNTER, id: 'back', url: 'cups:A' },
        ],
      },
    ],
    ['nextUpdate.time', { nextUpdate: { ...EXAMPLE_SETTINGS.nextUpdate, time: '25:00' } }],
    ['nextUpdate', { nextUpdate: { ...EXAMPLE_SETTINGS.nextUpdate, closedWeekdays: [7] } }],
    ['openingHours.week', week([null, null, null, null, null, null, null])],
    ['openingHours.week', week([FULL])],
    ['openingHours.week.5', week([FULL, FULL, FULL, FULL, FULL, { opens: '14:00', closes: '10:00' }, null])],
    ['openingHours.holidays.0', holidays('25.12.')],
    ['openingHours.holidays.0', holidays('12-32')],
    ['openingHours.holidays.0', holidays('02-30')],
    ['openingHours.holidays.0', holidays('2-3')],
    ['openingHours.holidays.0', holidays('--12-25')],
    ['openingHours.holidays', holidays(...MANY)],
    ['kiosk.languages', { kiosk: { ...EXAMPLE_SETTINGS.kiosk, languages: [] } }],
    ['kiosk.languages.0', { kiosk: { ...EXAMPLE_SETTINGS.kiosk, languages: ['fi'] } }],
    ['itemKinds.0.words', { itemKinds: [{ words: [], expectations: [LINE] }] }],
    ['itemKinds.0.expectations', { itemKinds: [{ words: ['bicycle'], expectations: [] }] }],
    ['warnings.beforeMinutes', { warnings: { beforeMinutes: 4, sound: true } }],
    ['goodwillLimits.clerk', { goodwillLimits: { ...EXAMPLE_SETTINGS.goodwillLimits, clerk: -1 } }],
    ['expectations.0.text.ar', { expectations: [{ kind: 'will', text: { en: 'x' } }] }],
    ['version', { version: 5 }],
  ])('names the place of a mistake: %s', (place, change) => {
    expect(parseSettings({ ...EXAMPLE_SETTINGS, ...change })).toMatchObject({
      ok: false,
      error: expect.stringContaining(`${place}:`) as string,
    });
  });
});

/** What is the same in every version, and what versions 1 and 2 had for the week. */
const {
  printers,
  nextUpdate: RULE,
  openingHours: _,
  kiosk: __,
  itemKinds: ___,
  warnings: ____,
  backups: _____,
  retention: ______,
  ...SAME
} = EXAMPLE_SETTINGS;
const OLDER = {
  ...SAME,
  kiosk: { idleSeconds: 60 },
  nextUpdate: { ...RULE, closedWeekdays: [6, 7] },
  openingHours: { opens: '10:00', closes: '17:30', holidays: ['2026-12-25'] },
};
const DAY = { opens: '10:00', closes: '17:30' };
const BROUGHT_UP: Settings = {
  ...EXAMPLE_SETTINGS,
  openingHours: { week: [DAY, DAY, DAY, DAY, DAY, null, null], holidays: ['2026-12-25'] },
};

describe('settings of version 3', () => {
  const before = {
    ...EXAMPLE_SETTINGS,
    version: 3,
    ...holidays('2026-12-25'),
  };

  it('are brought up to date: every date stays one', () => {
    expect(parseSettings(before)).toEqual({ ok: true, value: { ...before, version: 4 } });
  });

  it('had no holiday that comes every year', () => {
    const yearly = { ...before, ...holidays('12-25') };
    expect(parseSettings(yearly)).toMatchObject({
      ok: false,
      error: expect.stringContaining('openingHours.holidays.0:') as string,
    });
    expect(parseSettings({ ...yearly, version: 4 })).toMatchObject({ ok: true });
  });
});

describe('settings of version 1', () => {
  it.each([
    [32, { profile: 'generic-58' }],
    [42, { profile: 'generic-80', columns: 42 }],
    [48, { profile: 'generic-80', columns: 48 }],
  ])('are brought up to date: %i columns', (columns, expected) => {
    const before = { ...OLDER, version: 1, printer: { url: 'tcp://printer:9100', paper: { columns } } };
    const printer = { id: 'counter', name: '', url: 'tcp://printer:9100', confirmed: null, ...expected };
    expect(parseSettings(before)).toEqual({ ok: true, value: { ...BROUGHT_UP, printers: [printer] } });
  });

  it('are still refused where they are wrong', () => {
    const before = { ...OLDER, version: 1, printer: { url: 'lpt1', paper: { columns: 48 } } };
    expect(parseSettings(before)).toMatchObject({
      ok: false,
      error: expect.stringContaining('printer.url:') as string,
    });
  });
});

describe('settings of version 2', () => {
  it('are brought up to date: each day has the hours that the whole week had, the closed ones none', () => {
    expect(parseSettings({ ...OLDER, version: 2, printers })).toEqual({ ok: true, value: BROUGHT_UP });
  });

  it('are complete where the file was written before there were hours, limits and staff', () => {
    const { openingHours: _hours, goodwillLimits: _limits, staff: _staff, ...early } = OLDER;
    const brought = parseSettings({ ...early, version: 2, printers });
    expect(brought).toMatchObject({
      ok: true,
      value: {
        staff: { idleSeconds: 180 },
        openingHours: { week: [FULL, FULL, FULL, FULL, FULL, null, null], holidays: [] },
        goodwillLimits: { clerk: 2_000, technician: 2_000, supervisor: 20_000, admin: null },
      },
    });
  });

  it('are written as version 4, and read again as the same', () => {
    const brought = parseSettings({ ...OLDER, version: 2, printers });
    if (!brought.ok) throw new Error(brought.error);
    expect(parseSettings(JSON.parse(JSON.stringify(brought.value)))).toEqual(brought);
  });

  it('are still refused where they are wrong', () => {
    const never = { ...OLDER.nextUpdate, closedWeekdays: [1, 2, 3, 4, 5, 6, 7] };
    expect(parseSettings({ ...OLDER, version: 2, printers, nextUpdate: never })).toMatchObject({
      ok: false,
      error: expect.stringContaining('nextUpdate.closedWeekdays:') as string,
    });
  });
});

describe('isPrinterUrl', () => {
  it.each([
    'preview:',
    'tcp://printer.local:9100',
    'tcp://[fe80::1]:9100',
    'file:///dev/usb/lp0',
    'cups:EPSON_TM-T20',
    'cups:Büro.2',
    'cups:B%C3%BCro',
  ])('takes %s', (url) => {
    expect(isPrinterUrl(url)).toBe(true);
  });
  it.each([
    '',
    'preview',
    'tcp://printer',
    'tcp://printer:0',
    'tcp://printer:65536',
    'tcp://a/b:9100',
    'file://x',
    'usb:',
    'cups:',
    'cups:-o',
    'cups:a b',
    'cups:a/b',
    'cups:a#b',
    'cups:a%2Fb',
    'cups:50%',
    `cups:${'x'.repeat(128)}`,
  ])('refuses «%s»', (url) => {
    expect(isPrinterUrl(url)).toBe(false);
  });
});

describe('applyOverrides', () => {
  it('lets the environment have its way', () => {
    const { settings, problems } = applyOverrides(EXAMPLE_SETTINGS, {
      IYW_PRINTER: 'tcp://127.0.0.1:9100',
      IYW_STORE: 'TMP',
      IYW_LOCALE: 'ar',
    });
    expect(problems).toEqual([]);
    expect(settings.printers[0].url).toBe('tcp://127.0.0.1:9100');
    expect(settings.store).toMatchObject({ code: 'TMP', locale: 'ar', name: EXAMPLE_SETTINGS.store.name });
  });

  it('does not let two printers have one address', () => {
    const back: PrinterSettings = { ...COUNTER, id: 'back' as PrinterId, url: 'tcp://back:9100' };
    const two: Settings = { ...EXAMPLE_SETTINGS, printers: [COUNTER, back] };
    expect(applyOverrides(two, { IYW_PRINTER: back.url })).toEqual({
      settings: two,
      problems: ['IYW_PRINTER'],
    });
    expect(applyOverrides(two, { IYW_PRINTER: 'preview:' }).problems).toEqual([]);
  });

  it('names what it cannot use, and changes nothing by it', () => {
    const env = { IYW_PRINTER: 'lpt1', IYW_STORE: 'tampere', IYW_LOCALE: 'xx' };
    expect(applyOverrides(EXAMPLE_SETTINGS, env)).toEqual({
      settings: EXAMPLE_SETTINGS,
      problems: ['IYW_PRINTER', 'IYW_STORE', 'IYW_LOCALE'],
    });
    expect(applyOverrides(EXAMPLE_SETTINGS, { IYW_STORE: '' }).problems).toEqual([]);
  });
});
