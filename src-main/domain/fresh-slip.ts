import type { ClaimView, TimelineEntry } from './desk.ts';

/** What changes what stands on the customer's paper. */
const CHANGES_THE_PAPER: ReadonlySet<TimelineEntry['event']> = new Set<TimelineEntry['event']>([
  'promise-given',
  'promise-granted',
  'promise-kept',
  'promise-renegotiated',
  'promise-broken',
  'expectation-added',
  'expectation-retired',
  'plan-made',
  'estimate-given',
  'estimate-answered',
  'loaner-lent',
  'loaner-returned',
  'claim-closed',
  'claim-reopened',
]);

/** The paper that says it anew; a slip's record ends in its kind. */
const TELLS_THE_CUSTOMER = / (update|resolution)$/;
/** A void slip told the customer nothing. */
const WAS_VOIDED = / (update|resolution) copy /;

/**
 * Returns how many things had happened to the claim when what the customer's paper says last became another, or null
 * where the paper is fresh: its ticket, or an update that was queued since.
 */
export function paperIsOldSince({ timeline }: Pick<ClaimView, 'timeline'>): number | null {
  const changed = timeline.findLastIndex(
    ({ event, subject }) =>
      CHANGES_THE_PAPER.has(event) || (event === 'job-voided' && WAS_VOIDED.test(subject)),
  );
  const told = timeline.findLastIndex(
    ({ event, subject }) => event === 'slip-queued' && TELLS_THE_CUSTOMER.test(subject),
  );
  return changed > told ? changed + 1 : null;
}
