import { expect, test } from 'vitest';
import type { Letter } from '../../../../src-main/domain/escalation.ts';
import { AWAITED_SQL } from '../../../../src-main/store/awaited-reader.ts';
import { after, HOUR_MS, value, workshop } from '../support.ts';
import { deskShop, THEN, type DeskShop } from './support.ts';

const LETTER: Letter = {
  ...{ locale: 'en', date: '24 November 2026', reference: 'Claim', subject: 'It leaks' },
  ...{ from: [], sections: [], signature: [] },
};
const KETTLE = {
  ...{ name: 'Kettle', serial: 'K-1', state: 'clean', due: after(3 * HOUR_MS), agreedBy: 'Aino' },
  agreedHow: 'counter',
} as const;

function letterOf(organisation: string, hours: number): Parameters<DeskShop['escalations']['draft']>[1] {
  const to = { name: 'Ms Fischer', organisation, address: '' };
  return { to, asked: 'Repair it.', due: after(hours * HOUR_MS), similar: [], letter: LETTER };
}

test('what is out and what was asked is awaited, due first first, with whoever asks after it', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [one, other] = [desk.take(), desk.take()];
  value(desk.loaners.lend(desk.change(one), KETTLE));
  value(desk.escalations.draft(desk.change(other), letterOf('Old words', 9)));
  const letter = desk.escalations.ofClaim(other)[0]?.id ?? '';
  value(desk.escalations.write(desk.change(other), { id: letter, version: 1 }, letterOf('', 2)));
  expect(desk.awaited.list(null)).toMatchObject([{ kind: 'loaner' }]);

  value(desk.escalations.send(desk.change(other), { id: letter, version: 2 }, 'post'));
  const mika = { id: desk.mika.id, name: 'Mika' };
  const kettle = { kind: 'loaner', claimId: one, seq: 1, what: 'Kettle', due: KETTLE.due, owner: mika };
  const answer = { kind: 'letter', claimId: other, seq: 1, what: 'Ms Fischer', due: after(2 * HOUR_MS) };
  expect(desk.awaited.list(null)).toMatchObject([{ ...answer, owner: mika }, kettle]);

  value(desk.life.handOver(desk.change(other), { id: desk.aino.id, line: '' }));
  expect(desk.awaited.list(desk.aino.id)).toMatchObject([{ ...answer, owner: { name: 'Aino' } }]);
  expect(desk.awaited.list(desk.mika.id)).toMatchObject([kettle]);

  value(desk.escalations.answer(desk.change(other), letter, { text: 'Yes.', outcome: 'granted' }));
  value(desk.loaners.takeBack(desk.change(one), 1, 'clean'));
  expect(desk.awaited.list(null)).toEqual([]);
});

test('what is out is awaited though its claim is closed', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.loaners.lend(desk.change(id), KETTLE));
  value(desk.life.close(desk.change(id), { kind: 'accepted', how: 'counter', at: THEN }, null));
  expect(desk.awaited.list(null)).toMatchObject([{ claimId: id, what: 'Kettle' }]);
});

test('it is found by what is out and sent, and never through all claims', () => {
  using shop = workshop();
  const plan = deskShop(shop)
    .db.prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${AWAITED_SQL}`)
    .all({ mine: null })
    .map(({ detail }) => detail)
    .join('\n');
  expect(plan).toMatch(/loaner_out[\s\S]*escalation_waits/);
  expect(plan).not.toMatch(/SCAN (claim|escalation_version|staff_member)\b/);
});
