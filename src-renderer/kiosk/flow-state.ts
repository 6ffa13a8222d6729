import type { CallErrorCode, Receipt } from '../../src-main/contract/api.ts';
import type { RequestId } from '../../src-main/domain/brand.ts';
import type {
  AttemptGiven,
  ContactGiven,
  FeelingGiven,
  Intake,
  ItemGiven,
  Locale,
  Outcome,
  WishesGiven,
} from '../../src-main/domain/intake.ts';
import type { Look } from '../../src-main/contract/doors-api.ts';
import type { DoorFlow } from './doors-state.ts';

/** The screens that ask something, in their order (1 to 6). */
export const STEPS = ['words', 'feeling', 'item', 'attempts', 'wishes', 'contact'] as const;
/** A screen that asks something. */
export type Step = (typeof STEPS)[number];

/** The text sizes that the "Aa" button goes through, in per cent. */
export const TEXT_SIZES = [100, 125, 150, 200] as const;
/** A text size in per cent. */
export type TextSize = (typeof TEXT_SIZES)[number];

/** What stands in the two fields of "What has already been tried?" and is not on the list yet. */
export interface PendingAttempt {
  readonly description: string;
  readonly outcome: Outcome | null;
  /** Whether "Did it help?" was asked for, since something was typed without an answer to it. */
  readonly asked: boolean;
}

/** Everything that one customer gave so far, word for word. */
export interface Draft {
  readonly requestId: RequestId;
  readonly statement: string;
  readonly feeling: FeelingGiven;
  readonly item: ItemGiven;
  readonly attempts: readonly AttemptGiven[];
  readonly pending: PendingAttempt;
  readonly wishes: WishesGiven;
  readonly contact: ContactGiven;
}

/** An edit: the parts of a draft that screens change directly. */
export type DraftChange = Partial<Omit<Draft, 'requestId' | 'attempts'>>;

/**
 * Why a step is on the screen.
 * - `first`: on the way from the welcome screen
 * - `one`: to change this one thing; every way out leads back to the read-back
 * - `again`: to go over everything once more, with "Finish now" on each screen
 */
export type Route = 'first' | 'one' | 'again';

/** Where "Yes, print my ticket" stands. */
export type Submission =
  | { readonly kind: 'ready' }
  | { readonly kind: 'keeping' }
  | { readonly kind: 'failed'; readonly code: CallErrorCode };

/**
 * The screen, with what it shows. Only `welcome` can be without a draft; `thanks` and what is behind the other doors
 * never have one.
 */
export type Flow =
  | { readonly screen: 'welcome'; readonly draft: Draft | null }
  | { readonly screen: Step; readonly draft: Draft; readonly route: Route }
  | { readonly screen: 'readback'; readonly draft: Draft; readonly submission: Submission }
  | { readonly screen: 'thanks'; readonly receipt: Receipt }
  | DoorFlow;

/** Everything that one customer can change, and that is as new for the next one. */
export interface KioskState {
  readonly homeLocale: Locale;
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly highContrast: boolean;
  readonly flow: Flow;
}

/** Returns the state in which a customer finds the kiosk. */
export function newKioskState(homeLocale: Locale): KioskState {
  return {
    homeLocale,
    locale: homeLocale,
    textSize: 100,
    highContrast: false,
    flow: { screen: 'welcome', draft: null },
  };
}

/** Returns a draft in which nothing was given yet. */
export function newDraft(requestId: RequestId): Draft {
  return {
    requestId,
    statement: '',
    feeling: { face: null, words: '' },
    item: { name: '', serial: '' },
    attempts: [],
    pending: NO_PENDING,
    wishes: { kinds: [], words: '' },
    contact: { name: '', phone: '', email: '', way: null },
  };
}

/** The attempt fields when they are empty. */
export const NO_PENDING: PendingAttempt = { description: '', outcome: null, asked: false };

/** Returns the draft that the screen holds, or null. */
export function draftOf(flow: Flow): Draft | null {
  return 'draft' in flow ? flow.draft : null;
}

/** Returns the claim that is looked at, or null. */
export function lookOf(flow: Flow): Look | null {
  return 'look' in flow ? flow.look : null;
}

/** Returns the words that staff could still find if the screen were wiped now, or null. */
export function wordsLeft(flow: Flow): { readonly requestId: RequestId; readonly statement: string } | null {
  const words = flow.screen === 'more' ? { requestId: flow.requestId, statement: flow.text } : draftOf(flow);
  return words === null || words.statement === '' ? null : words;
}

/** Returns whether nothing at all was given. */
export function isBlank(draft: Draft): boolean {
  return JSON.stringify(draft) === JSON.stringify(newDraft(draft.requestId));
}

/** Returns whether the kiosk is as the next customer should find it, so that there is nothing to wipe. */
export function isPristine(state: KioskState): boolean {
  const { flow } = state;
  return (
    flow.screen === 'welcome' &&
    flow.draft === null &&
    state.locale === state.homeLocale &&
    state.textSize === 100 &&
    !state.highContrast
  );
}

/** Returns the draft as main takes it. */
export function intakeOf(draft: Draft, locale: Locale): Intake {
  const { requestId, statement, feeling, item, attempts, wishes, contact } = draft;
  return { requestId, locale, statement, feeling, item, attempts, wishes, contact };
}
