import type { SealedClaim } from './claim-reader.ts';
import { printJobInsert, type NewPrintJob } from './print-job.ts';
import type { Db } from './sqlite.ts';

/** The print job that a new claim brings with it: its ticket. */
export type TicketJob = Pick<NewPrintJob, 'id' | 'slip' | 'printerId'>;

/** Writes the rows of one claim, inside the caller's transaction. Throws what SQLite throws. */
export interface ClaimWriter {
  /** Returns the next running number; a rollback gives it back. */
  nextRunning(): number;
  /** Writes every row of the claim and its queued print job, and removes the unfinished words it grew from. */
  write(sealed: SealedClaim, running: number, job: TicketJob): void;
}

/** Returns the writer of claims in `db`; `newId` gives a new UUIDv7 each time. */
export function createClaimWriter(db: Db, newId: () => string): ClaimWriter {
  const advance = db
    .prepare<[], number>('UPDATE claim_sequence SET next = next + 1 WHERE id = 1 RETURNING next - 1')
    .pluck();
  const claim = db.prepare(
    `INSERT INTO claim (running, id, number, request_id, store_code, secret, salt, locale, item_name, item_serial,
       contact_name, contact_phone, contact_email, contact_way, taken_at, next_due)
     VALUES (@running, @id, @number, @requestId, @storeCode, @secret, @salt, @locale, @itemName, @itemSerial,
       @contactName, @contactPhone, @contactEmail, @contactWay, @takenAt, @nextDue)`,
  );
  const statement = db.prepare(
    'INSERT INTO statement (id, claim_id, seq, text, locale, given_at) VALUES (?, ?, 1, ?, ?, ?)',
  );
  const feeling = db.prepare(
    'INSERT INTO feeling (claim_id, seq, face, words, given_at) VALUES (?, 1, ?, ?, ?)',
  );
  const attempt = db.prepare(
    'INSERT INTO attempt (claim_id, position, description, outcome) VALUES (?, ?, ?, ?)',
  );
  const wish = db.prepare('INSERT INTO wish (claim_id, position, kind) VALUES (?, ?, ?)');
  const wishWords = db.prepare('INSERT INTO wish_words (claim_id, words) VALUES (?, ?)');
  const expectation = db.prepare(
    'INSERT INTO expectation (claim_id, position, kind, text, emphasis) VALUES (?, ?, ?, ?, ?)',
  );
  const promise = db.prepare(
    `INSERT INTO promise (id, claim_id, position, kind, text, owner, due, state, given_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
  );
  const printJob = printJobInsert(db);
  const removeUnfinished = db.prepare('DELETE FROM unfinished_statement WHERE request_id = ?');

  function nextRunning(): number {
    const running = advance.get();
    if (running === undefined) throw new Error('the claim sequence has no row');
    return running;
  }

  function write({ claim: given, secret, salt }: SealedClaim, running: number, job: TicketJob): void {
    const id = given.claimId;
    const at = given.takenAt;
    claim.run({
      running,
      id,
      number: given.number,
      requestId: given.requestId,
      storeCode: given.storeCode,
      secret,
      salt,
      locale: given.locale,
      itemName: given.item.name,
      itemSerial: given.item.serial,
      contactName: given.contact.name,
      contactPhone: given.contact.phone,
      contactEmail: given.contact.email,
      contactWay: given.contact.way,
      takenAt: at,
      // With nothing promised it would be owed at once.
      nextDue: given.promises.length === 0 ? at : Math.min(...given.promises.map(({ due }) => due)),
    });
    statement.run(newId(), id, given.statement, given.locale, at);
    if (given.feeling.face !== null || given.feeling.words !== '') {
      feeling.run(id, given.feeling.face, given.feeling.words, at);
    }
    given.attempts.forEach((tried, position) => attempt.run(id, position, tried.description, tried.outcome));
    given.wishes.kinds.forEach((kind, position) => wish.run(id, position, kind));
    if (given.wishes.words !== '') wishWords.run(id, given.wishes.words);
    given.expectations.forEach((line, position) =>
      expectation.run(id, position, line.kind, line.text, line.emphasis),
    );
    given.promises.forEach((made, position) =>
      promise.run(newId(), id, position, made.kind, made.text, made.owner, made.due, at),
    );
    printJob({ ...job, claimId: id, kind: 'ticket', at });
    removeUnfinished.run(given.requestId);
  }

  return { nextRunning, write };
}
