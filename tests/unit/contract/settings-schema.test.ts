import { describe, expect, it } from 'vitest';
import { isPrinterUrl, parseSettings } from '../../../src-main/contract/settings-schema.ts';
import { defaultSettings } from '../../../src-main/default-settings.ts';
import { applyOverrides } from '../../../src-main/overrides.ts';
import { EXAMPLE_SETTINGS } from '../../fixtures/example-claim.ts';

describe('parseSettings', () => {
  it('takes what the app writes itself', () => {
    const written: unknown = JSON.parse(JSON.stringify(defaultSettings()));
    expect(parseSettings(written)).toEqual({ ok: true, value: defaultSettings() });
  });

  it.each([
    ['store.code', { store: { ...EXAMPLE_SETTINGS.store, code: 'helsinki' } }],
    ['store.zone', { store: { ...EXAMPLE_SETTINGS.store, zone: 'Europe/Nowhere' } }],
    ['kiosk.idleSeconds', { kiosk: { idleSeconds: 5 } }],
    ['printer.url', { printer: { ...EXAMPLE_SETTINGS.printer, url: 'http://printer' } }],
    ['nextUpdate.time', { nextUpdate: { ...EXAMPLE_SETTINGS.nextUpdate, time: '25:00' } }],
    [
      'nextUpdate.closedWeekdays',
      { nextUpdate: { ...EXAMPLE_SETTINGS.nextUpdate, closedWeekdays: [1, 2, 3, 4, 5, 6, 7] } },
    ],
    ['expectations.0.text.ar', { expectations: [{ kind: 'will', text: { en: 'x' } }] }],
    ['version', { version: 2 }],
  ])('names the place of a mistake: %s', (place, change) => {
    expect(parseSettings({ ...EXAMPLE_SETTINGS, ...change })).toMatchObject({
      ok: false,
      error: expect.stringContaining(`${place}:`) as string,
    });
  });
});

describe('isPrinterUrl', () => {
  it.each(['preview:', 'tcp://printer.local:9100', 'tcp://[fe80::1]:9100', 'file:///dev/usb/lp0'])(
    'takes %s',
    (url) => {
      expect(isPrinterUrl(url)).toBe(true);
    },
  );
  it.each([
    '',
    'preview',
    'tcp://printer',
    'tcp://printer:0',
    'tcp://printer:65536',
    'tcp://a/b:9100',
    'file://x',
    'usb:',
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
    expect(settings.printer.url).toBe('tcp://127.0.0.1:9100');
    expect(settings.store).toMatchObject({ code: 'TMP', locale: 'ar', name: EXAMPLE_SETTINGS.store.name });
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
