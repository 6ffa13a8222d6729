import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import {
  daysAfter,
  EXPIRY_DAYS,
  inForce,
  isLineTime,
  LINE_ANSWERS,
  lineState,
  REVIEW_DAYS,
  unansweredWarning,
} from '../../../src-main/domain/drawn-line.ts';
import { isLate } from '../../../src-main/domain/loaner.ts';
import { mayDo, ROLES, type StaffId } from '../../../src-main/domain/staff.ts';

const instant = fc.nat({ max: 4e12 }).map((value) => value as Instant);
const review = fc.record({
  answer: fc.constantFrom(...LINE_ANSWERS),
  reason: fc.constant('x'),
  reviewedBy: fc.constant('s' as StaffId),
  reviewedAt: instant,
});
const line = fc.tuple(instant, instant, fc.array(review, { maxLength: 4 })).map(([one, other, reviews]) => ({
  reviewDue: Math.min(one, other) as Instant,
  expires: Math.max(one, other) as Instant,
  reviews,
}));

test('a line holds until it is lifted or its time is over, and never again after that', () => {
  fc.assert(
    fc.property(line, instant, fc.nat({ max: 1e12 }), (drawn, now, later) => {
      const state = lineState(drawn, now);
      const isLifted = drawn.reviews.some(({ answer }) => answer === 'lifted');
      expect(inForce(state)).toBe(!isLifted && now < drawn.expires);
      if (!inForce(state)) expect(inForce(lineState(drawn, (now + later) as Instant))).toBe(false);
      // Nobody has to look again at what somebody looked at, or at what is over.
      expect(state === 'review-due').toBe(
        inForce(state) && now >= drawn.reviewDue && drawn.reviews.length === 0,
      );
    }),
  );
});

test('every time that is offered can be, where it is looked at again before it ends', () => {
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom(...REVIEW_DAYS),
      fc.constantFrom(...EXPIRY_DAYS),
      (now, reviewDays, expiryDays) => {
        const times = { reviewDue: daysAfter(now, reviewDays), expires: daysAfter(now, expiryDays) };
        expect(isLineTime(times, now)).toBe(true);
      },
    ),
  );
  const now = 1_000 as Instant;
  const at = (days: number) => daysAfter(now, days);
  expect(isLineTime({ reviewDue: now, expires: at(7) }, now)).toBe(false);
  expect(isLineTime({ reviewDue: at(8), expires: at(7) }, now)).toBe(false);
  expect(isLineTime({ reviewDue: at(7), expires: at(366) }, now)).toBe(false);
});

test('a warning is answered by one line only', () => {
  const warned = (...seqs: number[]) => seqs.map((seq) => ({ seq }));
  const drawn = (...incidents: number[]) => incidents.map((incident) => ({ incident }));
  expect(unansweredWarning([], [])).toBeNull();
  expect(unansweredWarning(warned(1, 2), [])).toBe(2);
  expect(unansweredWarning(warned(1, 2), drawn(2))).toBeNull();
  expect(unansweredWarning(warned(1, 2, 3), drawn(2))).toBe(3);
});

test('only supervisors and admins draw it', () => {
  expect(ROLES.filter((role) => mayDo(role, 'draw-the-line'))).toEqual(['supervisor', 'admin']);
});

test('a loaner is late only while it is out and after its time', () => {
  const due = 1_000 as Instant;
  const back = { state: 'fine', to: 's' as StaffId, at: due };
  expect(isLate({ back: null, due }, due)).toBe(false);
  expect(isLate({ back: null, due }, 1_001 as Instant)).toBe(true);
  expect(isLate({ back, due }, 1_001 as Instant)).toBe(false);
});
