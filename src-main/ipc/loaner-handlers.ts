import type { LoanerCalls } from '../contract/loaner-api.ts';
import type { Desk } from './desk.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

/** Returns what answers the calls about what is lent. */
export function loanerHandlers(
  { stores: { loaners } }: ServingParts,
  desk: Desk,
): Pick<StaffHandlers, keyof LoanerCalls> {
  return {
    'claim:lend': ({ claimId, loaner }, by) => {
      const due = desk.due(loaner.due);
      return due.ok ? desk.change(claimId, by, (change) => loaners.lend(change, loaner)) : due;
    },
    'claim:take-back': ({ claimId, seq, state }, by) =>
      desk.change(claimId, by, (change) => loaners.takeBack(change, seq, state)),
  };
}
