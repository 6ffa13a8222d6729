import type { AttemptGiven, Outcome } from '../../../src-main/domain/intake.ts';

/** A language that people write in at the counter; the kiosk's own screens are in English and Arabic. */
export type Language = 'en' | 'ar' | 'fi' | 'es' | 'ja' | 'de' | 'fr';

/** Something that happens to people's things again and again. */
export interface Matter {
  /** What the thing is called. */
  readonly items: readonly string[];
  /** How its serial numbers begin; empty where it has none. */
  readonly serial: string;
  /** How people tell of it. */
  readonly told: Readonly<Record<Language, readonly string[]>>;
  /** What customers tried at home. */
  readonly tried: Readonly<Partial<Record<Language, readonly AttemptGiven[]>>>;
  readonly understood: { readonly en: string; readonly ar: string };
  /** What staff try, in this order; the last one helps, or nothing does. */
  readonly steps: readonly { readonly what: string; readonly outcome: Outcome }[];
  readonly plan: string;
  readonly part: { readonly what: string; readonly minor: number };
  readonly labourMinor: number;
}
