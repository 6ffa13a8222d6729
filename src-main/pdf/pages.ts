import type { PaperSize } from '../domain/paper-size.ts';
import type { Html } from './html.ts';

/** What pages are made of. */
export interface Pages {
  readonly title: string;
  /** Language of the page, as in BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Rules of the page; the fonts are `var(--sans)` and `var(--words)`. */
  readonly css: string;
  readonly body: Html;
  /** Stands at the foot of every page beside its number: a claim's number or a code, in ASCII. */
  readonly mark: string;
  readonly paper: PaperSize;
}
