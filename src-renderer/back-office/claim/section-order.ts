import type { Component } from 'svelte';
import type { ClaimView } from '../../../src-main/domain/desk.ts';
import type { SectionProps } from './changing.svelte.ts';
import { nothingYet, type QuietSection } from './nothing-yet.ts';
import Costs from './sections/Costs.svelte';
import DrawnLines from './sections/DrawnLines.svelte';
import Goodwill from './sections/Goodwill.svelte';
import Loaners from './sections/Loaners.svelte';
import Notes from './sections/Notes.svelte';
import Place from './sections/Place.svelte';
import Plan from './sections/Plan.svelte';

/** A section whose place depends on whether there is something in it. */
export interface PlacedSection {
  readonly key: QuietSection;
  readonly Part: Component<SectionProps>;
}

/** One column's sections: those with something in them, and those with nothing yet, which stand below. */
export interface PlacedSections {
  readonly filled: readonly PlacedSection[];
  readonly empty: readonly PlacedSection[];
}

const MAIN: readonly PlacedSection[] = [
  { key: 'plan', Part: Plan },
  { key: 'costs', Part: Costs },
  { key: 'goodwill', Part: Goodwill },
  { key: 'notes', Part: Notes },
];
const SIDE: readonly PlacedSection[] = [
  { key: 'place', Part: Place },
  { key: 'loaners', Part: Loaners },
  { key: 'lines', Part: DrawnLines },
];

/**
 * Returns where the sections of a claim stand. It is asked once, as the page is opened: a section that is filled while
 * somebody looks at it stays beneath their hand.
 */
export function placeSections(claim: ClaimView): {
  readonly main: PlacedSections;
  readonly side: PlacedSections;
} {
  function place(sections: readonly PlacedSection[]): PlacedSections {
    return {
      filled: sections.filter(({ key }) => !nothingYet[key](claim)),
      empty: sections.filter(({ key }) => nothingYet[key](claim)),
    };
  }
  return { main: place(MAIN), side: place(SIDE) };
}
