import { latinDigits } from './latin-digits.ts';

/** What is charged for. Looking for the cause is not among them and has no price anywhere. */
export const CHARGE_KINDS = ['part', 'labour'] as const;
/** A kind of charge. */
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** The most that one amount may be, in minor units: ten million of the larger ones. */
export const AMOUNT_MAX = 1_000_000_000;
/** The most minutes of looking for the cause that are noted at once. */
export const MINUTES_MAX = 10_000;

/**
 * Returns whether one more charge stays within what the customer said yes to. Amounts are whole minor units of one
 * currency; `agreed` is null where no estimate was agreed to, and then nothing can be charged.
 */
export function withinEstimate(given: {
  readonly charged: readonly number[];
  readonly added: number;
  readonly agreed: number | null;
}): boolean {
  if (given.agreed === null) return false;
  const amounts = [...given.charged, given.added];
  for (const amount of amounts) {
    if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is no amount to charge`);
  }
  return amounts.reduce((sum, amount) => sum + amount, 0) <= given.agreed;
}

/** Returns whole minutes that somebody typed, 1 or more; null where it is none. */
export function minutesOf(typed: string): number | null {
  const latin = latinDigits(typed.trim());
  const minutes = Number(latin);
  return /^\d{1,5}$/.test(latin) && minutes > 0 && minutes <= MINUTES_MAX ? minutes : null;
}

/** Returns the estimate that the customer said yes to last, or null: a no to more leaves the yes to less. */
export function agreedEstimate<E extends { readonly answer: 'yes' | 'no' | null }>(
  estimates: readonly E[],
): E | null {
  return estimates.findLast(({ answer }) => answer === 'yes') ?? null;
}
