import type { Messages } from '../../../resources/messages/catalogue.ts';

/** Returns what to say under a field of the customer's words that staff write for them; empty while there is room. */
export function roomNote(
  messages: Messages,
  { left, cut }: { readonly left: number; readonly cut: boolean },
): string {
  return cut || left <= 0 ? messages.office.listening.full : '';
}
