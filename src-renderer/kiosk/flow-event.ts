import type { CallErrorCode, Receipt } from '../../src-main/contract/api.ts';
import type { Look, ThankedPerson } from '../../src-main/contract/doors-api.ts';
import type { RequestId } from '../../src-main/domain/brand.ts';
import type { Locale } from '../../src-main/domain/intake.ts';
import type { PrintStatus } from '../../src-main/domain/print-state.ts';
import type { Thanked } from './doors-state.ts';
import type { DraftChange, Step } from './flow-state.ts';

/** Everything that can happen to the kiosk. An event that its screen has no use for changes nothing. */
export type FlowEvent =
  /** "Start"; the id is used unless a draft is already there, so that one intake has one id. */
  | { readonly type: 'start'; readonly requestId: RequestId }
  /** Staff go on, with the customer, from words that were left behind. */
  | {
      readonly type: 'resume';
      readonly requestId: RequestId;
      readonly locale: Locale;
      readonly statement: string;
    }
  | { readonly type: 'edit'; readonly change: DraftChange }
  | { readonly type: 'add-attempt' }
  | { readonly type: 'remove-attempt'; readonly index: number }
  | { readonly type: 'continue' }
  | { readonly type: 'skip' }
  | { readonly type: 'back' }
  | { readonly type: 'finish' }
  /** From the read-back: to one step, or over everything again. */
  | { readonly type: 'change'; readonly step: Step | null }
  | { readonly type: 'submit' }
  | { readonly type: 'kept'; readonly requestId: RequestId; readonly receipt: Receipt }
  | { readonly type: 'not-kept'; readonly requestId: RequestId; readonly code: CallErrorCode }
  | { readonly type: 'print-changed'; readonly status: PrintStatus }
  | DoorEvent
  | { readonly type: 'language'; readonly locale: Locale }
  | { readonly type: 'text-size' }
  | { readonly type: 'contrast' }
  /** "Done", and everything else after which the next customer may come. */
  | { readonly type: 'wipe' };

/**
 * What can happen behind the welcome screen's two other doors. Every answer names the question that it answers: one
 * that comes late must not show its claim to the next customer.
 */
export type DoorEvent =
  /** "Check on my claim". */
  | { readonly type: 'check' }
  | { readonly type: 'edit-pair'; readonly number?: string; readonly secret?: string }
  /** A scanner read something that is no ticket of ours. */
  | { readonly type: 'strange-code' }
  | { readonly type: 'look'; readonly askId: RequestId }
  | { readonly type: 'looked'; readonly askId: RequestId; readonly look: Look }
  /** "Add something", on the claim. */
  | { readonly type: 'more'; readonly requestId: RequestId }
  | { readonly type: 'edit-more'; readonly text: string }
  | { readonly type: 'add'; readonly askId: RequestId }
  | { readonly type: 'added'; readonly askId: RequestId; readonly look: Look }
  /** "Say thank you". */
  | { readonly type: 'praise'; readonly requestId: RequestId }
  | { readonly type: 'people'; readonly requestId: RequestId; readonly people: readonly ThankedPerson[] }
  | { readonly type: 'thank'; readonly to: Thanked | null }
  | { readonly type: 'edit-thanks'; readonly words: string }
  | { readonly type: 'give'; readonly askId: RequestId }
  | { readonly type: 'given'; readonly askId: RequestId }
  | {
      readonly type: 'refused';
      readonly askId: RequestId;
      readonly code: CallErrorCode;
      readonly waitMs: number;
    }
  /** The wait that a refusal asked for is over. */
  | { readonly type: 'waited' };
