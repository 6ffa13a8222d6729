import { createAttachmentStore, type AttachmentStore } from './attachment-store.ts';
import { createAwaitedReader, type AwaitedReader } from './awaited-reader.ts';
import { createBoardReader, type BoardReader } from './board-reader.ts';
import { createClaimViewReader, type ClaimViewReader } from './claim-view-reader.ts';
import { createCostStore, type CostStore } from './cost-store.ts';
import { createGoodwillReader, type GoodwillReader } from './goodwill-reader.ts';
import { createEscalationStore, type EscalationStore } from './escalation-store.ts';
import { createEvidenceReader, type EvidenceReader } from './evidence-reader.ts';
import { createKnownIssueReader, type KnownIssueReader } from './known-issue-reader.ts';
import { createKnownIssueStore, type KnownIssueStore } from './known-issue-store.ts';
import { createLifeStore, type LifeStore } from './life-store.ts';
import { createLineStore, type LineStore } from './line-store.ts';
import { createListeningStore, type ListeningStore } from './listening-store.ts';
import { createLoanerStore, type LoanerStore } from './loaner-store.ts';
import { createLookStore, type LookStore } from './look-store.ts';
import { createMyDayReader, type MyDayReader } from './my-day-reader.ts';
import { createPraiseStore, type PraiseStore } from './praise-store.ts';
import { createPromiseStore, type PromiseStore } from './promise-store.ts';
import type { Db } from './sqlite.ts';
import type { StaffStore } from './staff-store.ts';

/** What the back office works with, besides the claims themselves. */
export interface DeskStores {
  readonly board: BoardReader;
  readonly awaited: AwaitedReader;
  readonly views: ClaimViewReader;
  readonly promises: PromiseStore;
  readonly listening: ListeningStore;
  readonly life: LifeStore;
  readonly costs: CostStore;
  readonly goodwill: GoodwillReader;
  readonly loaners: LoanerStore;
  readonly lines: LineStore;
  readonly escalations: EscalationStore;
  readonly knownIssues: KnownIssueStore & KnownIssueReader;
  readonly evidence: EvidenceReader;
  readonly praise: PraiseStore;
  readonly myDay: MyDayReader;
  readonly looks: LookStore;
  readonly attachments: AttachmentStore;
}

/** Returns the back office's stores of `db`; `newId` gives a new UUIDv7 each time. */
export function createDeskStores(
  db: Db,
  {
    staff,
    newId,
    newSalt,
  }: {
    readonly staff: Pick<StaffStore, 'all'>;
    readonly newId: () => string;
    /** Of praise; by default one that nobody guesses. */
    readonly newSalt?: () => string;
  },
): DeskStores {
  const listening = createListeningStore(db, newId);
  const loaners = createLoanerStore(db);
  const lines = createLineStore(db);
  return {
    board: createBoardReader(db),
    awaited: createAwaitedReader(db),
    views: createClaimViewReader(db, { listening, loaners, lines, staff }),
    promises: createPromiseStore(db, newId),
    listening,
    life: createLifeStore(db, newId),
    costs: createCostStore(db),
    goodwill: createGoodwillReader(db),
    loaners,
    lines,
    escalations: createEscalationStore(db, newId),
    knownIssues: { ...createKnownIssueStore(db, newId), ...createKnownIssueReader(db) },
    evidence: createEvidenceReader(db),
    praise: createPraiseStore(db, newSalt),
    myDay: createMyDayReader(db),
    looks: createLookStore(db),
    attachments: createAttachmentStore(db),
  };
}
