import { expect, test } from 'vitest';
import type { ClaimId } from '../../../../src-main/domain/brand.ts';
import type { Letter } from '../../../../src-main/domain/escalation.ts';
import type { NewVersion } from '../../../../src-main/store/escalation-store.ts';
import { after, failure, HOUR_MS, value, workshop } from '../support.ts';
import { deskShop, eventsOf, THEN, type DeskShop } from './support.ts';

const LETTER: Letter = {
  ...{ locale: 'en', date: '24 November 2026', reference: 'Claim', subject: 'It leaks' },
  from: ['Harbour Street Repairs'],
  sections: [{ name: 'words', heading: 'Words', prose: 'This:', records: [] }],
  signature: ['Mika'],
};
const version = (asked: string): NewVersion => ({
  ...{ asked, due: after(14 * 24 * HOUR_MS), similar: [], letter: { ...LETTER, subject: asked } },
  to: { name: 'Ms Fischer', organisation: 'Aroma', address: 'A lane' },
});

function only(desk: DeskShop, id: ClaimId) {
  const [escalation, ...more] = desk.escalations.ofClaim(id);
  if (!escalation || more.length > 0) throw new Error('not one letter');
  return escalation;
}

test('a letter is drafted, written further, sent and answered; every version is kept and the claim waits', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.escalations.draft(desk.change(id), version('Repair it.')));
  const { id: letter } = only(desk, id);
  value(desk.escalations.write(desk.change(id), { id: letter, version: 1 }, version('Replace it.')));
  expect(only(desk, id)).toMatchObject({
    ...{ state: 'draft', versions: 2, sent: null, answer: null, withdrawn: null, openedBy: desk.mika.id },
    newest: { version: 2, asked: 'Replace it.', letter: { subject: 'Replace it.' }, writtenBy: desk.mika.id },
  });
  const kept = desk.db.prepare('SELECT asked FROM escalation_version ORDER BY version').pluck().all();
  expect(kept).toEqual(['Repair it.', 'Replace it.']);
  expect(() => desk.db.exec("UPDATE escalation_version SET asked = 'x'")).toThrow('never changed');

  value(desk.escalations.send(desk.change(id), { id: letter, version: 2 }, 'post'));
  expect(only(desk, id).sent).toEqual({ how: 'post', at: THEN, by: desk.mika.id });
  expect(desk.see(id).status).toBe('waiting-supplier');
  const seen = { id: letter, version: 2 };
  expect(failure(desk.escalations.write(desk.change(id), seen, version('More.'))).code).toBe('wrong-state');
  expect(failure(desk.escalations.send(desk.change(id), seen, 'hand')).code).toBe('wrong-state');

  value(desk.escalations.answer(desk.change(id), letter, { text: 'Yes.', outcome: 'granted' }));
  expect(only(desk, id)).toMatchObject({ state: 'answered', answer: { text: 'Yes.', outcome: 'granted' } });
  expect(desk.see(id).status).toBe('in-work');
  expect(failure(desk.escalations.withdraw(desk.change(id), letter, 'Late')).code).toBe('wrong-state');
  expect(eventsOf(desk.see(id)).slice(-4)).toEqual([
    'escalation-drafted',
    'escalation-written',
    'escalation-sent',
    'escalation-answered',
  ]);
});

test('of two letters that were sent the claim waits for both, and one that is taken back says why', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  for (const asked of ['One.', 'Two.']) value(desk.escalations.draft(desk.change(id), version(asked)));
  const [one, two] = desk.escalations.ofClaim(id).map((each) => each.id);
  for (const each of [one, two])
    value(desk.escalations.send(desk.change(id), { id: each ?? '', version: 1 }, 'email'));
  value(desk.escalations.withdraw(desk.change(id), one ?? '', 'The wrong people'));
  expect(desk.see(id).status).toBe('waiting-supplier');
  expect(desk.escalations.ofClaim(id)[0]).toMatchObject({
    state: 'withdrawn',
    withdrawn: { reason: 'The wrong people', by: desk.mika.id },
  });
  value(desk.escalations.answer(desk.change(id), two ?? '', { text: 'No.', outcome: 'refused' }));
  expect(desk.see(id).status).toBe('in-work');
});

test('a letter of another claim, or none, is not found; a draft has no answer', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.escalations.draft(desk.change(id), version('One.')));
  const { id: letter } = only(desk, id);
  const other = desk.take();
  expect(failure(desk.escalations.send(desk.change(other), { id: letter, version: 1 }, 'post')).code).toBe(
    'not-found',
  );
  const answer = { text: 'Yes.', outcome: 'granted' } as const;
  expect(failure(desk.escalations.answer(desk.change(id), letter, answer)).code).toBe('wrong-state');
});

test('nobody writes over, or sends, a version that they never saw', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.escalations.draft(desk.change(id), version('One.')));
  const { id: letter } = only(desk, id);
  const first = { id: letter, version: 1 };
  value(desk.escalations.write(desk.change(id, THEN, desk.aino), first, version('Aino’s.')));
  const before = eventsOf(desk.see(id)).length;
  const late = failure(desk.escalations.write(desk.change(id), first, version('Mika’s.')));
  expect(late).toEqual({ code: 'newer-version', detail: '2' });
  expect(failure(desk.escalations.send(desk.change(id), first, 'post')).code).toBe('newer-version');
  expect(only(desk, id)).toMatchObject({
    ...{ state: 'draft', versions: 2 },
    newest: { asked: 'Aino’s.', writtenBy: desk.aino.id },
  });
  expect(eventsOf(desk.see(id))).toHaveLength(before);
  value(desk.escalations.write(desk.change(id), { id: letter, version: 2 }, version('Mika’s.')));
  expect(only(desk, id)).toMatchObject({ versions: 3, newest: { asked: 'Mika’s.' } });
});
