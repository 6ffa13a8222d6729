import type { Zone } from '../../domain/brand.ts';
import type { Block, LinePart } from './slip.ts';

/** What every slip says of the store. */
export interface SlipStore {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly zone: Zone;
  /** Digest of the letterhead's picture, where the store has one. */
  readonly letterhead?: string;
}

/** Returns the store as slips have it, headed by the picture of that digest; by its name where there is none. */
export function headedBy<S extends SlipStore>(store: S, picture: string | undefined): S {
  return picture === undefined ? store : { ...store, letterhead: picture };
}

/** Returns the head of a slip that a customer takes home. */
export function letterhead({ name, address, phone, letterhead: picture }: SlipStore): Block {
  return {
    kind: 'letterhead',
    name,
    line: [address, phone].filter(Boolean).join(' · '),
    ...(picture === undefined ? {} : { picture }),
  };
}

/** Returns a heading with what stands under it; nothing where that is nothing. */
export function section(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...blocks];
}

/** Returns a line at the edge of the paper. */
export function line(...parts: readonly LinePart[]): Block {
  return { kind: 'line', parts, indent: false };
}

/** Returns a line that stands back, under its heading. */
export function under(...parts: readonly LinePart[]): Block {
  return { kind: 'line', parts, indent: true };
}

/** Returns a label and its value. */
export function pairOf(left: string, right: string, strong = false): Block {
  return { kind: 'pair', left, right, strong };
}

/** Returns words of the app's own. */
export function shop(text: string): LinePart {
  return { voice: 'shop', text };
}

/** Returns words that somebody of the staff wrote. */
export function staff(text: string): LinePart {
  return { voice: 'staff', text };
}

/** Returns words that the customer wrote. */
export function customer(text: string): LinePart {
  return { voice: 'customer', text };
}

/** A thin line across the paper. */
export const THIN_RULE: Block = { kind: 'rule', weight: 'thin' };
