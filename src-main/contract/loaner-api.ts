import type { ClaimId } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import type { Loaner } from '../domain/loaner.ts';

/** Input and output of each call about what is lent. Each answers with the claim as it is then. */
export interface LoanerCalls {
  /** Lends something, as the customer agreed. `outside-hours`: nobody would be there to take it back then. */
  'claim:lend': {
    input: {
      readonly claimId: ClaimId;
      readonly loaner: Pick<Loaner, 'name' | 'serial' | 'state' | 'due' | 'agreedBy' | 'agreedHow'>;
    };
    output: ClaimView;
  };
  /** It came back, in some state; also to a claim that is closed. `not-found`, `wrong-state`: it is back already. */
  'claim:take-back': {
    input: { readonly claimId: ClaimId; readonly seq: number; readonly state: string };
    output: ClaimView;
  };
}
