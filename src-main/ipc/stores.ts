import type { ReportService } from '../reports/report-service.ts';
import type { Search } from '../search/search.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import type { DeskStores } from '../store/desk-stores.ts';
import type { HealthReader } from '../store/health-reader.ts';
import type { ErasureStore } from '../store/erasure-store.ts';
import type { ExportStore } from '../store/export-store.ts';
import type { PersonReader } from '../store/person-reader.ts';
import type { PurgeStore } from '../store/purge-store.ts';
import type { PrintJobStore } from '../store/print-job-store.ts';
import type { RecoveryStore } from '../store/recovery-store.ts';
import type { StaffStore } from '../store/staff-store.ts';
import type { UnfinishedStore } from '../store/unfinished-store.ts';
import type { ClaimLook } from './claim-look.ts';
import type { HeldDraft } from './held-draft.ts';
import type { StaffSessions } from './staff-session.ts';

/** Everything that needs the database; absent while there is none to use. */
export interface Stores extends DeskStores {
  readonly claims: ClaimStore;
  readonly jobs: PrintJobStore;
  readonly unfinished: UnfinishedStore;
  /** The words of whoever stands there now, in memory. */
  readonly held: HeldDraft;
  readonly staff: StaffStore;
  readonly sessions: StaffSessions;
  readonly claimLook: ClaimLook;
  readonly search: Search;
  readonly recoveries: RecoveryStore;
  readonly health: HealthReader;
  /** The head of the history. */
  readonly auditSeq: () => number;
  readonly reports: ReportService;
  readonly erasures: ErasureStore;
  readonly exports: ExportStore;
  readonly purges: PurgeStore;
  readonly persons: PersonReader;
}
