import { expect, test } from 'vitest';
import type { Look } from '../../../src-main/contract/doors-api.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import type { ClaimNumber } from '../../../src-main/domain/claim-number.ts';
import type { StaffId } from '../../../src-main/domain/staff.ts';
import { lookOf, newKioskState, wordsLeft, type KioskState } from '../../../src-renderer/kiosk/flow-state.ts';
import { reduce, type FlowEvent } from '../../../src-renderer/kiosk/flow.ts';
import { after, requestId } from './flow-arbitrary.ts';

const WELCOME = newKioskState('en');
const [ASK, OTHER] = [requestId('ask'), requestId('other')];
const LOOK: Look = {
  lookId: 'look',
  claim: {
    ...{ number: 'HEL-1042-K' as ClaimNumber, status: 'in-work', takenAt: 0 as Instant, itemName: '' },
    ...{ nextUpdate: null, statements: [], promises: [], expectations: [], estimate: null },
    ...{ charged: [], goodwill: [] },
  },
};
const CLOSED: Look = { ...LOOK, claim: { ...LOOK.claim, status: 'closed' } };
const PAIR: FlowEvent = { type: 'edit-pair', number: 'HEL 1042 K', secret: '7F3KQ9' };
const ASKING = after(WELCOME, [{ type: 'check' }, PAIR, { type: 'look', askId: ASK }]);
const SEEN = reduce(ASKING, { type: 'looked', askId: ASK, look: LOOK });
const REFUSED: FlowEvent = { type: 'refused', askId: ASK, code: 'not-found', waitMs: 15_000 };

function screen(state: KioskState): string {
  return state.flow.screen;
}

test('an answer that comes late never shows its claim to the next customer', () => {
  const late: FlowEvent = { type: 'looked', askId: ASK, look: LOOK };
  const wiped = reduce(ASKING, { type: 'wipe' });
  expect(reduce(wiped, late)).toBe(wiped);
  const next = after(wiped, [{ type: 'check' }, PAIR, { type: 'look', askId: OTHER }]);
  expect(reduce(next, late)).toBe(next);
  expect(screen(SEEN)).toBe('status');
  expect(lookOf(SEEN.flow)).toBe(LOOK);
});

test('a claim is asked for once at a time, and not before a wait is over', () => {
  expect(reduce(ASKING, { type: 'look', askId: OTHER })).toEqual(ASKING);
  const waiting = reduce(ASKING, REFUSED);
  expect(reduce(waiting, { type: 'look', askId: OTHER }).flow).toMatchObject({ asking: { kind: 'refused' } });
  expect(reduce(waiting, PAIR).flow, 'typing does not shorten it').toMatchObject({
    asking: { waitMs: 15_000 },
  });
  const over = after(waiting, [{ type: 'waited' }, { type: 'look', askId: OTHER }]);
  expect(over.flow).toMatchObject({ asking: { kind: 'asking', askId: OTHER } });
  expect(reduce(ASKING, { type: 'waited' })).toBe(ASKING);
});

test('nothing is asked with half a pair, and what is no ticket empties the fields', () => {
  const half = after(WELCOME, [{ type: 'check' }, { type: 'edit-pair', number: 'HEL' }]);
  expect(reduce(half, { type: 'look', askId: ASK })).toBe(half);
  expect(reduce(half, { type: 'strange-code' }).flow).toMatchObject({ number: '', strange: true });
});

test('words are added to the claim that is looked at; a closed one takes none', () => {
  const more = reduce(SEEN, { type: 'more', requestId: OTHER });
  expect(reduce(more, { type: 'add', askId: ASK }), 'no words').toBe(more);
  const typed = reduce(more, { type: 'edit-more', text: 'It smells.' });
  expect(wordsLeft(typed.flow)).toEqual({ requestId: OTHER, statement: 'It smells.' });
  const adding = reduce(typed, { type: 'add', askId: ASK });
  expect(reduce(adding, { type: 'edit-more', text: '' }), 'what is being kept stands still').toBe(adding);
  expect(reduce(adding, { type: 'added', askId: OTHER, look: LOOK })).toBe(adding);
  expect(reduce(adding, { type: 'added', askId: ASK, look: LOOK }).flow).toMatchObject({
    ...{ screen: 'status', added: true },
  });
  expect(reduce(adding, REFUSED).flow, 'refused words stay').toMatchObject({ text: 'It smells.' });
  const closed = reduce(ASKING, { type: 'looked', askId: ASK, look: CLOSED });
  expect(reduce(closed, { type: 'more', requestId: OTHER })).toBe(closed);
});

test('thanks go to a person or everyone, and back leads to where one came from', () => {
  const people = [{ id: 'mika' as StaffId, name: 'Mika' }];
  const open = after(WELCOME, [
    { type: 'praise', requestId: OTHER },
    { type: 'people', requestId: OTHER, people },
  ]);
  expect(reduce(open, { type: 'give', askId: ASK }), 'nobody chosen').toBe(open);
  const giving = after(open, [
    { type: 'thank', to: { kind: 'person', id: 'mika' as StaffId } },
    { type: 'give', askId: ASK },
  ]);
  expect(reduce(giving, { type: 'given', askId: ASK }).flow).toEqual({ screen: 'praised', name: 'Mika' });
  expect(reduce(giving, { type: 'given', askId: OTHER })).toBe(giving);
  expect(screen(reduce(open, { type: 'back' }))).toBe('welcome');
  const fromClaim = reduce(SEEN, { type: 'praise', requestId: OTHER });
  expect(lookOf(fromClaim.flow)).toBe(LOOK);
  expect(reduce(fromClaim, { type: 'back' }).flow).toMatchObject({ screen: 'status', look: LOOK });
});

test('the other doors stay shut over words that were begun', () => {
  const begun = after(WELCOME, [
    { type: 'start', requestId: ASK },
    { type: 'edit', change: { statement: 'It leaks.' } },
    { type: 'back' },
  ]);
  expect(reduce(begun, { type: 'check' })).toBe(begun);
  expect(reduce(begun, { type: 'praise', requestId: OTHER })).toBe(begun);
});

test('words that were left behind go on under their own id, never over somebody else’s', () => {
  const left: FlowEvent = { type: 'resume', requestId: OTHER, locale: 'ar', statement: 'تسرّب' };
  const resumed = reduce(WELCOME, left);
  expect(resumed).toMatchObject({
    locale: 'ar',
    flow: { screen: 'words', draft: { requestId: OTHER, statement: 'تسرّب' } },
  });
  expect(reduce(SEEN, left)).toBe(SEEN);
});

test('a wipe leaves nothing of any door', () => {
  for (const state of [ASKING, SEEN, reduce(SEEN, { type: 'praise', requestId: OTHER })]) {
    expect(reduce(state, { type: 'wipe' })).toEqual(WELCOME);
  }
});
