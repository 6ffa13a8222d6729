/**
 * What staff write down: a note, a call that was made, a call that is to be made, what we got wrong, and the line that
 * goes with handing a claim over.
 */
export const NOTE_KINDS = ['note', 'call', 'call-due', 'apology', 'hand-over'] as const;
/** A kind of note. */
export type NoteKind = (typeof NOTE_KINDS)[number];
