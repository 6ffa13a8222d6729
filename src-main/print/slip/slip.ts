import type { ClaimNumber } from '../../domain/claim-number.ts';
import type { ExpectationKind } from '../../domain/expectation.ts';
import type { Locale } from '../../domain/intake.ts';

/**
 * Some text of a line and whose it is. `shop` is the app's own words; what people wrote (`staff`, `customer`) may be in
 * any language and hold anything, so it can neither reorder what stands beside it nor be taken for a command.
 */
export interface LinePart {
  readonly voice: 'shop' | 'staff' | 'customer';
  readonly text: string;
}

/** One part of a slip; what it says, not how wide the paper is. */
export type Block =
  | {
      readonly kind: 'letterhead';
      readonly name: string;
      readonly line: string;
      /** Digest of the picture that stands in the name's place, where there is one. */
      readonly picture?: string;
    }
  | { readonly kind: 'rule'; readonly weight: 'thin' | 'thick' }
  /** White on black: what kind of slip this is, or where its most important part begins. */
  | { readonly kind: 'band'; readonly text: string }
  | { readonly kind: 'number'; readonly label: string; readonly moment: string; readonly number: ClaimNumber }
  | { readonly kind: 'heading'; readonly text: string }
  /** A time that somebody waits for: next to the claim number, the largest thing on a slip. */
  | { readonly kind: 'due'; readonly label: string; readonly due: string }
  /** The customer's words, whole, with the bar at their side. */
  | { readonly kind: 'quote'; readonly text: string }
  /** A line of the shop's own words, with the customer's or a staff member's among them. */
  | { readonly kind: 'line'; readonly parts: readonly LinePart[]; readonly indent: boolean }
  /** What a thing is called, large. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly strong: boolean }
  | {
      readonly kind: 'expectation';
      readonly expectation: ExpectationKind;
      readonly heading: string;
      readonly lines: readonly { readonly text: string; readonly emphasis: string }[];
    }
  /** A QR code with what is said below it. */
  | { readonly kind: 'code'; readonly data: string; readonly lines: readonly string[] }
  /** A claim number for a scanner. */
  | { readonly kind: 'barcode'; readonly data: ClaimNumber };

/** What a slip is about; the test slip of a printer is none of these, since it shows bytes and not blocks. */
export type SlipKind = 'ticket' | 'store-copy' | 'item-label' | 'update' | 'resolution' | 'day-report';

/** Anything printed: a pure snapshot that is kept with its job, so that a reprint says what the first print said. */
export interface Slip {
  readonly version: 1;
  readonly kind: SlipKind;
  readonly locale: Locale;
  /** Null on slips that are about no claim. */
  readonly number: ClaimNumber | null;
  readonly blocks: readonly Block[];
  /** Said under the words when some of their characters cannot be printed. */
  readonly notPrintable: string;
}
