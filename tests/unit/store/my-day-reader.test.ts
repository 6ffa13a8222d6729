import { expect, test } from 'vitest';
import type { Zone } from '../../../src-main/domain/brand.ts';
import { dayOf } from '../../../src-main/domain/day-span.ts';
import { HANDED_OVER_SQL, HARD_DAY_SQL } from '../../../src-main/store/my-day-reader.ts';
import { deskShop, nextUpdateOf, THEN } from './desk/support.ts';
import { after, HOUR_MS, MINUTE_MS, NOON, value, workshop } from './support.ts';

const TODAY = dayOf(NOON, 'Europe/Helsinki' as Zone);
const CALM = { feeling: { face: 'calm', words: '' } } as const;

test('a day is the whole day of the store, also on the day when the clocks change', () => {
  const zone = 'Europe/Helsinki' as Zone;
  expect(TODAY.to - TODAY.from).toBe(24 * HOUR_MS);
  const autumn = dayOf(Date.UTC(2025, 9, 26, 12) as typeof NOON, zone);
  expect(autumn.to - autumn.from).toBe(25 * HOUR_MS);
});

test('hard is what a person did today with a customer who is upset or furious; one claim counts once', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const carried = () => desk.myDay.hardDay(TODAY).map(({ name, carried: count }) => [name, count]);
  const [hard, calm, before] = [desk.take(), desk.take(CALM), desk.take()];
  expect(carried(), 'by name, and everybody').toEqual([
    ['Aino', 0],
    ['Mika', 0],
  ]);
  value(desk.life.note(desk.change(hard), { kind: 'note', text: 'A note is no conversation.' }));
  value(desk.life.note(desk.change(calm), { kind: 'call', text: 'Called.' }));
  value(desk.life.note(desk.change(before, after(-24 * HOUR_MS)), { kind: 'call', text: 'Called.' }));
  expect(carried()).toEqual([
    ['Aino', 0],
    ['Mika', 0],
  ]);
  value(desk.life.note(desk.change(hard), { kind: 'call', text: 'Called.' }));
  value(desk.listening.addStatement(desk.change(hard), { text: 'Still.', locale: 'en' }));
  value(desk.listening.addStatement({ claimId: hard, by: null, at: THEN }, { text: 'Mine.', locale: 'en' }));
  expect(carried()).toEqual([
    ['Aino', 0],
    ['Mika', 1],
  ]);
  value(desk.life.handOver(desk.change(hard), { id: desk.aino.id, line: 'Please.' }));
  expect(carried(), 'whoever takes it over carries it too').toEqual([
    ['Aino', 1],
    ['Mika', 1],
  ]);
  value(desk.listening.addFeeling(desk.change(hard), { face: null, words: 'hm' }));
  expect(carried(), 'words alone leave the last face').toContainEqual(['Mika', 1]);
  value(desk.listening.addFeeling(desk.change(hard), { face: 'calm', words: '' }));
  expect(carried(), 'it is hard no more').toEqual([
    ['Aino', 0],
    ['Mika', 0],
  ]);
});

test('a broken promise that was dealt with is a conversation', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const claim = desk.take();
  const late = after(2 * HOUR_MS);
  const again = desk.promise({ about: 'update', text: 'News.', due: after(4 * HOUR_MS) });
  value(
    desk.promises.makeAmends(
      desk.change(claim, late),
      nextUpdateOf(desk.see(claim, late)).id,
      { apology: 'We forgot.', again, call: null },
      again,
    ),
  );
  expect(desk.myDay.hardDay(TODAY)).toContainEqual({ staffId: desk.mika.id, name: 'Mika', carried: 1 });
});

test('what is handed over is there until it is opened, or is with somebody else', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [first, second] = [desk.take(), desk.take(CALM)];
  value(desk.life.handOver(desk.change(first), { id: desk.aino.id, line: 'One' }));
  value(desk.life.handOver(desk.change(second, after(2 * MINUTE_MS)), { id: desk.aino.id, line: 'Two' }));
  const lines = () => desk.myDay.handedOver(desk.aino.id).map(({ line, from }) => `${line} ${from}`);
  expect(lines()).toEqual(['Two Mika', 'One Mika']);
  expect(desk.myDay.hardHeld(desk.aino.id).map(({ claimId }) => claimId)).toEqual([first]);
  desk.myDay.seeHandedOver(desk.mika.id, second, THEN);
  expect(lines(), 'another person’s look changes nothing').toHaveLength(2);
  desk.myDay.seeHandedOver(desk.aino.id, second, THEN);
  desk.myDay.seeHandedOver(desk.aino.id, second, THEN);
  expect(lines()).toEqual(['One Mika']);
  value(desk.life.handOver(desk.change(first, THEN, desk.aino), { id: desk.mika.id, line: 'Back' }));
  expect(lines()).toEqual([]);
});

test('both are read along an index, however many claims there are', () => {
  using shop = workshop();
  const { db, mika } = deskShop(shop);
  const plan = (sql: string, given: object) =>
    db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(given)
      .map(({ detail }) => detail)
      .join('\n');
  expect(plan(HARD_DAY_SQL, TODAY)).toContain('USING INDEX audit_of_people');
  expect(plan(HANDED_OVER_SQL, { id: mika.id })).toContain('USING INDEX note_hand_over');
  expect(plan(HARD_DAY_SQL, TODAY)).not.toMatch(/SCAN (audit|claim|feeling)\b/);
  expect(plan(HANDED_OVER_SQL, { id: mika.id })).not.toMatch(/SCAN (note|claim)\b/);
});
