import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { ClaimId, PrintJobId } from '../../../src-main/domain/brand.ts';
import { FIRST_PRINTER_ID, type PrinterId } from '../../../src-main/domain/printer.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import type { StaffId } from '../../../src-main/domain/staff.ts';
import { createPrintJobStore, type PrintJobStore } from '../../../src-main/store/print-job-store.ts';
import { inTransaction, type Db } from '../../../src-main/store/sqlite.ts';
import { after, claimsOf, failure, MINUTE_MS, NOON, toTake, value, workshop } from './support.ts';

const HERE = FIRST_PRINTER_ID;
const THERE = 'back-room' as PrinterId;
const LATER = after(MINUTE_MS);
const TORN = { problem: 'paper-out', detail: 'while printing', at: NOON, retryAt: LATER } as const;
const ACTOR = 'staff-7' as StaffId;

/** Takes a claim and returns its ticket's job and its id. */
function ticket(db: Db): { readonly id: PrintJobId; readonly claimId: ClaimId } {
  const { jobId, claimId } = value(claimsOf(db).take(toTake()));
  return { id: jobId, claimId };
}

/** The ways into each state, as the queue goes them. */
const WAYS = {
  queued: () => undefined,
  held: (jobs: PrintJobStore, id: PrintJobId) => jobs.hold(id, TORN),
  sending: (jobs: PrintJobStore, id: PrintJobId) => void jobs.begin(id, NOON),
  unsure: (jobs: PrintJobStore, id: PrintJobId) => {
    jobs.begin(id, NOON);
    jobs.doubt(id, TORN);
  },
  printed: (jobs: PrintJobStore, id: PrintJobId) => {
    jobs.begin(id, NOON);
    jobs.end(id, 'printed', NOON);
  },
  'sent-unconfirmed': (jobs: PrintJobStore, id: PrintJobId) => {
    jobs.begin(id, NOON);
    jobs.end(id, 'sent-unconfirmed', NOON);
  },
  shown: (jobs: PrintJobStore, id: PrintJobId) => {
    jobs.begin(id, NOON);
    jobs.end(id, 'shown', NOON);
  },
  void: (jobs: PrintJobStore, id: PrintJobId) =>
    void value(jobs.voidJob({ id, reason: 'twice', at: NOON, actor: ACTOR })),
} as const;
type Way = keyof typeof WAYS;

function lastEvent(db: Db): unknown {
  return db.prepare('SELECT event, claim_id, subject, actor FROM audit ORDER BY seq DESC LIMIT 1').get();
}

test.each<Way>(['printed', 'sent-unconfirmed', 'shown'])(
  'what is %s is printed again as the next copy',
  (way) => {
    using shop = workshop();
    const { db } = shop.open();
    const jobs = createPrintJobStore(db);
    const { id, claimId } = ticket(db);
    WAYS[way](jobs, id);
    const before = jobs.get(id);
    const again = value(jobs.reprint({ id, at: LATER, actor: ACTOR }));
    expect(again).toMatchObject({
      state: 'queued',
      copy: 1,
      endedAt: null,
      confirmedAt: null,
      firstByteAt: null,
    });
    expect(again.slip).toBe(before?.slip);
    expect(lastEvent(db)).toEqual({
      event: 'job-reprinted',
      claim_id: claimId,
      subject: `${again.claimNumber} ticket copy 1 at counter`,
      actor: ACTOR,
    });
    expect(jobs.begin(id, LATER).job).toMatchObject({ state: 'sending', copy: 1, firstByteAt: LATER });
    jobs.end(id, 'printed', LATER);
    expect(jobs.get(id)).toMatchObject({ confirmedAt: LATER });
    expect(value(jobs.reprint({ id, at: LATER, actor: ACTOR })).copy).toBe(2);
  },
);

test('a reprint goes to the end of the line: who waits there was there before', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const [old, waiting] = [ticket(db).id, ticket(db).id];
  WAYS.printed(jobs, old);
  value(jobs.reprint({ id: old, at: NOON, actor: ACTOR }));
  expect(jobs.open().map(({ id }) => id)).toEqual([waiting, old]);
  expect(jobs.nextDue(HERE, NOON)?.id).toBe(waiting);
  expect(jobs.recent(1).map(({ id }) => id)).toEqual([old]);
});

test.each<Way>(['queued', 'held', 'unsure', 'sent-unconfirmed'])(
  'what is %s can be voided, with a reason',
  (way) => {
    using shop = workshop();
    const { db } = shop.open();
    const jobs = createPrintJobStore(db);
    const { id } = ticket(db);
    const next = ticket(db).id;
    WAYS[way](jobs, id);
    expect(
      value(jobs.voidJob({ id, reason: ' Mika took it down by hand ', at: LATER, actor: ACTOR })),
    ).toMatchObject({
      state: 'void',
      voidReason: 'Mika took it down by hand',
      problem: null,
      retryAt: null,
      endedAt: LATER,
    });
    // The reason may quote somebody, and the history can never be erased.
    expect(JSON.stringify(db.prepare('SELECT * FROM audit').all())).not.toContain('Mika');
    expect(jobs.nextDue(HERE, NOON)?.id).toBe(next);
    expect(() => jobs.voidJob({ id: next, reason: '  ', at: NOON, actor: ACTOR })).toThrow('reason');
  },
);

test.each<Way>(['queued', 'held', 'unsure'])(
  'what is %s can be moved to another printer, to the end of its line',
  (way) => {
    using shop = workshop();
    const { db } = shop.open();
    const jobs = createPrintJobStore(db);
    const { id } = ticket(db);
    const there = ticket(db).id;
    value(jobs.moveTo({ id: there, printerId: THERE, at: NOON, actor: ACTOR }));
    WAYS[way](jobs, id);
    const moved = value(jobs.moveTo({ id, printerId: THERE, at: NOON, actor: ACTOR }));
    expect(moved).toMatchObject({ printerId: THERE, retryAt: null });
    expect(jobs.nextDue(HERE, NOON)).toBeNull();
    expect(jobs.nextDue(THERE, NOON)?.id).toBe(there);
    WAYS.printed(jobs, there);
    expect(jobs.nextDue(THERE, NOON)?.id).toBe(id);
    expect(failure(jobs.moveTo({ id, printerId: THERE, at: NOON, actor: ACTOR })).code).toBe('wrong-state');
  },
);

test.each<['reprint' | 'voidJob' | 'moveTo', Way]>([
  ['reprint', 'queued'],
  ['reprint', 'sending'],
  ['reprint', 'unsure'],
  ['reprint', 'void'],
  ['voidJob', 'sending'],
  ['voidJob', 'printed'],
  ['voidJob', 'shown'],
  ['voidJob', 'void'],
  ['moveTo', 'sending'],
  ['moveTo', 'printed'],
  ['moveTo', 'void'],
])('%s of what is %s is refused, changes nothing and leaves no record', (action, way) => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const { id } = ticket(db);
  WAYS[way](jobs, id);
  const before = jobs.get(id);
  const history = createAuditStore(db).verify();
  const given = { id, at: LATER, actor: ACTOR, reason: 'x', printerId: THERE };
  expect(jobs[action](given)).toEqual({ ok: false, error: { code: 'wrong-state', state: before?.state } });
  expect(jobs[action]({ ...given, id: 'nobody' as PrintJobId })).toEqual({
    ok: false,
    error: { code: 'no-such-job' },
  });
  expect(jobs.get(id)).toEqual(before);
  expect(createAuditStore(db).verify()).toEqual(history);
});

test('later slips of a claim, and slips of none, wait in line with the tickets', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const { id: ticketId, claimId } = ticket(db);
  const other = ticket(db).id;
  const make = (kind: 'update' | 'test', of: ClaimId | null) => ({
    id: v7() as PrintJobId,
    claimId: of,
    kind,
    slip: '{}',
    printerId: HERE,
    at: LATER,
  });
  const update = inTransaction(db, () => jobs.add(make('update', claimId)));
  const test = jobs.add(make('test', null));
  expect(update).toMatchObject({ kind: 'update', state: 'queued', copy: 0, claimId, createdAt: LATER });
  expect(test).toMatchObject({ claimId: null, claimNumber: null });
  expect(jobs.open().map(({ id }) => id)).toEqual([ticketId, other, update.id, test.id]);
  expect(jobs.forClaim(claimId).map(({ id }) => id)).toEqual([ticketId, update.id]);
  expect(jobs.recent(2).map(({ id }) => id)).toEqual([test.id, update.id]);
  expect(() => jobs.add(make('update', null))).toThrow('CHECK');
});

test('a job that is added in a transaction falls with it', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const job = {
    id: v7() as PrintJobId,
    claimId: null,
    kind: 'test',
    slip: '{}',
    printerId: HERE,
    at: NOON,
  } as const;
  const fall = () =>
    inTransaction(db, () => {
      jobs.add(job);
      throw new Error('changed my mind');
    });
  expect(fall).toThrow('changed my mind');
  expect(jobs.get(job.id)).toBeNull();
});

test('when it went out and when it was known to be printed', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const [seen, sent] = [ticket(db).id, ticket(db).id];
  for (const id of [seen, sent]) {
    jobs.begin(id, NOON);
    jobs.end(id, 'sent-unconfirmed', NOON);
  }
  jobs.answer(seen, true, LATER);
  expect(jobs.get(seen)).toMatchObject({ firstByteAt: NOON, confirmedAt: LATER });
  expect(jobs.get(sent)).toMatchObject({ firstByteAt: NOON, confirmedAt: null });
});
