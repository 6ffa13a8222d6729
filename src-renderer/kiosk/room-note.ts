import type { Messages } from '../../resources/messages/catalogue.ts';

/** The room that a field has left, and whether the last thing that came in was cut. */
export interface Room {
  readonly left: number;
  readonly cut: boolean;
}

/** From this many characters on, the statement's field says how much room there is. */
const NEAR_LIMIT_CHARACTERS = 500;

/** Returns what to say under the statement's field; empty while there is room. */
export function statementNote(messages: Messages, { left, cut }: Room): string {
  if (cut) return messages.words.cut;
  if (left <= 0) return messages.words.atLimit;
  return left < NEAR_LIMIT_CHARACTERS ? messages.words.nearLimit(left) : '';
}

/** Returns what to say under any other field; empty while there is room. */
export function fieldNote(messages: Messages, { left, cut }: Room): string {
  return cut || left <= 0 ? messages.common.fieldFull : '';
}
