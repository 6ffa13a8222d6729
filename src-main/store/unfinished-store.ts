import type { Instant, RequestId } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import type { DiscardReason } from '../domain/my-day.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore } from './audit-store.ts';
import { inTransaction, storageFailure, type Db, type KeepFailure } from './sqlite.ts';

/** Words that were left behind when the screen was wiped. */
export interface Unfinished {
  readonly requestId: RequestId;
  readonly locale: Locale;
  readonly statement: string;
}

/** Such words with the time at which they were last kept. */
export interface KeptUnfinished extends Unfinished {
  readonly keptAt: Instant;
}

/** Unfinished statements: for staff only, and for 24 hours. */
export interface UnfinishedStore {
  /** Keeps the words; a second time for the same request replaces the first. Of a claim already taken: nothing. */
  keep(draft: Unfinished, at: Instant): Result<null, KeepFailure>;
  /** Returns how many are still within their 24 hours. */
  count(now: Instant): number;
  /** Returns those within their 24 hours, oldest first. */
  read(now: Instant): readonly KeptUnfinished[];
  /** Returns the words of one for somebody of the staff, and puts on record that they read them; null where it is gone. */
  open(id: RequestId, by: StaffId, now: Instant): KeptUnfinished | null;
  /** Removes one, from the write-ahead log too, with who did it and why on record; false where it is gone already. */
  discard(id: RequestId, reason: DiscardReason, by: StaffId, now: Instant): boolean;
  /** Removes all others, from the write-ahead log too; returns how many. Throws what SQLite throws. */
  purge(now: Instant): number;
}

const UNFINISHED_KEPT_MS = 24 * 60 * 60 * 1000;
/**
 * How far ahead of the clock words may be. A clock that was set back leaves words "from the future", which
 * would be kept until then, perhaps for years. They go at once instead of being dated anew: a kiosk whose
 * clock starts from the same hour every morning would date them anew for ever. The customer was promised that
 * they go, nobody was promised that they stay. Five minutes is more than a time server corrects in daily use.
 */
const UNFINISHED_AHEAD_MS = 5 * 60 * 1000;

/** Returns the unfinished statements of `db`. */
export function createUnfinishedStore(db: Db): UnfinishedStore {
  const audit = createAuditStore(db);
  const upsert = db.prepare<[Unfinished & { at: Instant }]>(
    `INSERT INTO unfinished_statement (request_id, locale, text, kept_at)
     SELECT @requestId, @locale, @statement, @at
     WHERE NOT EXISTS (SELECT 1 FROM claim WHERE request_id = @requestId)
     ON CONFLICT (request_id) DO UPDATE SET locale = excluded.locale, text = excluded.text,
       kept_at = excluded.kept_at`,
  );
  const countKept = db
    .prepare<[number, number], number>(
      'SELECT count(*) FROM unfinished_statement WHERE kept_at > ? AND kept_at <= ?',
    )
    .pluck();
  const selectKept = db.prepare<[number, number], KeptUnfinished>(
    `SELECT request_id AS requestId, locale, text AS statement, kept_at AS keptAt FROM unfinished_statement
     WHERE kept_at > ? AND kept_at <= ? ORDER BY kept_at, request_id`,
  );
  const remove = db.prepare<[number, number]>(
    'DELETE FROM unfinished_statement WHERE NOT (kept_at > ? AND kept_at <= ?)',
  );
  const removeOne = db.prepare('DELETE FROM unfinished_statement WHERE request_id = ?');

  function keep(draft: Unfinished, at: Instant): Result<null, KeepFailure> {
    const { requestId, locale, statement } = draft;
    try {
      inTransaction(db, () => upsert.run({ requestId, locale, statement, at }));
      return ok(null);
    } catch (error) {
      const failure = storageFailure(error);
      if (!failure) throw error;
      return err(failure);
    }
  }

  function open(requestId: RequestId, by: StaffId, now: Instant): KeptUnfinished | null {
    return inTransaction(db, () => {
      const kept = selectKept.all(...window(now)).find((each) => each.requestId === requestId);
      if (!kept) return null;
      audit.append({ at: now, event: 'unfinished-read', subject: requestId, actor: by });
      return kept;
    });
  }

  function discard(requestId: RequestId, reason: DiscardReason, by: StaffId, now: Instant): boolean {
    const removed = inTransaction(db, () => {
      if (removeOne.run(requestId).changes === 0) return false;
      audit.append({ at: now, event: 'unfinished-discarded', subject: `${requestId} ${reason}`, actor: by });
      return true;
    });
    if (removed) db.pragma('wal_checkpoint(TRUNCATE)');
    return removed;
  }

  function purge(now: Instant): number {
    const removed = inTransaction(db, () => remove.run(...window(now)).changes);
    // secure_delete clears the page, but its old state still lies in the log until that is cut off.
    if (removed > 0) db.pragma('wal_checkpoint(TRUNCATE)');
    return removed;
  }

  return {
    keep,
    count: (now) => countKept.get(...window(now)) ?? 0,
    read: (now) => selectKept.all(...window(now)),
    open,
    discard,
    purge,
  };
}

function window(now: Instant): [after: number, upTo: number] {
  return [now - UNFINISHED_KEPT_MS, now + UNFINISHED_AHEAD_MS];
}
