import type { SectionChange, SettingsSections } from '../contract/settings-api.ts';
import { storeCode } from '../domain/claim-number.ts';
import type { Settings } from '../domain/settings.ts';

/** Returns the settings as the screen's cards have them. */
export function sectionsOf(settings: Settings): SettingsSections {
  const {
    store,
    openingHours,
    nextUpdate,
    warnings,
    expectations,
    itemKinds,
    goodwillLimits,
    kiosk,
    staff,
    retention,
  } = settings;
  return {
    store,
    hours: openingHours.week,
    holidays: openingHours.holidays,
    nextUpdate,
    warnings,
    expectations,
    itemKinds,
    goodwill: goodwillLimits,
    languages: { offered: kiosk.languages, first: store.locale },
    retention,
    idle: { kioskSeconds: kiosk.idleSeconds, staffSeconds: staff.idleSeconds },
  };
}

/** Returns the settings with one card as it is to be; a store code that is none throws: the schema has refused it. */
export function withSection(settings: Settings, { section, value }: SectionChange): Settings {
  switch (section) {
    case 'store': {
      const code = storeCode(value.code);
      if (!code) throw new Error('a store code that is none passed its schema');
      return { ...settings, store: { ...value, code, locale: settings.store.locale } };
    }
    case 'hours':
      return { ...settings, openingHours: { ...settings.openingHours, week: value } };
    case 'holidays':
      return {
        ...settings,
        openingHours: { ...settings.openingHours, holidays: [...new Set(value)].sort() },
      };
    case 'nextUpdate':
      return { ...settings, nextUpdate: value };
    case 'warnings':
      return { ...settings, warnings: value };
    case 'expectations':
      return { ...settings, expectations: value };
    case 'itemKinds':
      return { ...settings, itemKinds: value };
    case 'goodwill':
      return { ...settings, goodwillLimits: value };
    case 'languages':
      return {
        ...settings,
        store: { ...settings.store, locale: value.first },
        kiosk: { ...settings.kiosk, languages: value.offered },
      };
    case 'retention':
      return { ...settings, retention: value };
    case 'idle':
      return {
        ...settings,
        kiosk: { ...settings.kiosk, idleSeconds: value.kioskSeconds },
        staff: { idleSeconds: value.staffSeconds },
      };
  }
}

/** Most places that are named in one entry of the record. */
const NAMED_MAX = 12;
/** What is said of a value on record: numbers, dates and times. Names, addresses and sentences are words. */
const CODE = /^[\d:-]{1,12}$/;

/**
 * Returns which places differ between two cards, for the record: `closes 18:00>17:30`, numbers and times with what they
 * were and became, words by their place alone.
 */
export function changedPlaces(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const places = [...new Set([...was.keys(), ...is.keys()])].filter(
    (place) => was.get(place) !== is.get(place),
  );
  const named = places
    .slice(0, NAMED_MAX)
    .map((place) =>
      [place, valueChange(was.get(place), is.get(place))].filter((part) => part !== '').join(' '),
    );
  return places.length > NAMED_MAX ? [...named, `+${places.length - NAMED_MAX}`] : named;
}

type Leaf = string | number | boolean | null;

function leavesOf(value: unknown, place = ''): ReadonlyMap<string, Leaf> {
  if (typeof value !== 'object' || value === null) return new Map([[place, value as Leaf]]);
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [
      ...leavesOf(child, place === '' ? key : `${place}.${key}`),
    ]),
  );
}

function valueChange(was: Leaf | undefined, is: Leaf | undefined): string {
  const isCode = (leaf: Leaf | undefined): boolean => typeof leaf !== 'string' || CODE.test(leaf);
  return isCode(was) && isCode(is) ? `${was ?? '-'}>${is ?? '-'}` : '';
}
