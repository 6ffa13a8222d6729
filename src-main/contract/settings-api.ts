import type { Holiday } from '../domain/holiday.ts';
import type { Instant } from '../domain/brand.ts';
import type { UpdateRule } from '../domain/due-time.ts';
import type { GoodwillLimits } from '../domain/goodwill.ts';
import type { Locale } from '../domain/intake.ts';
import type { WeekHours } from '../domain/opening-hours.ts';
import type { Retention } from '../domain/retention.ts';
import type { PromiseId } from '../domain/promise.ts';
import type { ExpectationDefault, ItemKind, Warnings } from '../domain/settings.ts';
import type { StoreGiven } from './staff-api.ts';

/** What the settings' screen has a card for, each kept on its own. */
export interface SettingsSections {
  /** The language of the kiosk is not changed by it: that one belongs to `languages`. */
  readonly store: StoreGiven;
  readonly hours: WeekHours;
  /** Those of every year first, then by date. */
  readonly holidays: readonly Holiday[];
  readonly nextUpdate: UpdateRule;
  readonly warnings: Warnings;
  readonly expectations: readonly ExpectationDefault[];
  readonly itemKinds: readonly ItemKind[];
  readonly goodwill: GoodwillLimits;
  /** Those that the welcome screen offers, and the one it starts in, which is one of them. */
  readonly languages: { readonly offered: readonly Locale[]; readonly first: Locale };
  /** Days for which each kind of data is kept. */
  readonly retention: Retention;
  /** Seconds without a touch. */
  readonly idle: { readonly kioskSeconds: number; readonly staffSeconds: number };
}

/** The name of a card. */
export type SectionName = keyof SettingsSections;

/** One card as it is to be. */
export type SectionChange = {
  readonly [S in SectionName]: { readonly section: S; readonly value: SettingsSections[S] };
}[SectionName];

/** Everything that can be set. */
export interface SettingsShown {
  readonly kept: SettingsSections;
  /** What a new kiosk begins with. */
  readonly defaults: SettingsSections;
}

/** The promises that are about to break. */
export interface BoardWarnings {
  readonly now: Instant;
  /** Whether they are to be heard. */
  readonly sound: boolean;
  readonly soon: readonly PromiseId[];
  /** When the clock alone adds one to them; null where it does not today. */
  readonly changesAt: Instant | null;
}

/** Input and output of each call about settings. */
export interface SettingsCalls {
  'settings:view': { input: null; output: SettingsShown };
  /** Keeps one card. `not-kept`: the disk refused, and the store runs on what it had. */
  'settings:change': { input: SectionChange; output: SettingsShown };
  'board:warnings': { input: null; output: BoardWarnings };
}
