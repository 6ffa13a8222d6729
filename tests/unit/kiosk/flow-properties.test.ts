import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, newKioskState, STEPS, type Draft } from '../../../src-renderer/kiosk/flow-state.ts';
import { reduce, type FlowEvent } from '../../../src-renderer/kiosk/flow.ts';
import { after, anyEvent, anyMove, anyState, requestId } from './flow-arbitrary.ts';

const WELCOME = newKioskState('en');
const START: FlowEvent = { type: 'start', requestId: requestId('a') };

/** Everything that a customer typed or chose, wherever the draft keeps it. */
function given(draft: Draft | null): string[] {
  if (draft === null) return [];
  const { statement, feeling, item, attempts, pending, wishes, contact } = draft;
  return (
    [
      statement,
      ...[feeling.face, feeling.words, item.name, item.serial],
      ...attempts.flatMap(({ description, outcome }) => [description, outcome]),
      ...[pending.description, pending.outcome],
      ...[...wishes.kinds, wishes.words],
      ...[contact.name, contact.phone, contact.email, contact.way],
    ]
      // That nothing was said is nothing that was given.
      .filter((text): text is string => text !== null && text !== '' && text !== 'not-said')
      .toSorted()
  );
}

test('no move ever loses or changes a character that was given', () => {
  fc.assert(
    fc.property(anyState, fc.array(anyMove, { maxLength: 40 }), (state, moves) => {
      fc.pre(state.flow.screen !== 'thanks');
      expect(given(draftOf(after(state, moves).flow))).toEqual(given(draftOf(state.flow)));
    }),
    { numRuns: 1000 },
  );
});

test('an intake keeps its id until it is kept or wiped', () => {
  fc.assert(
    fc.property(anyState, anyEvent, (state, event) => {
      fc.pre(event.type !== 'wipe' && event.type !== 'kept');
      const before = draftOf(state.flow);
      const draft = draftOf(reduce(state, event).flow);
      if (before !== null && draft !== null) expect(draft.requestId).toBe(before.requestId);
    }),
    { numRuns: 2000 },
  );
});

test('Back undoes Continue, but for what Continue put on the list', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const { flow } = state;
      const next = reduce(state, { type: 'continue' }).flow;
      fc.pre(flow.screen !== next.screen && next.screen !== 'readback');
      const back = reduce(reduce(state, { type: 'continue' }), { type: 'back' }).flow;
      expect(back.screen).toBe(flow.screen);
      if (flow.screen !== 'attempts') expect(back).toEqual(flow);
    }),
    { numRuns: 2000 },
  );
});

test('Back always leads out: no screen is a trap', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      let { flow } = state;
      let taps = 0;
      for (; STEPS.some((step) => step === flow.screen); taps++) {
        flow = reduce({ ...state, flow }, { type: 'back' }).flow;
        expect(taps).toBeLessThan(STEPS.length);
      }
      expect(['welcome', 'readback', 'thanks']).toContain(flow.screen);
    }),
    { numRuns: 1000 },
  );
});

test('a ticket is at most Continue twice a screen away, whatever happened before', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      fc.pre(state.flow.screen !== 'thanks');
      const words: FlowEvent = { type: 'edit', change: { statement: 'x' } };
      const ways = [
        START,
        words,
        ...STEPS.flatMap((): FlowEvent[] => [{ type: 'continue' }, { type: 'continue' }]),
      ];
      const end = after(state, ways);
      const draft = draftOf(end.flow);
      expect(end.flow.screen === 'readback' || draft?.statement === '').toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('whatever happened, a wipe leaves nothing of it', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(reduce(state, { type: 'wipe' })).toEqual(WELCOME);
    }),
  );
});

test('the read-back and the thanks never appear without words', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const kept = reduce(state, { type: 'submit' }).flow;
      fc.pre(kept.screen === 'readback' && kept.submission.kind === 'keeping');
      expect(kept.screen === 'readback' && kept.draft.statement).not.toBe('');
    }),
    { numRuns: 1000 },
  );
});

test('every screen is reached by some taps', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyState, (state) => {
      seen.add(state.flow.screen);
    }),
    { numRuns: 5000, seed: 7 },
  );
  expect(seen).toEqual(new Set(['welcome', ...STEPS, 'readback', 'thanks']));
});
