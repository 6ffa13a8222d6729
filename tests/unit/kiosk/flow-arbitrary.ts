import fc from 'fast-check';
import type { Receipt } from '../../../src-main/contract/api.ts';
import type { Instant, PrintJobId, RequestId } from '../../../src-main/domain/brand.ts';
import type { ClaimNumber } from '../../../src-main/domain/claim-number.ts';
import { CONTACT_WAYS, FEELINGS, LOCALES, OUTCOMES, WISHES } from '../../../src-main/domain/intake.ts';
import type { PrintStatus } from '../../../src-main/domain/print-state.ts';
import {
  newKioskState,
  STEPS,
  type DraftChange,
  type KioskState,
} from '../../../src-renderer/kiosk/flow-state.ts';
import { reduce, type FlowEvent } from '../../../src-renderer/kiosk/flow.ts';

/** A print job as it is when the claim was just kept. */
export const PRINTING: PrintStatus = {
  jobId: 'job-1' as PrintJobId,
  state: 'queued',
  problem: null,
};

/** What main answers to a claim that it kept. */
export const RECEIPT: Receipt = {
  number: 'HEL-1042-K' as ClaimNumber,
  takenAt: 0 as Instant,
  expectations: [],
  askFor: 'Mika',
  storePhone: '09 555 0100',
  print: PRINTING,
};

/** Returns a request id that a test can recognise. */
export function requestId(text: string): RequestId {
  return text as RequestId;
}

/** Returns the state after all the events, one after the other. */
export function after(state: KioskState, events: readonly FlowEvent[]): KioskState {
  return events.reduce(reduce, state);
}

// Few ids, so that answers meet the draft they belong to and also meet others.
const ids = fc.constantFrom('a', 'a', 'a', 'b').map(requestId);
const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const texts = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 5, arbitrary: someText });

/** Any edit that a screen makes. */
const anyEdit: fc.Arbitrary<DraftChange> = fc.oneof(
  fc.record({ statement: texts }),
  fc.record({
    feeling: fc.record({ face: fc.constantFrom(null, ...FEELINGS), words: texts }),
  }),
  fc.record({ item: fc.record({ name: texts, serial: texts }) }),
  fc.record({
    pending: fc.record({
      description: texts,
      outcome: fc.constantFrom(null, ...OUTCOMES),
      asked: fc.constant(false),
    }),
  }),
  fc.record({ wishes: fc.record({ kinds: fc.subarray([...WISHES]), words: texts }) }),
  fc.record({
    contact: fc.record({
      name: texts,
      phone: texts,
      email: texts,
      way: fc.constantFrom(null, ...CONTACT_WAYS),
    }),
  }),
);

/** Any event that moves between screens or changes how they look, none that edits or removes anything. */
export const anyMove: fc.Arbitrary<FlowEvent> = fc.oneof(
  fc.record({ type: fc.constant('start'), requestId: ids } as const),
  fc.record({
    type: fc.constantFrom('continue', 'skip', 'back', 'finish', 'submit', 'add-attempt'),
  } as const),
  fc.record({ type: fc.constant('change'), step: fc.constantFrom(null, ...STEPS) } as const),
  fc.record({ type: fc.constantFrom('text-size', 'contrast') } as const),
  fc.record({ type: fc.constant('language'), locale: fc.constantFrom(...LOCALES) } as const),
  fc.record({
    type: fc.constant('not-kept'),
    requestId: ids,
    code: fc.constantFrom('not-kept', 'invalid-input'),
  } as const),
  fc.record({
    type: fc.constant('print-changed'),
    status: fc.constantFrom<PrintStatus>(PRINTING, { ...PRINTING, state: 'printed' }),
  } as const),
);

/** Any event at all. */
export const anyEvent: fc.Arbitrary<FlowEvent> = fc.oneof(
  { weight: 12, arbitrary: anyMove },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('edit'), change: anyEdit } as const) },
  fc.record({ type: fc.constant('remove-attempt'), index: fc.nat({ max: 3 }) } as const),
  fc.record({ type: fc.constant('kept'), requestId: ids, receipt: fc.constant(RECEIPT) } as const),
  fc.record({ type: fc.constant('wipe') } as const),
);

/** The state of a kiosk after any events, nearly always in the middle of somebody's story. */
export const anyState: fc.Arbitrary<KioskState> = fc
  .tuple(fc.array(anyEdit, { maxLength: 6 }), fc.array(anyEvent, { maxLength: 40 }))
  .map(([edits, events]) =>
    after(newKioskState('en'), [
      { type: 'start', requestId: requestId('a') },
      { type: 'edit', change: { statement: 'It leaks.' } },
      ...edits.map((change): FlowEvent => ({ type: 'edit', change })),
      ...events,
    ]),
  );
