import { expect, test } from 'vitest';
import { after, failure, HOUR_MS, MINUTE_MS, value, workshop } from '../support.ts';
import { deskShop, eventsOf, THEN } from './support.ts';

const KETTLE = {
  name: 'Kettle',
  serial: 'L-4',
  state: 'a dent at the handle',
  due: after(2 * HOUR_MS),
  agreedBy: 'Veera',
  agreedHow: 'counter',
} as const;

test('what is lent is out until it is back, and late after its time', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.loaners.lend(desk.change(id), KETTLE));
  const out = { ...KETTLE, seq: 1, lentBy: desk.mika.id, lentAt: THEN, back: null };
  expect(desk.see(id).loaners).toEqual([{ ...out, late: false }]);
  expect(desk.see(id, after(2 * HOUR_MS + 1)).loaners).toEqual([{ ...out, late: true }]);
  expect(failure(desk.loaners.takeBack(desk.change(id), 2, 'fine')).code).toBe('not-found');
  const at = after(3 * HOUR_MS);
  value(desk.loaners.takeBack(desk.change(id, at, desk.aino), 1, 'as it was'));
  expect(desk.see(id, at).loaners).toEqual([
    { ...out, back: { state: 'as it was', to: desk.aino.id, at }, late: false },
  ]);
  expect(failure(desk.loaners.takeBack(desk.change(id), 1, 'again')).code).toBe('wrong-state');
  expect(eventsOf(desk.see(id))).toEqual(['claim-taken', 'loaner-lent', 'loaner-returned']);
});

test('a claim closes though something is out, which comes back to it; nothing new is lent then', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.loaners.lend(desk.change(id), KETTLE));
  value(desk.life.close(desk.change(id), { kind: 'accepted', how: 'counter', at: THEN }, null));
  const later = after(5 * MINUTE_MS);
  expect(failure(desk.loaners.lend(desk.change(id, later), KETTLE)).code).toBe('claim-closed');
  value(desk.loaners.takeBack(desk.change(id, later), 1, 'fine'));
  expect(desk.see(id, later)).toMatchObject({ status: 'closed', loaners: [{ back: { state: 'fine' } }] });
});

test('the history holds no words of it', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.loaners.lend(desk.change(id), KETTLE));
  value(desk.loaners.takeBack(desk.change(id), 1, 'scratched'));
  const subjects = desk.see(id).timeline.map(({ subject }) => subject);
  expect(subjects.slice(1)).toEqual([String(KETTLE.due), '1']);
});
