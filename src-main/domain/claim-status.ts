import type { Instant } from './brand.ts';
import type { ClaimStatus } from './claim-life.ts';
import type { ClaimNumber } from './claim-number.ts';
import type { ClaimView } from './desk.ts';
import type { Expectation } from './expectation.ts';
import type { GoodwillKind } from './goodwill.ts';
import { sums, type Money } from './money.ts';
import type { PromiseState } from './promise.ts';

/** A claim as its customer sees it: what they said, what they were told, and nothing that staff wrote for staff. */
export interface ClaimStatusShown {
  readonly number: ClaimNumber;
  readonly status: ClaimStatus;
  readonly takenAt: Instant;
  readonly itemName: string;
  /** When they hear from us at the latest; null once the claim is closed. */
  readonly nextUpdate: Instant | null;
  readonly statements: readonly { readonly text: string; readonly givenAt: Instant }[];
  readonly promises: readonly {
    readonly text: string;
    readonly due: Instant;
    /** One whose time has passed is broken, dealt with or not. */
    readonly state: PromiseState;
  }[];
  /** What does not bind and still holds. */
  readonly expectations: readonly Expectation[];
  /** What it may cost at the most, and what the customer said to it; null where nothing was estimated. */
  readonly estimate: { readonly limit: Money; readonly answer: 'yes' | 'no' | null } | null;
  /** What is charged until now, one sum a currency. */
  readonly charged: readonly Money[];
  readonly goodwill: readonly { readonly kind: GoodwillKind; readonly what: string; readonly worth: Money }[];
}

/** Returns of a claim what its customer may see. Names everything that it takes, so that nothing new slips in. */
export function claimStatusOf(claim: ClaimView): ClaimStatusShown {
  const { number, status, takenAt, item, statements, promises, expectations, charges, goodwill } = claim;
  const next = promises.find(({ kind, state }) => kind === 'next-update' && state === 'open');
  const estimate = claim.estimates.at(-1);
  return {
    number,
    status,
    takenAt,
    itemName: item.name,
    nextUpdate: next?.due ?? null,
    statements: statements.map(({ text, givenAt }) => ({ text, givenAt })),
    promises: promises.map(({ text, due, state, overdue }) => ({
      text,
      due,
      state: overdue ? 'broken' : state,
    })),
    expectations: expectations
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ kind, text, emphasis }) => ({ kind, text, emphasis })),
    estimate: estimate ? { limit: estimate.limit, answer: estimate.answer } : null,
    charged: sums(charges.filter(({ removedAt }) => removedAt === null).map(({ price }) => price)),
    goodwill: goodwill
      .filter(({ decision }) => decision === 'given')
      .map(({ kind, what, worth }) => ({ kind, what, worth })),
  };
}
