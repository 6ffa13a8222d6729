import { ATTEMPTS_MAX, type GivenOutcome } from '../../src-main/domain/intake.ts';
import { unreachable } from '../../src-main/domain/result.ts';
import { openDoor, reduceDoor } from './doors.ts';
import type { FlowEvent } from './flow-event.ts';
import {
  isBlank,
  isPristine,
  newDraft,
  newKioskState,
  NO_PENDING,
  STEPS,
  TEXT_SIZES,
  type Draft,
  type Flow,
  type KioskState,
  type Route,
  type Step,
} from './flow-state.ts';

export type { FlowEvent } from './flow-event.ts';

/** Returns the state after an event; the very same object where the event changes nothing. */
export function reduce(state: KioskState, event: FlowEvent): KioskState {
  switch (event.type) {
    case 'wipe':
      return newKioskState(state.homeLocale);
    case 'language':
      return event.locale === state.locale ? state : { ...state, locale: event.locale };
    case 'resume': {
      const { requestId, locale, statement } = event;
      if (!isPristine(state)) return state;
      const draft = { ...newDraft(requestId), statement };
      return { ...state, locale, flow: { screen: 'words', draft, route: 'first' } };
    }
    case 'text-size': {
      const next = TEXT_SIZES[(TEXT_SIZES.indexOf(state.textSize) + 1) % TEXT_SIZES.length];
      return { ...state, textSize: next ?? 100 };
    }
    case 'contrast':
      return { ...state, highContrast: !state.highContrast };
    default: {
      const flow = reduceFlow(state.flow, event);
      return flow === state.flow ? state : { ...state, flow };
    }
  }
}

type ScreenEvent = Exclude<
  FlowEvent,
  { readonly type: 'wipe' | 'language' | 'resume' | 'text-size' | 'contrast' }
>;
type StepFlow = Extract<Flow, { readonly screen: Step }>;
type ReadbackFlow = Extract<Flow, { readonly screen: 'readback' }>;

function reduceFlow(flow: Flow, event: ScreenEvent): Flow {
  switch (flow.screen) {
    case 'welcome':
      // What was written is first said to an end, or taken back: the other doors hold no draft.
      if (event.type !== 'start') return (flow.draft === null && openDoor(event)) || flow;
      return { screen: 'words', draft: flow.draft ?? newDraft(event.requestId), route: 'first' };
    case 'readback':
      return reduceReadback(flow, event);
    case 'thanks': {
      if (event.type !== 'print-changed' || event.status.jobId !== flow.receipt.print.jobId) return flow;
      return { ...flow, receipt: { ...flow.receipt, print: event.status } };
    }
    case 'words':
    case 'feeling':
    case 'item':
    case 'attempts':
    case 'wishes':
    case 'contact':
      return reduceStep(flow, event);
    case 'check':
    case 'status':
    case 'more':
    case 'praise':
    case 'praised':
      return reduceDoor(flow, event) ?? { screen: 'welcome', draft: null };
    default:
      return unreachable(flow);
  }
}

function reduceReadback(flow: ReadbackFlow, event: ScreenEvent): Flow {
  const { draft, submission } = flow;
  switch (event.type) {
    case 'change':
      if (submission.kind === 'keeping') return flow;
      return { screen: event.step ?? 'words', draft, route: event.step ? 'one' : 'again' };
    case 'submit':
      if (submission.kind === 'keeping' || draft.statement === '') return flow;
      return { ...flow, submission: { kind: 'keeping' } };
    case 'kept':
      if (submission.kind !== 'keeping' || event.requestId !== draft.requestId) return flow;
      return { screen: 'thanks', receipt: event.receipt };
    case 'not-kept':
      if (submission.kind !== 'keeping' || event.requestId !== draft.requestId) return flow;
      return { ...flow, submission: { kind: 'failed', code: event.code } };
    default:
      return flow;
  }
}

function reduceStep(flow: StepFlow, event: ScreenEvent): Flow {
  const { draft } = flow;
  switch (event.type) {
    case 'edit':
      return { ...flow, draft: { ...draft, ...event.change } };
    case 'add-attempt':
      return flow.screen === 'attempts' ? { ...flow, draft: withPendingAdded(draft) } : flow;
    case 'remove-attempt':
      if (flow.screen !== 'attempts') return flow;
      return {
        ...flow,
        draft: { ...draft, attempts: draft.attempts.filter((_, index) => index !== event.index) },
      };
    case 'continue':
      if (draft.statement === '') return flow;
      return settled(flow, (kept) => afterStep(flow.screen, kept, flow.route));
    case 'finish':
      if (draft.statement === '' || (flow.route === 'first' && flow.screen !== 'words')) return flow;
      return settled(flow, readback);
    case 'skip':
      // The words are what a ticket is made of; everything after them can be left out.
      return flow.screen === 'words' ? flow : afterStep(flow.screen, draft, flow.route);
    case 'back':
      return beforeStep(flow);
    default:
      return flow;
  }
}

/** Nothing typed is left behind in the attempt fields: it joins the list, or "Did it help?" is asked for, once. */
function settled(flow: StepFlow, leave: (draft: Draft) => Flow): Flow {
  if (flow.screen !== 'attempts') return leave(flow.draft);
  const draft = withPendingAdded(flow.draft);
  const mustAnswer = draft.pending.asked && !flow.draft.pending.asked;
  return mustAnswer ? { ...flow, draft } : leave(draft);
}

function withPendingAdded(draft: Draft): Draft {
  const { description, outcome } = draft.pending;
  if (description === '' || !hasRoom(draft)) return draft;
  if (outcome === null) return { ...draft, pending: { ...draft.pending, asked: true } };
  return withAdded(draft, outcome);
}

function withAdded(draft: Draft, outcome: GivenOutcome): Draft {
  const { description } = draft.pending;
  return { ...draft, attempts: [...draft.attempts, { description, outcome }], pending: NO_PENDING };
}

function hasRoom({ attempts }: Draft): boolean {
  return attempts.length < ATTEMPTS_MAX;
}

function afterStep(step: Step, draft: Draft, route: Route): Flow {
  const next = route === 'one' ? undefined : STEPS[STEPS.indexOf(step) + 1];
  return next === undefined ? readback(draft) : { screen: next, draft, route };
}

function beforeStep({ screen, draft, route }: StepFlow): Flow {
  const previous = route === 'one' ? undefined : STEPS[STEPS.indexOf(screen) - 1];
  if (previous !== undefined) return { screen: previous, draft, route };
  return route === 'first' ? { screen: 'welcome', draft: isBlank(draft) ? null : draft } : readback(draft);
}

/** Whatever stands in the attempt fields by then is read back and kept, with an answer or without one. */
function readback(given: Draft): Flow {
  const { pending } = given;
  const isWordless = pending.description.trim() === '';
  const draft = isWordless || !hasRoom(given) ? given : withAdded(given, pending.outcome ?? 'not-said');
  return { screen: 'readback', draft, submission: { kind: 'ready' } };
}
