import { messagesFor } from '../../../resources/messages/catalogue.ts';
import type { Slip } from './slip.ts';

/** Returns the slip as its `copy`th copy, which says so before anything else; 0 is the original, as it is. */
export function asCopy(slip: Slip, copy: number): Slip {
  if (copy === 0) return slip;
  const said = messagesFor(slip.locale).slip.copy(copy);
  return { ...slip, blocks: [{ kind: 'band', text: said }, ...slip.blocks] };
}
