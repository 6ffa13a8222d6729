import { getContext, onMount, setContext } from 'svelte';
import type { NextStep } from '../../../src-main/domain/next-step.ts';

type Kind = NextStep['kind'];
type Step<K extends Kind> = Extract<NextStep, { kind: K }>;
/** Opens what a step needs and returns where it is on the page. */
type Opening<K extends Kind> = (step: Step<K>) => HTMLElement | undefined;

const LEAD = Symbol('lead');

/** Leads from the head of a claim's page to where its next step is taken. */
interface Lead {
  /** Opens the step in its section; nothing where its section is not on the page. */
  to(step: NextStep): void;
}

interface Openings extends Lead {
  readonly openings: Map<Kind, (step: NextStep) => HTMLElement | undefined>;
}

/** Returns what leads to the steps of the page that this component is. Its sections say where with `leadsTo`. */
export function provideLead(): Lead {
  const openings: Openings['openings'] = new Map();
  const lead: Openings = {
    openings,
    to(step) {
      openings.get(step.kind)?.(step)?.scrollIntoView({ block: 'start' });
    },
  };
  return setContext(LEAD, lead);
}

/** Says how a section, while it is on the page, opens a step of that kind. */
export function leadsTo<K extends Kind>(kind: K, open: Opening<K>): void {
  const { openings } = getContext<Openings>(LEAD);
  onMount(() => {
    // A step is only ever handed to the opening of its own kind.
    openings.set(kind, (step) => open(step as Step<K>));
    return () => openings.delete(kind);
  });
}
