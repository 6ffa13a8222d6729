import { describe, expect, it } from 'vitest';
import type { SectionChange } from '../../../src-main/contract/settings-api.ts';
import { SETTINGS_SCHEMAS } from '../../../src-main/contract/settings-call-schemas.ts';
import { parseSettings } from '../../../src-main/contract/settings-schema.ts';
import type { Settings } from '../../../src-main/domain/settings.ts';
import { changedPlaces, sectionsOf, withSection } from '../../../src-main/ipc/settings-sections.ts';
import { EXAMPLE_SETTINGS } from '../../fixtures/example-claim.ts';

const FULL = { opens: '08:00', closes: '16:00' };
const LINE = { kind: 'will', text: { en: 'lend you one.', ar: 'نعيرك واحدة.' } } as const;
const { locale: _, ...STORE } = EXAMPLE_SETTINGS.store;
const CHANGES: readonly SectionChange[] = [
  { section: 'store', value: { ...STORE, locale: 'ar', name: 'Mika’s Machines' } },
  { section: 'hours', value: [FULL, FULL, FULL, FULL, FULL, { opens: '10:00', closes: '14:00' }, null] },
  { section: 'holidays', value: ['05-01', '2026-12-25', '2026-12-26'] },
  { section: 'nextUpdate', value: { workingDays: 3, time: '12:00' } },
  { section: 'warnings', value: { beforeMinutes: 60, sound: true } },
  { section: 'expectations', value: [LINE] },
  { section: 'itemKinds', value: [{ words: ['bicycle'], expectations: [LINE] }] },
  { section: 'goodwill', value: { clerk: 0, technician: 1_000, supervisor: null, admin: null } },
  { section: 'languages', value: { offered: ['ar'], first: 'ar' } },
  {
    section: 'retention',
    value: { contactDays: null, wordsDays: 365, pictureDays: 1, exportDays: 7, setAsideDays: 14 },
  },
  { section: 'idle', value: { kioskSeconds: 30, staffSeconds: 1_800 } },
];

describe('a card', () => {
  it.each(CHANGES)('is taken as it is given, and changes nothing of the others: $section', (change) => {
    expect(SETTINGS_SCHEMAS['settings:change'].safeParse(change)).toMatchObject({ success: true });
    const settings = withSection(EXAMPLE_SETTINGS, change);
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ ok: true, value: settings });
    const { [change.section]: own, ...others } = sectionsOf(settings);
    const { [change.section]: before, ...othersBefore } = sectionsOf(EXAMPLE_SETTINGS);
    expect(own).not.toEqual(before);
    // The language of the kiosk stands in the store too, and is changed by its own card alone.
    if (change.section === 'store') expect(own).toMatchObject({ ...change.value, locale: 'en' });
    else expect(own).toEqual(change.value);
    if (change.section === 'languages') expect(others).toMatchObject({ store: { locale: 'ar' } });
    else expect(others).toEqual(othersBefore);
  });

  it('keeps dates in order, each once', () => {
    const value = ['2027-01-01', '2026-12-25', '2027-01-01'];
    const { openingHours } = withSection(EXAMPLE_SETTINGS, { section: 'holidays', value });
    expect(openingHours.holidays).toEqual(['2026-12-25', '2027-01-01']);
  });

  it.each<[string, unknown]>([
    ['no such card', { section: 'printers', value: [] }],
    [
      'a day that ends before it begins',
      { section: 'hours', value: Array(7).fill({ ...FULL, closes: '07:00' }) },
    ],
    ['a week of six days', { section: 'hours', value: Array(6).fill(FULL) }],
    ['a week without a day', { section: 'hours', value: Array(7).fill(null) }],
    ['a date that is none', { section: 'holidays', value: ['2026-02-30'] }],
    ['half a day', { section: 'nextUpdate', value: { workingDays: 0.5, time: '12:00' } }],
    [
      'a limit below nothing',
      { section: 'goodwill', value: { clerk: -1, technician: 0, supervisor: 0, admin: 0 } },
    ],
    ['a language that is not offered', { section: 'languages', value: { offered: ['ar'], first: 'en' } }],
    ['a long wait', { section: 'idle', value: { kioskSeconds: 301, staffSeconds: 60 } }],
    [
      'words that are too long',
      { section: 'expectations', value: [{ ...LINE, text: { en: 'x'.repeat(201), ar: 'x' } }] },
    ],
    [
      'a setting that nobody knows',
      { section: 'warnings', value: { beforeMinutes: 30, sound: true, loud: 1 } },
    ],
  ])('is refused: %s', (_why, change) => {
    expect(SETTINGS_SCHEMAS['settings:change'].safeParse(change).success).toBe(false);
  });
});

describe('the record of a change', () => {
  const places = (change: SectionChange, settings: Settings = EXAMPLE_SETTINGS): readonly string[] => {
    const { section } = change;
    return changedPlaces(sectionsOf(settings)[section], sectionsOf(withSection(settings, change))[section]);
  };

  it('says numbers and times with what they were', () => {
    expect(places({ section: 'nextUpdate', value: { workingDays: 3, time: '17:00' } })).toEqual([
      'workingDays 1>3',
    ]);
    const { clerk: _clerk, ...limits } = EXAMPLE_SETTINGS.goodwillLimits;
    expect(places({ section: 'goodwill', value: { ...limits, clerk: null } })).toEqual(['clerk 2000>-']);
    const [monday, ...days] = EXAMPLE_SETTINGS.openingHours.week;
    if (!monday) throw new Error('the example is closed on Mondays');
    expect(places({ section: 'hours', value: [{ ...monday, closes: '17:30' }, ...days] })).toEqual([
      '0.closes 18:00>17:30',
    ]);
  });

  it('says words by their place alone', () => {
    const value = { ...EXAMPLE_SETTINGS.store, name: 'Mika’s Machines', phone: 'call 112' };
    expect(places({ section: 'store', value })).toEqual(['name', 'phone']);
    expect(places({ section: 'expectations', value: [LINE] })).toEqual(['0.kind', '0.text.en', '0.text.ar']);
  });

  it('says nothing where nothing changed, and stays short where everything did', () => {
    expect(places({ section: 'warnings', value: EXAMPLE_SETTINGS.warnings })).toEqual([]);
    const value = Array.from({ length: 28 }, (_, day) => `2027-02-${String(day + 1).padStart(2, '0')}`);
    const said = places({ section: 'holidays', value });
    expect(said).toHaveLength(13);
    expect(said.at(-1)).toBe('+16');
  });
});
