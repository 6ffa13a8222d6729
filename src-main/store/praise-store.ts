import { randomBytes } from 'node:crypto';
import type { ClaimId, Instant } from '../domain/brand.ts';
import type { Locale } from '../domain/intake.ts';
import type { ShownPraise } from '../domain/my-day.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore } from './audit-store.ts';
import { inTransaction, storageFailure, type Db, type KeepFailure } from './sqlite.ts';
import { wordsDigest } from './words-digest.ts';

/** A thank you. */
export interface Praise {
  /** The renderer's own id; the same one twice is one praise (UUID). */
  readonly id: string;
  /** Null for everyone. */
  readonly to: StaffId | null;
  /** The claim whose ticket was shown, where one was. */
  readonly claimId: ClaimId | null;
  /** May be empty. */
  readonly words: string;
  readonly locale: Locale;
}

/** Thanks, verbatim. Methods that only read throw what SQLite throws. */
export interface PraiseStore {
  /** Keeps a thank you, with its digest in the history; what it returns is on the disk. */
  give(praise: Praise, at: Instant): Result<null, KeepFailure>;
  /** Returns what was said to a person and to everyone since they came, newest first. */
  to(id: StaffId, limit: number): readonly ShownPraise[];
  /** Returns how much of it the person has not seen. */
  unseen(id: StaffId): number;
  /** The person saw these; what is not theirs, or is seen already, changes nothing. */
  see(id: StaffId, praise: readonly string[], at: Instant): void;
}

const SALT_BYTES = 16;
const THEIRS = `(praise.staff_id = @id OR (praise.staff_id IS NULL
  AND praise.given_at >= (SELECT created_at FROM staff_member WHERE id = @id)))`;

function randomSalt(): string {
  return randomBytes(SALT_BYTES).toString('hex');
}

/** Returns the praise in `db`; `newSalt` gives another salt each time, which nobody guesses. */
export function createPraiseStore(db: Db, newSalt: () => string = randomSalt): PraiseStore {
  const audit = createAuditStore(db);
  const insert = db.prepare(
    `INSERT INTO praise (id, staff_id, claim_id, words, locale, salt, given_at)
     VALUES (@id, @to, @claimId, @words, @locale, @salt, @at) ON CONFLICT (id) DO NOTHING`,
  );
  const select = db.prepare<
    [{ id: StaffId; limit: number }],
    Omit<ShownPraise, 'unseen'> & { unseen: number }
  >(
    `SELECT id, words, locale, given_at AS givenAt, iif(staff_id IS NULL, 'everyone', 'you') AS "to",
       NOT EXISTS (SELECT 1 FROM praise_seen WHERE praise_id = praise.id AND praise_seen.staff_id = @id) AS unseen
     FROM praise WHERE ${THEIRS} ORDER BY seq DESC LIMIT @limit`,
  );
  const countUnseen = db
    .prepare<[{ id: StaffId }], number>(
      `SELECT count(*) FROM praise WHERE ${THEIRS} AND NOT EXISTS (
         SELECT 1 FROM praise_seen WHERE praise_id = praise.id AND praise_seen.staff_id = @id)`,
    )
    .pluck();
  const markSeen = db.prepare(
    `INSERT INTO praise_seen (praise_id, staff_id, seen_at)
     SELECT praise.id, @id, @at FROM praise WHERE praise.id = @praiseId AND ${THEIRS} ON CONFLICT DO NOTHING`,
  );

  return {
    give(praise, at) {
      const { id, to, words } = praise;
      try {
        inTransaction(db, () => {
          const salt = newSalt();
          if (insert.run({ ...praise, salt, at }).changes === 0) return;
          const subject = `${id} ${to ?? 'everyone'}`;
          audit.append({ at, event: 'praise-given', subject, digest: wordsDigest(salt, [id, words]) });
        });
        return ok(null);
      } catch (error) {
        const failure = storageFailure(error);
        if (!failure) throw error;
        return err(failure);
      }
    },
    to: (id, limit) => select.all({ id, limit }).map((row) => ({ ...row, unseen: row.unseen === 1 })),
    unseen: (id) => countUnseen.get({ id }) ?? 0,
    see: (id, praise, at) =>
      inTransaction(db, () => {
        for (const praiseId of praise) markSeen.run({ id, praiseId, at });
      }),
  };
}
