import type { Zone } from './brand.ts';
import type { StoreCode } from './claim-number.ts';
import type { UpdateRule } from './due-time.ts';
import type { ExpectationKind } from './expectation.ts';
import type { GoodwillLimits } from './goodwill.ts';
import type { Locale } from './intake.ts';
import type { OpeningHours } from './opening-hours.ts';
import type { PrinterSettings } from './printer.ts';

/** One of the store's own lines of expectation, in each language; `{due}` stands for the next update's time. */
export interface ExpectationDefault {
  readonly kind: ExpectationKind;
  readonly text: Readonly<Record<Locale, string>>;
}

/** Everything an installer can set; kept in `settings.json`. */
export interface Settings {
  readonly version: 2;
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
  };
  readonly staff: {
    /** Seconds without a touch after which whoever is signed in is signed out, 30 to 1800. */
    readonly idleSeconds: number;
  };
  /** At least one; the first prints the tickets. */
  readonly printers: readonly [PrinterSettings, ...PrinterSettings[]];
  readonly nextUpdate: UpdateRule;
  /** When somebody is there to keep a promise; the weekdays on which nobody is are those of `nextUpdate`. */
  readonly openingHours: Omit<OpeningHours, 'closedWeekdays'>;
  readonly goodwillLimits: GoodwillLimits;
  /** The store's own expectations; empty for the ones that come with the app. */
  readonly expectations: readonly ExpectationDefault[];
}
