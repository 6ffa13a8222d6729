import { expect, test } from 'vitest';
import { failure, value, workshop } from '../support.ts';
import { deskShop, THEN } from './support.ts';

const euros = (minor: number) => ({ minor, currency: 'EUR' });

test('nothing is charged before the customer said yes, and nothing above it', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const { costs } = desk;
  const charge = (minor: number) => costs.charge(desk.change(id), 'part', 'Seal', euros(minor));
  const say = (version: number, answer: 'yes' | 'no') =>
    costs.answerEstimate(desk.change(id), { version, answer, saidBy: 'Aino', how: 'phone' });
  expect(failure(charge(1)).code).toBe('above-estimate');
  expect(failure(say(1, 'yes')).code).toBe('not-found');
  value(costs.estimate(desk.change(id), euros(2_000), 'Seal and an hour'));
  expect(failure(charge(1)).code).toBe('above-estimate');
  value(say(1, 'yes'));
  expect(failure(say(1, 'no')).code).toBe('wrong-state');
  value(charge(1_500));
  expect(failure(charge(501)).code).toBe('above-estimate');
  value(charge(500));
  value(costs.estimate(desk.change(id), euros(9_000), 'New pump'));
  value(say(2, 'no'));
  // A no to more leaves the yes to less.
  expect(failure(charge(1)).code).toBe('above-estimate');
  value(costs.uncharge(desk.change(id), 1));
  expect(failure(costs.uncharge(desk.change(id), 1)).code).toBe('not-found');
  value(charge(1_500));
  expect(failure(costs.charge(desk.change(id), 'part', 'Dollars', { minor: 1, currency: 'USD' })).code).toBe(
    'above-estimate',
  );
  expect(desk.see(id).estimates).toMatchObject([
    { version: 1, limit: euros(2_000), answer: 'yes', saidBy: 'Aino', how: 'phone', answeredAt: THEN },
    { version: 2, limit: euros(9_000), answer: 'no' },
  ]);
  expect(desk.see(id).charges.map(({ price, removedAt }) => [price.minor, removedAt])).toEqual([
    [1_500, THEN],
    [500, null],
    [1_500, null],
  ]);
});

test('plans have versions, and "no plan yet" is one of them; looking has minutes and no price', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.costs.plan(desk.change(id), null));
  value(desk.costs.plan(desk.change(id), 'A new seal on Thursday.'));
  value(desk.costs.research(desk.change(id), 45, 'took it apart'));
  expect(desk.see(id).plans).toMatchObject([
    { version: 1, text: null },
    { version: 2, text: 'A new seal on Thursday.', madeBy: desk.mika.id },
  ]);
  expect(desk.see(id).research).toEqual([
    { minutes: 45, what: 'took it apart', doneBy: desk.mika.id, doneAt: THEN },
  ]);
});

test('goodwill is kept with who decided and who approved, what was refused too', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const gift = { kind: 'gift', what: 'Coffee', worth: euros(900), reason: 'A lost weekend' } as const;
  value(desk.costs.goodwill(desk.change(id), { ...gift, decision: 'given', approvedBy: desk.aino.id }));
  value(
    desk.costs.goodwill(desk.change(id), { ...gift, kind: 'refund', decision: 'refused', approvedBy: null }),
  );
  expect(desk.see(id).goodwill).toMatchObject([
    { ...gift, decision: 'given', decidedBy: desk.mika.id, approvedBy: desk.aino.id },
    { kind: 'refund', decision: 'refused', approvedBy: null },
  ]);
  expect(desk.see(id).timeline.at(1)).toMatchObject({ subject: `gift 900 EUR approved ${desk.aino.id}` });
});
