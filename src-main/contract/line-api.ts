import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import type { LineAnswer } from '../domain/drawn-line.ts';

/**
 * Input and output of each call about threats and what is decided then, whatever the claim's status: the claim goes
 * on. Each answers with the claim as it is then.
 */
export interface LineCalls {
  /** Writes a warning down. `invalid-input`: it would be of the future. */
  'claim:warn': {
    input: { readonly claimId: ClaimId; readonly text: string; readonly happenedAt: Instant };
    output: ClaimView;
  };
  /**
   * Ends the service in person for a while. `not-allowed`: it is a supervisor's to decide; `needs-warning`;
   * `wrong-state`: a line holds already; `invalid-input`: times that cannot be (`isLineTime`).
   */
  'claim:draw-line': {
    input: {
      readonly claimId: ClaimId;
      readonly reason: string;
      readonly reviewDue: Instant;
      readonly expires: Instant;
    };
    output: ClaimView;
  };
  /** Upholds or lifts what holds. `not-allowed`, `not-found`, `wrong-state`: it ended meanwhile (`detail`). */
  'claim:review-line': {
    input: {
      readonly claimId: ClaimId;
      readonly seq: number;
      readonly answer: LineAnswer;
      readonly reason: string;
    };
    output: ClaimView;
  };
}
