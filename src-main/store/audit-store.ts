import { createHash } from 'node:crypto';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { DeskEvent } from '../domain/claim-event.ts';
import type { StaffId } from '../domain/staff.ts';
import type { ErasureEvent } from '../domain/erasure.ts';
import type { Db } from './sqlite.ts';

/** What is put on record. A new event needs a row here and nothing in the schema. */
export type AuditEvent =
  | DeskEvent
  | 'migrated'
  | 'claim-taken'
  | 'staff-added'
  | 'staff-changed'
  | 'pin-set'
  | 'signed-in'
  | 'settings-changed'
  | 'job-reprinted'
  | 'job-voided'
  | 'job-moved'
  | 'job-answered'
  | 'test-slip'
  | 'restored'
  | 'recovery-seen'
  | 'day-report'
  | 'report-saved'
  | 'known-issue-opened'
  | 'known-issue-changed'
  | 'known-issue-packed'
  | 'praise-given'
  | 'unfinished-read'
  | ErasureEvent
  | 'person-exported'
  | 'unfinished-discarded'
  /** Somebody asked for what their role may not do. */
  | 'refused';

/** One entry: ids, numbers and digests, never a word of a customer's (those can be erased, the chain cannot). */
export interface AuditEntry {
  readonly at: Instant;
  readonly event: AuditEvent;
  readonly claimId?: ClaimId;
  /** The claim's number, or what else the event is about. */
  readonly subject: string;
  /** A salted SHA-256 in hex of what was kept; absent where there is nothing to compare with. */
  readonly digest?: string;
  /** Who did it; absent for the kiosk itself. */
  readonly actor?: StaffId;
}

/** The first row of the history that is not what was once written there. */
export interface AuditFault {
  readonly seq: number;
  readonly why: 'missing' | 'altered' | 'not-linked' | 'added';
}

/** The append-only history. */
export interface AuditStore {
  /** Appends to the chain, inside the caller's transaction: what happened and its record stand or fall together. */
  append(entry: AuditEntry): void;
  /** Returns how many rows there are, by the head alone. */
  length(): number;
  /** Returns the number of rows, or the first bad one: edited, deleted, reordered, added or cut off at the end. */
  verify(): Result<number, AuditFault>;
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly event: string;
  readonly claim_id: string | null;
  readonly subject: string;
  readonly digest: string;
  readonly prev_hash: string;
  readonly hash: string;
  /** Empty for the kiosk itself; absent in databases that know of no staff yet. */
  readonly actor?: string;
}

const FIRST_HASH = '0'.repeat(64);
const PAGE = 500;

/** Returns the history of `db`; throws what SQLite throws, also where `audit` does not exist yet. */
export function createAuditStore(db: Db): AuditStore {
  const head = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM audit_head WHERE id = 1');
  const moveHead = db.prepare<[number, string]>('UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1');
  // The first schema has no actor; its own migration is put on record all the same.
  const knowsActors =
    db.prepare(`SELECT 1 FROM pragma_table_info('audit') WHERE name = 'actor'`).get() !== undefined;
  const insert = db.prepare<[Row]>(
    knowsActors
      ? `INSERT INTO audit (seq, at, event, claim_id, subject, digest, prev_hash, hash, actor)
         VALUES (@seq, @at, @event, @claim_id, @subject, @digest, @prev_hash, @hash, @actor)`
      : `INSERT INTO audit (seq, at, event, claim_id, subject, digest, prev_hash, hash)
         VALUES (@seq, @at, @event, @claim_id, @subject, @digest, @prev_hash, @hash)`,
  );
  const page = db.prepare<[number], Row>(`SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`);

  function append(entry: AuditEntry): void {
    if (!db.inTransaction) throw new Error('an audit row belongs into the transaction of what it records');
    const last = head.get();
    if (!last) throw new Error('the audit chain has no head');
    const row = {
      seq: last.seq + 1,
      at: entry.at,
      event: entry.event,
      claim_id: entry.claimId ?? null,
      subject: entry.subject,
      digest: entry.digest ?? '',
      prev_hash: last.hash,
      actor: entry.actor ?? '',
    };
    const hash = hashOf(row);
    insert.run({ ...row, hash });
    moveHead.run(row.seq, hash);
  }

  function verify(): Result<number, AuditFault> {
    let seq = 0;
    let hash = FIRST_HASH;
    for (let rows = page.all(seq); rows.length > 0; rows = page.all(seq)) {
      for (const row of rows) {
        if (row.seq !== seq + 1) return err({ seq: seq + 1, why: 'missing' });
        if (row.hash !== hashOf(row)) return err({ seq: row.seq, why: 'altered' });
        if (row.prev_hash !== hash) return err({ seq: row.seq, why: 'not-linked' });
        seq = row.seq;
        hash = row.hash;
      }
    }
    // A chain alone does not notice that its end was cut off; the head, kept apart from it, does.
    const last = head.get();
    if (!last || last.seq < seq) return err({ seq: (last?.seq ?? 0) + 1, why: 'added' });
    if (last.seq > seq) return err({ seq: seq + 1, why: 'missing' });
    if (last.hash !== hash) return err({ seq, why: 'altered' });
    return ok(seq);
  }

  return { append, length: () => head.get()?.seq ?? 0, verify };
}

/** The canonical form is a JSON array: fixed order, and no two rows give the same text. */
function hashOf(row: Omit<Row, 'hash'>): string {
  const canonical = [row.seq, row.at, row.event, row.claim_id, row.subject, row.digest, row.prev_hash];
  // Rows from before there were actors keep the hash that they have.
  if (row.actor) canonical.push(row.actor);
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
