import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { PrintJobId } from '../../../../src-main/domain/brand.ts';
import { FIRST_PRINTER_ID } from '../../../../src-main/domain/printer.ts';
import { createPrintJobStore } from '../../../../src-main/store/print-job-store.ts';
import { after, failure, HOUR_MS, NOON, value, workshop } from '../support.ts';
import { deskShop, eventsOf, nextUpdateOf, promiseOf, THEN } from './support.ts';

const ACCEPTED = { kind: 'accepted', how: 'phone', at: NOON } as const;

test('it closes with the customer’s acceptance, the feeling then, and the next update kept by it', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.life.setStatus(desk.change(id), 'in-work'));
  expect(failure(desk.life.setStatus(desk.change(id), 'in-work')).code).toBe('wrong-state');
  value(desk.life.close(desk.change(id), ACCEPTED, { face: 'calm', words: 'good' }));
  const view = desk.see(id);
  expect(view).toMatchObject({ status: 'closed', endings: [ACCEPTED] });
  expect(view.feelings.at(-1)).toMatchObject({ face: 'calm', words: 'good' });
  expect(view.promises.map(({ state }) => state)).toEqual(['kept']);
  expect(eventsOf(view)).toEqual(['claim-taken', 'status-set', 'claim-closed']);
});

test('it never closes over an open promise, nor over a silence that nobody dealt with', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.promises.give(desk.change(id), desk.promise({ text: 'Look' })));
  expect(failure(desk.life.close(desk.change(id), ACCEPTED, null)).code).toBe('open-promises');
  value(desk.promises.keep(desk.change(id), promiseOf(desk.see(id), 'Look').id, null));
  expect(failure(desk.life.close(desk.change(id, after(2 * HOUR_MS)), ACCEPTED, null)).code).toBe('overdue');
  const reason = { kind: 'no-agreement', reason: 'They want a refund.', at: THEN } as const;
  value(desk.life.close(desk.change(id), reason, null));
  expect(desk.see(id).endings).toEqual([reason]);
});

test('nothing but a slip and coming back happens to a closed claim', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  expect(failure(desk.life.reopen(desk.change(id), desk.promise()))).toEqual({
    code: 'wrong-state',
    detail: 'new',
  });
  value(desk.life.close(desk.change(id), ACCEPTED, null));
  const before = desk.see(id);
  const change = desk.change(id);
  const refused = [
    desk.promises.give(change, desk.promise()),
    desk.promises.expect(change, { kind: 'try', text: 'x' }),
    desk.listening.addStatement(change, { text: 'x', locale: 'en' }),
    desk.listening.understand(change, 'x'),
    desk.costs.plan(change, 'x'),
    desk.life.setStatus(change, 'in-work'),
    desk.life.close(change, ACCEPTED, null),
    desk.life.handOver(change, { id: desk.aino.id, line: '' }),
  ];
  expect(new Set(refused.map((result) => failure(result).code))).toEqual(new Set(['claim-closed']));
  expect(desk.see(id)).toEqual(before);
  value(desk.life.reopen(change, desk.promise({ text: 'News again' })));
  expect(desk.see(id).status).toBe('in-work');
  expect(nextUpdateOf(desk.see(id))).toMatchObject({ text: 'News again', givenBy: desk.mika.id });
  expect(desk.claims.verify().ok).toBe(true);
});

test('a colleague takes over what was owed by me and by nobody in particular, with a line', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const third = { id: desk.aino.id, name: desk.aino.name };
  value(desk.promises.give(desk.change(id), desk.promise({ text: 'Mine' })));
  value(desk.promises.give(desk.change(id), desk.promise({ text: 'Theirs', owner: third })));
  value(
    desk.life.handOver(desk.change(id, THEN, desk.aino), { id: desk.mika.id, line: 'They shouted. Please.' }),
  );
  const view = desk.see(id);
  expect(view.holderId).toBe(desk.mika.id);
  expect(view.promises.map(({ owner }) => owner.name)).toEqual(['Mika', 'Mika', 'Mika']);
  expect(view.notes).toMatchObject([
    { kind: 'hand-over', text: 'They shouted. Please.', staffId: desk.mika.id, writtenBy: desk.aino.id },
  ]);
  // Who was named on the ticket is still what the history says.
  expect(desk.claims.verify()).toEqual({ ok: true, value: 1 });
});

test('notes, calls, what we got wrong and where the thing is are kept, and the history holds no word of them', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  value(desk.life.note(desk.change(id), { kind: 'note', text: 'secretive' }));
  value(desk.life.note(desk.change(id), { kind: 'call', text: 'secretive too' }));
  value(desk.life.note(desk.change(id), { kind: 'apology', text: 'We lost the secretive key.' }));
  value(desk.life.place(desk.change(id), 'Bin 7'));
  expect(desk.see(id).notes.map(({ kind }) => kind)).toEqual(['note', 'call', 'apology']);
  expect(desk.see(id).place).toBe('Bin 7');
  expect(eventsOf(desk.see(id)).slice(1)).toEqual(['note-written', 'call-noted', 'apology-made', 'placed']);
  const record = JSON.stringify(desk.db.prepare('SELECT * FROM audit').all());
  expect(record).not.toContain('secretive');
  expect(record).not.toContain('Bin 7');
});

test('a slip goes to the end of the line with its record', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const id = desk.take();
  const job = { id: v7() as PrintJobId, kind: 'update', slip: '{}', printerId: FIRST_PRINTER_ID } as const;
  value(desk.life.queueSlip(desk.change(id), job));
  expect(createPrintJobStore(desk.db).forClaim(id)).toMatchObject([
    { kind: 'ticket' },
    { id: job.id, kind: 'update', state: 'queued' },
  ]);
  expect(desk.see(id).timeline.at(-1)).toEqual({
    at: THEN,
    event: 'slip-queued',
    subject: `${job.id} update`,
    by: desk.mika.id,
  });
});
