import type { ClaimId, Instant } from '../domain/brand.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** What is remembered of files in the kiosk's own folder of exports. Throws what SQLite throws. */
export interface ExportStore {
  /** Remembers that there is a file, and which claims are in it. */
  remember(file: { readonly name: string; readonly claims: readonly ClaimId[]; readonly at: Instant }): void;
  /** Returns the names of the files that have a claim in them. */
  filesOf(claimId: ClaimId): readonly string[];
  /** The file is gone. */
  forget(name: string): void;
}

/** Returns what `db` remembers of exports. */
export function createExportStore(db: Db): ExportStore {
  const insert = db.prepare<[string, number], number>(
    'INSERT INTO export_record (name, made_at) VALUES (?, ?) RETURNING seq',
  );
  const join = db.prepare('INSERT INTO export_claim (claim_id, export) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const names = db
    .prepare<[string], string>(
      `SELECT name FROM export_claim JOIN export_record ON export_record.seq = export
       WHERE claim_id = ? ORDER BY export_record.seq`,
    )
    .pluck();
  const leave = db.prepare(
    'DELETE FROM export_claim WHERE export IN (SELECT seq FROM export_record WHERE name = ?)',
  );
  const remove = db.prepare('DELETE FROM export_record WHERE name = ?');

  return {
    remember: ({ name, claims, at }) =>
      inTransaction(db, () => {
        const seq = insert.pluck().get(name, at);
        for (const claim of claims) join.run(claim, seq);
      }),
    filesOf: (claimId) => names.all(claimId),
    forget: (name) =>
      inTransaction(db, () => {
        leave.run(name);
        remove.run(name);
      }),
  };
}
