import type { Zone } from './brand.ts';
import type { StoreCode } from './claim-number.ts';
import type { UpdateRule } from './due-time.ts';
import type { ExpectationKind } from './expectation.ts';
import type { Locale } from './intake.ts';

/** One of the store's own lines of expectation, in each language; `{due}` stands for the next update's time. */
export interface ExpectationDefault {
  readonly kind: ExpectationKind;
  readonly text: Readonly<Record<Locale, string>>;
}

/** Paper that the printer takes. */
export interface Paper {
  /** Characters of font A a line: 32 (58 mm), 42 or 48 (80 mm). */
  readonly columns: 32 | 42 | 48;
}

/** Everything an installer can set; kept in `settings.json`. */
export interface Settings {
  readonly version: 1;
  readonly store: {
    readonly code: StoreCode;
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    /** Who to ask for, on the ticket; empty for "anyone at the counter". */
    readonly askFor: string;
    readonly zone: Zone;
    readonly locale: Locale;
  };
  readonly kiosk: {
    /** Seconds without a touch before "Are you still there?", 30 to 300. */
    readonly idleSeconds: number;
  };
  readonly printer: {
    /** `preview:`, `tcp://host:port` or `file:///dev/usb/lp0`. */
    readonly url: string;
    readonly paper: Paper;
  };
  readonly nextUpdate: UpdateRule;
  /** The store's own expectations; empty for the ones that come with the app. */
  readonly expectations: readonly ExpectationDefault[];
}
