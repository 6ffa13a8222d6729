import { describe, expect, test } from 'vitest';
import type { PrintJobId } from '../../../src-main/domain/brand.ts';
import { ATTEMPTS_MAX } from '../../../src-main/domain/intake.ts';
import {
  draftOf,
  intakeOf,
  isPristine,
  newDraft,
  newKioskState,
  STEPS,
  type DraftChange,
  type KioskState,
} from '../../../src-renderer/kiosk/flow-state.ts';
import { reduce, type FlowEvent } from '../../../src-renderer/kiosk/flow.ts';
import { after, PRINTING, RECEIPT, requestId } from './flow-arbitrary.ts';

const WELCOME = newKioskState('en');
const START: FlowEvent = { type: 'start', requestId: requestId('a') };
const CONTINUE: FlowEvent = { type: 'continue' };
const SKIP: FlowEvent = { type: 'skip' };
const BACK: FlowEvent = { type: 'back' };
const FINISH: FlowEvent = { type: 'finish' };
const SUBMIT: FlowEvent = { type: 'submit' };
const ADD: FlowEvent = { type: 'add-attempt' };
const WORDS = edit({ statement: 'It leaks.' });
const KEPT: FlowEvent = { type: 'kept', requestId: requestId('a'), receipt: RECEIPT };

function edit(change: DraftChange): FlowEvent {
  return { type: 'edit', change };
}

function go(...events: readonly FlowEvent[]): KioskState {
  return after(WELCOME, events);
}

function screens(...events: readonly FlowEvent[]): string[] {
  return events.map((_, index) => go(...events.slice(0, index + 1)).flow.screen);
}

const AT_ATTEMPTS = [START, WORDS, CONTINUE, SKIP, SKIP];
const AT_READBACK = [START, WORDS, FINISH];

describe('the way through', () => {
  test('Continue visits every screen in order', () => {
    const events = [START, WORDS, ...STEPS.map(() => CONTINUE), SUBMIT, KEPT];
    expect(screens(...events)).toEqual(['words', ...STEPS, 'readback', 'readback', 'thanks']);
  });

  test('Skip goes past every screen but the words', () => {
    expect(screens(START, SKIP, WORDS, SKIP, CONTINUE, SKIP, SKIP, SKIP, SKIP, SKIP)).toEqual([
      'words',
      'words',
      'words',
      'words',
      ...STEPS.slice(1),
      'readback',
    ]);
  });

  test('Finish now goes from the words straight to the read-back, and only from there', () => {
    expect(screens(...AT_READBACK)).toEqual(['words', 'words', 'readback']);
    expect(go(START, WORDS, CONTINUE, FINISH).flow.screen).toBe('feeling');
  });

  test('without any words there is no Continue and no Finish now', () => {
    expect(screens(START, CONTINUE, FINISH)).toEqual(['words', 'words', 'words']);
  });

  test('one space is words: whether it says anything is not for a machine to judge', () => {
    expect(go(START, edit({ statement: ' ' }), FINISH).flow.screen).toBe('readback');
  });

  test('Back from the words keeps them on the welcome screen, under the same id', () => {
    const state = go(START, WORDS, BACK);
    expect(state.flow).toMatchObject({
      screen: 'welcome',
      draft: { requestId: 'a', statement: 'It leaks.' },
    });
    const again = reduce(state, { type: 'start', requestId: requestId('b') });
    expect(again.flow).toMatchObject({
      screen: 'words',
      draft: { requestId: 'a', statement: 'It leaks.' },
    });
  });

  test('Back from empty words leaves nothing', () => {
    expect(go(START, BACK)).toEqual(WELCOME);
  });
});

describe('changing something', () => {
  test.each(STEPS)('%s can be reached in one tap, and left in one tap whichever it is', (step) => {
    const change: FlowEvent = { type: 'change', step };
    const exits = step === 'words' ? [CONTINUE, FINISH, BACK] : [CONTINUE, FINISH, BACK, SKIP];
    for (const exit of exits)
      expect(screens(...AT_READBACK, change, exit).slice(-2)).toEqual([step, 'readback']);
  });

  test('"Change something" goes over everything again, from the words, with one tap back from anywhere', () => {
    const change: FlowEvent = { type: 'change', step: null };
    for (const [index, step] of STEPS.entries()) {
      const events = [...AT_READBACK, change, ...STEPS.slice(0, index).map(() => CONTINUE), FINISH];
      expect(screens(...events).slice(-2)).toEqual([step, 'readback']);
    }
    expect(screens(...AT_READBACK, change, BACK).at(-1)).toBe('readback');
  });

  test('nothing can be changed while the claim is being kept', () => {
    const state = go(...AT_READBACK, SUBMIT);
    expect(reduce(state, { type: 'change', step: 'words' })).toBe(state);
  });
});

describe('what was tried', () => {
  const typed = edit({ pending: { description: 'Descaling', outcome: 'no', asked: false } });
  const unanswered = edit({ pending: { description: 'Descaling', outcome: null, asked: false } });
  const added = [{ description: 'Descaling', outcome: 'no' }];

  test('Add puts it on the list and empties the fields', () => {
    const draft = draftOf(go(...AT_ATTEMPTS, typed, ADD).flow);
    expect(draft).toMatchObject({ attempts: added, pending: { description: '', outcome: null } });
  });

  test('Continue adds what was typed and not added', () => {
    const state = go(...AT_ATTEMPTS, typed, CONTINUE);
    expect(state.flow).toMatchObject({ screen: 'wishes', draft: { attempts: added } });
  });

  test('Continue asks once whether it helped, and never more than once', () => {
    const asked = go(...AT_ATTEMPTS, unanswered, CONTINUE);
    expect(asked.flow).toMatchObject({
      screen: 'attempts',
      draft: { pending: { description: 'Descaling', asked: true } },
    });
    expect(reduce(asked, CONTINUE).flow.screen).toBe('wishes');
  });

  test('what nobody answered for is read back and kept as not said', () => {
    const state = go(...AT_ATTEMPTS, unanswered, SKIP, SKIP, SKIP);
    const attempts = [{ description: 'Descaling', outcome: 'not-said' }];
    expect(state.flow).toMatchObject({
      screen: 'readback',
      draft: { attempts, pending: { description: '' } },
    });
    expect(draftOf(reduce(reduce(state, { type: 'change', step: 'attempts' }), BACK).flow)).toMatchObject({
      attempts,
    });
  });

  test('what is only spaces is no attempt', () => {
    const spaces = edit({ pending: { description: '  ', outcome: null, asked: false } });
    expect(draftOf(go(...AT_ATTEMPTS, spaces, SKIP, SKIP, SKIP).flow)).toMatchObject({ attempts: [] });
  });

  test('Skip asks nothing and keeps what was typed', () => {
    const state = go(...AT_ATTEMPTS, unanswered, SKIP);
    expect(state.flow).toMatchObject({
      screen: 'wishes',
      draft: { pending: { description: 'Descaling' } },
    });
  });

  test('the list ends at its limit, and nothing typed is lost there', () => {
    const many = Array.from({ length: ATTEMPTS_MAX + 1 }, () => [typed, ADD]).flat();
    expect(draftOf(go(...AT_ATTEMPTS, ...many).flow)).toMatchObject({
      attempts: Array.from({ length: ATTEMPTS_MAX }, () => added[0]),
      pending: { description: 'Descaling' },
    });
  });

  test('Remove takes one from the list', () => {
    const state = go(...AT_ATTEMPTS, typed, ADD, typed, ADD, { type: 'remove-attempt', index: 0 });
    expect(draftOf(state.flow)?.attempts).toEqual(added);
  });
});

describe('Yes, print my ticket', () => {
  test('a double tap changes nothing the second time, so there is one call', () => {
    const once = go(...AT_READBACK, SUBMIT);
    expect(once.flow).toMatchObject({ submission: { kind: 'keeping' } });
    expect(reduce(once, SUBMIT)).toBe(once);
  });

  test('a refusal stays on the read-back with every word, and the next try has the same id', () => {
    const refused = go(...AT_READBACK, SUBMIT, {
      type: 'not-kept',
      requestId: requestId('a'),
      code: 'not-kept',
    });
    expect(refused.flow).toMatchObject({
      screen: 'readback',
      submission: { kind: 'failed', code: 'not-kept' },
      draft: { requestId: 'a', statement: 'It leaks.' },
    });
    expect(reduce(refused, SUBMIT).flow).toMatchObject({
      submission: { kind: 'keeping' },
      draft: { requestId: 'a' },
    });
  });

  test('an answer that comes after the screen was wiped belongs to nobody', () => {
    const next = go(...AT_READBACK, SUBMIT, { type: 'wipe' }, START, WORDS, FINISH, SUBMIT);
    const late: FlowEvent = { type: 'kept', requestId: requestId('z'), receipt: RECEIPT };
    expect(reduce(next, late)).toBe(next);
  });

  test('thanks holds the receipt and nothing that was typed', () => {
    const state = go(...AT_READBACK, SUBMIT, KEPT);
    expect(state.flow).toEqual({ screen: 'thanks', receipt: RECEIPT });
    expect(JSON.stringify(state)).not.toContain('leaks');
  });

  test('thanks follows its own print job and no other', () => {
    const state = go(...AT_READBACK, SUBMIT, KEPT);
    const sent = { ...PRINTING, state: 'printed' } as const;
    expect(reduce(state, { type: 'print-changed', status: sent }).flow).toMatchObject({
      receipt: { print: sent },
    });
    const other = { ...sent, jobId: 'job-2' as PrintJobId };
    expect(reduce(state, { type: 'print-changed', status: other })).toBe(state);
  });
});

describe('the next customer', () => {
  test('finds everything as new: words, language, text size and contrast', () => {
    const state = go(
      { type: 'language', locale: 'ar' },
      { type: 'text-size' },
      { type: 'contrast' },
      START,
      WORDS,
      { type: 'wipe' },
    );
    expect(state).toEqual(WELCOME);
    expect(isPristine(state)).toBe(true);
  });

  test('has another id', () => {
    const state = go(START, WORDS, { type: 'wipe' }, { type: 'start', requestId: requestId('b') });
    expect(draftOf(state.flow)?.requestId).toBe('b');
  });

  test.each<FlowEvent>([
    { type: 'language', locale: 'ar' },
    { type: 'text-size' },
    { type: 'contrast' },
    START,
  ])('a kiosk that was touched ($type) is not as new', (event) => expect(isPristine(go(event))).toBe(false));
});

test('the text size goes round', () => {
  const size: FlowEvent = { type: 'text-size' };
  const sizes = [1, 2, 3, 4].map((taps) => go(...Array.from({ length: taps }, () => size)).textSize);
  expect(sizes).toEqual([125, 150, 200, 100]);
});

test('main gets the draft as it is, without what the screen alone needs', () => {
  const { pending: _, ...given } = newDraft(requestId('a'));
  expect(intakeOf({ ...newDraft(requestId('a')), statement: ' x\n' }, 'ar')).toEqual({
    ...given,
    locale: 'ar',
    statement: ' x\n',
  });
});
