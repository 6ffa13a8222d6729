import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ClaimId, Instant, Zone } from '../../../src-main/domain/brand.ts';
import type { Feeling } from '../../../src-main/domain/intake.ts';
import { periodsUntil } from '../../../src-main/domain/period.ts';
import type { Reports } from '../../../src-main/domain/report.ts';
import type { StaffId } from '../../../src-main/domain/staff.ts';
import { createReportReader } from '../../../src-main/store/report-reader.ts';
import { deskShop, nextUpdateOf, promiseOf, type DeskShop } from './desk/support.ts';
import { after, HOUR_MS, MINUTE_MS, NOON, value, workshop } from './support.ts';

const DAY_MS = 24 * HOUR_MS;
const zone = 'Europe/Helsinki' as Zone;

/** Two weeks: the one of the Friday at whose noon claims are taken, and the one after it. */
function read(desk: DeskShop, who: StaffId | null = null, now: Instant = after(7 * DAY_MS)): Reports {
  const periods = periodsUntil({ now, zone, unit: 'week', count: 2 });
  return createReportReader(desk.db).read({ periods, who, now });
}

/** Keeps the next update, with the one after it. */
function keepUpdate(desk: DeskShop, id: ClaimId, at: Instant, by = desk.mika): void {
  const next = desk.promise({ about: 'update', due: (at + 30 * DAY_MS) as Instant });
  value(desk.promises.keep(desk.change(id, at, by), nextUpdateOf(desk.see(id, at)).id, next));
}

function close(desk: DeskShop, id: ClaimId, at: Instant, face: Feeling | null, by = desk.mika): void {
  const feeling = face && { face, words: '' };
  value(desk.life.close(desk.change(id, at, by), { kind: 'accepted', how: 'phone', at }, feeling));
}

test('a promise counts when its fate is settled, and a broken one when its time passed', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  keepUpdate(desk, id, after(30 * MINUTE_MS));
  for (const text of ['kept', 'anew', 'amended', 'forgotten', 'open'])
    value(
      desk.promises.give(
        desk.change(id),
        desk.promise({ text, due: after(text === 'open' ? 9 * DAY_MS : 2 * DAY_MS) }),
      ),
    );
  const named = (text: string) => promiseOf(desk.see(id), text).id;
  value(desk.promises.keep(desk.change(id, after(DAY_MS)), named('kept'), null));
  value(
    desk.promises.renegotiate(desk.change(id, after(DAY_MS)), named('anew'), {
      how: 'phone',
      again: desk.promise({ text: 'later', due: after(3 * DAY_MS), owner: desk.aino }),
    }),
  );
  // Dealt with in the second week, and broken in the first all the same.
  value(
    desk.promises.makeAmends(
      desk.change(id, after(5 * DAY_MS)),
      named('amended'),
      { apology: 'We forgot.', again: null, call: null },
      desk.promise(),
    ),
  );
  const { promises } = read(desk);
  // The claim's first update was kept before its time; "later" broke on Monday, and nobody wrote it down.
  expect(promises.periods).toEqual([
    { kept: 2, broken: 2, renegotiated: 1 },
    { kept: 0, broken: 1, renegotiated: 0 },
  ]);
  expect(promises.whole).toEqual({ kept: 2, broken: 3, renegotiated: 1 });
  expect(promises.open).toBe(2);
  // The kiosk's own promise is nobody's in particular.
  expect(read(desk, desk.mika.id).promises.whole).toEqual({ kept: 1, broken: 2, renegotiated: 1 });
  expect(read(desk, desk.aino.id).promises.whole).toEqual({ kept: 0, broken: 1, renegotiated: 0 });
});

test('the first that a customer hears is an update, an agreement or a call, of whoever did it', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [updated, called, waiting] = [desk.take(), desk.take(), desk.take()];
  keepUpdate(desk, updated, after(40 * MINUTE_MS), desk.aino);
  value(desk.life.note(desk.change(updated, after(50 * MINUTE_MS)), { kind: 'call', text: 'said more' }));
  value(desk.life.note(desk.change(called, after(10 * MINUTE_MS)), { kind: 'call', text: 'said hello' }));
  keepUpdate(desk, called, after(20 * MINUTE_MS));
  const { firstUpdate } = read(desk);
  expect(firstUpdate.whole).toEqual({ count: 2, medianMs: 10 * MINUTE_MS, p90Ms: 40 * MINUTE_MS });
  expect(firstUpdate.periods[1]).toEqual({ count: 0, medianMs: null, p90Ms: null });
  expect(firstUpdate.waiting).toBe(1);
  expect(read(desk, desk.aino.id).firstUpdate.whole.count).toBe(1);
  // A note is for us, and tells the customer nothing.
  value(desk.life.note(desk.change(waiting), { kind: 'note', text: 'looks odd' }));
  expect(read(desk).firstUpdate.waiting).toBe(1);
  // Nobody is heard of for the first time twice.
  const later = after(8 * DAY_MS);
  value(desk.life.note(desk.change(called, later), { kind: 'call', text: 'again' }));
  expect(read(desk, null, after(15 * DAY_MS)).firstUpdate.whole.count).toBe(0);
});

test('a claim is resolved when it is closed last, and the faces of both ends are compared', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [one, two, again, silent] = [desk.take(), desk.take(), desk.take(), desk.take()];
  close(desk, one, after(10 * MINUTE_MS), 'calm');
  close(desk, two, after(30 * MINUTE_MS), 'worried', desk.aino);
  close(desk, again, after(20 * MINUTE_MS), 'calm');
  close(desk, silent, after(50 * MINUTE_MS), null);
  value(desk.life.reopen(desk.change(again, after(DAY_MS)), desk.promise({ due: after(9 * DAY_MS) })));
  const before = read(desk);
  expect(before.resolution.whole).toEqual({
    count: 3,
    medianMs: 30 * MINUTE_MS,
    p90Ms: 50 * MINUTE_MS,
  });
  expect(before.resolution.open).toBe(1);
  expect(before.feelings).toMatchObject({ both: 2, unsaid: 1, start: { upset: 2 } });
  expect(before.feelings.end).toEqual({ calm: 1, worried: 1, disappointed: 0, upset: 0, furious: 0 });
  close(desk, again, after(5 * DAY_MS), 'furious');
  const { resolution, feelings } = read(desk);
  expect(resolution.periods.map(({ count }) => count)).toEqual([3, 1]);
  expect(resolution.whole.p90Ms).toBe(5 * DAY_MS);
  expect(feelings.end).toMatchObject({ calm: 1, furious: 1 });
  expect(read(desk, desk.aino.id).resolution.whole.count).toBe(1);
});

test('a step that failed and is proposed again counts, with the thing that it was proposed for', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [kettle, same, other] = [
    desk.take({ item: { name: 'Kettle', serial: 'K-77' } }),
    desk.take({ item: { name: 'The kettle', serial: ' k-77 ' }, attempts: [] }),
    desk.take({ item: { name: 'Toaster', serial: '' } }),
  ];
  const propose = (id: ClaimId, description: string, reason: string | null) => {
    value(desk.listening.propose(desk.change(id), { description, serial: '', reason }));
    return desk.see(id).staffAttempts.at(-1)?.id ?? '';
  };
  const failed = propose(kettle, 'descaled it', 'with a stronger descaler');
  value(desk.listening.finish(desk.change(kettle), failed, 'no'));
  const helped = propose(same, 'Descaled it.', 'once more, warm');
  value(desk.listening.finish(desk.change(same), helped, 'a-little'));
  propose(other, 'descaled it', 'nobody knows how it was done');
  // A reason that nobody had to give makes no repetition.
  propose(other, 'new plug', 'it looks burnt');
  const { repeats, repeatedItems } = read(desk);
  expect(repeats.whole).toEqual({ proposed: 3, failed: 1, helped: 1 });
  expect(repeatedItems.map(({ serial, name, times }) => [serial.trim().toUpperCase(), name, times])).toEqual([
    ['K-77', expect.any(String), 2],
    ['', 'Toaster', 1],
  ]);
  expect(read(desk, desk.aino.id).repeats.whole.proposed).toBe(0);
});

test('goodwill is summed by currency, and what was refused is counted', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const decide = (minor: number, currency: string, decision: 'given' | 'refused') =>
    value(
      desk.costs.goodwill(desk.change(id), {
        ...{ kind: 'voucher', what: '', reason: 'we were late', decision, approvedBy: null },
        worth: { minor, currency },
      }),
    );
  decide(1_000, 'EUR', 'given');
  decide(500, 'EUR', 'given');
  decide(300, 'SEK', 'given');
  decide(99_900, 'EUR', 'refused');
  expect(read(desk).goodwill.whole).toEqual({
    given: 3,
    refused: 1,
    worth: [
      { minor: 1_500, currency: 'EUR' },
      { minor: 300, currency: 'SEK' },
    ],
  });
});

test('a claim counts for its known issue when it joined, unless it left, and for whoever joined it', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const line = { kind: 'unknown', texts: { en: 'We know of it.', ar: 'نعرف ذلك.' } } as const;
  const open = (title: string) =>
    desk.knownIssues.open({ by: desk.mika.id, at: NOON }, { title, description: '', items: '' }, line);
  const [hums, leaks] = [open('Hums'), open('Leaks')];
  const [one, two, left] = [desk.take(), desk.take(), desk.take()];
  value(desk.knownIssues.join(desk.change(one, after(MINUTE_MS)), leaks));
  value(desk.knownIssues.join(desk.change(one, after(2 * MINUTE_MS)), hums));
  value(desk.knownIssues.join(desk.change(left, after(3 * MINUTE_MS)), leaks));
  value(desk.knownIssues.leave(desk.change(left, after(4 * MINUTE_MS)), leaks));
  value(desk.knownIssues.join(desk.change(two, after(4 * DAY_MS), desk.aino), leaks));
  expect(read(desk).knownIssues).toEqual([
    { title: 'Leaks', counts: [1, 1], whole: 2 },
    { title: 'Hums', counts: [1, 0], whole: 1 },
  ]);
  expect(read(desk, desk.aino.id).knownIssues).toEqual([{ title: 'Leaks', counts: [0, 1], whole: 1 }]);
});

test('praise to a person is theirs alone, and that to everyone is the store’s', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const thank = (to: StaffId | null, at: Instant) =>
    value(desk.praise.give({ id: randomUUID(), to, claimId: null, words: '', locale: 'en' }, at));
  thank(desk.mika.id, after(MINUTE_MS));
  thank(null, after(MINUTE_MS));
  thank(desk.aino.id, after(4 * DAY_MS));
  expect(read(desk).praise).toEqual({
    periods: [
      { named: 1, everyone: 1 },
      { named: 1, everyone: 0 },
    ],
    whole: { named: 2, everyone: 1 },
  });
  expect(read(desk, desk.aino.id).praise.whole).toEqual({ named: 1, everyone: 0 });
});

test('the day has what was settled today, what is due tomorrow, and who had the hard conversations', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [upset, calm] = [desk.take(), desk.take({ feeling: { face: 'calm', words: '' } })];
  keepUpdate(desk, upset, after(10 * MINUTE_MS));
  value(desk.promises.give(desk.change(upset), desk.promise({ due: after(DAY_MS) })));
  for (const id of [upset, upset, calm])
    value(desk.life.note(desk.change(id), { kind: 'call', text: 'hello' }));
  value(desk.life.note(desk.change(upset, after(MINUTE_MS), desk.aino), { kind: 'note', text: 'to us' }));
  const now = after(2 * HOUR_MS);
  const [today] = periodsUntil({ now, zone, unit: 'day', count: 1 });
  const [tomorrow] = periodsUntil({ now: after(DAY_MS), zone, unit: 'day', count: 1 });
  if (!today || !tomorrow) throw new Error('no day');
  expect(createReportReader(desk.db).day({ today, tomorrow, now })).toEqual({
    claims: 2,
    promises: { kept: 1, broken: 1, renegotiated: 0 },
    dueTomorrow: 1,
    goodwill: [],
    hard: [{ name: 'Mika', claims: 1 }],
    auditHead: desk.db.prepare('SELECT hash FROM audit ORDER BY seq DESC LIMIT 1').pluck().get(),
  });
});
