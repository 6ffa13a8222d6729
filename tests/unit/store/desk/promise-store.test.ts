import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../../../../src-main/domain/brand.ts';
import { createAuditStore } from '../../../../src-main/store/audit-store.ts';
import { after, failure, HOUR_MS, MINUTE_MS, value, workshop } from '../support.ts';
import { deskShop, eventsOf, nextUpdateOf, promiseOf, THEN } from './support.ts';

test('a promise is given with its owner, and stands beside the next update', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.promises.give(desk.change(id), desk.promise({ text: 'Look', owner: desk.aino })));
  const view = desk.see(id);
  expect(promiseOf(view, 'Look')).toMatchObject({
    kind: 'expectation',
    about: 'look',
    owner: { id: desk.aino.id, name: 'Aino' },
    due: after(2 * HOUR_MS),
    state: 'open',
    overdue: false,
    givenBy: desk.mika.id,
  });
  expect(nextUpdateOf(view)).toMatchObject({ owner: { id: null, name: 'The counter' }, givenBy: null });
  expect(eventsOf(view)).toEqual(['claim-taken', 'promise-given']);
  // What was told at the kiosk is still what the history says.
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
});

test('a next update that is kept is followed by the next one, and never by none', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const first = nextUpdateOf(desk.see(id));
  expect(failure(desk.promises.keep(desk.change(id), first.id, null)).code).toBe('needs-next-update');
  value(desk.promises.keep(desk.change(id), first.id, desk.promise({ text: 'News 2' })));
  expect(nextUpdateOf(desk.see(id)).text).toBe('News 2');
  expect(promiseOf(desk.see(id), first.text)).toMatchObject({
    state: 'kept',
    endedAt: THEN,
    replacedBy: null,
  });
  expect(failure(desk.promises.keep(desk.change(id), first.id, null))).toEqual({
    code: 'wrong-state',
    detail: 'kept',
  });
});

test('past its time a promise is broken by the clock, unwritten, and neither kept nor agreed about any more', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const late = after(HOUR_MS + 1);
  const inTime = nextUpdateOf(desk.see(id, after(HOUR_MS)));
  const broken = nextUpdateOf(desk.see(id, late));
  expect([inTime.overdue, broken.overdue, broken.state]).toEqual([false, true, 'open']);
  const again = desk.promise({ due: after(3 * HOUR_MS) });
  expect(failure(desk.promises.keep(desk.change(id, late), broken.id, again)).code).toBe('overdue');
  expect(
    failure(desk.promises.renegotiate(desk.change(id, late), broken.id, { how: 'phone', again })).code,
  ).toBe('overdue');
  value(desk.promises.keep(desk.change(id, after(HOUR_MS)), broken.id, again));
});

test('a broken promise is dealt with by an apology, a new date or a call, and not by nothing', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.promises.give(desk.change(id), desk.promise({ text: 'Look', due: after(HOUR_MS) })));
  const look = promiseOf(desk.see(id), 'Look');
  const nothing = { apology: null, again: null, call: null };
  const next = desk.promise({ text: 'News', due: after(5 * HOUR_MS) });
  const late = after(HOUR_MS + 1);
  const make = (at: Instant, amends: Parameters<typeof desk.promises.makeAmends>[2]) =>
    desk.promises.makeAmends(desk.change(id, at), look.id, amends, next);
  expect(failure(make(THEN, { ...nothing, apology: 'Sorry' })).code).toBe('not-overdue');
  expect(failure(make(late, nothing)).code).toBe('nothing-done');
  const again = desk.promise({ text: 'Look again', owner: desk.aino, due: after(4 * HOUR_MS) });
  value(make(late, { apology: 'We forgot.', again, call: { by: after(2 * HOUR_MS), who: desk.aino.id } }));
  const view = desk.see(id, late);
  const replacement = promiseOf(view, 'Look again');
  expect(promiseOf(view, 'Look')).toMatchObject({ state: 'broken', replacedBy: replacement.id });
  expect(replacement).toMatchObject({ kind: 'expectation', owner: { name: 'Aino' } });
  expect(view.notes).toMatchObject([
    { kind: 'apology', text: 'We forgot.', promiseId: look.id },
    { kind: 'call-due', staffId: desk.aino.id, due: after(2 * HOUR_MS) },
  ]);
  expect(failure(make(late, { ...nothing, apology: 'again' })).code).toBe('wrong-state');
});

test('a next update that broke is followed by another one, also where only an apology was made', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const broken = nextUpdateOf(desk.see(id));
  const next = desk.promise({ text: 'News', due: after(5 * HOUR_MS) });
  value(
    desk.promises.makeAmends(
      desk.change(id, after(2 * HOUR_MS)),
      broken.id,
      { apology: 'We were silent.', again: null, call: null },
      next,
    ),
  );
  expect(nextUpdateOf(desk.see(id)).text).toBe('News');
});

test('with the customer’s agreement a promise becomes another one or none; the next update only another one', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.promises.give(desk.change(id), desk.promise({ text: 'Look' })));
  const look = promiseOf(desk.see(id), 'Look');
  const update = nextUpdateOf(desk.see(id));
  const none = { how: 'counter', again: null } as const;
  expect(failure(desk.promises.renegotiate(desk.change(id), update.id, none)).code).toBe('needs-next-update');
  value(desk.promises.renegotiate(desk.change(id), look.id, none));
  expect(promiseOf(desk.see(id), 'Look')).toMatchObject({
    state: 'renegotiated',
    agreedHow: 'counter',
    replacedBy: null,
  });
  value(
    desk.promises.renegotiate(desk.change(id), update.id, {
      how: 'phone',
      again: desk.promise({ text: 'Later' }),
    }),
  );
  expect(nextUpdateOf(desk.see(id)).text).toBe('Later');
});

test('what is beyond a role can be asked for, and is granted as a promise or refused with a reason', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.promises.ask(desk.change(id), desk.promise({ about: 'anything', text: 'Refund' })));
  value(desk.promises.ask(desk.change(id), desk.promise({ about: 'repair', text: 'Repair' })));
  const [refund, repair] = desk.see(id).requests;
  if (!refund || !repair) throw new Error('not asked');
  expect(desk.see(id).promises).toHaveLength(1);
  const granted = desk.promise({ about: 'repair', text: 'Repair', owner: desk.aino });
  value(desk.promises.answer(desk.change(id, THEN, desk.aino), repair.id, { granted }));
  value(
    desk.promises.answer(desk.change(id, THEN, desk.aino), refund.id, { refused: 'Not before we looked.' }),
  );
  const view = desk.see(id);
  expect(promiseOf(view, 'Repair').givenBy).toBe(desk.aino.id);
  expect(view.requests).toMatchObject([
    { state: 'refused', reason: 'Not before we looked.', promiseId: null, answeredBy: desk.aino.id },
    { state: 'granted', promiseId: promiseOf(view, 'Repair').id },
  ]);
  expect(failure(desk.promises.answer(desk.change(id), refund.id, { granted })).code).toBe('not-found');
});

test('expectations are added and retired, those of the kiosk too; the binding ones are promises', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.promises.expect(desk.change(id), { kind: 'cannot', text: 'That it is free.' }));
  expect(desk.see(id).expectations).toMatchObject([
    { position: 1, kind: 'unknown', addedBy: null, retiredAt: null },
    { position: 2, kind: 'cannot', addedBy: desk.mika.id, retiredAt: null },
  ]);
  value(desk.promises.retire(desk.change(id), 1));
  expect(desk.see(id).expectations[0]?.retiredAt).toBe(THEN);
  for (const position of [0, 1, 7])
    expect(failure(desk.promises.retire(desk.change(id), position)).code).toBe('not-found');
  expect(desk.claims.verify().ok).toBe(true);
});

test('a promise of another claim is not there, nor is a claim that does not exist', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [one, other] = [desk.take(), desk.take()];
  const update = nextUpdateOf(desk.see(other));
  expect(failure(desk.promises.keep(desk.change(one), update.id, desk.promise())).code).toBe('not-found');
  const nowhere = { ...desk.change(one), claimId: 'nowhere' as typeof one };
  expect(failure(desk.promises.give(nowhere, desk.promise())).code).toBe('no-such-claim');
});

test('a second next update is refused by the database itself', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  desk.take();
  expect(() =>
    desk.db.exec(
      `INSERT INTO promise (id, claim_id, position, kind, text, owner, due, state, given_at)
       SELECT 'x', claim_id, 99, kind, text, owner, due, 'open', 1 FROM promise`,
    ),
  ).toThrow('one next update');
});

/** Everything that can be done about promises, in any order, at any time. */
const step = fc.record({
  what: fc.constantFrom(
    'give',
    'keep',
    'renegotiate',
    'drop',
    'amends',
    'apologise',
    'close',
    'reopen',
    'wait',
  ),
  which: fc.nat({ max: 6 }),
  minutes: fc.integer({ min: 1, max: 300 }),
});

test('whatever is done, an open claim has exactly one next update, and the board its earliest promise', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  let done = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 14, size: 'max' }), (steps) => {
      const id = desk.take();
      let at = THEN as number;
      for (const { what, which, minutes } of steps) {
        const change = desk.change(id, at as Instant);
        const view = desk.see(id, at as Instant);
        const due = (at + minutes * MINUTE_MS) as Instant;
        const again = desk.promise({ text: `${what} ${at}`, due });
        const promise = view.promises[which % view.promises.length];
        if (!promise) throw new Error('a claim without promises');
        const { promises, life } = desk;
        const accepted = { kind: 'accepted', how: 'counter', at: change.at } as const;
        const act = {
          give: () => promises.give(change, again),
          keep: () => promises.keep(change, promise.id, again),
          renegotiate: () => promises.renegotiate(change, promise.id, { how: 'phone', again }),
          drop: () => promises.renegotiate(change, promise.id, { how: 'phone', again: null }),
          amends: () => promises.makeAmends(change, promise.id, { apology: null, again, call: null }, again),
          apologise: () =>
            promises.makeAmends(change, promise.id, { apology: 'Sorry', again: null, call: null }, again),
          close: () => life.close(change, accepted, null),
          reopen: () => life.reopen(change, again),
          wait: () => void (at += minutes * MINUTE_MS),
        }[what]();
        const then = desk.see(id, at as Instant);
        if (act?.ok) done++;
        // A refusal changes nothing at all.
        else if (act) expect(then).toEqual(view);
        const open = then.promises.filter(({ state }) => state === 'open');
        const updates = open.filter(({ kind }) => kind === 'next-update');
        expect(updates).toHaveLength(then.status === 'closed' ? 0 : 1);
        const nextDue = desk.db.prepare('SELECT next_due FROM claim WHERE id = ?').pluck().get(id);
        expect(nextDue).toBe(then.status === 'closed' ? null : Math.min(...open.map((one) => one.due)));
        // Nobody wrote that a promise was kept after its time.
        for (const one of then.promises)
          if (one.state === 'kept') expect(one.endedAt).toBeLessThanOrEqual(one.due);
      }
    }),
    { numRuns: 60 },
  );
  expect(done).toBeGreaterThan(100);
  expect(createAuditStore(desk.db).verify().ok).toBe(true);
  expect(desk.claims.verify().ok).toBe(true);
});
