import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { createAuditStore } from './audit-store.ts';
import { createClaimStore } from './claim-store.ts';
import { pageFault } from './page-fault.ts';
import { schemaFault } from './schema-seal.ts';
import { isDamage, isDamagedSchema, type Db } from './sqlite.ts';

/** What a sound database holds. */
export interface DatabaseFacts {
  readonly schema: number;
  readonly claims: number;
  readonly statements: number;
  readonly auditSeq: number;
  readonly auditHash: string;
  readonly nextRunning: number;
}

/**
 * Returns what is wrong with the schema of `db`, or what SQLite's own check finds wrong with its pages, rows and
 * references, or null. It reads the whole file. Damage of the search index is none: it is made anew. Throws what SQLite
 * throws where the disk refuses.
 */
export function structureFault(db: Db): string | null {
  try {
    const schema = schemaFault(db);
    if (schema !== null) return schema;
    const damage = pageFault(db, 'integrity_check');
    if (damage !== null) return damage;
    const orphan = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').get();
    return orphan ? `a row of ${orphan.table} refers to nothing` : null;
  } catch (error) {
    if (isDamage(error) || isDamagedSchema(error))
      return error instanceof Error ? error.message : String(error);
    throw error;
  }
}

/**
 * Reads everything in `db`, which has the newest schema, and compares: SQLite's check of its structure, the chain of
 * the history, and every claim with its digest in it (SQLite's pages have no checksums, so that its own check finds
 * one changed bit in five). Returns what is there, or what is wrong.
 */
export function verifyDatabase(db: Db): Result<DatabaseFacts, string> {
  try {
    const structure = structureFault(db);
    if (structure !== null) return err(structure);
    const history = createAuditStore(db).verify();
    if (!history.ok) return err(`row ${history.error.seq} of the history is ${history.error.why}`);
    const claims = createClaimStore(db, READER).verify();
    if (!claims.ok) return err(`claim ${claims.error.number} is ${claims.error.why}`);
    return ok(databaseFacts(db));
  } catch (error) {
    if (isDamage(error)) return err(error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Returns what `db` holds, without checking any of it. */
export function databaseFacts(db: Db): DatabaseFacts {
  const number = (sql: string): number => Number(db.prepare<[], number>(sql).pluck().get());
  return {
    schema: Number(db.pragma('user_version', { simple: true })),
    claims: number('SELECT count(*) FROM claim'),
    statements: number('SELECT count(*) FROM statement'),
    auditSeq: number('SELECT seq FROM audit_head'),
    auditHash: String(db.prepare('SELECT hash FROM audit_head').pluck().get()),
    nextRunning: number('SELECT next FROM claim_sequence'),
  };
}

/** Verifying takes no claim, so that nothing of this is ever asked for. */
const READER = {
  now: () => Date.now() as Instant,
  randomInt: (limit: number) => randomInt(limit),
  newId: v7,
};
