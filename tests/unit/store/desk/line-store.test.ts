import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter, inForce, LINE_ANSWERS } from '../../../../src-main/domain/drawn-line.ts';
import { after, failure, MINUTE_MS, NOON, value, workshop } from '../support.ts';
import { deskShop, eventsOf, THEN, type DeskShop } from './support.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;
const THREAT = { text: 'He said he would burn the place down.', happenedAt: NOON };
const linesAt = (at: typeof NOON) => ({
  reason: 'Twice',
  reviewDue: daysAfter(at, 7),
  expires: daysAfter(at, 28),
});

function drawAt(desk: DeskShop, id: ReturnType<DeskShop['take']>, at = THEN) {
  return desk.lines.draw(desk.change(id, at), linesAt(at));
}

test('no line without a warning, no second one while one holds, and a new one needs a new warning', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  expect(failure(drawAt(desk, id)).code).toBe('needs-warning');
  value(desk.lines.warn(desk.change(id), THREAT));
  value(drawAt(desk, id));
  expect(desk.see(id).incidents).toEqual([{ seq: 1, ...THREAT, writtenBy: desk.mika.id, writtenAt: THEN }]);
  expect(desk.see(id).lines).toMatchObject([{ seq: 1, incident: 1, state: 'holds', drawnBy: desk.mika.id }]);
  value(desk.lines.warn(desk.change(id), THREAT));
  expect(failure(drawAt(desk, id))).toMatchObject({ code: 'wrong-state' });

  const gone = daysAfter(THEN, 28);
  expect(desk.see(id, daysAfter(THEN, 7)).lines[0]?.state).toBe('review-due');
  expect(desk.see(id, gone).lines[0]?.state).toBe('expired');
  expect(failure(desk.lines.review(desk.change(id, gone), 1, { answer: 'lifted', reason: 'x' }))).toEqual({
    code: 'wrong-state',
    detail: 'expired',
  });
  value(drawAt(desk, id, gone));
  value(desk.lines.review(desk.change(id, gone), 2, { answer: 'lifted', reason: 'He came to say sorry.' }));
  expect(failure(drawAt(desk, id, gone)).code).toBe('needs-warning');
  expect(desk.see(id, gone).lines.map(({ state }) => state)).toEqual(['expired', 'lifted']);
});

test('a line that is upheld holds, can be looked at again, and the claim stays as it was', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.lines.warn(desk.change(id), THREAT));
  value(drawAt(desk, id));
  value(desk.lines.review(desk.change(id), 1, { answer: 'upheld', reason: 'Nothing changed.' }));
  const later = after(8 * DAY_MS);
  expect(desk.see(id, later)).toMatchObject({ status: 'new', lines: [{ state: 'holds' }] });
  value(desk.lines.review(desk.change(id, later), 1, { answer: 'lifted', reason: 'It is over.' }));
  expect(failure(desk.lines.review(desk.change(id, later), 2, { answer: 'upheld', reason: 'x' })).code).toBe(
    'not-found',
  );
  expect(desk.see(id, later).lines[0]?.reviews.map(({ answer }) => answer)).toEqual(['upheld', 'lifted']);
  const { timeline } = desk.see(id);
  expect(eventsOf(desk.see(id)).slice(1)).toEqual([
    'incident-written',
    'line-drawn',
    'line-reviewed',
    'line-reviewed',
  ]);
  expect(timeline.at(-1)?.subject).toBe('1 lifted');
});

test('whatever is done in whatever order: never two lines hold, and each answers a warning of its own', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('warn' as const) }),
    fc.record({ do: fc.constant('draw' as const) }),
    fc.record({ do: fc.constant('review' as const), answer: fc.constantFrom(...LINE_ANSWERS) }),
    fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  );
  using shop = workshop();
  const desk = deskShop(shop);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const id = desk.take();
      let at = THEN;
      for (const each of steps) {
        if (each.do === 'wait') at = daysAfter(at, each.days);
        const before = desk.see(id, at);
        const holding = before.lines.find(({ state }) => inForce(state));
        if (each.do === 'warn') value(desk.lines.warn(desk.change(id, at), THREAT));
        if (each.do === 'draw') {
          const answered = before.lines.at(-1)?.incident ?? 0;
          const isWarned = before.incidents.some(({ seq }) => seq > answered);
          expect(drawAt(desk, id, at).ok).toBe(holding === undefined && isWarned);
        }
        if (each.do === 'review') {
          const seq = holding?.seq ?? 1;
          const given = { answer: each.answer, reason: 'Because' };
          expect(desk.lines.review(desk.change(id, at), seq, given).ok).toBe(holding !== undefined);
        }
        const { lines, status } = desk.see(id, at);
        expect(lines.filter(({ state }) => inForce(state)).length).toBeLessThanOrEqual(1);
        expect(new Set(lines.map(({ incident }) => incident)).size).toBe(lines.length);
        expect(status).toBe('new');
      }
    }),
    { numRuns: 40 },
  );
});
