import type { ClaimNumber } from '../../domain/claim-number.ts';
import type { ExpectationKind } from '../../domain/expectation.ts';
import type { Locale } from '../../domain/intake.ts';

/** Some text of a line and whose it is. */
export interface LinePart {
  readonly voice: 'shop' | 'customer';
  readonly text: string;
}

/** One part of a slip; what it says, not how wide the paper is. */
export type Block =
  | { readonly kind: 'letterhead'; readonly name: string; readonly line: string }
  | { readonly kind: 'rule'; readonly weight: 'thin' | 'thick' }
  | { readonly kind: 'number'; readonly label: string; readonly moment: string; readonly number: ClaimNumber }
  | { readonly kind: 'heading'; readonly text: string }
  /** The customer's words, whole, with the bar at their side. */
  | { readonly kind: 'quote'; readonly text: string }
  /** A line of the shop's own words, with the customer's among them. */
  | { readonly kind: 'line'; readonly parts: readonly LinePart[]; readonly indent: boolean }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly strong: boolean }
  | {
      readonly kind: 'expectation';
      readonly expectation: ExpectationKind;
      readonly heading: string;
      readonly lines: readonly { readonly text: string; readonly emphasis: string }[];
    }
  | { readonly kind: 'code'; readonly data: string; readonly lines: readonly string[] };

/** Anything printed: a pure snapshot that is kept with its job, so that a reprint says what the first print said. */
export interface Slip {
  readonly version: 1;
  readonly kind: 'ticket';
  readonly locale: Locale;
  readonly number: ClaimNumber;
  readonly blocks: readonly Block[];
  /** Said under the words when some of their characters cannot be printed. */
  readonly notPrintable: string;
}
