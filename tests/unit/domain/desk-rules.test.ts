import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { withinEstimate } from '../../../src-main/domain/charge.ts';
import { CLAIM_STATUSES, laneOf, LANES } from '../../../src-main/domain/claim-life.ts';
import { mayGive } from '../../../src-main/domain/goodwill.ts';
import { isOverdue, mayPromise, PROMISE_STATES, PROMISE_SUBJECTS } from '../../../src-main/domain/promise.ts';
import { ROLES } from '../../../src-main/domain/staff.ts';

const LIMITS = { clerk: 2_000, technician: 2_000, supervisor: 20_000, admin: null };

test('clerks promise news and a look, technicians repairs too, supervisors anything', () => {
  const table = ROLES.map((role) => PROMISE_SUBJECTS.filter((about) => mayPromise(role, about)));
  expect(table).toEqual([
    ['update', 'look'],
    ['update', 'look', 'repair'],
    ['update', 'look', 'repair', 'anything'],
    ['update', 'look', 'repair', 'anything'],
  ]);
});

test('whoever may promise or give something, whoever has more rights may too', () => {
  const role = fc.integer({ min: 0, max: ROLES.length - 2 });
  fc.assert(
    fc.property(role, fc.constantFrom(...PROMISE_SUBJECTS), fc.nat(), (index, about, minor) => {
      const [less = 'admin', more = 'admin'] = [ROLES[index], ROLES[index + 1]];
      if (mayPromise(less, about)) expect(mayPromise(more, about)).toBe(true);
      if (mayGive(less, minor, LIMITS)) expect(mayGive(more, minor, LIMITS)).toBe(true);
    }),
  );
  expect([2_000, 2_001].map((minor) => mayGive('clerk', minor, LIMITS))).toEqual([true, false]);
  expect(mayGive('admin', 1e9, LIMITS)).toBe(true);
});

test('charges never pass what the customer said yes to, and without a yes nothing is charged', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), amount, (wanted, agreed) => {
      const charged: number[] = [];
      for (const added of wanted) if (withinEstimate({ charged, added, agreed })) charged.push(added);
      const total = charged.reduce((sum, one) => sum + BigInt(one), 0n);
      expect(total <= BigInt(agreed)).toBe(true);
      // Nothing that would have fitted was refused.
      for (const added of wanted)
        expect(withinEstimate({ charged, added, agreed })).toBe(total + BigInt(added) <= BigInt(agreed));
    }),
  );
  expect(withinEstimate({ charged: [], added: 0, agreed: null })).toBe(false);
  expect(() => withinEstimate({ charged: [], added: 0.5, agreed: 1 })).toThrow(RangeError);
  expect(() => withinEstimate({ charged: [], added: -1, agreed: 1 })).toThrow(RangeError);
});

test('a promise is overdue only while it is open and after its time', () => {
  const due = 1_000 as Instant;
  for (const state of PROMISE_STATES) {
    expect(isOverdue({ state, due }, due)).toBe(false);
    expect(isOverdue({ state, due }, 1_001 as Instant)).toBe(state === 'open');
  }
});

test('every open claim has one lane, and a closed one none', () => {
  const instant = fc.nat().map((value) => value as Instant);
  fc.assert(
    fc.property(
      fc.constantFrom(...CLAIM_STATUSES),
      instant,
      instant,
      fc.nat(),
      (status, nextDue, now, hours) => {
        const end = (now + hours) as Instant;
        const lane = laneOf({ status, nextDue }, now, end);
        expect(lane === null).toBe(status === 'closed');
        if (lane === null) return;
        expect(LANES).toContain(lane);
        // What is owed is never hidden by what is waited for.
        expect(lane === 'broken').toBe(nextDue < now);
        if (nextDue >= now && nextDue < end) expect(lane).toBe('due-today');
      },
    ),
  );
});
