import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import { ok } from '../domain/result.ts';
import { createIndexWriter } from '../search/index-writer.ts';
import { createClaimChanges } from '../store/claim-change.ts';
import { createErasureStore } from '../store/erasure-store.ts';
import type { Db } from '../store/sqlite.ts';
import type { AskedErasure } from './erasure-list.ts';

/**
 * Erases in `db`, which was restored and is not in use yet, what was erased after it was backed up, each with its row in
 * the history; returns the numbers of those claims. A claim that was still open then is closed first: how it ended is
 * not known any more, nor are promises counted as kept that were due before it was erased. Its slips are none that wait
 * for a printer: a restore has settled those.
 */
export function eraseAgain(db: Db, erasures: readonly AskedErasure[], at: Instant): readonly ClaimNumber[] {
  const index = createIndexWriter(db);
  const forgetAttachments = db.prepare<[ClaimId]>('DELETE FROM attachment WHERE claim_id = ?');
  const store = createErasureStore(db, [
    ({ claimId, running }) => {
      index.forget(running);
      forgetAttachments.run(claimId);
      return () => undefined;
    },
  ]);
  const changes = createClaimChanges(db);
  const find = db.prepare<[string], { isOpen: number }>(
    `SELECT status <> 'closed' AS isOpen FROM claim WHERE id = ? AND erased_at IS NULL`,
  );
  const endPromises = db.prepare<[{ claimId: ClaimId; erasedAt: Instant; at: Instant }]>(
    `UPDATE promise SET state = iif(due < @erasedAt, 'broken', 'kept'), ended_at = @at
     WHERE claim_id = @claimId AND state = 'open'`,
  );
  const close = db.prepare<[ClaimId]>(`UPDATE claim SET status = 'closed' WHERE id = ?`);

  return erasures.flatMap(({ claimId, at: erasedAt }) => {
    const found = find.get(claimId);
    if (!found) return [];
    if (found.isOpen === 1) {
      const closed = changes.open({ claimId, by: null, at }, 'claim-closed', () => {
        endPromises.run({ claimId, erasedAt, at });
        close.run(claimId);
        return ok({ subject: 'erased' });
      });
      if (!closed.ok) throw new Error(`${claimId} does not close: ${closed.error.detail}`);
    }
    const erased = store.erase(claimId, { why: 'asked', by: null, at });
    if (!erased.ok) throw new Error(`${claimId} is not erased again: ${erased.error}`);
    return [erased.value.number];
  });
}
