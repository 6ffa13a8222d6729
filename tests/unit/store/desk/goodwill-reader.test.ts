import { expect, test } from 'vitest';
import { value, workshop } from '../support.ts';
import { deskShop, THEN } from './support.ts';

const GIFT = {
  kind: 'gift',
  what: 'Coffee',
  worth: { minor: 900, currency: 'EUR' },
  reason: 'A lost weekend',
  approvedBy: null,
} as const;

test('what was decided comes claim by claim in the order that was asked for, refusals too', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [one, other, empty] = [desk.take(), desk.take(), desk.take()];
  value(desk.costs.goodwill(desk.change(one), { ...GIFT, decision: 'given' }));
  value(desk.costs.goodwill(desk.change(one), { ...GIFT, kind: 'refund', decision: 'refused' }));
  value(desk.costs.goodwill(desk.change(other), { ...GIFT, kind: 'voucher', decision: 'given' }));
  value(desk.life.close(desk.change(other), { kind: 'accepted', how: 'phone', at: THEN }, null));
  const found = desk.goodwill.ofClaims([other, empty, one]);
  expect(found.map(({ claimId, kind, decision, status }) => [claimId, kind, decision, status])).toEqual([
    [other, 'voucher', 'given', 'closed'],
    [one, 'gift', 'given', 'new'],
    [one, 'refund', 'refused', 'new'],
  ]);
  expect(found[0]).toMatchObject({
    number: desk.see(other).number,
    what: 'Coffee',
    worth: GIFT.worth,
    reason: GIFT.reason,
    decidedAt: THEN,
  });
  expect(desk.goodwill.ofClaims([])).toEqual([]);
});
