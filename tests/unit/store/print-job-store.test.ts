import { expect, test } from 'vitest';
import type { PrintJobId } from '../../../src-main/domain/brand.ts';
import { FIRST_PRINTER_ID, type PrinterId } from '../../../src-main/domain/printer.ts';
import type { PrintJobStore } from '../../../src-main/store/print-job-store.ts';
import { createPrintJobStore } from '../../../src-main/store/print-job-store.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { after, claimsOf, HOUR_MS, MINUTE_MS, NOON, toTake, value, workshop } from './support.ts';

const HERE = FIRST_PRINTER_ID;
const THERE = 'back-room' as PrinterId;
const LATER = after(MINUTE_MS);
const UNPLUGGED = { problem: 'unreachable', detail: 'EHOSTUNREACH', at: NOON, retryAt: LATER } as const;
const TORN = { problem: 'paper-out', detail: 'while printing', at: NOON, retryAt: LATER } as const;

/** Takes a claim and returns its job's id. */
function slip(db: Db, printerId = HERE, at = NOON): PrintJobId {
  return value(claimsOf(db, () => at).take({ ...toTake(), printerId })).jobId;
}

function print(jobs: PrintJobStore, id: PrintJobId): void {
  jobs.begin(id, NOON);
  jobs.end(id, 'printed', NOON);
}

test('slips go out in the order in which they were made, whatever the clock said', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const made = [slip(db), slip(db, undefined, after(-HOUR_MS)), slip(db, undefined, after(HOUR_MS))];
  const printed = made.map(() => {
    const job = jobs.nextDue(HERE, NOON);
    if (job) print(jobs, job.id);
    return job?.id;
  });
  expect(printed).toEqual(made);
  expect(jobs.nextDue(HERE, NOON)).toBeNull();
  expect(jobs.open()).toEqual([]);
});

test('the life of a slip: queued, held, sending, unsure, sending as a copy, printed', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const id = slip(db);
  expect(jobs.get(id)).toMatchObject({ state: 'queued', copy: 0, attempts: 0, problem: null });
  jobs.hold(id, UNPLUGGED);
  expect(jobs.get(id)).toMatchObject({
    state: 'queued',
    attempts: 0,
    problem: 'unreachable',
    retryAt: LATER,
  });
  expect(jobs.nextRetryAt(HERE)).toBe(LATER);
  expect(jobs.begin(id, LATER).job).toMatchObject({ state: 'sending', copy: 0, attempts: 1, problem: null });
  expect(jobs.nextRetryAt(HERE)).toBeNull();
  jobs.doubt(id, TORN);
  expect(jobs.get(id)).toMatchObject({ state: 'unsure', copy: 0, problem: 'paper-out', retryAt: LATER });
  jobs.hold(id, UNPLUGGED);
  expect(jobs.get(id)).toMatchObject({ state: 'unsure', problem: 'unreachable' });
  expect(jobs.begin(id, LATER).job).toMatchObject({ state: 'sending', copy: 1, attempts: 2 });
  jobs.end(id, 'printed', LATER);
  expect(jobs.get(id)).toMatchObject({
    state: 'printed',
    copy: 1,
    endedAt: LATER,
    problem: null,
    retryAt: null,
  });
});

test('there is one original: only what was begun in vain becomes a copy', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const id = slip(db);
  for (let i = 0; i < 3; i++) jobs.hold(id, UNPLUGGED);
  expect(jobs.begin(id, NOON).job.copy).toBe(0);
  jobs.doubt(id, TORN);
  expect(jobs.begin(id, NOON).job.copy).toBe(1);
  jobs.doubt(id, TORN);
  expect(jobs.begin(id, NOON).job.copy).toBe(2);
});

test('no tag comes twice, also after a restart, and each is four printable characters', () => {
  using shop = workshop();
  const tags: string[] = [];
  for (let start = 0; start < 3; start++) {
    const { db } = shop.open();
    const jobs = createPrintJobStore(db);
    for (let i = 0; i < 40; i++) {
      const id = slip(db);
      tags.push(jobs.begin(id, NOON).tag);
      jobs.end(id, 'printed', NOON);
    }
    shop.close();
  }
  expect(new Set(tags).size).toBe(120);
  for (const tag of tags) expect(tag).toMatch(/^[!-~]{4}$/);
});

test('a person’s word on what the printer could not confirm', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const [out, lost] = [slip(db), slip(db)];
  for (const id of [out, lost]) {
    jobs.begin(id, NOON);
    jobs.end(id, 'sent-unconfirmed', NOON);
  }
  jobs.answer(out, true, LATER);
  expect(jobs.get(out)).toMatchObject({ state: 'printed', endedAt: LATER });
  jobs.answer(lost, false, LATER);
  expect(jobs.get(lost)).toMatchObject({ state: 'unsure', problem: 'did-not-come-out', endedAt: null });
  expect(jobs.nextDue(HERE, LATER)?.id).toBe(lost);
  expect(() => jobs.answer(out, false, LATER)).toThrow('is printed and cannot become unsure');
});

test('none overtakes: a slip that is held, or being sent, holds those behind it', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const [first, second] = [slip(db), slip(db)];
  expect(jobs.nextDue(HERE, NOON)?.id).toBe(first);
  jobs.begin(first, NOON);
  expect(jobs.nextDue(HERE, NOON)).toBeNull();
  jobs.doubt(first, TORN);
  expect(jobs.nextDue(HERE, NOON)).toBeNull();
  expect(jobs.nextDue(HERE, after(MINUTE_MS - 1))).toBeNull();
  expect(jobs.nextDue(HERE, LATER)?.id).toBe(first);
  expect(jobs.open().map(({ id }) => id)).toEqual([first, second]);
  print(jobs, first);
  expect(jobs.nextDue(HERE, LATER)?.id).toBe(second);
});

test('a printer that is away holds up nobody at another one', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const [here, there] = [slip(db), slip(db, THERE)];
  jobs.hold(here, UNPLUGGED);
  expect(jobs.nextDue(HERE, NOON)).toBeNull();
  expect(jobs.nextDue(THERE, NOON)?.id).toBe(there);
  expect([jobs.nextRetryAt(HERE), jobs.nextRetryAt(THERE)]).toEqual([LATER, null]);
  jobs.begin(there, NOON);
  expect(jobs.recover(HERE, NOON)).toBe(0);
  expect(jobs.recover(THERE, NOON)).toBe(1);
});

test('slips for a printer that is no more go to another one, in their order, with the one that was being sent', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const [first, second, third, own] = [slip(db, THERE), slip(db, THERE), slip(db, THERE), slip(db)];
  print(jobs, first);
  jobs.begin(second, NOON);
  jobs.doubt(second, { ...TORN, retryAt: after(HOUR_MS) });
  jobs.begin(third, NOON);
  expect(jobs.adopt({ known: [HERE, THERE], heir: HERE }, NOON)).toBe(0);
  expect(jobs.adopt({ known: [HERE], heir: HERE }, NOON)).toBe(2);
  expect(jobs.adopt({ known: [HERE], heir: HERE }, NOON)).toBe(0);
  expect(jobs.recover(HERE, NOON)).toBe(1);
  expect(jobs.get(first)?.printerId).toBe(THERE);
  expect(jobs.nextDue(HERE, NOON)).toMatchObject({ id: second, printerId: HERE, retryAt: null });
  print(jobs, second);
  expect(jobs.nextDue(HERE, NOON)).toMatchObject({ id: third, state: 'unsure' });
  print(jobs, third);
  expect(jobs.nextDue(HERE, NOON)?.id).toBe(own);
});

test('a clock that was set back does not put a retry off for years', () => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const id = slip(db);
  jobs.hold(id, UNPLUGGED);
  expect(jobs.nextDue(HERE, after(-9_000 * HOUR_MS))?.id).toBe(id);
});

test('after a restart, what was being sent is unsure and due at once', () => {
  using shop = workshop();
  const [printed, sending, queued] = ((): PrintJobId[] => {
    const { db } = shop.open();
    const jobs = createPrintJobStore(db);
    const ids = [slip(db), slip(db), slip(db)];
    if (ids[0]) print(jobs, ids[0]);
    if (ids[1]) jobs.begin(ids[1], NOON);
    shop.close();
    return ids;
  })();
  const jobs = createPrintJobStore(shop.open().db);
  expect(jobs.recover(HERE, LATER)).toBe(1);
  expect(jobs.recover(HERE, LATER)).toBe(0);
  expect(jobs.open().map(({ id, state }) => [id, state])).toEqual([
    [sending, 'unsure'],
    [queued, 'queued'],
  ]);
  expect(jobs.nextDue(HERE, LATER)).toMatchObject({ id: sending, problem: 'connection-lost', attempts: 1 });
  expect(jobs.get(printed as PrintJobId)?.state).toBe('printed');
});

test.each([
  ['queued', [], ['printed', 'unsure']],
  ['sending', ['sending'], ['sending', 'held']],
  ['unsure', ['sending', 'unsure'], ['printed', 'unsure']],
  ['printed', ['sending', 'printed'], ['sending', 'printed', 'unsure', 'held']],
] as const)('from %s, a wrong step throws and changes nothing', (state, path, wrong) => {
  using shop = workshop();
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  const id = slip(db);
  const steps = {
    sending: () => jobs.begin(id, NOON),
    printed: () => jobs.end(id, 'printed', NOON),
    unsure: () => jobs.doubt(id, TORN),
    held: () => jobs.hold(id, UNPLUGGED),
  };
  for (const step of path) steps[step]();
  const before = jobs.get(id);
  for (const step of wrong) expect(steps[step]).toThrow(`is ${state} and cannot become ${step}`);
  expect(jobs.get(id)).toEqual(before);
});

test('a job that does not exist cannot be sent', () => {
  using shop = workshop();
  const jobs = createPrintJobStore(shop.open().db);
  expect(jobs.get('nobody' as PrintJobId)).toBeNull();
  expect(() => jobs.begin('nobody' as PrintJobId, NOON)).toThrow('is unknown');
});
