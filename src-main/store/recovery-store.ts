import type { Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import type { Recovery } from '../domain/recovery.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore } from './audit-store.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** What was replaced, for supervisors. */
export interface RecoveryStore {
  /** Returns what nobody has seen yet, newest first. Throws what SQLite throws. */
  unseen(): readonly Recovery[];
  /** Puts on record that somebody has seen it; false where there is no such thing to be seen. */
  markSeen(id: number, by: StaffId, at: Instant): boolean;
}

interface Row extends Omit<Recovery, 'lost' | 'filesMissing' | 'erasedAgain' | 'onlyThere'> {
  readonly lostFrom: NonNullable<Recovery['lost']>['from'] | null;
  readonly lostTo: NonNullable<Recovery['lost']>['to'] | null;
}

interface ClaimRow {
  readonly what: 'files-missing' | 'erased-again' | 'only-there';
  readonly number: ClaimNumber;
  readonly files: number | null;
  readonly takenAt: Instant | null;
}

/** Returns the recoveries of `db`. */
export function createRecoveryStore(db: Db): RecoveryStore {
  const audit = createAuditStore(db);
  const unseen = db.prepare<[], Row>(
    `SELECT id, at, why, detail, backup_at AS backupAt, set_aside AS setAside, lost_from AS lostFrom, lost_to AS lostTo,
       unsure_slips AS unsureSlips
     FROM recovery WHERE seen_at IS NULL ORDER BY id DESC`,
  );
  const claims = db.prepare<[number], ClaimRow>(
    `SELECT what, number, files, taken_at AS takenAt FROM recovery_claim WHERE recovery = ? ORDER BY length(number), number`,
  );
  const see = db.prepare<[StaffId, Instant, number]>(
    'UPDATE recovery SET seen_by = ?, seen_at = ? WHERE id = ? AND seen_at IS NULL',
  );
  return {
    unseen: () =>
      unseen.all().map(({ lostFrom, lostTo, ...row }) => ({
        ...row,
        lost: lostFrom === null || lostTo === null ? null : { from: lostFrom, to: lostTo },
        ...told(claims.all(row.id)),
      })),
    markSeen: (id, by, at) =>
      inTransaction(db, () => {
        if (see.run(by, at, id).changes === 0) return false;
        audit.append({ at, event: 'recovery-seen', subject: String(id), actor: by });
        return true;
      }),
  };
}

/** What the notice says of single claims, by what became of them. */
function told(rows: readonly ClaimRow[]): Pick<Recovery, 'filesMissing' | 'erasedAgain' | 'onlyThere'> {
  return {
    filesMissing: rows.flatMap(({ number, files }) => (files === null ? [] : [{ number, count: files }])),
    erasedAgain: rows.flatMap(({ what, number }) => (what === 'erased-again' ? [number] : [])),
    onlyThere: rows.flatMap(({ number, takenAt }) => (takenAt === null ? [] : [{ number, takenAt }])),
  };
}
