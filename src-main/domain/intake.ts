import type { RequestId } from './brand.ts';

/** Languages that screens and slips are complete in. */
export const LOCALES = ['en', 'ar'] as const;
/** A language of screens and slips. */
export type Locale = (typeof LOCALES)[number];

/** The faces of screen 2, from calm to furious. */
export const FEELINGS = ['calm', 'worried', 'disappointed', 'upset', 'furious'] as const;
/** How the customer says they feel; never a score that staff give. */
export type Feeling = (typeof FEELINGS)[number];

/** Answers to "Did it help?". */
export const OUTCOMES = ['no', 'a-little', 'yes'] as const;
/** What came of an attempt. */
export type Outcome = (typeof OUTCOMES)[number];

/** What is kept of an attempt: an answer, or that none was given. What was tried does not vanish with the answer. */
export const GIVEN_OUTCOMES = [...OUTCOMES, 'not-said'] as const;
/** What a customer said came of an attempt. */
export type GivenOutcome = (typeof GIVEN_OUTCOMES)[number];

/** The check boxes of "What would make it right?". */
export const WISHES = ['repair', 'replacement', 'refund', 'explanation', 'apology', 'be-heard'] as const;
/** What would make it right. */
export type Wish = (typeof WISHES)[number];

/** Ways to reach a customer. */
export const CONTACT_WAYS = ['phone', 'email', 'visit'] as const;
/** The way a customer prefers; `visit` means that they come by. */
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** Most characters (code points) of a statement. */
export const STATEMENT_MAX_CHARACTERS = 20_000;
/** Most characters of any other text that a customer gives. */
export const FIELD_MAX_CHARACTERS = 1_000;
/** Most attempts on one claim. */
export const ATTEMPTS_MAX = 50;

/** A feeling by a face, by words, or both. */
export interface FeelingGiven {
  readonly face: Feeling | null;
  readonly words: string;
}

/** What the claim is about; both are as the customer gave them, or empty. */
export interface ItemGiven {
  readonly name: string;
  readonly serial: string;
}

/** Something that was already tried. */
export interface AttemptGiven {
  readonly description: string;
  readonly outcome: GivenOutcome;
}

/** What would make it right. */
export interface WishesGiven {
  readonly kinds: readonly Wish[];
  readonly words: string;
}

/** How to reach the customer; nothing of it is needed. */
export interface ContactGiven {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly way: ContactWay | null;
}

/** Everything that a customer gave on screens 1 to 6, word for word. Only the statement is never empty. */
export interface Intake {
  readonly requestId: RequestId;
  readonly locale: Locale;
  readonly statement: string;
  readonly feeling: FeelingGiven;
  readonly item: ItemGiven;
  readonly attempts: readonly AttemptGiven[];
  readonly wishes: WishesGiven;
  readonly contact: ContactGiven;
}

/** Returns the length of a text in characters as its limits count them: Unicode code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Returns whether the text can be kept code point for code point (UTF-8 has no lone surrogates). */
export function isKeepable(text: string): boolean {
  return text.isWellFormed();
}

/** Returns whether the shop can reach the customer, rather than the customer the shop. */
export function canReach(contact: ContactGiven): boolean {
  return contact.phone !== '' || contact.email !== '';
}
