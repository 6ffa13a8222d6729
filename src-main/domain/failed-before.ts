import type { ClaimNumber } from './claim-number.ts';
import type { ClaimView } from './desk.ts';
import { foldText } from './fold.ts';

/** What a claim knows of steps that failed. */
type Tried = Pick<ClaimView, 'number' | 'attempts' | 'staffAttempts' | 'failedElsewhere'>;

/**
 * Returns the numbers of the claims on which a step of that description is known to have failed, this one first; none
 * where it has not. Main knows more where the thing on the bench has another serial number than the customer gave.
 */
export function failedBefore(claim: Tried, description: string): readonly ClaimNumber[] {
  const wanted = foldText(description);
  if (wanted === '') return [];
  const here = [...claim.attempts, ...claim.staffAttempts]
    .filter(({ outcome }) => outcome === 'no')
    .map((each) => ({ number: claim.number, description: each.description }));
  const failed = [...here, ...claim.failedElsewhere].filter((each) => foldText(each.description) === wanted);
  return [...new Set(failed.map(({ number }) => number))];
}
