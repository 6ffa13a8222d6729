import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { ClaimStatus } from '../domain/claim-life.ts';
import type { ErasureEvent, ErasureReason } from '../domain/erasure.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore } from './audit-store.ts';
import { createClaimReader } from './claim-reader.ts';
import { ERASED_MARK, ERASED_TABLES, forgotten, REMOVED_ROWS } from './erased-columns.ts';
import { createErasureSeals } from './erasure-seal.ts';
import { createLaterWords } from './later-words.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** A claim of which something is erased. */
export interface ErasedClaim {
  readonly claimId: ClaimId;
  readonly running: number;
  readonly number: ClaimNumber;
}

/**
 * Forgets what somebody else keeps of a claim (the search index, files), inside the transaction that erases it. Returns
 * what is to be done after COMMIT.
 */
export type AlsoForget = (claim: ErasedClaim) => () => void;

/**
 * Why nothing was erased.
 * - `no-such-claim`
 * - `claim-open`: something is still owed on it, and could not be kept without the words
 * - `erased`: it was already
 * - `printing`: a slip of it is on its way to the printer this moment
 */
export type ErasureFault = 'no-such-claim' | 'claim-open' | 'erased' | 'printing';

/** Erases what is held on people. Methods throw what SQLite throws. */
export interface ErasureStore {
  /**
   * Takes everything that anybody wrote on a claim, and everything that identifies whoever brought it, out of the
   * database in one transaction, with its row in the history. Number, dates, states, faces and amounts stay.
   */
  erase(
    claimId: ClaimId,
    how: { readonly why: ErasureReason; readonly by: StaffId | null; readonly at: Instant },
  ): Result<ErasedClaim, ErasureFault>;
  /** The same for the name and the ways to reach the customer alone. */
  eraseContact(claimId: ClaimId, at: Instant): Result<ErasedClaim, ErasureFault>;
  /** Returns claims that were closed before a time and still have contact data, or words; the oldest first. */
  closedBefore(what: 'contact' | 'words', before: Instant, limit: number): readonly ClaimId[];
  /** Returns the number of every claim of these that was erased: nothing of it may be left in a file. */
  erasedOf(numbers: readonly ClaimNumber[]): ReadonlySet<ClaimNumber>;
  /**
   * Cuts off the write-ahead log, which still holds the pages as they were. False where somebody reads at this moment;
   * asking again later helps.
   */
  cutLog(): boolean;
}

/** Returns what erases claims of `db`. */
export function createErasureStore(db: Db, alsoForget: readonly AlsoForget[]): ErasureStore {
  const audit = createAuditStore(db);
  const reader = createClaimReader(db);
  const seals = createErasureSeals(db, createLaterWords(db));
  const find = db.prepare<[string], ErasedClaim & { status: ClaimStatus; erasedAt: Instant | null }>(
    `SELECT id AS claimId, running, number, status, erased_at AS erasedAt FROM claim WHERE id = ?`,
  );
  const isPrinting = db
    .prepare<[string], number>(`SELECT 1 FROM print_job WHERE claim_id = ? AND state = 'sending'`)
    .pluck();
  const endSlips = db.prepare(
    `UPDATE print_job SET state = 'void', void_reason = '${ERASED_MARK}', problem = NULL, retry_at = NULL,
       ended_at = @at, changed_at = @at WHERE claim_id = @id AND state IN ('queued', 'unsure')`,
  );
  const mark = db.prepare(
    `UPDATE claim SET erased_at = @at, erased_why = @why, contact_way = NULL,
       contact_erased_at = coalesce(contact_erased_at, @at) WHERE id = @id`,
  );
  const contact = db.prepare(
    `UPDATE claim SET contact_name = '', contact_phone = '', contact_email = '', contact_way = NULL,
       contact_erased_at = @at, ${forgotten('salt', 'random')} WHERE id = @id`,
  );
  const erasures = ERASED_TABLES.map(({ table, where, columns }) =>
    db.prepare(
      `UPDATE ${table} SET ${Object.entries(columns)
        .map(([column, how]) => forgotten(column, how))
        .join(', ')} WHERE ${where}`,
    ),
  );
  const removals = REMOVED_ROWS.map(({ table, where }) => db.prepare(`DELETE FROM ${table} WHERE ${where}`));
  const quoting = db.prepare<[string], { id: string; version: number; similar: string; letter: string }>(
    `SELECT escalation_id AS id, version, similar, letter FROM escalation_version
     WHERE EXISTS (SELECT 1 FROM json_each(similar) WHERE value = ?)`,
  );
  const rewrite = db.prepare(
    'UPDATE escalation_version SET letter = ? WHERE escalation_id = ? AND version = ?',
  );
  const due = (condition: string) =>
    db
      .prepare<[number, number], ClaimId>(
        `SELECT id FROM claim WHERE status = 'closed' AND ${condition} IS NULL AND last_closed_at < ?
         ORDER BY last_closed_at LIMIT ?`,
      )
      .pluck();
  const closed = { contact: due('contact_erased_at'), words: due('erased_at') };
  const erasedOf = db
    .prepare<[string], ClaimNumber>(
      'SELECT number FROM claim WHERE number IN (SELECT value FROM json_each(?)) AND erased_at IS NOT NULL',
    )
    .pluck();

  /** A letter about another claim tells of this one in the section of similar cases, in the order of its list. */
  function freeOtherLetters(claimId: ClaimId): void {
    for (const { id, version, similar, letter } of quoting.all(claimId)) {
      const place = (JSON.parse(similar) as string[]).indexOf(claimId);
      rewrite.run(JSON.stringify(withoutRecord(JSON.parse(letter) as QuotingLetter, place)), id, version);
    }
  }

  /** Puts a seal on what is left, with a salt that is new: nobody can try out what the old digests were made of. */
  function seal(claim: ErasedClaim, event: ErasureEvent, at: Instant, by: StaffId | null): void {
    const left = reader.byId(claim.claimId);
    if (!left) throw new Error('a claim that was erased is gone');
    const digest = seals.digest(left, audit.length() + 1);
    audit.append({
      ...{ at, event, claimId: claim.claimId, subject: claim.claimId, digest },
      ...(by === null ? {} : { actor: by }),
    });
  }

  function change(claimId: ClaimId, work: (claim: ErasedClaim) => void): Result<ErasedClaim, ErasureFault> {
    const done: (() => void)[] = [];
    const changed = inTransaction(db, (): Result<ErasedClaim, ErasureFault> => {
      const found = find.get(claimId);
      if (!found) return err('no-such-claim');
      const { status, erasedAt, ...claim } = found;
      if (erasedAt !== null) return err('erased');
      if (status !== 'closed') return err('claim-open');
      if (isPrinting.get(claimId) !== undefined) return err('printing');
      // The index takes out what it took in: while that is still there.
      for (const forget of alsoForget) done.push(forget(claim));
      work(claim);
      return ok(claim);
    });
    if (changed.ok) for (const each of done) each();
    return changed;
  }

  return {
    erase: (claimId, { why, by, at }) =>
      change(claimId, (claim) => {
        const { number } = claim;
        mark.run({ id: claimId, at, why });
        endSlips.run({ id: claimId, at });
        for (const erasure of erasures) erasure.run({ id: claimId, number });
        for (const removal of removals) removal.run({ id: claimId, number });
        freeOtherLetters(claimId);
        seal(claim, why === 'asked' ? 'person-erased' : 'words-purged', at, by);
      }),
    eraseContact: (claimId, at) =>
      change(claimId, (claim) => {
        contact.run({ id: claimId, at });
        seal(claim, 'contact-purged', at, null);
      }),
    closedBefore: (what, before, limit) => closed[what].all(before, limit),
    erasedOf: (numbers) => new Set(erasedOf.all(JSON.stringify(numbers))),
    cutLog() {
      const [log] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      return log?.busy === 0;
    },
  };
}

/** What of a letter has to be known to take a record out of it. */
interface QuotingLetter {
  readonly sections: readonly {
    readonly name: string;
    readonly records: readonly { readonly text: string; readonly notes: readonly string[] }[];
  }[];
}

function withoutRecord(letter: QuotingLetter, place: number): QuotingLetter {
  return {
    ...letter,
    sections: letter.sections.map((section) =>
      section.name === 'similar'
        ? {
            ...section,
            records: section.records.map((record, at) =>
              at === place ? { ...record, text: ERASED_MARK, notes: [] } : record,
            ),
          }
        : section,
    ),
  };
}
