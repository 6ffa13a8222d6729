import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import type {
  ClaimView,
  ShownNote,
  ShownPromise,
  StaffAttempt,
  Understanding,
} from '../../../src-main/domain/desk.ts';
import type { ShownLoaner } from '../../../src-main/domain/loaner.ts';
import { nextStep, owedNext, type StepQuestion } from '../../../src-main/domain/next-step.ts';
import type { PromiseId } from '../../../src-main/domain/promise.ts';

const HOUR_MS = 60 * 60_000;
const NOW = 1_795_000_000_000 as Instant;

function after(hours: number): Instant {
  return (NOW + hours * HOUR_MS) as Instant;
}

const QUESTION: StepQuestion = { now: NOW, endOfDay: after(8), role: 'clerk', letters: [] };
const UNDERSTOOD = { version: 1, text: 'It leaks.', answer: 'confirmed' } as Understanding;

function promise(hours: number, given: Partial<ShownPromise> = {}): ShownPromise {
  const id = `promise ${String(hours)}` as PromiseId;
  const due = after(hours);
  return {
    id,
    kind: 'next-update',
    about: null,
    state: 'open',
    due,
    overdue: hours < 0,
    ...given,
  } as ShownPromise;
}

/** A claim in work that asks for nothing before tomorrow, and for no more than the next word then. */
function claim(given: Partial<ClaimView> = {}): ClaimView {
  const nothing = {
    ...{
      staffAttempts: [],
      requests: [],
      estimates: [],
      loaners: [],
      notes: [],
      statements: [],
      goodwill: [],
    },
  };
  return {
    ...nothing,
    status: 'in-work',
    promises: [promise(30)],
    understandings: [UNDERSTOOD],
    plans: [{ version: 1, text: 'A new seal.' }],
    ...given,
  } as unknown as ClaimView;
}

const LATE_LOANER = { seq: 2, back: null, late: true } as ShownLoaner;
const HELPED = { id: 'a', outcome: 'yes' } as StaffAttempt;
const CALL = { kind: 'call-due', due: after(2) } as ShownNote;
const LATE_LETTER = {
  id: 'letter',
  state: 'sent',
  newest: { due: after(-1) },
} as StepQuestion['letters'][number];

describe('the next step', () => {
  it.each<[string, Partial<ClaimView>, ReturnType<typeof nextStep>]>([
    ['the next word, where nothing else is open', {}, { kind: 'tell', promiseId: 'promise 30' as PromiseId }],
    [
      'a broken promise',
      { promises: [promise(30), promise(-1)], notes: [CALL] },
      { kind: 'make-amends', promiseId: 'promise -1' as PromiseId },
    ],
    ['a call that is due', { notes: [CALL], understandings: [] }, { kind: 'call' }],
    [
      'no call after it was made',
      { notes: [CALL, { kind: 'call' } as ShownNote], plans: [] },
      { kind: 'plan' },
    ],
    [
      'what is due within the hour, before understanding',
      { promises: [promise(1)], understandings: [] },
      { kind: 'tell', promiseId: 'promise 1' as PromiseId },
    ],
    [
      'understanding, before what is due today',
      { promises: [promise(2)], understandings: [] },
      { kind: 'understand' },
    ],
    [
      'what was not quite right',
      { understandings: [{ ...UNDERSTOOD, answer: 'not-quite' }] },
      { kind: 'understand' },
    ],
    ['what was not read back', { understandings: [{ ...UNDERSTOOD, answer: null }] }, { kind: 'read-back' }],
    [
      'what is due today',
      { promises: [promise(2, { kind: 'expectation' }), promise(30)] },
      { kind: 'keep', promiseId: 'promise 2' as PromiseId },
    ],
    ['what is out and late', { loaners: [LATE_LOANER], plans: [] }, { kind: 'take-back', seq: 2 }],
    [
      'what is out and late though it is closed',
      { status: 'closed', promises: [], loaners: [LATE_LOANER] },
      { kind: 'take-back', seq: 2 },
    ],
    ['nothing more of a closed one', { status: 'closed', promises: [] }, null],
    [
      'a yes to the estimate',
      { estimates: [{ answer: null } as ClaimView['estimates'][number]] },
      { kind: 'ask-estimate' },
    ],
    ['a plan', { plans: [] }, { kind: 'plan' }],
    ['the end, where something helped', { staffAttempts: [HELPED], plans: [] }, { kind: 'close' }],
    [
      'no end while something is open',
      { staffAttempts: [HELPED], promises: [promise(30), promise(40, { kind: 'expectation' })] },
      { kind: 'tell', promiseId: 'promise 30' as PromiseId },
    ],
    [
      'no end while we wait for others',
      { staffAttempts: [HELPED], status: 'waiting-supplier' },
      { kind: 'tell', promiseId: 'promise 30' as PromiseId },
    ],
  ])('is %s', (_, given, step) => {
    expect(nextStep(claim(given), QUESTION)).toEqual(step);
  });

  it('is a letter without an answer, also of a closed claim', () => {
    const question = { ...QUESTION, letters: [LATE_LETTER] };
    const step = { kind: 'chase-letter', letterId: 'letter' };
    expect(nextStep(claim(), question)).toEqual(step);
    expect(nextStep(claim({ status: 'closed', promises: [] }), question)).toEqual(step);
  });

  it('is an answer to what was asked for only where the person may give it', () => {
    const asked = claim({ requests: [{ state: 'asked', about: 'repair' } as ClaimView['requests'][number]] });
    expect(nextStep(asked, QUESTION)?.kind).toBe('tell');
    expect(nextStep(asked, { ...QUESTION, role: 'supervisor' })).toEqual({ kind: 'answer-request' });
  });
});

describe('what is owed next', () => {
  it('is the open promise that is due first', () => {
    const promises = [promise(30), promise(1, { state: 'kept' }), promise(4)];
    expect(owedNext({ promises })?.id).toBe('promise 4');
    expect(owedNext({ promises: [] })).toBeNull();
  });
});
