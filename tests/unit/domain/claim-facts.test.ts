import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { callsDue } from '../../../src-main/domain/calls-due.ts';
import { canHaveAccepted } from '../../../src-main/domain/claim-life.ts';
import type { ClaimNumber } from '../../../src-main/domain/claim-number.ts';
import type { ShownNote, StaffAttempt, TimelineEntry } from '../../../src-main/domain/desk.ts';
import { failedBefore } from '../../../src-main/domain/failed-before.ts';
import { paperIsOldSince } from '../../../src-main/domain/fresh-slip.ts';
import type { StaffId } from '../../../src-main/domain/staff.ts';

const NOON = Date.parse('2026-11-23T10:42:30Z') as Instant;
const after = (ms: number): Instant => (NOON + ms) as Instant;

test('nobody accepts before the claim was taken, to the minute, nor in the future', () => {
  const when = { takenAt: NOON, now: after(3_600_000) };
  expect(canHaveAccepted(NOON, when)).toBe(true);
  expect(canHaveAccepted(when.now, when)).toBe(true);
  expect(canHaveAccepted(after(-30_000), when), 'the same minute of the clock').toBe(true);
  expect(canHaveAccepted(after(-30_001), when)).toBe(false);
  expect(canHaveAccepted(after(3_600_001), when)).toBe(false);
  // A clock that went back: the claim can be closed all the same.
  expect(canHaveAccepted(after(-86_400_000), { takenAt: NOON, now: after(-86_000_000) })).toBe(true);
});

describe('a fresh slip', () => {
  const since = (...events: readonly (TimelineEntry['event'] | `${string} ${string}`)[]): number | null =>
    paperIsOldSince({
      timeline: events.map((each) => {
        const [event = '', ...subject] = each.split(' ');
        return { at: NOON, event: event as TimelineEntry['event'], subject: subject.join(' '), by: null };
      }),
    });

  test('is offered once what was promised is another than on the paper', () => {
    expect(since('claim-taken')).toBeNull();
    expect(since('claim-taken', 'note-written', 'status-set', 'promise-asked')).toBeNull();
    expect(since('claim-taken', 'promise-given', 'note-written')).toBe(2);
    expect(since('claim-taken', 'plan-made', 'expectation-retired')).toBe(3);
  });

  test('is not offered any more once an update is queued, and the store’s own paper is none', () => {
    expect(since('claim-taken', 'promise-given', 'slip-queued 1 update')).toBeNull();
    expect(since('claim-taken', 'promise-given', 'slip-queued 1 store-copy')).toBe(2);
    expect(since('claim-taken', 'promise-given', 'slip-queued 1 update', 'promise-kept')).toBe(4);
    expect(since('claim-taken', 'claim-closed', 'slip-queued 1 resolution')).toBeNull();
  });

  test('is offered once something was lent or came back, since both stand on it', () => {
    expect(since('claim-taken', 'loaner-lent')).toBe(2);
    expect(since('claim-taken', 'loaner-lent', 'slip-queued 1 update', 'loaner-returned')).toBe(4);
  });

  test('is offered again where the last one was voided', () => {
    const queued = ['claim-taken', 'promise-given', 'slip-queued 1 update'] as const;
    expect(since(...queued, 'job-voided HEL-1-X update copy 0 at counter')).toBe(4);
    expect(since(...queued, 'job-voided HEL-1-X item-label copy 0 at counter')).toBeNull();
  });
});

test('a step is known to have failed here and on the same thing, however it is written', () => {
  const [here, there] = ['HEL-1001-A', 'HEL-900-B'] as ClaimNumber[];
  if (!here || !there) throw new Error('no numbers');
  const ours = (description: string, outcome: StaffAttempt['outcome']) =>
    ({ description, outcome }) as StaffAttempt;
  const claim = {
    number: here,
    attempts: [
      { description: 'Descaling, twice', outcome: 'no' as const },
      { description: 'New filter', outcome: 'not-said' as const },
    ],
    staffAttempts: [ours('New seal', 'a-little'), ours('New pump', 'no'), ours('New fuse', null)],
    failedElsewhere: [
      { number: there, description: 'new  PUMP.' },
      { number: there, description: 'Café mode' },
    ],
  };
  expect(failedBefore(claim, 'DESCALING twice')).toEqual([here]);
  expect(failedBefore(claim, 'new pump')).toEqual([here, there]);
  expect(failedBefore(claim, 'cafe mode')).toEqual([there]);
  expect(
    ['New seal', 'New fuse', 'New filter', 'New', '', ' . '].flatMap((each) => failedBefore(claim, each)),
  ).toEqual([]);
});

test('a call is due until one was noted', () => {
  const note = (kind: ShownNote['kind'], due: number | null = null): ShownNote => ({
    ...{ kind, text: 'x', promiseId: null, writtenBy: 'a' as StaffId, writtenAt: NOON },
    ...{ staffId: null, due: due as Instant | null },
  });
  expect(callsDue([note('note')])).toEqual([]);
  expect(callsDue([note('call-due', 9), note('note'), note('call-due', 5)]).map(({ due }) => due)).toEqual([
    5, 9,
  ]);
  expect(callsDue([note('call-due', 9), note('call')])).toEqual([]);
  expect(callsDue([note('call'), note('call-due', 9)]).map(({ due }) => due)).toEqual([9]);
});
