import { createHash } from 'node:crypto';
import type { ClaimId, Instant, RequestId } from '../domain/brand.ts';
import type { ClaimNumber, StoreCode } from '../domain/claim-number.ts';
import type { Expectation, PromiseGiven } from '../domain/expectation.ts';
import type { AttemptGiven, ContactWay, FeelingGiven, Intake, Locale, Wish } from '../domain/intake.ts';
import type { TicketSecret } from '../domain/secret.ts';
import type { Db } from './sqlite.ts';

/** A claim as it was given, and what the customer was told. */
export interface StoredClaim extends Intake {
  readonly claimId: ClaimId;
  readonly number: ClaimNumber;
  readonly storeCode: StoreCode;
  readonly takenAt: Instant;
  readonly expectations: readonly Expectation[];
  readonly promises: readonly PromiseGiven[];
}

/** A claim with what must never leave the store: its secret, and the salt of its digest. */
export interface SealedClaim {
  readonly claim: StoredClaim;
  readonly secret: TicketSecret;
  readonly salt: string;
}

/** Reads claims; null where there is none. Throws what SQLite throws. */
export interface ClaimReader {
  byId(id: ClaimId): SealedClaim | null;
  byNumber(number: ClaimNumber): SealedClaim | null;
  byRequest(id: RequestId): SealedClaim | null;
  /** Returns the words of every statement on the claim, in the order in which they were given. */
  statementTexts(id: ClaimId): readonly string[];
}

interface ClaimRow {
  readonly id: ClaimId;
  readonly number: ClaimNumber;
  readonly request_id: RequestId;
  readonly store_code: StoreCode;
  readonly secret: TicketSecret;
  readonly salt: string;
  readonly locale: Locale;
  readonly item_name: string;
  readonly item_serial: string;
  readonly contact_name: string;
  readonly contact_phone: string;
  readonly contact_email: string;
  readonly contact_way: ContactWay | null;
  readonly taken_at: Instant;
}

/** Returns the reader of the claims in `db`. */
export function createClaimReader(db: Db): ClaimReader {
  const claimById = db.prepare<[string], ClaimRow>('SELECT * FROM claim WHERE id = ?');
  const claimByNumber = db.prepare<[string], ClaimRow>('SELECT * FROM claim WHERE number = ?');
  const claimByRequest = db.prepare<[string], ClaimRow>('SELECT * FROM claim WHERE request_id = ?');
  const statements = db
    .prepare<[string], string>('SELECT text FROM statement WHERE claim_id = ? ORDER BY seq')
    .pluck();
  const feeling = db.prepare<[string], FeelingGiven>(
    'SELECT face, words FROM feeling WHERE claim_id = ? AND seq = 1',
  );
  const attempts = db.prepare<[string], AttemptGiven>(
    'SELECT description, outcome FROM attempt WHERE claim_id = ? ORDER BY position',
  );
  const wishes = db
    .prepare<[string], Wish>('SELECT kind FROM wish WHERE claim_id = ? ORDER BY position')
    .pluck();
  const wishWords = db.prepare<[string], string>('SELECT words FROM wish_words WHERE claim_id = ?').pluck();
  const expectations = db.prepare<[string], Expectation>(
    'SELECT kind, text, emphasis FROM expectation WHERE claim_id = ? AND added_by IS NULL ORDER BY position',
  );
  const promises = db.prepare<[string], PromiseGiven>(
    'SELECT kind, text, owner, due FROM promise WHERE claim_id = ? AND given_by IS NULL ORDER BY position',
  );

  function assemble(row: ClaimRow | undefined): SealedClaim | null {
    if (!row) return null;
    const id = row.id;
    const claim: StoredClaim = {
      claimId: id,
      number: row.number,
      storeCode: row.store_code,
      takenAt: row.taken_at,
      requestId: row.request_id,
      locale: row.locale,
      // Never absent: it is written in the claim's own transaction. If it is, the digest tells.
      statement: statements.get(id) ?? '',
      feeling: feeling.get(id) ?? { face: null, words: '' },
      item: { name: row.item_name, serial: row.item_serial },
      attempts: attempts.all(id),
      wishes: { kinds: wishes.all(id), words: wishWords.get(id) ?? '' },
      contact: {
        name: row.contact_name,
        phone: row.contact_phone,
        email: row.contact_email,
        way: row.contact_way,
      },
      expectations: expectations.all(id),
      promises: promises.all(id),
    };
    return { claim, secret: row.secret, salt: row.salt };
  }

  return {
    byId: (id) => assemble(claimById.get(id)),
    byNumber: (number) => assemble(claimByNumber.get(number)),
    byRequest: (id) => assemble(claimByRequest.get(id)),
    statementTexts: (id) => statements.all(id),
  };
}

/**
 * Returns the SHA-256 in hex of everything that was given and told, in a fixed order. The salt goes with the
 * claim when it is erased: without it nobody can try out names and phone numbers against the history.
 */
export function claimDigest({ claim, secret, salt }: SealedClaim): string {
  const canonical = [
    salt,
    secret,
    claim.claimId,
    claim.number,
    claim.storeCode,
    claim.takenAt,
    claim.requestId,
    claim.locale,
    claim.statement,
    [claim.feeling.face, claim.feeling.words],
    [claim.item.name, claim.item.serial],
    claim.attempts.map((attempt) => [attempt.description, attempt.outcome]),
    [claim.wishes.kinds, claim.wishes.words],
    [claim.contact.name, claim.contact.phone, claim.contact.email, claim.contact.way],
    claim.expectations.map((expectation) => [expectation.kind, expectation.text, expectation.emphasis]),
    claim.promises.map((promise) => [promise.kind, promise.text, promise.owner, promise.due]),
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
