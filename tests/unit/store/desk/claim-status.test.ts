import { expect, test } from 'vitest';
import { claimStatusOf } from '../../../../src-main/domain/claim-status.ts';
import { after, HOUR_MS, MINUTE_MS, value, workshop } from '../support.ts';
import { deskShop, nextUpdateOf } from './support.ts';

const EUROS = (minor: number) => ({ minor, currency: 'EUR' });

test('a customer sees what they said and what they were told, and no word that staff wrote for staff', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const claim = desk.take();
  const change = desk.change(claim);
  value(desk.life.note(change, { kind: 'note', text: 'STAFF note' }));
  value(desk.life.note(change, { kind: 'call', text: 'STAFF call' }));
  value(desk.life.handOver(change, { id: desk.aino.id, line: 'STAFF line' }));
  value(desk.life.place(change, 'STAFF bin'));
  value(desk.listening.understand(change, 'STAFF understanding'));
  value(desk.listening.propose(change, { description: 'STAFF step', serial: '', reason: null }));
  value(desk.costs.research(change, 30, 'STAFF research'));
  value(desk.costs.estimate(change, EUROS(5_000), 'STAFF estimate'));
  value(desk.costs.answerEstimate(change, { version: 1, answer: 'yes', saidBy: 'STAFF', how: 'phone' }));
  value(desk.costs.charge(change, 'part', 'STAFF part', EUROS(900)));
  value(desk.costs.charge(change, 'labour', 'STAFF labour', EUROS(100)));
  value(desk.costs.uncharge(change, 2));
  const gift = { worth: EUROS(300), approvedBy: null } as const;
  value(
    desk.costs.goodwill(change, {
      ...gift,
      ...{ kind: 'gift', what: 'Coffee', reason: 'STAFF reason', decision: 'given' },
    }),
  );
  value(
    desk.costs.goodwill(change, {
      ...gift,
      ...{ kind: 'refund', what: 'STAFF all of it', reason: 'STAFF no', decision: 'refused' },
    }),
  );
  const shown = claimStatusOf(desk.see(claim));
  expect(JSON.stringify(shown)).not.toContain('STAFF');
  expect(JSON.stringify(shown)).not.toContain(desk.mika.id);
  expect(shown).toMatchObject({
    status: 'new',
    nextUpdate: after(HOUR_MS),
    promises: [{ state: 'open' }],
    expectations: [{ kind: 'unknown' }],
    estimate: { limit: EUROS(5_000), answer: 'yes' },
    charged: [EUROS(900)],
    goodwill: [{ kind: 'gift', what: 'Coffee', worth: EUROS(300) }],
  });
});

test('a promise is kept, or broken from the millisecond after its time', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const claim = desk.take();
  const due = after(HOUR_MS);
  const statesAt = (ms: number) =>
    claimStatusOf(desk.see(claim, after(ms))).promises.map(({ state }) => state);
  expect(statesAt(HOUR_MS)).toEqual(['open']);
  expect(statesAt(HOUR_MS + 1)).toEqual(['broken']);
  const next = desk.promise({ about: 'update', text: 'News.', due: after(3 * HOUR_MS) });
  value(desk.promises.keep(desk.change(claim), nextUpdateOf(desk.see(claim)).id, next));
  expect(due).toBe(after(60 * MINUTE_MS));
  expect(statesAt(2 * HOUR_MS)).toEqual(['kept', 'open']);
});

test('words of the customer’s own are on record without a name, and not on a closed claim', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const claim = desk.take();
  const mine = { claimId: claim, by: null, at: after(MINUTE_MS) } as const;
  value(desk.listening.addStatement(mine, { text: ' And  it smells. ', locale: 'en' }));
  const view = desk.see(claim);
  expect(view.statements.at(-1)).toMatchObject({ text: ' And  it smells. ', enteredBy: null });
  expect(view.timeline.at(-1)).toMatchObject({ event: 'statement-added', by: null });
  value(desk.life.close(desk.change(claim), { kind: 'accepted', how: 'counter', at: after(0) }, null));
  expect(desk.listening.addStatement(mine, { text: 'More.', locale: 'en' })).toMatchObject({
    ok: false,
    error: { code: 'claim-closed' },
  });
});
