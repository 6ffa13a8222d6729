import { expect, test } from 'vitest';
import { value, workshop } from '../support.ts';
import { deskShop, THEN, type DeskShop } from './support.ts';

const SAID_MORE = 'It smoked again, on Sunday.';

function saidMuch(desk: DeskShop): void {
  const id = desk.take();
  const change = desk.change(id);
  value(desk.listening.addStatement(change, { text: SAID_MORE, locale: 'en' }));
  value(desk.listening.addStatement(change, { text: 'And on Monday.', locale: 'en' }));
  value(desk.listening.addFeeling(change, { face: 'upset', words: 'still' }));
  value(desk.listening.understand(change, 'It smokes.'));
  value(desk.listening.answerUnderstanding(change, { version: 1, answer: 'not-quite', how: 'phone' }));
  value(desk.listening.understand(change, 'It smokes when it is hot.'));
  value(desk.life.close(change, { kind: 'accepted', how: 'phone', at: THEN }, { face: 'calm', words: '' }));
}

test('what was said later is compared with the history too, the feeling at closing included', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  saidMuch(desk);
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
});

test.each([
  [
    'statement',
    'altered',
    "DROP TRIGGER statement_is_verbatim; UPDATE statement SET text = 'x' WHERE seq = 2",
  ],
  ['statement', 'missing', 'DELETE FROM statement WHERE seq = 3'],
  [
    'statement',
    'added',
    `INSERT INTO statement (id, claim_id, seq, text, locale, given_at)
     SELECT 'other', claim_id, 4, 'x', 'en', given_at FROM statement WHERE seq = 1`,
  ],
  ['feeling', 'altered', "UPDATE feeling SET words = 'well' WHERE seq = 2"],
  ['feeling at closing', 'altered', "UPDATE feeling SET face = 'furious' WHERE seq = 3"],
  ['feeling', 'missing', 'DELETE FROM feeling WHERE seq = 2'],
  ['understanding', 'altered', "UPDATE understanding SET text = 'x' WHERE version = 2"],
  ['understanding', 'missing', 'DELETE FROM understanding WHERE version = 1'],
])('a later %s that was %s is named', (_, why, sql) => {
  using shop = workshop();
  const desk = deskShop(shop);
  saidMuch(desk);
  const number = desk.db.prepare<[], string>('SELECT number FROM claim').pluck().get();
  desk.db.exec(sql);
  expect(desk.claims.verify()).toEqual({ ok: false, error: { number, why } });
});
