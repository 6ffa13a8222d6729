import {
  ATTACHMENTS_MAX,
  canPutBack,
  REMOVED_KEPT_MS,
  type Attachment,
  type FileDigest,
} from '../domain/attachment.ts';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { err, ok } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createClaimChanges, type Change, type ChangeResult } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/** Which photos and files claims have. The files themselves are written before their rows. Throws what SQLite throws. */
export interface AttachmentStore {
  /** Adds a file that is on the disk already; `too-many` where the claim has as many as it can. */
  add(change: Change, given: Pick<Attachment, 'digest' | 'media' | 'bytes' | 'shows'>): ChangeResult;
  /** Takes one off the claim; it can be put back for some days. */
  remove(change: Change, seq: number, why: string): ChangeResult;
  putBack(change: Change, seq: number): ChangeResult;
  /** Returns the photos and files of a claim, also those that were removed, oldest first. */
  of(claimId: ClaimId): readonly Attachment[];
  /** Returns whether a claim shows a file now, or may show it again. */
  isNeeded(digest: FileDigest, now: Instant): boolean;
  /** Returns up to `count` of the needed files after that one in their own order; `''` begins anew. */
  needed(after: string, count: number, now: Instant): readonly FileDigest[];
  /** Forgets the rows of a claim, in the transaction of whoever erases it; returns the files that no row names then. */
  forget(claimId: ClaimId): readonly FileDigest[];
}

interface Row extends Omit<Attachment, 'removed'> {
  readonly removedBy: StaffId | null;
  readonly removedAt: Instant | null;
  readonly why: string | null;
}

/** Returns the photos and files of the claims in `db`. */
export function createAttachmentStore(db: Db): AttachmentStore {
  const changes = createClaimChanges(db);
  const insert = db.prepare(
    `INSERT INTO attachment (claim_id, seq, digest, media, bytes, shows, added_by, added_at)
     VALUES (@claimId, @seq, @digest, @media, @bytes, @shows, @by, @at)`,
  );
  const counted = db.prepare<[string], { last: number; there: number }>(
    `SELECT coalesce(max(seq), 0) AS last, count(*) FILTER (WHERE removed_at IS NULL) AS there
     FROM attachment WHERE claim_id = ?`,
  );
  const mark = db.prepare(
    `UPDATE attachment SET removed_by = @by, removed_at = @at, why = @why WHERE claim_id = @claimId AND seq = @seq`,
  );
  const columns = `seq, digest, media, bytes, shows, added_by AS addedBy, added_at AS addedAt, removed_by AS removedBy,
    removed_at AS removedAt, why`;
  const rows = db.prepare<[string], Row>(`SELECT ${columns} FROM attachment WHERE claim_id = ? ORDER BY seq`);
  const isNeeded = db
    .prepare<[string, number], number>(
      'SELECT 1 FROM attachment WHERE digest = ? AND (removed_at IS NULL OR removed_at > ?)',
    )
    .pluck();
  const needed = db
    .prepare<[string, number, number], FileDigest>(
      `SELECT DISTINCT digest FROM attachment
       WHERE digest > ? AND (removed_at IS NULL OR removed_at > ?) ORDER BY digest LIMIT ?`,
    )
    .pluck();
  const isNamed = db.prepare<[string], number>('SELECT 1 FROM attachment WHERE digest = ?').pluck();
  const forget = db.prepare<[string]>('DELETE FROM attachment WHERE claim_id = ?');

  function of(claimId: ClaimId): readonly Attachment[] {
    return rows.all(claimId).map(({ removedBy, removedAt, why, ...row }) => ({
      ...row,
      removed:
        removedBy === null || removedAt === null || why === null
          ? null
          : { by: removedBy, at: removedAt, why },
    }));
  }

  const find = (claimId: ClaimId, seq: number) => of(claimId).find((each) => each.seq === seq);

  return {
    of,
    add: (change, given) =>
      changes.open(change, 'attachment-added', () => {
        const { last, there } = counted.get(change.claimId) ?? { last: 0, there: 0 };
        if (there >= ATTACHMENTS_MAX) return err({ code: 'too-many', detail: `${ATTACHMENTS_MAX} already` });
        const seq = last + 1;
        insert.run({ ...change, ...given, seq });
        return ok({ subject: String(seq), digest: given.digest });
      }),
    remove: (change, seq, why) =>
      changes.any(change, 'attachment-removed', () => {
        const found = find(change.claimId, seq);
        if (!found) return err({ code: 'not-found', detail: 'no such file' });
        if (found.removed) return err({ code: 'wrong-state', detail: 'it was removed already' });
        mark.run({ ...change, seq, why });
        return ok({ subject: String(seq), digest: found.digest });
      }),
    putBack: (change, seq) =>
      changes.any(change, 'attachment-put-back', () => {
        const found = find(change.claimId, seq);
        if (!found) return err({ code: 'not-found', detail: 'no such file' });
        if (!canPutBack(found, change.at))
          return err({ code: 'wrong-state', detail: 'it is there, or its file is gone' });
        if ((counted.get(change.claimId)?.there ?? 0) >= ATTACHMENTS_MAX)
          return err({ code: 'too-many', detail: `${ATTACHMENTS_MAX} already` });
        mark.run({ claimId: change.claimId, seq, by: null, at: null, why: null });
        return ok({ subject: String(seq), digest: found.digest });
      }),
    isNeeded: (digest, now) => isNeeded.get(digest, now - REMOVED_KEPT_MS) !== undefined,
    needed: (after, count, now) => needed.all(after, now - REMOVED_KEPT_MS, count),
    forget(claimId) {
      const digests = new Set(of(claimId).map(({ digest }) => digest));
      forget.run(claimId);
      return [...digests].filter((digest) => isNamed.get(digest) === undefined);
    },
  };
}
