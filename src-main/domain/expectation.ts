import type { Instant } from './brand.ts';

/** The four kinds of expectation, in the order of screens and slips. Only `will` binds. */
export const EXPECTATION_KINDS = ['will', 'try', 'cannot', 'unknown'] as const;
/** We will · We will try · We cannot promise · We don't know yet. */
export type ExpectationKind = (typeof EXPECTATION_KINDS)[number];

/** One line of what to expect, in the words that the customer sees and takes home. */
export interface Expectation {
  readonly kind: ExpectationKind;
  readonly text: string;
  /** The part of `text` that names the due time, to be set bold; empty where there is none. */
  readonly emphasis: string;
}

/** Kinds of promise that a claim has from its first second. */
export const PROMISE_KINDS = ['next-update', 'expectation'] as const;
/** `next-update` is the promise that every claim has; `expectation` is another "we will". */
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** A binding promise: what, by whom, by when. */
export interface PromiseGiven {
  readonly kind: PromiseKind;
  readonly text: string;
  readonly owner: string;
  readonly due: Instant;
}
