import type { ClaimStatusShown } from '../domain/claim-status.ts';
import type { RequestId } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import type { StaffId } from '../domain/staff.ts';

/** Most characters of a typed claim number or secret: more than either has, with room for spaces. */
export const TICKET_FIELD_MAX = 40;

/** A claim that whoever holds its ticket looks at; main forgets `lookId` when they leave. */
export interface Look {
  readonly lookId: string;
  readonly claim: ClaimStatusShown;
}

/** Somebody to thank. */
export interface ThankedPerson {
  readonly id: StaffId;
  readonly name: string;
}

/** Input and output of each call behind "Check on my claim" and "Say thank you". */
export interface DoorCalls {
  /**
   * `not-found`: no such pair, whichever half was wrong; with `waitMs` where the next try counts only then.
   * `locked`: too many wrong pairs, of this number or at this kiosk.
   */
  'status:look': { input: { readonly number: string; readonly secret: string }; output: Look };
  /**
   * Further words to the claim that is looked at; the same `requestId` again adds nothing. `not-found`: nobody looks at
   * it any more; `claim-closed`; `locked`: too many in a short time, ask again after `waitMs`.
   */
  'status:add-words': {
    input: {
      readonly lookId: string;
      readonly requestId: RequestId;
      readonly text: string;
      readonly locale: Locale;
    };
    output: Look;
  };
  /** Nobody looks any more. */
  'status:leave': { input: null; output: null };
  /** Who can be thanked by name. */
  'thanks:people': { input: null; output: readonly ThankedPerson[] };
  /**
   * A thank you to a person, or (null) to everyone; the same `requestId` again is the same one. With the claim that is
   * looked at, where `lookId` says so. `not-found`: nobody who works here; `locked`: too many in a short time.
   */
  'thanks:give': {
    input: {
      readonly requestId: RequestId;
      readonly to: StaffId | null;
      readonly words: string;
      readonly locale: Locale;
      readonly lookId: string | null;
    };
    output: null;
  };
}
