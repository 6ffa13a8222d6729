import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import { NUMBER_FORGETS_MS } from '../domain/look-wait.ts';
import type { TicketSecret } from '../domain/secret.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** Whom a wrong pair counts for: a claim number, whether or not there is such a claim, or this kiosk. */
export type GuardedSubject = ClaimNumber | 'kiosk';

/** What the status check needs before anybody may see anything. Throws what SQLite throws. */
export interface LookStore {
  /** Returns what to compare with, or null where there is no such claim; both take one look into one index. */
  secretOf(number: ClaimNumber): { readonly claimId: ClaimId; readonly secret: TicketSecret } | null;
  /** Returns how many wrong pairs in a row were tried. */
  wrongTries(subject: GuardedSubject): number;
  /** Counts a try as wrong for each, on the disk, before anybody knows whether it is. */
  countTry(subjects: readonly GuardedSubject[], at: Instant): void;
  /** Takes one try back: it was right after all. */
  takeBack(subject: GuardedSubject): void;
  /** The count starts anew. */
  forget(subject: GuardedSubject): void;
}

/** Returns the guard of the claims in `db`. */
export function createLookStore(db: Db): LookStore {
  const secret = db.prepare<[string], { claimId: ClaimId; secret: TicketSecret }>(
    'SELECT id AS claimId, secret FROM claim WHERE number = ?',
  );
  const tries = db.prepare<[string], number>('SELECT wrong_tries FROM look_guard WHERE subject = ?').pluck();
  const count = db.prepare(
    `INSERT INTO look_guard (subject, wrong_tries, tried_at) VALUES (@subject, 1, @at)
     ON CONFLICT (subject) DO UPDATE SET wrong_tries = wrong_tries + 1, tried_at = excluded.tried_at`,
  );
  // Numbers that nobody tried for a day: strangers must not fill the table.
  const tidy = db.prepare(`DELETE FROM look_guard WHERE subject <> 'kiosk' AND tried_at < ?`);
  const less = db.prepare(
    'UPDATE look_guard SET wrong_tries = wrong_tries - 1 WHERE subject = ? AND wrong_tries > 0',
  );
  const remove = db.prepare('DELETE FROM look_guard WHERE subject = ?');

  return {
    secretOf: (number) => secret.get(number) ?? null,
    wrongTries: (subject) => tries.get(subject) ?? 0,
    countTry: (subjects, at) =>
      inTransaction(db, () => {
        tidy.run(at - NUMBER_FORGETS_MS);
        for (const subject of subjects) count.run({ subject, at });
      }),
    takeBack: (subject) => inTransaction(db, () => void less.run(subject)),
    forget: (subject) => inTransaction(db, () => void remove.run(subject)),
  };
}
