import type { Instant } from './brand.ts';
import type { ShownNote } from './desk.ts';

/** A call that somebody has to make. */
export interface CallDue extends ShownNote {
  readonly due: Instant;
}

/** Returns the calls that are still to be made, soonest first: those that no call was noted after. */
export function callsDue(notes: readonly ShownNote[]): readonly CallDue[] {
  const called = notes.findLastIndex(({ kind }) => kind === 'call');
  return notes
    .slice(called + 1)
    .filter((note): note is CallDue => note.kind === 'call-due' && note.due !== null)
    .sort((one, other) => one.due - other.due);
}
