import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { inTransaction, type Db } from '../../../src-main/store/sqlite.ts';
import { NOON, workshop, type Workshop } from './support.ts';

const ROWS = 1_200;

/** Opens a database with a long history. */
function withHistory(shop: Workshop): Db {
  const { db } = shop.open();
  const audit = createAuditStore(db);
  inTransaction(db, () => {
    for (let row = MIGRATIONS.length + 1; row <= ROWS; row++)
      audit.append({ at: NOON, event: 'migrated', subject: `row ${row}` });
  });
  return db;
}

/** Removes the triggers, as somebody with a SQLite shell could. */
function pickTheLock(db: Db): void {
  db.exec('DROP TRIGGER audit_is_only_appended_to; DROP TRIGGER audit_is_never_changed');
  db.exec('DROP TRIGGER audit_is_never_deleted');
}

test('a history as it was written verifies', () => {
  using shop = workshop();
  expect(createAuditStore(withHistory(shop)).verify()).toEqual({ ok: true, value: ROWS });
});

test('the chain starts at zero with the making of the database, and anybody can compute it', () => {
  using shop = workshop();
  const { db } = shop.open();
  const row = db.prepare<[], { prev_hash: string; hash: string }>('SELECT * FROM audit').get();
  const zero = '0'.repeat(64);
  const canonical = JSON.stringify([1, NOON, 'migrated', null, '10', '', zero]);
  expect(row).toMatchObject({
    prev_hash: zero,
    hash: createHash('sha256').update(canonical).digest('hex'),
  });
});

test.each([
  ['edit', "UPDATE audit SET subject = 'x' WHERE seq = 2"],
  ['delete', 'DELETE FROM audit WHERE seq = 2'],
  [
    'replace',
    "INSERT OR REPLACE INTO audit SELECT seq, at, event, claim_id, 'x', digest, prev_hash, hash, actor FROM audit WHERE seq = 2",
  ],
  [
    'insert in the middle',
    "INSERT INTO audit SELECT -1, at, event, claim_id, 'x', digest, prev_hash, hash, actor FROM audit WHERE seq = 2",
  ],
])('SQL that would %s history is refused', (_, sql) => {
  using shop = workshop();
  const db = withHistory(shop);
  expect(() => db.exec(sql)).toThrow(/audit row/);
  expect(createAuditStore(db).verify().ok).toBe(true);
});

test.each([
  ['edit', "UPDATE audit SET subject = 'x' WHERE seq = 700", 700, 'altered'],
  ['back-date', 'UPDATE audit SET at = at - 1 WHERE seq = 1', 1, 'altered'],
  ['delete', 'DELETE FROM audit WHERE seq = 501', 501, 'missing'],
  ['delete the first', 'DELETE FROM audit WHERE seq = 1', 1, 'missing'],
  ['cut off the end', 'DELETE FROM audit WHERE seq > 1150', 1151, 'missing'],
  ['cut off everything', 'DELETE FROM audit', 1, 'missing'],
  [
    'swap two rows',
    `UPDATE audit SET seq = -1 WHERE seq = 300; UPDATE audit SET seq = 300 WHERE seq = 301;
     UPDATE audit SET seq = 301 WHERE seq = -1`,
    300,
    'altered',
  ],
  [
    'put one row in the place of another',
    `CREATE TEMP TABLE spare AS SELECT * FROM audit WHERE seq = 40; DELETE FROM audit WHERE seq = 41;
     UPDATE spare SET seq = 41; INSERT INTO audit SELECT * FROM spare`,
    41,
    'altered',
  ],
  [
    'add at the end',
    'INSERT INTO audit SELECT seq + 1, at, event, claim_id, subject, digest, hash, prev_hash, actor FROM audit WHERE seq = 1200',
    1201,
    'altered',
  ],
  ['wind back the head', 'UPDATE audit_head SET seq = seq - 1', 1200, 'added'],
])('past the triggers: to %s is noticed at the first bad row', (_, sql, seq, why) => {
  using shop = workshop();
  const db = withHistory(shop);
  pickTheLock(db);
  db.exec(sql);
  expect(createAuditStore(db).verify()).toEqual({ ok: false, error: { seq, why } });
});

test('a row that was forged with a hash of its own no longer fits what follows', () => {
  using shop = workshop();
  const db = withHistory(shop);
  pickTheLock(db);
  const row = db.prepare<[], { prev_hash: string }>('SELECT prev_hash FROM audit WHERE seq = 700').get();
  const forged = JSON.stringify([700, NOON, 'migrated', null, 'x', '', row?.prev_hash]);
  const hash = createHash('sha256').update(forged).digest('hex');
  db.prepare("UPDATE audit SET subject = 'x', hash = ? WHERE seq = 700").run(hash);
  expect(createAuditStore(db).verify()).toEqual({ ok: false, error: { seq: 701, why: 'not-linked' } });
});

test('a row stands or falls with the transaction it records', () => {
  using shop = workshop();
  const { db } = shop.open();
  const audit = createAuditStore(db);
  const entry = { at: NOON, event: 'migrated', subject: 'x' } as const;
  expect(() => audit.append(entry)).toThrow('transaction');
  expect(() =>
    inTransaction(db, () => {
      audit.append(entry);
      throw new Error('changed my mind');
    }),
  ).toThrow('changed my mind');
  expect(audit.verify()).toEqual({ ok: true, value: MIGRATIONS.length });
});
