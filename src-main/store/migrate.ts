import type { Instant } from '../domain/brand.ts';
import { createAuditStore } from './audit-store.ts';
import type { Migration } from './migration.ts';
import { INITIAL } from './migrations/0010-initial.ts';
import { PRINT_JOBS } from './migrations/0020-print-jobs.ts';
import { STAFF } from './migrations/0030-staff.ts';
import { DESK } from './migrations/0040-desk.ts';
import { SEARCH } from './migrations/0050-search.ts';
import { LOANER_AND_LINE } from './migrations/0060-loaner-and-line.ts';
import { ESCALATION } from './migrations/0070-escalation.ts';
import { KNOWN_ISSUES } from './migrations/0080-known-issues.ts';
import { PRAISE } from './migrations/0090-praise.ts';
import { ATTACHMENTS } from './migrations/0110-attachments.ts';
import { RECOVERY } from './migrations/0120-recovery.ts';
import { ERASURE } from './migrations/0130-erasure.ts';
import { RECOVERY_CLAIMS } from './migrations/0150-recovery-claims.ts';
import { NOT_SAID_AND_AWAITED } from './migrations/0160-not-said-and-awaited.ts';
import { BOARD_OF_MANY } from './migrations/0170-board-of-many.ts';
import { sealSchema } from './schema-seal.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** Marks a database file as ours: "IYW1" in its header. */
export const APPLICATION_ID = 0x49595731;
/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  INITIAL,
  PRINT_JOBS,
  STAFF,
  DESK,
  SEARCH,
  LOANER_AND_LINE,
  ESCALATION,
  KNOWN_ISSUES,
  PRAISE,
  ATTACHMENTS,
  RECOVERY,
  ERASURE,
  RECOVERY_CLAIMS,
  NOT_SAID_AND_AWAITED,
  BOARD_OF_MANY,
];
/** The version that this app's databases have; one with more comes from a newer app. */
export const NEWEST_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;

/**
 * Brings the schema up to date and returns its version. Each step is one transaction together with its version
 * number, our application id and an audit row, so that a kill leaves the step done or not begun; throws what
 * SQLite throws.
 */
export function migrate(db: Db, at: Instant, migrations: readonly Migration[] = MIGRATIONS): number {
  for (const migration of migrations) {
    if (migration.version <= userVersion(db)) continue;
    inTransaction(db, () => {
      db.exec(migration.sql);
      sealSchema(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${migration.version}`);
      createAuditStore(db).append({ at, event: 'migrated', subject: String(migration.version) });
    });
  }
  return userVersion(db);
}

function userVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}
