import type { ClaimId } from '../domain/brand.ts';
import type { AnswerWay } from '../domain/claim-life.ts';
import type { FailedBefore, UnderstandingAnswer } from '../domain/desk.ts';
import { foldText, serialKey } from '../domain/fold.ts';
import type { FeelingGiven, Locale, Outcome } from '../domain/intake.ts';
import { err, ok } from '../domain/result.ts';
import { createClaimChanges, type Change, type ChangeResult, type CustomerChange } from './claim-change.ts';
import { createFeelingWriter } from './feeling-writer.ts';
import type { Db } from './sqlite.ts';
import { feelingDigest, statementDigest, understandingDigest } from './words-digest.ts';

/** A step that staff propose. */
export interface NewAttempt {
  readonly description: string;
  /** The serial number of the thing on the bench; empty for the one that the customer gave. */
  readonly serial: string;
  /** Why, although it failed before; null where nobody gave a reason. */
  readonly reason: string | null;
}

/** What the customer says after the kiosk, what we understood of it, and what was tried. Throws what SQLite throws. */
export interface ListeningStore {
  /** Adds a statement, word for word; it is never edited. With nobody's name where the customer wrote it. */
  addStatement(
    change: Change | CustomerChange,
    words: { readonly text: string; readonly locale: Locale },
  ): ChangeResult;
  /** Adds a feeling that the customer gave. */
  addFeeling(change: Change, feeling: FeelingGiven): ChangeResult;
  /** Writes the next version of what we understood. */
  understand(change: Change, text: string): ChangeResult;
  /** The newest version was read back to the customer, who said something to it. */
  answerUnderstanding(
    change: Change,
    said: { readonly version: number; readonly answer: UnderstandingAnswer; readonly how: AnswerWay },
  ): ChangeResult;
  /** Proposes a step; one that failed here or on the same serial number needs a reason (`needs-reason`). */
  propose(change: Change, attempt: NewAttempt): ChangeResult;
  /** The step was done, with this result. */
  finish(change: Change, attemptId: string, outcome: Outcome): ChangeResult;
  /** Returns what failed on other claims with the serial number, newest first, a hundred at most. */
  failedOn(serial: string, notOn: ClaimId): readonly FailedBefore[];
}

interface FailedRow extends FailedBefore {
  readonly claimId: ClaimId;
}

/** More than a hundred failures of one thing are one story. */
const FAILED_MAX = 100;

/** Returns the listening side of the claims in `db`; `newId` gives a new UUIDv7 each time. */
export function createListeningStore(db: Db, newId: () => string): ListeningStore {
  const changes = createClaimChanges(db);
  const feelings = createFeelingWriter(db);
  const insertStatement = db.prepare(
    `INSERT INTO statement (id, claim_id, seq, text, locale, given_at, entered_by)
     SELECT @id, @claimId, max(seq) + 1, @text, @locale, @at, @by FROM statement WHERE claim_id = @claimId`,
  );
  const newest = db.prepare<[string], { version: number; answer: UnderstandingAnswer | null }>(
    'SELECT version, answer FROM understanding WHERE claim_id = ? ORDER BY version DESC LIMIT 1',
  );
  const insertUnderstanding = db.prepare(
    `INSERT INTO understanding (claim_id, version, text, written_by, written_at)
     VALUES (@claimId, @version, @text, @by, @at)`,
  );
  const answer = db.prepare(
    `UPDATE understanding SET answer = @answer, how = @how, answered_at = @at
     WHERE claim_id = @claimId AND version = @version`,
  );
  const failedHere = db.prepare<[{ claimId: ClaimId }], FailedRow>(
    `SELECT claim.id AS claimId, claim.number, description FROM attempt JOIN claim ON claim.id = attempt.claim_id
       WHERE attempt.claim_id = @claimId AND outcome = 'no'
     UNION ALL
     SELECT claim.id, claim.number, description FROM staff_attempt JOIN claim ON claim.id = staff_attempt.claim_id
       WHERE staff_attempt.claim_id = @claimId AND outcome = 'no'`,
  );
  const failedOnSerial = db.prepare<[{ key: string }], FailedRow>(FAILED_ON_SERIAL_SQL);
  const insertAttempt = db.prepare(
    `INSERT INTO staff_attempt (id, claim_id, seq, description, serial, reason, proposed_by, proposed_at)
     SELECT @id, @claimId, coalesce(max(seq), 0) + 1, @description, @serial, @reason, @by, @at
     FROM staff_attempt WHERE claim_id = @claimId`,
  );
  const outcomeOf = db.prepare<[string, string], { outcome: Outcome | null }>(
    'SELECT outcome FROM staff_attempt WHERE claim_id = ? AND id = ?',
  );
  const setOutcome = db.prepare(
    'UPDATE staff_attempt SET outcome = @outcome, done_by = @by, done_at = @at WHERE claim_id = @claimId AND id = @id',
  );

  function failed(claimId: ClaimId, serials: readonly string[]): FailedRow[] {
    const keys = new Set(serials.map(serialKey).filter((key) => key !== ''));
    return [...failedHere.all({ claimId }), ...[...keys].flatMap((key) => failedOnSerial.all({ key }))];
  }

  return {
    addStatement: (change, { text, locale }) =>
      changes.open(change, 'statement-added', ({ salt }) => {
        const id = newId();
        insertStatement.run({ ...change, id, text, locale });
        return ok({ subject: id, digest: statementDigest(salt, { id, text }) });
      }),
    addFeeling: (change, { face, words }) =>
      changes.open(change, 'feeling-added', ({ salt }) => {
        feelings.write(change, { face, words });
        return ok({ subject: '', digest: feelingDigest(salt, { face, words }) });
      }),
    understand: (change, text) =>
      changes.open(change, 'understanding-written', ({ salt }) => {
        const version = (newest.get(change.claimId)?.version ?? 0) + 1;
        insertUnderstanding.run({ ...change, version, text });
        return ok({ subject: String(version), digest: understandingDigest(salt, text) });
      }),
    answerUnderstanding: (change, said) =>
      changes.open(change, 'understanding-answered', () => {
        const latest = newest.get(change.claimId);
        if (!latest) return err({ code: 'not-found', detail: 'nothing was written yet' });
        if (latest.version !== said.version || latest.answer !== null)
          return err({ code: 'wrong-state', detail: latest.answer ?? `version ${latest.version} is newer` });
        answer.run({ ...change, ...said });
        return ok({ subject: `${said.version} ${said.answer} ${said.how}` });
      }),
    propose: (change, attempt) =>
      changes.open(change, 'attempt-proposed', (claim) => {
        const serial = attempt.serial.trim() === '' ? claim.item_serial : attempt.serial;
        const reason = attempt.reason?.trim() ?? '';
        const wanted = foldText(attempt.description);
        const before = failed(change.claimId, [serial, claim.item_serial]).filter(
          ({ description }) => foldText(description) === wanted,
        );
        if (before.length > 0 && reason === '') {
          return err({
            code: 'needs-reason',
            detail: [...new Set(before.map(({ number }) => number))].join(' '),
          });
        }
        const id = newId();
        insertAttempt.run({ ...change, id, description: attempt.description, serial, reason });
        return ok({ subject: before.length > 0 ? `${id} failed-before` : id });
      }),
    finish: (change, id, outcome) =>
      changes.open(change, 'attempt-done', () => {
        const attempt = outcomeOf.get(change.claimId, id);
        if (!attempt) return err({ code: 'not-found', detail: 'no such step' });
        if (attempt.outcome !== null) return err({ code: 'wrong-state', detail: attempt.outcome });
        setOutcome.run({ ...change, id, outcome });
        return ok({ subject: `${id} ${outcome}` });
      }),
    failedOn(serial, notOn) {
      const key = serialKey(serial);
      if (key === '') return [];
      return failedOnSerial
        .all({ key })
        .filter(({ claimId }) => claimId !== notOn)
        .map(({ number, description }) => ({ number, description }));
    },
  };
}

/** What failed on a serial number, on whatever claim, newest first. */
export const FAILED_ON_SERIAL_SQL = `SELECT * FROM (
    SELECT claim.id AS claimId, claim.number, description, claim.running FROM claim
      JOIN attempt ON attempt.claim_id = claim.id
      WHERE lower(trim(item_serial)) = @key AND item_serial <> '' AND outcome = 'no'
    UNION ALL
    SELECT claim.id, claim.number, description, claim.running FROM staff_attempt
      JOIN claim ON claim.id = staff_attempt.claim_id
      WHERE lower(trim(serial)) = @key AND serial <> '' AND outcome = 'no')
  ORDER BY running DESC LIMIT ${FAILED_MAX}`;
