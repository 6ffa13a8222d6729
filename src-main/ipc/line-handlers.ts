import type { LineCalls } from '../contract/line-api.ts';
import { isLineTime } from '../domain/drawn-line.ts';
import { err } from '../domain/result.ts';
import type { Desk } from './desk.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

/** Returns what answers the calls about threats; who may decide is checked before they come here. */
export function lineHandlers(
  { stores: { lines }, now }: ServingParts,
  desk: Desk,
): Pick<StaffHandlers, keyof LineCalls> {
  return {
    'claim:warn': ({ claimId, text, happenedAt }, by) => {
      if (happenedAt > now()) return err({ code: 'invalid-input', detail: 'it did not happen yet' });
      return desk.change(claimId, by, (change) => lines.warn(change, { text, happenedAt }));
    },
    'claim:draw-line': ({ claimId, reason, reviewDue, expires }, by) => {
      if (!isLineTime({ reviewDue, expires }, now()))
        return err({ code: 'invalid-input', detail: 'it is looked at again before it ends, within a year' });
      return desk.change(claimId, by, (change) => lines.draw(change, { reason, reviewDue, expires }));
    },
    'claim:review-line': ({ claimId, seq, answer, reason }, by) =>
      desk.change(claimId, by, (change) => lines.review(change, seq, { answer, reason })),
  };
}
