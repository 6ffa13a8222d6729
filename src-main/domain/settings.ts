import type { Zone } from './brand.ts';
import type { StoreCode } from './claim-number.ts';
import type { UpdateRule } from './due-time.ts';
import type { ExpectationKind } from './expectation.ts';
import type { GoodwillLimits } from './goodwill.ts';
import type { Locale } from './intake.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { Retention } from './retention.ts';
import type { PrinterSettings } from './printer.ts';

/** One of the store's own lines of expectation, in each language; `{due}` stands for the next update's time. */
export interface ExpectationDefault {
  readonly kind: ExpectationKind;
  readonly text: Readonly<Record<Locale, string>>;
}

/** A kind of item with its own lines: coffee machines are told something else than bicycles. */
export interface ItemKind {
  /** Words that name it, in any language; one of them in what the customer calls the item is enough. */
  readonly words: readonly string[];
  /** At least one. */
  readonly expectations: readonly ExpectationDefault[];
}

/** How a promise makes itself known before it breaks. */
export interface Warnings {
  /** Minutes before it is due, 5 to 240. */
  readonly beforeMinutes: number;
  /** Whether it is heard too, once, while somebody is signed in. */
  readonly sound: boolean;
}

/** Everything an installer can set; kept in `settings.json`. */
export interface Settings {
  readonly version: 4;
  readonly store: {
    readonly code: StoreCode;
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    /** Who to ask for, on the ticket; empty for "anyone at the counter". */
    readonly askFor: string;
    readonly zone: Zone;
    readonly locale: Locale;
    /** ISO 4217: what prices on slips are in. */
    readonly currency: string;
  };
  readonly kiosk: {
    /** Seconds without a touch before "Are you still there?", 30 to 300. */
    readonly idleSeconds: number;
    /** The languages that the welcome screen offers, at least one; the store's own is always among them. */
    readonly languages: readonly Locale[];
  };
  readonly staff: {
    /** Seconds without a touch after which whoever is signed in is signed out, 30 to 1800. */
    readonly idleSeconds: number;
  };
  readonly backups: {
    /** A second place for backups, such as a drive's folder; null for none. */
    readonly secondFolder: string | null;
  };
  /** At least one; the first prints the tickets. */
  readonly printers: readonly [PrinterSettings, ...PrinterSettings[]];
  readonly nextUpdate: UpdateRule;
  /** When somebody is there to keep a promise. */
  readonly openingHours: OpeningHours;
  readonly goodwillLimits: GoodwillLimits;
  /** The store's own expectations; empty for the ones that come with the app. */
  readonly expectations: readonly ExpectationDefault[];
  /** Kinds of item that have their own; the first that fits counts. */
  readonly itemKinds: readonly ItemKind[];
  readonly warnings: Warnings;
  /** How long what is kept of people. */
  readonly retention: Retention;
}

/** The least and the most that a number may be. */
export interface SettingRange {
  readonly min: number;
  readonly max: number;
}

/** The ranges of what is a number: working days, minutes, seconds. */
export const SETTING_RANGES = {
  workingDays: { min: 0, max: 30 },
  warnMinutes: { min: 5, max: 240 },
  kioskIdle: { min: 30, max: 300 },
  staffIdle: { min: 30, max: 1800 },
} as const satisfies Readonly<Record<string, SettingRange>>;

/** Most characters of a line that a store sets. */
export const SETTING_LINE_MAX = 200;
/** Most holidays: a year of them. */
export const CLOSED_DATES_MAX = 400;
/** Most of them that come every year: a store that is open on one weekday has to open in every year. */
export const YEARLY_HOLIDAYS_MAX = 60;
/** Most lines of expectation that a store has, for everything or for a kind of item. */
export const EXPECTATION_LINES_MAX = 12;
/** Most kinds of item. */
export const ITEM_KINDS_MAX = 40;
/** Most words of a kind of item. */
export const ITEM_WORDS_MAX = 30;
