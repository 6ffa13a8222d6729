import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPECTATION_KINDS, PROMISE_KINDS } from '../../../src-main/domain/expectation.ts';
import { CONTACT_WAYS, FEELINGS, LOCALES, OUTCOMES, WISHES } from '../../../src-main/domain/intake.ts';
import { PRINT_KINDS } from '../../../src-main/domain/print-kind.ts';
import { PRINT_PROBLEMS, PRINT_STATES } from '../../../src-main/domain/print-state.ts';
import { CHARGE_KINDS } from '../../../src-main/domain/charge.ts';
import { ANSWER_WAYS, CLAIM_STATUSES } from '../../../src-main/domain/claim-life.ts';
import { daysAfter, LINE_ANSWERS } from '../../../src-main/domain/drawn-line.ts';
import { UNDERSTANDING_ANSWERS } from '../../../src-main/domain/desk.ts';
import { ESCALATION_OUTCOMES, SEND_WAYS } from '../../../src-main/domain/escalation.ts';
import { GOODWILL_KINDS } from '../../../src-main/domain/goodwill.ts';
import { KNOWN_STATES } from '../../../src-main/domain/known-issue.ts';
import { PROMISE_STATES, PROMISE_SUBJECTS } from '../../../src-main/domain/promise.ts';
import { ROLES } from '../../../src-main/domain/staff.ts';
import { deskShop } from './desk/support.ts';
import { NOON, value, workshop } from './support.ts';

const shop = workshop();
const desk = deskShop(shop);
const { db } = desk;
const tables = db
  .prepare<[], { name: string; strict: number }>(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
  )
  .all();
const NOTHING_TO_PRICE = ['price', 'minor', 'amount', 'cost', 'rate', 'currency'];
beforeAll(() => {
  const id = desk.take();
  const change = desk.change(id);
  const yes = { version: 1, how: 'phone' } as const;
  value(desk.promises.ask(change, desk.promise()));
  value(desk.listening.understand(change, 'It leaks.'));
  value(desk.listening.answerUnderstanding(change, { ...yes, answer: 'confirmed' }));
  value(desk.listening.propose(change, { description: 'Seal', serial: '', reason: null }));
  value(desk.listening.finish(change, desk.see(id).staffAttempts[0]?.id ?? '', 'yes'));
  value(desk.costs.estimate(change, { minor: 900, currency: 'EUR' }, ''));
  value(desk.costs.answerEstimate(change, { ...yes, answer: 'yes', saidBy: 'Aino' }));
  value(desk.costs.charge(change, 'part', 'Seal', { minor: 900, currency: 'EUR' }));
  const gift = { what: 'Coffee', worth: { minor: 1, currency: 'EUR' }, reason: 'Sorry', approvedBy: null };
  value(desk.costs.goodwill(change, { ...gift, kind: 'gift', decision: 'given' }));
  const lent = { name: 'Kettle', serial: '', state: 'fine', due: NOON } as const;
  value(desk.loaners.lend(change, { ...lent, agreedBy: 'Aino', agreedHow: 'phone' }));
  value(desk.lines.warn(change, { text: 'A threat', happenedAt: NOON }));
  const times = { reviewDue: daysAfter(NOON, 7), expires: daysAfter(NOON, 28) };
  value(desk.lines.draw(change, { ...times, reason: 'Twice' }));
  value(desk.lines.review(change, 1, { answer: 'upheld', reason: 'Still' }));
  const letter = {
    locale: 'en',
    from: [],
    date: '',
    reference: '',
    subject: '',
    sections: [],
    signature: [],
  } as const;
  const to = { name: 'Ms Fischer', organisation: '', address: '' };
  value(desk.escalations.draft(change, { to, letter, asked: 'Repair it.', due: NOON, similar: [] }));
  const { id: letterId = '' } = desk.escalations.ofClaim(id)[0] ?? {};
  value(desk.escalations.send(change, { id: letterId, version: 1 }, 'post'));
  value(desk.escalations.answer(change, letterId, { text: 'Yes.', outcome: 'granted' }));
  const line = { kind: 'unknown', texts: { en: 'We know.', ar: 'نعلم.' } } as const;
  const words = { title: 'Seal', description: '', items: '' };
  desk.knownIssues.open({ by: desk.mika.id, at: NOON }, words, line);
  value(desk.life.close(change, { kind: 'accepted', how: 'counter', at: NOON }, null));
});
afterAll(() => shop[Symbol.dispose]());

test('there are tables, and every one is STRICT', () => {
  expect(tables.map(({ name }) => name).sort()).toEqual([
    'attachment',
    'attempt',
    'audit',
    'audit_head',
    'charge',
    'claim',
    'claim_ending',
    'claim_sequence',
    'drawn_line',
    'escalation',
    'escalation_version',
    'estimate',
    'expectation',
    'export_claim',
    'export_record',
    'feeling',
    'goodwill',
    'hand_over_seen',
    'incident',
    'known_issue',
    'known_issue_claim',
    'known_issue_line',
    'known_issue_step',
    'line_review',
    'loaner',
    'look_guard',
    'note',
    'pin_guard',
    'plan',
    'praise',
    'praise_seen',
    'print_job',
    'printer_tag',
    'promise',
    'promise_request',
    'purge_run',
    'recovery',
    'recovery_claim',
    'research',
    'schema_seal',
    'search_changed',
    'search_document',
    'search_posting',
    'search_state',
    'staff_attempt',
    'staff_member',
    'statement',
    'understanding',
    'unfinished_statement',
    'wish',
    'wish_words',
  ]);
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
});

test('every table of a claim points at the claim, and a row without one is refused', () => {
  const pointing = tables
    .filter(({ name }) =>
      db.prepare(`SELECT 1 FROM pragma_foreign_key_list(?) WHERE "table" = 'claim'`).get(name),
    )
    .map(({ name }) => name)
    .sort();
  expect(pointing).toEqual(
    [
      ...['attempt', 'expectation', 'feeling', 'print_job', 'promise', 'statement', 'wish', 'wish_words'],
      ...['charge', 'claim_ending', 'estimate', 'goodwill', 'note', 'plan', 'promise_request', 'research'],
      ...['staff_attempt', 'understanding'],
      ...['drawn_line', 'incident', 'line_review', 'loaner'],
      ...['attachment', 'escalation', 'known_issue_claim', 'praise', 'export_claim'],
    ].sort(),
  );
  expect(() => db.exec("INSERT INTO wish_words VALUES ('nobody', 'x')")).toThrow('FOREIGN KEY');
});

test.each([
  ['claim', 'locale', LOCALES],
  ['claim', 'contact_way', CONTACT_WAYS],
  ['statement', 'locale', LOCALES],
  ['feeling', 'face', FEELINGS],
  ['attempt', 'outcome', OUTCOMES],
  ['wish', 'kind', WISHES],
  ['expectation', 'kind', EXPECTATION_KINDS],
  ['promise', 'kind', PROMISE_KINDS],
  ['staff_member', 'role', ROLES],
  ['staff_member', 'locale', LOCALES],
  ['promise', 'state', PROMISE_STATES],
  ['promise', 'about', PROMISE_SUBJECTS],
  ['promise', 'agreed_how', ANSWER_WAYS],
  ['promise_request', 'about', PROMISE_SUBJECTS],
  ['claim', 'status', CLAIM_STATUSES],
  ['claim_ending', 'how', ANSWER_WAYS],
  ['understanding', 'answer', UNDERSTANDING_ANSWERS],
  ['understanding', 'how', ANSWER_WAYS],
  ['staff_attempt', 'outcome', OUTCOMES],
  ['charge', 'kind', CHARGE_KINDS],
  ['estimate', 'how', ANSWER_WAYS],
  ['goodwill', 'kind', GOODWILL_KINDS],
  ['loaner', 'agreed_how', ANSWER_WAYS],
  ['line_review', 'answer', LINE_ANSWERS],
  ['escalation', 'sent_how', SEND_WAYS],
  ['escalation', 'outcome', ESCALATION_OUTCOMES],
  ['known_issue', 'state', KNOWN_STATES],
  ['known_issue_step', 'state', KNOWN_STATES],
  ['known_issue_step', 'kind', EXPECTATION_KINDS.filter((kind) => kind !== 'will')],
] as const)('%s.%s takes every value of the domain and no other', (table, column, values) => {
  const update = db.prepare(`UPDATE ${table} SET ${column} = ?`);
  for (const each of values) expect(update.run(each).changes).toBeGreaterThan(0);
  expect(() => update.run('nonsense')).toThrow('CHECK');
});

test('a print job takes every state and every problem of the domain and no other', () => {
  const state = db.prepare(
    `UPDATE print_job SET state = @state, attempts = 1, problem = @problem, retry_at = iif(@problem IS NULL, NULL, 1),
       void_reason = iif(@state = 'void', 'twice', NULL),
       ended_at = iif(@state IN ('printed', 'sent-unconfirmed', 'shown', 'void'), 1, NULL)`,
  );
  for (const each of PRINT_STATES) state.run({ state: each, problem: each === 'unsure' ? 'disk' : null });
  for (const each of PRINT_PROBLEMS) state.run({ state: 'unsure', problem: each });
  expect(() => state.run({ state: 'sent', problem: null })).toThrow('CHECK');
  expect(() => state.run({ state: 'unsure', problem: 'gremlins' })).toThrow('CHECK');
  expect(() => state.run({ state: 'unsure', problem: null })).toThrow('CHECK');
  expect(() => state.run({ state: 'printed', problem: 'disk' })).toThrow('CHECK');
});

test('a print job takes every kind of the domain and no other, and a claim where its kind is about one', () => {
  const kind = db.prepare('UPDATE print_job SET kind = @kind, claim_id = iif(@free = 1, NULL, claim_id)');
  const ofClaims = PRINT_KINDS.filter((each) => each !== 'day-report' && each !== 'test');
  for (const each of ofClaims) expect(kind.run({ kind: each, free: 0 }).changes).toBe(1);
  expect(() => kind.run({ kind: 'poster', free: 0 })).toThrow('CHECK');
  expect(() => kind.run({ kind: 'day-report', free: 0 })).toThrow('CHECK');
  expect(() => kind.run({ kind: 'ticket', free: 1 })).toThrow('CHECK');
  for (const each of ['day-report', 'test']) expect(kind.run({ kind: each, free: 1 }).changes).toBe(1);
});

test('there is no column that a price of looking could stand in', () => {
  const columns = db
    .prepare<[], string>("SELECT group_concat(name) FROM pragma_table_info('research')")
    .pluck()
    .get();
  for (const word of NOTHING_TO_PRICE) expect(columns).not.toContain(word);
});

test('a statement can never be edited', () => {
  expect(() => db.exec("UPDATE statement SET text = 'all is well'")).toThrow('never edited');
});

test.each([
  ['a claim by its request', 'SELECT * FROM claim WHERE request_id = ?'],
  ['a claim by its number', 'SELECT * FROM claim WHERE number = ?'],
  ['the job of a claim', "SELECT id FROM print_job WHERE claim_id = ? AND kind = 'ticket'"],
  ['statements of a claim', 'SELECT text FROM statement WHERE claim_id = ? ORDER BY seq'],
  [
    'the history of a claim',
    "SELECT at FROM audit WHERE claim_id = ? AND event <> 'claim-taken' ORDER BY seq",
  ],
  ['promises of a claim', 'SELECT kind FROM promise WHERE claim_id = ? ORDER BY position'],
])('%s is found by an index', (_, sql) => {
  const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all('x');
  expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH/);
});

test('what waits for the printer is found without looking at what was sent', () => {
  const plan = db
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT min(seq) FROM print_job
         WHERE printer_id = 'counter' AND state IN ('queued', 'sending', 'unsure')`,
    )
    .all();
  expect(plan.map(({ detail }) => detail).join()).toContain('print_job_open');
});
