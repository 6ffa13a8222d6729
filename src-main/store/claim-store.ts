import type { ClaimId, Instant, PrintJobId, RequestId } from '../domain/brand.ts';
import { claimNumber, type ClaimNumber, type StoreCode } from '../domain/claim-number.ts';
import type { ErasureMarks } from '../domain/erasure.ts';
import type { Expectation, PromiseGiven } from '../domain/expectation.ts';
import type { Intake } from '../domain/intake.ts';
import type { PrinterId } from '../domain/printer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { newTicketSecret, type TicketSecret } from '../domain/secret.ts';
import { createAuditStore } from './audit-store.ts';
import { claimDigest, createClaimReader, type SealedClaim, type StoredClaim } from './claim-reader.ts';
import { createClaimWriter } from './claim-writer.ts';
import { createErasureSeals } from './erasure-seal.ts';
import { createLaterWords } from './later-words.ts';
import { inTransaction, storageFailure, type Db, type KeepFailure } from './sqlite.ts';

/** What only the store knows of a claim before it exists. */
export interface ClaimIdentity {
  readonly number: ClaimNumber;
  readonly secret: TicketSecret;
  readonly takenAt: Instant;
}

/** What the customer is told, and the finished slip as JSON. */
export interface ComposedClaim {
  readonly expectations: readonly Expectation[];
  readonly promises: readonly PromiseGiven[];
  readonly slip: string;
}

/** A claim to take. `compose` runs inside the transaction: it must be pure and quick. */
export interface TakeClaim {
  readonly intake: Intake;
  readonly storeCode: StoreCode;
  /** The printer that prints the ticket. */
  readonly printerId: PrinterId;
  readonly compose: (identity: ClaimIdentity) => ComposedClaim;
}

/** A claim that is on the disk. */
export interface TakenClaim {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly takenAt: Instant;
  readonly expectations: readonly Expectation[];
  readonly promises: readonly PromiseGiven[];
  readonly jobId: PrintJobId;
  /** False where the same request had been taken before: this is what came of it then. */
  readonly created: boolean;
}

/** A claim that is not what the history says was kept. */
export interface ClaimFault {
  readonly number: string;
  readonly why: 'altered' | 'missing' | 'added';
}

/** The claims. Methods that only read throw what SQLite throws (`storageFailure` tells a bad disk from a bug). */
export interface ClaimStore {
  /** Keeps the claim with its print job in one transaction; what it returns is on the disk. Bugs throw. */
  take(input: TakeClaim): Result<TakenClaim, KeepFailure>;
  /** Returns whether this request has its claim already. */
  isTaken(requestId: RequestId): boolean;
  /** Returns how many claims there are. */
  count(): number;
  /** Returns the whole claim as it was given, or null. */
  byNumber(number: ClaimNumber): StoredClaim | null;
  /** Returns a claim with its secret, for a slip that the customer takes home, or null. */
  forSlip(id: ClaimId): Omit<SealedClaim, 'salt'> | null;
  /** Returns the words of every statement on the claim, in the order in which they were given. */
  statementTexts(id: ClaimId): readonly string[];
  /**
   * Compares every claim, and what its customer and staff said later, with the digests in the history; one of which
   * something was erased with the seal that was put on what is left. Returns how many claims, or the first that differs. It reads everything: for drills and after a suspicion, not for the start.
   */
  verify(): Result<number, ClaimFault>;
}

/** Where the store gets its time (UTC), its secrets and its ids (UUIDv7) from. */
export interface ClaimStoreSources {
  readonly now: () => Instant;
  /** Returns an unpredictable whole number below the limit (`crypto.randomInt`). */
  readonly randomInt: (limit: number) => number;
  readonly newId: () => string;
}

const SALT_LENGTH = 32;
const PAGE = 500;

/** Returns the claims of `db`. */
export function createClaimStore(db: Db, { now, randomInt, newId }: ClaimStoreSources): ClaimStore {
  const reader = createClaimReader(db);
  const writer = createClaimWriter(db, newId);
  const audit = createAuditStore(db);
  const later = createLaterWords(db);
  const seals = createErasureSeals(db, later);
  const jobOf = db
    .prepare<[string], PrintJobId>("SELECT id FROM print_job WHERE claim_id = ? AND kind = 'ticket'")
    .pluck();
  const countAll = db.prepare<[], number>('SELECT count(*) FROM claim').pluck();
  const recorded = db.prepare<[number], { seq: number; claim_id: ClaimId; subject: string; digest: string }>(
    `SELECT seq, claim_id, subject, digest FROM audit WHERE seq > ? AND event = 'claim-taken'
     ORDER BY seq LIMIT ${PAGE}`,
  );
  const unrecorded = db
    .prepare<[], string>(
      `SELECT number FROM claim WHERE id NOT IN (SELECT claim_id FROM audit WHERE event = 'claim-taken')
       ORDER BY running LIMIT 1`,
    )
    .pluck();

  function take(input: TakeClaim): Result<TakenClaim, KeepFailure> {
    try {
      return ok(inTransaction(db, () => takenBefore(input.intake) ?? keep(input)));
    } catch (error) {
      const failure = storageFailure(error);
      if (!failure) throw error;
      return err(failure);
    }
  }

  function takenBefore(intake: Intake): TakenClaim | null {
    const earlier = reader.byRequest(intake.requestId);
    if (!earlier) return null;
    const jobId = jobOf.get(earlier.claim.claimId);
    if (jobId === undefined) throw new Error(`claim ${earlier.claim.number} has no print job`);
    return taken(earlier.claim, jobId, false);
  }

  function keep({ intake, storeCode, printerId, compose }: TakeClaim): TakenClaim {
    const running = writer.nextRunning();
    const number = claimNumber(storeCode, running);
    const secret = newTicketSecret(randomInt);
    // The true clock, even where it went back: claims are in order by their running number, not by time.
    const takenAt = now();
    const { expectations, promises, slip } = compose({ number, secret, takenAt });
    const claimId = newId() as ClaimId;
    const jobId = newId() as PrintJobId;
    const claim: StoredClaim = { ...intake, claimId, number, storeCode, takenAt, expectations, promises };
    const sealed: SealedClaim = { claim, secret, salt: newSalt() };
    writer.write(sealed, running, { id: jobId, slip, printerId });
    const digest = claimDigest(sealed);
    // Read back before COMMIT: what cannot be kept character for character is not said to be kept.
    const readBack = reader.byId(claimId);
    if (!readBack || claimDigest(readBack) !== digest) {
      throw new Error(`claim ${number} does not read back as it was given`);
    }
    audit.append({ at: takenAt, event: 'claim-taken', claimId, subject: number, digest });
    return taken(claim, jobId, true);
  }

  function newSalt(): string {
    return Array.from({ length: SALT_LENGTH }, () => randomInt(16).toString(16)).join('');
  }

  function verify(): Result<number, ClaimFault> {
    let checked = 0;
    let seq = 0;
    for (let rows = recorded.all(seq); rows.length > 0; rows = recorded.all(seq)) {
      for (const row of rows) {
        const found = reader.byId(row.claim_id);
        if (!found) return err({ number: row.subject, why: 'missing' });
        const seal = seals.of(row.claim_id);
        const isAsKept = seal
          ? seals.digest(found, seal.seq) === seal.digest
          : claimDigest(found) === row.digest && isUntouched(seals.marks(row.claim_id));
        if (!isAsKept) return err({ number: row.subject, why: 'altered' });
        const why = later.fault(row.claim_id, found.salt, seal?.seq ?? 0);
        if (why !== null) return err({ number: row.subject, why });
        checked++;
        seq = row.seq;
      }
    }
    const added = unrecorded.get();
    return added === undefined ? ok(checked) : err({ number: added, why: 'added' });
  }

  return {
    take,
    isTaken: (requestId) => reader.byRequest(requestId) !== null,
    count: () => countAll.get() ?? 0,
    byNumber: (number) => reader.byNumber(number)?.claim ?? null,
    forSlip(id) {
      const sealed = reader.byId(id);
      return sealed && { claim: sealed.claim, secret: sealed.secret };
    },
    statementTexts: (id) => reader.statementTexts(id),
    verify,
  };
}

function taken(claim: StoredClaim, jobId: PrintJobId, created: boolean): TakenClaim {
  const { claimId, number, takenAt, expectations, promises } = claim;
  return { claimId, number, takenAt, expectations, promises, jobId, created };
}

/** Nothing of a claim is gone without a word of it in the history. */
function isUntouched({ erasedAt, contactErasedAt }: ErasureMarks): boolean {
  return erasedAt === null && contactErasedAt === null;
}
