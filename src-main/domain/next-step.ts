import type { Instant } from './brand.ts';
import { callsDue } from './calls-due.ts';
import type { ClaimView, ShownPromise } from './desk.ts';
import { isLate as isLetterLate, type Escalation } from './escalation.ts';
import { mayPromise, type PromiseId } from './promise.ts';
import type { Role } from './staff.ts';

/** The one thing to do next about a claim. What stands in a row of several carries which one it is. */
export type NextStep =
  /** A promise was broken. */
  | { readonly kind: 'make-amends'; readonly promiseId: PromiseId }
  /** A call is to be made today, or should have been. */
  | { readonly kind: 'call' }
  /** Somebody asked for a promise that this person may give. */
  | { readonly kind: 'answer-request' }
  /** Nobody wrote down what we understood, or it was not quite right. */
  | { readonly kind: 'understand' }
  /** What we understood was not read back. */
  | { readonly kind: 'read-back' }
  /** The customer is to hear from us. */
  | { readonly kind: 'tell'; readonly promiseId: PromiseId }
  /** What we promised beside that is due today. */
  | { readonly kind: 'keep'; readonly promiseId: PromiseId }
  /** Something of ours is out though it was to be back. */
  | { readonly kind: 'take-back'; readonly seq: number }
  /** Nobody answered a letter by the time that it named. */
  | { readonly kind: 'chase-letter'; readonly letterId: string }
  /** The customer did not say yes or no to what it may cost. */
  | { readonly kind: 'ask-estimate' }
  /** There is no plan. */
  | { readonly kind: 'plan' }
  /** All of it is done, and the customer is to say so. */
  | { readonly kind: 'close' };

/** What the next step of a claim is judged by, beside the claim. */
export interface StepQuestion {
  readonly now: Instant;
  /** The first instant of tomorrow in the store's zone. */
  readonly endOfDay: Instant;
  readonly role: Role;
  readonly letters: readonly Pick<Escalation, 'id' | 'state' | 'newest'>[];
}

/** So near to its time a promise goes before everything that has time: an hour, in milliseconds. */
const PRESSING_MS = 60 * 60_000;

/**
 * Returns the one thing to do next about a claim, or null where a closed one asks for nothing more. What hurts the
 * customer goes first (what is broken, then who waits for a call or a word within the hour), then understanding, then
 * what is due today, then what others owe us, then what is not settled; and at last the end, or the next word to them.
 */
export function nextStep(claim: ClaimView, question: StepQuestion): NextStep | null {
  const { now, endOfDay, role, letters } = question;
  const overdueLoaner = claim.loaners.find(({ late }) => late);
  const lateLetter = letters.find((letter) => isLetterLate(letter, now));
  const owed: NextStep | null = overdueLoaner
    ? { kind: 'take-back', seq: overdueLoaner.seq }
    : lateLetter
      ? { kind: 'chase-letter', letterId: lateLetter.id }
      : null;
  if (claim.status === 'closed') return owed;

  const open = claim.promises.filter(({ state }) => state === 'open').toSorted((a, b) => a.due - b.due);
  const broken = open.find(({ overdue }) => overdue);
  if (broken) return { kind: 'make-amends', promiseId: broken.id };
  const [call] = callsDue(claim.notes);
  if (call && call.due < endOfDay) return { kind: 'call' };
  const [first] = open;
  if (first && first.due - now <= PRESSING_MS) return stepOf(first);
  const asked = claim.requests.filter(({ state }) => state === 'asked');
  if (asked.some(({ about }) => mayPromise(role, about))) return { kind: 'answer-request' };
  const understood = claim.understandings.at(-1);
  if (!understood || understood.answer === 'not-quite') return { kind: 'understand' };
  if (understood.answer === null) return { kind: 'read-back' };
  if (first && first.due < endOfDay) return stepOf(first);
  if (owed) return owed;
  if (claim.estimates.at(-1)?.answer === null) return { kind: 'ask-estimate' };
  if (isDone(claim, question)) return { kind: 'close' };
  if (claim.plans.length === 0) return { kind: 'plan' };
  const update = open.find(({ kind }) => kind === 'next-update');
  return update ? { kind: 'tell', promiseId: update.id } : null;
}

/** Returns the open promise of a claim that is due first, or null. */
export function owedNext({ promises }: Pick<ClaimView, 'promises'>): ShownPromise | null {
  return promises.filter(({ state }) => state === 'open').toSorted((a, b) => a.due - b.due)[0] ?? null;
}

function stepOf({ id, kind }: ShownPromise): NextStep {
  return { kind: kind === 'next-update' ? 'tell' : 'keep', promiseId: id };
}

/** Whether something made it right, and nobody owes anybody anything but the next word. */
function isDone(claim: ClaimView, { letters }: StepQuestion): boolean {
  const helped =
    claim.staffAttempts.some(({ outcome }) => outcome === 'yes') ||
    claim.promises.some(({ state, about }) => state === 'kept' && about === 'repair');
  return (
    helped &&
    claim.status === 'in-work' &&
    claim.promises.every(({ state, kind }) => state !== 'open' || kind === 'next-update') &&
    claim.requests.every(({ state }) => state !== 'asked') &&
    claim.staffAttempts.every(({ outcome }) => outcome !== null) &&
    claim.loaners.every(({ back }) => back !== null) &&
    callsDue(claim.notes).length === 0 &&
    letters.every(({ state }) => state !== 'draft' && state !== 'sent')
  );
}
