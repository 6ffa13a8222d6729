import type { ClaimView } from '../../../src-main/domain/desk.ts';

/** A section that a claim may have nothing in for all of its life. */
export type QuietSection = 'plan' | 'costs' | 'goodwill' | 'notes' | 'place' | 'loaners' | 'lines';

/** Returns whether a section has nothing to show: then it is a line and not a card, and stands below what there is. */
export const nothingYet: Readonly<Record<QuietSection, (claim: ClaimView) => boolean>> = {
  plan: ({ plans }) => plans.length === 0,
  costs: ({ estimates, charges, research }) => estimates.length + charges.length + research.length === 0,
  goodwill: ({ goodwill }) => goodwill.length === 0,
  // A hand-over has its own place.
  notes: ({ notes }) => notes.every(({ kind }) => kind === 'hand-over'),
  place: ({ place }) => place === '',
  loaners: ({ loaners }) => loaners.length === 0,
  lines: ({ lines, incidents }) => lines.length === 0 && incidents.length === 0,
};
