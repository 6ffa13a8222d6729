import type { Brand, Instant } from './brand.ts';
import type { Role } from './staff.ts';

/** Identifies a promise (UUIDv7). */
export type PromiseId = Brand<string, 'PromiseId'>;

/** What became of a promise, as somebody wrote it down. */
export const PROMISE_STATES = ['open', 'kept', 'broken', 'renegotiated'] as const;
/** A state of a promise. */
export type PromiseState = (typeof PROMISE_STATES)[number];

/** What a promise is about, from what anybody at the counter can keep to what only the house can. */
export const PROMISE_SUBJECTS = ['update', 'look', 'repair', 'anything'] as const;
/** What a promise is about: news, a look at the thing, its repair, or whatever else (money, a replacement …). */
export type PromiseSubject = (typeof PROMISE_SUBJECTS)[number];

const MAY_PROMISE: Readonly<Record<Role, readonly PromiseSubject[]>> = {
  clerk: ['update', 'look'],
  technician: ['update', 'look', 'repair'],
  supervisor: PROMISE_SUBJECTS,
  admin: PROMISE_SUBJECTS,
};

/** Returns whether somebody of that role may give a promise about it; who may not can ask for it. */
export function mayPromise(role: Role, about: PromiseSubject): boolean {
  return MAY_PROMISE[role].includes(about);
}

/** Returns whether an open promise has passed its time: it is broken by the clock, though nobody wrote it down yet. */
export function isOverdue(
  promise: { readonly state: PromiseState; readonly due: Instant },
  now: Instant,
): boolean {
  return promise.state === 'open' && promise.due < now;
}
