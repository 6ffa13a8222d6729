import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { PrintJobId } from '../../../src-main/domain/brand.ts';
import { FIRST_PRINTER_ID } from '../../../src-main/domain/printer.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { migrate, MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { createPrintJobStore } from '../../../src-main/store/print-job-store.ts';
import { claimsOf, NOON, toTake, value, workshop } from './support.ts';

const URL = 'tcp://192.168.1.50:9100';
/** One job in each state, as version 10 kept them: state, copy, attempts, problem, detail, retry_at, ended_at. */
const JOBS = [
  ['queued', 0, 0, null, '', null, null],
  ['queued', 0, 0, 'paper-out', 'said: paper-out', NOON + 5, null],
  ['sending', 0, 1, null, '', null, null],
  ['unsure', 1, 2, 'connection-lost', 'reset', NOON + 7, null],
  ['printed', 0, 1, null, '', null, NOON + 9],
  ['sent-unconfirmed', 2, 3, null, '', null, NOON + 11],
  ['shown', 0, 1, null, '', null, NOON + 13],
  ['void', 0, 0, null, '', null, NOON + 15],
] as const;

/** Makes a database of version 10 with a claim and its jobs. */
function planted(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  db.pragma('foreign_keys = 1');
  migrate(db, NOON, MIGRATIONS.slice(0, 1));
  db.exec(`INSERT INTO claim VALUES (1001, 'claim', 'HEL-1001-R', 'request', 'HEL', '7F3KQ9', 'salt', 'en', '', '', '',
    '', '', NULL, ${NOON}); UPDATE claim_sequence SET next = 1002`);
  const insert = db.prepare(
    `INSERT INTO print_job (id, claim_id, kind, state, copy, slip, printer_url, attempts, problem, detail, created_at,
       changed_at, retry_at, ended_at) VALUES (?, 'claim', 'ticket', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  JOBS.forEach(([state, copy, attempts, problem, detail, retryAt, endedAt], index) =>
    insert.run(
      `job-${index}`,
      state,
      copy,
      `{"slip":${index}}`,
      URL,
      attempts,
      problem,
      detail,
      NOON + index,
      NOON + 20 + index,
      retryAt,
      endedAt,
    ),
  );
  db.close();
}

test('every job of version 10 is there after it, in its order and its state', () => {
  using shop = workshop();
  planted(shop.file);
  const { db } = shop.open();
  const rows = db.prepare<[], Record<string, unknown>>('SELECT * FROM print_job ORDER BY seq').all();
  expect(rows).toHaveLength(JOBS.length);
  JOBS.forEach(([state, copy, attempts, problem, detail, retryAt, endedAt], index) => {
    expect(rows[index]).toEqual({
      seq: index + 1,
      id: `job-${index}`,
      claim_id: 'claim',
      kind: 'ticket',
      state,
      copy,
      slip: `{"slip":${index}}`,
      printer_id: FIRST_PRINTER_ID,
      attempts,
      problem,
      detail,
      void_reason: state === 'void' ? '' : null,
      created_at: NOON + index,
      changed_at: NOON + 20 + index,
      first_byte_at: null,
      confirmed_at: state === 'printed' ? endedAt : null,
      retry_at: retryAt,
      ended_at: endedAt,
    });
  });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(createAuditStore(db).verify()).toEqual({ ok: true, value: MIGRATIONS.length });
});

test('jobs that waited in version 10 are printed by the printer that the settings name now', () => {
  using shop = workshop();
  planted(shop.file);
  const { db } = shop.open();
  const jobs = createPrintJobStore(db);
  expect(jobs.recover(FIRST_PRINTER_ID, NOON)).toBe(1);
  expect(jobs.open().map(({ id, state }) => [id, state])).toEqual([
    ['job-0', 'queued'],
    ['job-1', 'queued'],
    ['job-2', 'unsure'],
    ['job-3', 'unsure'],
  ]);
  expect(jobs.nextDue(FIRST_PRINTER_ID, NOON)?.id).toBe('job-0');
  expect(jobs.get('job-4' as PrintJobId)).toMatchObject({ claimNumber: 'HEL-1001-R', state: 'printed' });
});

test('a claim that is taken after it is as good as before', () => {
  using shop = workshop();
  planted(shop.file);
  const { db } = shop.open();
  const { jobId, claimId } = value(claimsOf(db).take(toTake()));
  expect(createPrintJobStore(db).forClaim(claimId)).toMatchObject([{ id: jobId, kind: 'ticket' }]);
});
