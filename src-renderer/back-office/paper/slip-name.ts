import type { Messages } from '../../../resources/messages/catalogue.ts';
import type { PaperJob } from '../../../src-main/contract/paper-api.ts';
import { spokenClaimNumber } from '../../../src-main/domain/claim-number.ts';

/** Isolates a run of left-to-right text inside of a sentence that may run the other way. */
const LEFT_TO_RIGHT = '\u2066';
const END_ISOLATE = '\u2069';

/** Returns what a slip is called: its kind, and its claim's number where it has one. */
export function slipName(messages: Messages, { kind, number }: PaperJob): string {
  const name = messages.staff.kinds[kind];
  return number === null ? name : `${name} ${LEFT_TO_RIGHT}${spokenClaimNumber(number)}${END_ISOLATE}`;
}
