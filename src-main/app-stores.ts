import { randomInt, randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from './domain/brand.ts';
import { createClaimLook } from './ipc/claim-look.ts';
import type { LiveSettings } from './ipc/live-settings.ts';
import { createHeldDraft } from './ipc/held-draft.ts';
import { createStaffSessions } from './ipc/staff-session.ts';
import type { Stores } from './ipc/stores.ts';
import type { Log } from './log.ts';
import { createIndexWriter, type IndexWriter } from './search/index-writer.ts';
import { createAuditStore } from './store/audit-store.ts';
import { createRecoveryStore } from './store/recovery-store.ts';
import { createClaimStore } from './store/claim-store.ts';
import { createDeskStores } from './store/desk-stores.ts';
import type { OpenDatabase } from './store/open-database.ts';
import { createErasureStore, type AlsoForget } from './store/erasure-store.ts';
import { createExportStore } from './store/export-store.ts';
import { createPersonReader } from './store/person-reader.ts';
import { createPurgeStore } from './store/purge-store.ts';
import { createPrintJobStore } from './store/print-job-store.ts';
import type { Pins } from './store/pins.ts';
import { createStaffStore } from './store/staff-store.ts';
import { createUnfinishedStore } from './store/unfinished-store.ts';

/** Returns everything that needs the database; `besides` is what has workers of its own. */
export function storesOf(parts: {
  readonly opened: OpenDatabase;
  readonly now: () => Instant;
  readonly settings: LiveSettings;
  readonly log: Log;
  readonly besides: Pick<Stores, 'search' | 'reports' | 'health'>;
  readonly forgetFiles: AlsoForget;
  readonly pins: Pick<Pins, 'isPin'>;
}): Stores {
  const { now, settings, log, besides, forgetFiles, pins } = parts;
  const { db } = parts.opened;
  const staff = createStaffStore(db, uuidv7);
  const audit = createAuditStore(db);
  const unfinished = createUnfinishedStore(db);
  const desk = createDeskStores(db, { staff, newId: uuidv7 });
  const monotonicMs = () => performance.now();
  return {
    claims: createClaimStore(db, { now, randomInt: (limit) => randomInt(limit), newId: uuidv7 }),
    jobs: createPrintJobStore(db),
    unfinished,
    held: createHeldDraft({
      unfinished,
      now,
      onProblem: (detail) => log.error('draft-not-rescued', detail),
    }),
    staff,
    recoveries: createRecoveryStore(db),
    erasures: createErasureStore(db, [forgetInSearch(createIndexWriter(db)), forgetFiles]),
    exports: createExportStore(db),
    purges: createPurgeStore(db),
    persons: createPersonReader(db),
    auditSeq: () => audit.length(),
    ...besides,
    ...desk,
    claimLook: createClaimLook({ looks: desk.looks, now, monotonicMs, newId: () => randomUUID() }),
    sessions: createStaffSessions({
      staff,
      isPin: (pin, hash) => pins.isPin(pin, hash),
      now,
      monotonicMs,
      idleMs: () => settings.current().staff.idleSeconds * 1_000,
    }),
  };
}

function forgetInSearch(index: IndexWriter): AlsoForget {
  return ({ running }) => {
    index.forget(running);
    return () => undefined;
  };
}
