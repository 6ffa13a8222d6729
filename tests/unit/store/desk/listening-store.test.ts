import { expect, test } from 'vitest';
import { failure, value, workshop } from '../support.ts';
import { deskShop, eventsOf, THEN } from './support.ts';

test('further statements are kept character for character, after the first, and never edited', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const words = ' \u202Eلا\u0000 تعمل\r\n👩🏽‍🔧 e\u0301 ';
  value(desk.listening.addStatement(desk.change(id), { text: words, locale: 'ar' }));
  expect(desk.see(id).statements.map(({ text, locale, enteredBy }) => [text, locale, enteredBy])).toEqual([
    ['It stopped.\r\nThen it smoked 😡', 'en', null],
    [words, 'ar', desk.mika.id],
  ]);
  expect(() => desk.db.exec("UPDATE statement SET text = 'well'")).toThrow('never edited');
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
});

test('feelings are over time, also where none was given at the kiosk, and the history holds no word of them', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take({ feeling: { face: null, words: '' } });
  value(desk.listening.addFeeling(desk.change(id), { face: 'worried', words: 'heard at last' }));
  value(desk.listening.addFeeling(desk.change(id), { face: 'calm', words: '' }));
  expect(desk.see(id).feelings.map(({ face, enteredBy }) => [face, enteredBy])).toEqual([
    ['worried', desk.mika.id],
    ['calm', desk.mika.id],
  ]);
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
  const record = JSON.stringify(desk.db.prepare('SELECT * FROM audit').all());
  expect(record).not.toContain('heard');
  expect(record).not.toContain('worried');
});

test('what we understood has versions; only the newest is read back, and once', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const say = (version: number, answer: 'confirmed' | 'not-quite') =>
    desk.listening.answerUnderstanding(desk.change(id), { version, answer, how: 'counter' });
  expect(failure(say(1, 'confirmed')).code).toBe('not-found');
  value(desk.listening.understand(desk.change(id), 'It leaks.'));
  value(say(1, 'not-quite'));
  expect(failure(say(1, 'confirmed'))).toEqual({ code: 'wrong-state', detail: 'not-quite' });
  value(desk.listening.understand(desk.change(id), 'It leaks when hot.'));
  expect(failure(say(1, 'confirmed')).code).toBe('wrong-state');
  value(say(2, 'confirmed'));
  expect(desk.see(id).understandings).toMatchObject([
    { version: 1, text: 'It leaks.', answer: 'not-quite', how: 'counter', answeredAt: THEN },
    { version: 2, text: 'It leaks when hot.', answer: 'confirmed', writtenBy: desk.mika.id },
  ]);
});

test('what the customer tried in vain is proposed again only with a reason', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const propose = (description: string, reason: string | null) =>
    desk.listening.propose(desk.change(id), { description, serial: '', reason });
  expect(failure(propose('DESCALED  ít.', null))).toEqual({
    code: 'needs-reason',
    detail: desk.see(id).number,
  });
  expect(failure(propose('descaled it', '  ')).code).toBe('needs-reason');
  expect(desk.see(id).staffAttempts).toEqual([]);
  value(propose('descaled it', 'with the strong descaler this time'));
  // It helped a little, so it did not fail.
  value(propose('new fuse', null));
  expect(desk.see(id).staffAttempts).toMatchObject([
    {
      description: 'descaled it',
      reason: 'with the strong descaler this time',
      serial: 'K-77',
      outcome: null,
    },
    { description: 'new fuse', reason: '' },
  ]);
});

test('a step that failed on the same serial number is guarded on every other claim of it, and only there', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [first, second, third] = [
    desk.take({ attempts: [] }),
    desk.take({ attempts: [], item: { name: 'Kettle', serial: ' k-77' } }),
    desk.take({ attempts: [], item: { name: 'Kettle', serial: '' } }),
  ];
  const propose = (id: typeof first, serial = '') =>
    desk.listening.propose(desk.change(id), { description: 'New seal', serial, reason: null });
  value(propose(first));
  value(propose(second));
  const [attempt] = desk.see(first).staffAttempts;
  if (!attempt) throw new Error('not proposed');
  value(desk.listening.finish(desk.change(first), attempt.id, 'no'));
  expect(failure(desk.listening.finish(desk.change(first), attempt.id, 'yes')).code).toBe('wrong-state');
  expect(failure(desk.listening.finish(desk.change(second), attempt.id, 'yes')).code).toBe('not-found');
  const { number } = desk.see(first);
  expect(failure(propose(second))).toEqual({ code: 'needs-reason', detail: number });
  expect(failure(propose(third, 'K-77')).code).toBe('needs-reason');
  value(propose(third));
  expect(desk.see(second).failedElsewhere).toEqual([{ number, description: 'New seal' }]);
  expect(desk.see(first).failedElsewhere).toEqual([]);
  expect(eventsOf(desk.see(first))).toEqual(['claim-taken', 'attempt-proposed', 'attempt-done']);
});
