import type { CallErrorCode } from '../../src-main/contract/api.ts';
import type { Look, ThankedPerson } from '../../src-main/contract/doors-api.ts';
import type { RequestId } from '../../src-main/domain/brand.ts';
import type { StaffId } from '../../src-main/domain/staff.ts';

/** Where a call stands that the customer waits for. */
export type Asking =
  | { readonly kind: 'ready' }
  | { readonly kind: 'asking'; readonly askId: RequestId }
  /** Refused; `waitMs` is how long the next try has to wait, 0 where it need not. */
  | { readonly kind: 'refused'; readonly code: CallErrorCode; readonly waitMs: number };

/** "Check on my claim": the number and the secret as they are typed. */
export interface CheckFlow {
  readonly screen: 'check';
  readonly number: string;
  readonly secret: string;
  /** Something was scanned that is no ticket of ours. */
  readonly strange: boolean;
  readonly asking: Asking;
}

/** The claim of the ticket that was shown. */
export interface StatusFlow {
  readonly screen: 'status';
  readonly look: Look;
  /** Words were added just now. */
  readonly added: boolean;
}

/** Further words to that claim; the id makes a double tap one statement. */
export interface MoreFlow {
  readonly screen: 'more';
  readonly look: Look;
  readonly requestId: RequestId;
  readonly text: string;
  readonly asking: Asking;
}

/** Whom to thank. */
export type Thanked = { readonly kind: 'everyone' } | { readonly kind: 'person'; readonly id: StaffId };

/** "Say thank you": to whom, and words if they like. */
export interface PraiseFlow {
  readonly screen: 'praise';
  /** The claim that was looked at before; null from the welcome screen. */
  readonly look: Look | null;
  readonly requestId: RequestId;
  /** Null while main has not answered who works here. */
  readonly people: readonly ThankedPerson[] | null;
  readonly to: Thanked | null;
  readonly words: string;
  readonly asking: Asking;
}

/** The thank you is kept. */
export interface PraisedFlow {
  readonly screen: 'praised';
  /** Empty where it went to everyone. */
  readonly name: string;
}

/** The screens behind the welcome screen's two other doors. */
export type DoorFlow = CheckFlow | StatusFlow | MoreFlow | PraiseFlow | PraisedFlow;

/** The state of a call that nobody made yet. */
export const READY: Asking = { kind: 'ready' };

/** Returns "Check on my claim" with nothing in it. */
export function newCheck(): CheckFlow {
  return { screen: 'check', number: '', secret: '', strange: false, asking: READY };
}

/** Returns "Say thank you" with nothing chosen. */
export function newPraise(requestId: RequestId, look: Look | null): PraiseFlow {
  return { screen: 'praise', look, requestId, people: null, to: null, words: '', asking: READY };
}
