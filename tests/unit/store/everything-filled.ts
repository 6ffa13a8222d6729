import { randomUUID } from 'node:crypto';
import { daysAfter } from '../../../src-main/domain/drawn-line.ts';
import type { ClaimId, PrintJobId } from '../../../src-main/domain/brand.ts';
import { FIRST_PRINTER_ID } from '../../../src-main/domain/printer.ts';
import { ERASED_TABLES } from '../../../src-main/store/erased-columns.ts';
import { createPrintJobStore } from '../../../src-main/store/print-job-store.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { THEN, type DeskShop } from './desk/support.ts';
import { after, HOUR_MS, NOON, value } from './support.ts';

/** A closed claim of one customer with a row in every table that one can be in. */
export function fullClaim(desk: DeskShop): ClaimId {
  // What failed on the same thing before would need a reason.
  const serial = randomUUID();
  const id = desk.take({ item: { name: 'Kettle', serial } });
  const change = desk.change(id);
  const yes = { version: 1, how: 'phone' } as const;
  const { locale } = desk.see(id);
  value(
    desk.praise.give({ id: `praise-${id}`, to: desk.mika.id, claimId: id, words: 'Thanks', locale }, THEN),
  );
  value(desk.promises.ask(change, desk.promise()));
  const [request] = desk.see(id).requests;
  value(desk.promises.answer(change, request?.id ?? '', { refused: 'Too soon' }));
  value(desk.listening.addStatement(change, { text: 'And it leaks.', locale }));
  value(desk.listening.addFeeling(change, { face: 'furious', words: 'still' }));
  value(desk.listening.understand(change, 'It leaks.'));
  value(desk.listening.answerUnderstanding(change, { ...yes, answer: 'confirmed' }));
  value(desk.listening.propose(change, { description: 'Seal', serial, reason: null }));
  value(desk.listening.finish(change, desk.see(id).staffAttempts[0]?.id ?? '', 'no'));
  value(desk.listening.propose(change, { description: 'Seal', serial, reason: 'A better one' }));
  value(desk.costs.estimate(change, { minor: 900, currency: 'EUR' }, 'For the seal'));
  value(desk.costs.answerEstimate(change, { ...yes, answer: 'yes', saidBy: 'Aino' }));
  value(desk.costs.charge(change, 'part', 'Seal', { minor: 900, currency: 'EUR' }));
  const gift = { what: 'Coffee', worth: { minor: 1, currency: 'EUR' }, reason: 'Sorry', approvedBy: null };
  value(desk.costs.goodwill(change, { ...gift, kind: 'gift', decision: 'given' }));
  const lent = { name: 'Kettle', serial: 'L-1', state: 'fine', due: after(HOUR_MS) } as const;
  value(desk.loaners.lend(change, { ...lent, agreedBy: 'Aino', agreedHow: 'phone' }));
  value(desk.loaners.takeBack(change, 1, 'scratched'));
  value(desk.lines.warn(change, { text: 'A threat', happenedAt: NOON }));
  const times = { reviewDue: daysAfter(NOON, 7), expires: daysAfter(NOON, 28) };
  value(desk.lines.draw(change, { ...times, reason: 'Twice' }));
  value(desk.lines.review(change, 1, { answer: 'upheld', reason: 'Still' }));
  const letter = {
    locale: 'en',
    from: [],
    date: '',
    reference: '',
    subject: 'About you',
    sections: [],
    signature: [],
  } as const;
  const to = { name: 'Ms Fischer', organisation: 'Makers', address: 'A street' };
  value(desk.escalations.draft(change, { to, letter, asked: 'Repair it.', due: NOON, similar: [] }));
  const [first] = desk.escalations.ofClaim(id);
  value(desk.escalations.send(change, { id: first?.id ?? '', version: 1 }, 'post'));
  value(desk.escalations.answer(change, first?.id ?? '', { text: 'No.', outcome: 'refused' }));
  value(desk.escalations.draft(change, { to, letter, asked: 'Again.', due: NOON, similar: [] }));
  value(desk.escalations.withdraw(change, desk.escalations.ofClaim(id)[1]?.id ?? '', 'They rang'));
  value(desk.costs.plan(change, 'A new seal'));
  value(desk.costs.research(change, 30, 'Opened it'));
  value(desk.life.note(change, { kind: 'note', text: 'Noted' }));
  value(
    desk.life.queueSlip(change, {
      id: `slip-${id}` as PrintJobId,
      kind: 'update',
      slip: '{"a":1}',
      printerId: FIRST_PRINTER_ID,
    }),
  );
  const jobs = createPrintJobStore(desk.db);
  value(jobs.voidJob({ id: `slip-${id}` as PrintJobId, actor: desk.mika.id, at: THEN, reason: 'Torn' }));
  value(desk.life.close(change, { kind: 'no-agreement', reason: 'They moved away', at: THEN }, null));
  return id;
}

/**
 * Puts words of its own into every column of a claim that can hold some, past every trigger and check, as if somebody
 * had written them. Returns them, by column.
 */
export function fillEveryColumn(db: Db, id: ClaimId, word: (place: string) => string): Map<string, string> {
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  const filled = new Map<string, string>();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  const number = db.prepare('SELECT number FROM claim WHERE id = ?').pluck().get(id);
  for (const { table, where, columns } of ERASED_TABLES) {
    for (const [column, how] of Object.entries(columns)) {
      const place = `${table}.${column}`;
      const plain = word(place);
      const text = how === 'object' ? JSON.stringify({ x: plain }) : how === 'list' ? `["${plain}"]` : plain;
      const { changes } = db
        .prepare(`UPDATE ${table} SET ${column} = @text WHERE ${where} AND ${column} IS NOT NULL`)
        .run({ text, id, number });
      if (changes > 0) filled.set(place, plain);
    }
  }
  for (const { sql } of triggers) db.exec(sql);
  db.prepare('INSERT INTO search_changed SELECT running FROM claim WHERE id = ? ON CONFLICT DO NOTHING').run(
    id,
  );
  return filled;
}
