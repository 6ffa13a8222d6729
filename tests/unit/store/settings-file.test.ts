import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSettings } from '../../../src-main/contract/settings-schema.ts';
import type { StoreCode } from '../../../src-main/domain/claim-number.ts';
import type { Zone } from '../../../src-main/domain/brand.ts';
import { LOCALES } from '../../../src-main/domain/intake.ts';
import { sameEveryDay } from '../../../src-main/domain/opening-hours.ts';
import { FIRST_PRINTER_ID, GENERIC_PROFILES, PREVIEW_URL } from '../../../src-main/domain/printer.ts';
import { USUAL_RETENTION } from '../../../src-main/domain/retention.ts';
import type { Settings } from '../../../src-main/domain/settings.ts';
import { loadSettings, saveSettings, SETTINGS_FILE } from '../../../src-main/store/settings-file.ts';
import { failure, NOON, value, withoutPowers, workshop, type Workshop } from './support.ts';

const DEFAULTS: Settings = {
  version: 4,
  store: {
    code: 'IYW' as StoreCode,
    name: 'In Your Words',
    address: '',
    phone: '',
    askFor: '',
    zone: 'Europe/Helsinki' as Zone,
    locale: 'en',
    currency: 'EUR',
  },
  staff: { idleSeconds: 180 },
  kiosk: { idleSeconds: 60, languages: LOCALES },
  backups: { secondFolder: null },
  printers: [
    {
      id: FIRST_PRINTER_ID,
      name: '',
      url: PREVIEW_URL,
      profile: GENERIC_PROFILES[80],
      confirmed: null,
    },
  ],
  nextUpdate: { workingDays: 2, time: '17:00' },
  openingHours: { week: sameEveryDay({ opens: '09:00', closes: '18:00' }, [7]), holidays: [] },
  goodwillLimits: { clerk: 2_000, technician: 2_000, supervisor: 20_000, admin: null },
  expectations: [],
  itemKinds: [],
  warnings: { beforeMinutes: 30, sound: false },
  retention: USUAL_RETENTION,
};
const OWN: Settings = { ...DEFAULTS, kiosk: { ...DEFAULTS.kiosk, idleSeconds: 90 } };
const ASIDE = 'settings.broken-20251121T120000000Z.json';

function load(shop: Workshop) {
  return loadSettings({ folder: shop.folder, defaults: DEFAULTS, parse: parseSettings, now: () => NOON });
}

function write(shop: Workshop, content: string | Uint8Array): void {
  writeFileSync(join(shop.folder, SETTINGS_FILE), content);
}

test('where there are none, the defaults are written, and are the installer’s to edit', () => {
  using shop = workshop();
  expect(load(shop)).toEqual({ settings: DEFAULTS, problem: null });
  expect(readdirSync(shop.folder)).toEqual([SETTINGS_FILE]);
  const written = readFileSync(join(shop.folder, SETTINGS_FILE), 'utf8');
  expect(written).toBe(`${JSON.stringify(DEFAULTS, null, 2)}\n`);
  expect(load(shop)).toEqual({ settings: DEFAULTS, problem: null });
});

test('a data folder that does not exist yet is made', () => {
  using shop = workshop();
  const folder = join(shop.folder, 'new', 'data');
  expect(
    loadSettings({ folder, defaults: DEFAULTS, parse: parseSettings, now: () => NOON }).problem,
  ).toBeNull();
  expect(existsSync(join(folder, SETTINGS_FILE))).toBe(true);
});

test('what is saved is what is loaded, and leaves nothing else behind', () => {
  using shop = workshop();
  value(saveSettings({ folder: shop.folder, settings: DEFAULTS }));
  value(saveSettings({ folder: shop.folder, settings: OWN }));
  expect(load(shop)).toEqual({ settings: OWN, problem: null });
  expect(readdirSync(shop.folder)).toEqual([SETTINGS_FILE]);
});

test('a file from a Windows editor, with its mark in front, is as good', () => {
  using shop = workshop();
  write(shop, `\ufeff${JSON.stringify(OWN)}`);
  expect(load(shop)).toEqual({ settings: OWN, problem: null });
});

test.each([
  ['half a file', '{"version": 1, "store', /not JSON/],
  ['an empty file', '', /not JSON/],
  ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), /not JSON/],
  ['a value out of range', JSON.stringify({ ...OWN, kiosk: { idleSeconds: 5 } }), /kiosk\.idleSeconds/],
  ['something else altogether', '[]', /settings/],
])('%s is moved aside whole and named; the kiosk runs on defaults', (_, content, detail) => {
  using shop = workshop();
  write(shop, content);
  const movedTo = join(shop.folder, ASIDE);
  const problem = { movedTo, detail: expect.stringMatching(detail) as string };
  expect(load(shop)).toEqual({ settings: DEFAULTS, problem });
  expect(readdirSync(shop.folder)).toEqual([ASIDE]);
  expect(readFileSync(movedTo)).toEqual(Buffer.from(content as string));
  // The next start, and the one after it, still say so, and write no defaults over the matter.
  expect(load(shop)).toEqual({ settings: DEFAULTS, problem });
  expect(load(shop)).toEqual({ settings: DEFAULTS, problem });
  expect(readdirSync(shop.folder)).toEqual([ASIDE]);
  // Until there is a good one.
  write(shop, JSON.stringify(OWN));
  expect(load(shop)).toEqual({ settings: OWN, problem: null });
});

test('a file that was moved aside is never overwritten, even by a clock that repeats itself', () => {
  using shop = workshop();
  for (const content of ['first', 'second', 'third']) {
    write(shop, content);
    const { problem } = load(shop);
    expect(readFileSync(problem?.movedTo ?? '', 'utf8')).toBe(content);
  }
  const kept = readdirSync(shop.folder).map((name) => readFileSync(join(shop.folder, name), 'utf8'));
  expect(kept.sort()).toEqual(['first', 'second', 'third']);
});

test('a file that was repaired where it lies is named with what to do', () => {
  using shop = workshop();
  write(shop, 'broken');
  load(shop);
  writeFileSync(join(shop.folder, ASIDE), JSON.stringify(OWN));
  expect(load(shop).problem?.detail).toContain('rename it');
  renameSync(join(shop.folder, ASIDE), join(shop.folder, SETTINGS_FILE));
  expect(load(shop)).toEqual({ settings: OWN, problem: null });
});

test('a file that cannot be read is named and not moved', () => {
  using shop = workshop();
  mkdirSync(join(shop.folder, SETTINGS_FILE));
  expect(load(shop)).toEqual({
    settings: DEFAULTS,
    problem: { movedTo: '', detail: expect.stringContaining('cannot be read') as string },
  });
  expect(readdirSync(shop.folder)).toEqual([SETTINGS_FILE]);
});

test('a file without the permission to read it is named and not moved', () => {
  using shop = workshop();
  write(shop, JSON.stringify(OWN));
  chmodSync(join(shop.folder, SETTINGS_FILE), 0);
  expect(withoutPowers(shop.folder, () => load(shop))).toEqual({
    settings: DEFAULTS,
    problem: { movedTo: '', detail: expect.stringContaining('EACCES') as string },
  });
  expect(readdirSync(shop.folder)).toEqual([SETTINGS_FILE]);
});

test('a disk that takes nothing: the kiosk runs on defaults and says what failed', () => {
  using shop = workshop();
  // A folder in the place of the temporary file stops every write, also for root.
  mkdirSync(join(shop.folder, `${SETTINGS_FILE}.new`));
  expect(failure(saveSettings({ folder: shop.folder, settings: OWN }))).toContain('EISDIR');
  expect(load(shop)).toEqual({
    settings: DEFAULTS,
    problem: { movedTo: '', detail: expect.stringContaining('cannot be written') as string },
  });
});

test('a save that fails leaves the old file as it was', () => {
  using shop = workshop();
  value(saveSettings({ folder: shop.folder, settings: DEFAULTS }));
  mkdirSync(join(shop.folder, `${SETTINGS_FILE}.new`));
  expect(saveSettings({ folder: shop.folder, settings: OWN }).ok).toBe(false);
  expect(load(shop).settings).toEqual(DEFAULTS);
});

test('a broken file that cannot be moved is said to lie where it is', () => {
  using shop = workshop();
  write(shop, 'broken');
  chmodSync(shop.folder, 0o500);
  const { settings, problem } = withoutPowers(shop.folder, () => load(shop));
  expect(settings).toEqual(DEFAULTS);
  expect(problem).toEqual({
    movedTo: '',
    detail: expect.stringMatching(/not JSON.*could not be moved.*EACCES/) as string,
  });
  expect(readdirSync(shop.folder)).toEqual([SETTINGS_FILE]);
});
