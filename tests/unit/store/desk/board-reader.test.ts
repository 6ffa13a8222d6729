import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimId, Instant } from '../../../../src-main/domain/brand.ts';
import { LANES, laneOf, SET_STATUSES } from '../../../../src-main/domain/claim-life.ts';
import type { BoardCard, BoardCursor } from '../../../../src-main/domain/desk.ts';
import {
  boardCountSql,
  boardPageSql,
  SOON_SQL,
  type BoardQuestion,
} from '../../../../src-main/store/board-reader.ts';
import { TIMELINE_SQL } from '../../../../src-main/store/claim-view-reader.ts';
import { FAILED_ON_SERIAL_SQL } from '../../../../src-main/store/listening-store.ts';
import { after, HOUR_MS, MINUTE_MS, NOON, value, workshop } from '../support.ts';
import { deskShop, nextUpdateOf, THEN, type DeskShop } from './support.ts';

const DAY: BoardQuestion = { mine: null, now: THEN, endOfDay: after(12 * HOUR_MS) };

/** Moves the next update of a claim, with the customer's agreement. */
function moveUpdate(desk: DeskShop, id: ClaimId, due: Instant): void {
  const again = desk.promise({ text: `News at ${due}`, due });
  const update = nextUpdateOf(desk.see(id));
  value(desk.promises.renegotiate(desk.change(id), update.id, { how: 'phone', again }));
}

/** Walks a lane page by page. */
function walk(
  desk: DeskShop,
  question: BoardQuestion,
  lane: (typeof LANES)[number],
  size: number,
): BoardCard[] {
  const all: BoardCard[] = [];
  for (let after: BoardCursor | null = null; ;) {
    const page = desk.board.page(question, lane, after, size);
    all.push(...page);
    const last = page.at(-1);
    if (!last || page.length < size) return all;
    after = { due: last.nextDue, running: last.running };
  }
}

test('a card has what a glance needs: first words, feeling, and the promise that is due first, with its owner', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take({ statement: `🙂${'word '.repeat(100)}` });
  value(
    desk.promises.give(
      desk.change(id),
      desk.promise({ text: 'Look', due: after(30 * MINUTE_MS), owner: desk.aino }),
    ),
  );
  value(desk.listening.addFeeling(desk.change(id), { face: 'worried', words: '' }));
  const [card] = desk.board.page(DAY, 'due-today', null, 10);
  expect(card).toMatchObject({
    claimId: id,
    number: desk.see(id).number,
    takenAt: NOON,
    status: 'new',
    feeling: 'worried',
    nextDue: after(30 * MINUTE_MS),
    promise: { text: 'Look', due: after(30 * MINUTE_MS), owner: { id: desk.aino.id, name: 'Aino' } },
  });
  expect([...(card?.firstWords ?? '')]).toHaveLength(160);
  expect(card?.firstWords.startsWith('🙂word')).toBe(true);
});

test('mine are the claims that I hold and those in which I owe something; what was handed over is theirs', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [owed, held, neither] = [desk.take(), desk.take(), desk.take()];
  value(desk.promises.give(desk.change(owed), desk.promise({ owner: desk.aino })));
  value(desk.life.handOver(desk.change(held), { id: desk.aino.id, line: 'Please' }));
  const mine = (who: typeof desk.aino) =>
    walk(desk, { ...DAY, mine: who.id }, 'due-today', 10).map(({ claimId }) => claimId);
  expect(new Set(mine(desk.aino))).toEqual(new Set([owed, held]));
  expect(desk.board.counts({ ...DAY, mine: desk.aino.id })['due-today']).toBe(2);
  expect(mine(desk.mika)).toEqual([]);
  value(desk.promises.give(desk.change(neither), desk.promise({ owner: desk.mika })));
  expect(mine(desk.mika)).toEqual([neither]);
});

test('lanes, pages and counts are what the rule says of each claim, each open claim once', () => {
  const state = fc.record({
    hours: fc.constantFrom(0, 1, 2, 3, 11, 12, 13, 40),
    status: fc.option(fc.constantFrom(...SET_STATUSES)),
    closed: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(state, { minLength: 6, maxLength: 12, size: 'max' }),
      fc.integer({ min: 1, max: 4 }),
      (claims, size) => {
        using shop = workshop();
        const desk = deskShop(shop);
        // Some claims are due to the millisecond at either border.
        const at = (hours: number) => after(hours * HOUR_MS + 2 * MINUTE_MS);
        const question = { ...DAY, now: at(2), endOfDay: at(12) };
        const expected = claims.map(({ hours, status, closed }) => {
          const id = desk.take();
          moveUpdate(desk, id, at(hours));
          if (status !== null) value(desk.life.setStatus(desk.change(id), status));
          if (closed)
            value(desk.life.close(desk.change(id), { kind: 'accepted', how: 'phone', at: NOON }, null));
          const nextDue = at(hours);
          const now = closed ? ('closed' as const) : (status ?? ('new' as const));
          return { id, nextDue, lane: laneOf({ status: now, nextDue }, question.now, question.endOfDay) };
        });
        const counts = desk.board.counts(question);
        for (const lane of LANES) {
          const inLane = expected.filter((one) => one.lane === lane);
          const cards = walk(desk, question, lane, size);
          expect(new Set(cards.map(({ claimId }) => claimId))).toEqual(new Set(inLane.map(({ id }) => id)));
          expect(cards.map(({ nextDue }) => nextDue)).toEqual(
            inLane.map(({ nextDue }) => nextDue).sort((a, b) => a - b),
          );
          expect(counts[lane]).toBe(cards.length);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test.each([...LANES.map((lane) => [lane, boardPageSql(lane, false)]), ['the counts', boardCountSql(false)]])(
  'the board walks along its index and never through all claims: %s',
  (_, sql) => {
    using shop = workshop();
    const { db } = deskShop(shop);
    const plan = db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ now: 1, endOfDay: 2, mine: null, afterDue: 0, afterRunning: 0, limit: 30 })
      .map(({ detail }) => detail);
    expect(plan.join('\n')).toMatch(/claim USING (COVERING )?INDEX claim_board/);
    // Only what one page holds is scanned, and nothing is sorted but that.
    expect(plan.filter((line) => /^SCAN (?!card|claim USING|CONSTANT ROW)/.test(line))).toEqual([]);
    expect(plan.join('\n').split('claim_board')[1] ?? '').not.toMatch(
      /^\n?.*SCAN (statement|promise|feeling)/,
    );
  },
);

test.each(LANES)("what is one's own is found by its indexes, however much others hold: %s", (lane) => {
  using shop = workshop();
  const { db } = deskShop(shop);
  for (const sql of [boardPageSql(lane, true), boardCountSql(true)]) {
    const plan = db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ now: 1, endOfDay: 2, mine: 'x', afterDue: 0, afterRunning: 0, limit: 30 })
      .map(({ detail }) => detail)
      .join('\n');
    expect(plan).toMatch(/claim_held \(holder=\?/);
    expect(plan).toMatch(/promise_mine \(owner_id=\?/);
    expect(plan).not.toMatch(/claim_board|SCAN (claim|promise)/);
  }
});

test.each([
  ['what is about to break', SOON_SQL, /promise_due \(due>\? AND due<\?/],
  ['the history of a claim', TIMELINE_SQL, /audit_of_claim/],
  ['what failed on a serial number', FAILED_ON_SERIAL_SQL, /claim_serial[\s\S]*staff_attempt_serial/],
])('%s is found by its index', (_, sql, index) => {
  using shop = workshop();
  const { db } = deskShop(shop);
  const plan = db
    .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all({ id: 'x', key: 'x', now: 1, until: 2 })
    .map(({ detail }) => detail)
    .join('\n');
  expect(plan).toMatch(index);
  expect(plan).not.toMatch(/SCAN (audit|claim|promise|attempt|staff_attempt)\b/);
});

test('everybody is warned of what is due soon, also on a claim that has broken one already', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [near, late, far] = [desk.take(), desk.take(), desk.take()];
  moveUpdate(desk, near, after(10 * MINUTE_MS));
  moveUpdate(desk, late, after(5 * MINUTE_MS));
  moveUpdate(desk, far, after(3 * HOUR_MS));
  value(
    desk.promises.give(
      desk.change(late),
      desk.promise({ text: 'Look', due: after(40 * MINUTE_MS), owner: desk.aino }),
    ),
  );
  const dueOf = (minutes: number, withinMinutes: number): unknown => {
    const { soon, changesAt } = desk.board.warnings(after(minutes * MINUTE_MS), withinMinutes * MINUTE_MS);
    const promises = [near, late, far].flatMap((id) => desk.see(id).promises);
    return {
      soon: soon.map((id) => promises.find((promise) => promise.id === id)?.due),
      changesAt,
    };
  };
  expect(dueOf(1, 30)).toEqual({
    soon: [after(5 * MINUTE_MS), after(10 * MINUTE_MS)],
    changesAt: after(3 * HOUR_MS - 30 * MINUTE_MS),
  });
  expect(dueOf(1, 5)).toEqual({ soon: [after(5 * MINUTE_MS)], changesAt: after(5 * MINUTE_MS) });
  expect(dueOf(20, 30)).toEqual({
    soon: [after(40 * MINUTE_MS)],
    changesAt: after(3 * HOUR_MS - 30 * MINUTE_MS),
  });
  expect(dueOf(60, 240)).toEqual({ soon: [after(3 * HOUR_MS)], changesAt: null });
});
