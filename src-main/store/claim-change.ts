import type { ClaimId, Instant } from '../domain/brand.ts';
import type { DeskEvent } from '../domain/claim-event.ts';
import type { ClaimStatus } from '../domain/claim-life.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { Locale } from '../domain/intake.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore } from './audit-store.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** A change of a claim: whose, by whom, when. */
export interface Change {
  readonly claimId: ClaimId;
  readonly by: StaffId;
  readonly at: Instant;
}

/** A change that the customer makes at the kiosk: nobody of the staff did it. */
export type CustomerChange = Omit<Change, 'by'> & { readonly by: null };

/**
 * Why a change was not made; nothing changed then.
 * - `no-such-claim`, `not-found`: the claim, or what of it the change is about, is not there
 * - `claim-closed`: it is closed, and this is for open claims
 * - `erased`: its words are gone, and nothing is written on it any more
 * - `wrong-state`: it went on while somebody looked at an older screen (`detail`: what it is)
 * - `newer-version`: somebody kept a newer version of it meanwhile (`detail`: its number)
 * - `overdue`: the promise has passed its time, so that it can only be dealt with as a broken one
 * - `not-overdue`: it has not, so that it is not broken
 * - `open-promises`: a claim is not closed over promises that are still open
 * - `needs-next-update`: an open claim always has a next update
 * - `needs-reason`: this failed before (`detail`: on which claims), and proposing it again needs a reason
 * - `nothing-done`: a broken promise is not dismissed without an apology, a new date or a call
 * - `above-estimate`: the customer did not say yes to as much
 * - `needs-warning`: a line is drawn only after a warning that none answered yet
 * - `too-many`: a claim has as many photos and files as it can have
 */
export interface DeskFault {
  readonly code:
    | 'no-such-claim'
    | 'not-found'
    | 'claim-closed'
    | 'erased'
    | 'wrong-state'
    | 'newer-version'
    | 'overdue'
    | 'not-overdue'
    | 'open-promises'
    | 'needs-next-update'
    | 'needs-reason'
    | 'nothing-done'
    | 'above-estimate'
    | 'needs-warning'
    | 'too-many';
  readonly detail: string;
}

/** What of a claim every change may need. */
export interface ChangedClaim {
  readonly id: ClaimId;
  readonly number: ClaimNumber;
  readonly salt: string;
  readonly locale: Locale;
  readonly status: ClaimStatus;
  readonly item_serial: string;
  readonly erased_at: Instant | null;
}

/** What goes on record of a change: ids, codes and numbers, and a digest where words were kept. */
export interface Recorded {
  readonly subject: string;
  readonly digest?: string;
}

/** Changes claims. */
export interface ClaimChanges {
  /**
   * Runs `work` on an open claim as one transaction with its row in the history; `work` checks everything before it
   * writes anything. Afterwards the claim has exactly one open next update and its place on the board, or nothing of
   * it was kept and this throws. Throws what SQLite throws.
   */
  open(
    change: Change | CustomerChange,
    event: DeskEvent,
    work: (claim: ChangedClaim) => Result<Recorded, DeskFault>,
  ): ChangeResult;
  /** The same for a claim in whatever state. */
  any(
    change: Change,
    event: DeskEvent,
    work: (claim: ChangedClaim) => Result<Recorded, DeskFault>,
  ): ChangeResult;
  /** The same for a claim that is closed. */
  closed(
    change: Change,
    event: DeskEvent,
    work: (claim: ChangedClaim) => Result<Recorded, DeskFault>,
  ): ChangeResult;
}

/** What comes of a change. */
export type ChangeResult = Result<null, DeskFault>;

/** Returns what changes the claims of `db`. */
export function createClaimChanges(db: Db): ClaimChanges {
  const audit = createAuditStore(db);
  const byId = db.prepare<[string], ChangedClaim>(
    'SELECT id, number, salt, locale, status, item_serial, erased_at FROM claim WHERE id = ?',
  );
  const owed = db.prepare<[string], { updates: number; next: Instant | null }>(
    `SELECT count(*) FILTER (WHERE kind = 'next-update') AS updates, min(due) AS next
     FROM promise WHERE claim_id = ? AND state = 'open'`,
  );
  const settle = db.prepare<[Instant | null, ClaimId]>('UPDATE claim SET next_due = ? WHERE id = ?');

  /** Rule 6 of the house: no open claim without a next update, and none that waits for two. */
  function checkAndSettle(id: ClaimId): void {
    const claim = byId.get(id);
    const { updates, next } = owed.get(id) ?? { updates: 0, next: null };
    const isOpen = claim?.status !== 'closed';
    if (updates !== (isOpen ? 1 : 0)) throw new Error(`claim ${id} would have ${updates} next updates`);
    if (!isOpen && next !== null) throw new Error(`claim ${id} would be closed over an open promise`);
    settle.run(next, id);
  }

  function change(
    { claimId, by, at }: Change | CustomerChange,
    event: DeskEvent,
    wanted: 'open' | 'closed' | 'any',
    work: (claim: ChangedClaim) => Result<Recorded, DeskFault>,
  ): ChangeResult {
    return inTransaction(db, () => {
      const claim = byId.get(claimId);
      if (!claim) return err({ code: 'no-such-claim', detail: claimId });
      if (claim.erased_at !== null) return err({ code: 'erased', detail: claimId });
      if (wanted !== 'any' && (claim.status === 'closed') !== (wanted === 'closed')) {
        return err({ code: wanted === 'open' ? 'claim-closed' : 'wrong-state', detail: claim.status });
      }
      const done = work(claim);
      if (!done.ok) return done;
      checkAndSettle(claimId);
      audit.append({ at, event, claimId, ...(by === null ? {} : { actor: by }), ...done.value });
      return ok(null);
    });
  }

  return {
    open: (given, event, work) => change(given, event, 'open', work),
    any: (given, event, work) => change(given, event, 'any', work),
    closed: (given, event, work) => change(given, event, 'closed', work),
  };
}
