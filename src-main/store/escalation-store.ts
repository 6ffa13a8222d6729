import type { ClaimId, Instant } from '../domain/brand.ts';
import type {
  Escalation,
  EscalationOutcome,
  EscalationState,
  Letter,
  LetterWanted,
  SendWay,
} from '../domain/escalation.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createClaimChanges, type Change, type ChangeResult, type DeskFault } from './claim-change.ts';
import type { Db } from './sqlite.ts';
import { wordsDigest } from './words-digest.ts';

/** A letter to keep as a version. */
export interface NewVersion extends LetterWanted {
  readonly letter: Letter;
}

/** A letter as somebody had it before them: nobody writes over, or sends, a version that they never saw. */
export interface SeenLetter {
  readonly id: string;
  readonly version: number;
}

/** Letters to whoever can decide. Throws what SQLite throws. */
export interface EscalationStore {
  /** Opens an escalation with the first version of its letter. */
  draft(change: Change, version: NewVersion): ChangeResult;
  /** Writes the next version of a letter that is a draft. */
  write(change: Change, seen: SeenLetter, version: NewVersion): ChangeResult;
  /** The newest version left; the claim waits for others from then on. */
  send(change: Change, seen: SeenLetter, how: SendWay): ChangeResult;
  /** The answer that came, also where the claim was closed meanwhile; work on the claim goes on. */
  answer(
    change: Change,
    id: string,
    answer: { readonly text: string; readonly outcome: EscalationOutcome },
  ): ChangeResult;
  /** Takes it back, as a draft or after it was sent. */
  withdraw(change: Change, id: string, reason: string): ChangeResult;
  /** Returns the claim's escalations, oldest first. */
  ofClaim(id: ClaimId): readonly Escalation[];
}

interface Row {
  readonly id: string;
  readonly state: EscalationState;
  readonly openedBy: StaffId;
  readonly openedAt: Instant;
  readonly sentHow: SendWay | null;
  readonly sentAt: Instant | null;
  readonly sentBy: StaffId | null;
  readonly answer: string | null;
  readonly outcome: EscalationOutcome | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: StaffId | null;
  readonly withdrawnBecause: string | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: StaffId | null;
  readonly version: number;
  readonly name: string;
  readonly organisation: string;
  readonly address: string;
  readonly asked: string;
  readonly due: Instant;
  readonly similar: string;
  readonly letter: string;
  readonly writtenBy: StaffId;
  readonly writtenAt: Instant;
}

/** Returns the escalations of `db`; `newId` gives a new UUIDv7 each time. */
export function createEscalationStore(db: Db, newId: () => string): EscalationStore {
  const changes = createClaimChanges(db);
  const stateOf = db
    .prepare<[string, string], EscalationState>('SELECT state FROM escalation WHERE claim_id = ? AND id = ?')
    .pluck();
  const newestOf = db
    .prepare<[string], number>('SELECT max(version) FROM escalation_version WHERE escalation_id = ?')
    .pluck();
  const insert = db.prepare(
    `INSERT INTO escalation (id, claim_id, seq, state, opened_by, opened_at)
     SELECT @id, @claimId, coalesce(max(seq), 0) + 1, 'draft', @by, @at FROM escalation WHERE claim_id = @claimId`,
  );
  const insertVersion = db.prepare(
    `INSERT INTO escalation_version (escalation_id, version, to_name, to_organisation, to_address, asked, due,
       similar, letter, written_by, written_at)
     SELECT @id, coalesce(max(version), 0) + 1, @name, @organisation, @address, @asked, @due, @similar, @letter, @by, @at
     FROM escalation_version WHERE escalation_id = @id`,
  );
  const markSent = db.prepare(
    `UPDATE escalation SET state = 'sent', sent_how = @how, sent_at = @at, sent_by = @by
     WHERE claim_id = @claimId AND id = @id`,
  );
  const markAnswered = db.prepare(
    `UPDATE escalation SET state = 'answered', answer = @text, outcome = @outcome, answered_at = @at, answered_by = @by
     WHERE claim_id = @claimId AND id = @id`,
  );
  const markWithdrawn = db.prepare(
    `UPDATE escalation SET state = 'withdrawn', withdrawn_because = @reason, withdrawn_at = @at, withdrawn_by = @by
     WHERE claim_id = @claimId AND id = @id`,
  );
  const waits = db.prepare(
    `UPDATE claim SET status = 'waiting-supplier' WHERE id = @claimId AND status IN ('new', 'in-work')`,
  );
  const goesOn = db.prepare(
    `UPDATE claim SET status = 'in-work' WHERE id = @claimId AND status = 'waiting-supplier'
     AND NOT EXISTS (SELECT 1 FROM escalation WHERE claim_id = @claimId AND state = 'sent')`,
  );
  const all = db.prepare<[ClaimId], Row>(OF_CLAIM_SQL);

  function inState(
    claimId: ClaimId,
    id: string,
    wanted: readonly EscalationState[],
  ): Result<null, DeskFault> {
    const state = stateOf.get(claimId, id);
    if (state === undefined) return err({ code: 'not-found', detail: 'no such letter' });
    return wanted.includes(state) ? ok(null) : err({ code: 'wrong-state', detail: state });
  }

  function asSeen(claimId: ClaimId, { id, version }: SeenLetter): Result<null, DeskFault> {
    const isDraft = inState(claimId, id, ['draft']);
    if (!isDraft.ok) return isDraft;
    const newest = newestOf.get(id);
    return newest === version ? ok(null) : err({ code: 'newer-version', detail: String(newest) });
  }

  function keep({ by, at }: Change, id: string, { to, letter, asked, due, similar }: NewVersion): void {
    insertVersion.run({
      ...to,
      id,
      asked,
      due,
      similar: JSON.stringify(similar),
      letter: JSON.stringify(letter),
      by,
      at,
    });
  }

  return {
    draft: (change, version) =>
      changes.open(change, 'escalation-drafted', ({ salt }) => {
        const id = newId();
        insert.run({ ...change, id });
        keep(change, id, version);
        return ok({ subject: id, digest: digestOf(salt, version) });
      }),
    write: (change, seen, version) =>
      changes.open(change, 'escalation-written', ({ salt }) => {
        const current = asSeen(change.claimId, seen);
        if (!current.ok) return current;
        keep(change, seen.id, version);
        return ok({ subject: seen.id, digest: digestOf(salt, version) });
      }),
    send: (change, seen, how) =>
      changes.open(change, 'escalation-sent', () => {
        const current = asSeen(change.claimId, seen);
        if (!current.ok) return current;
        markSent.run({ ...change, id: seen.id, how });
        waits.run({ claimId: change.claimId });
        return ok({ subject: `${seen.id} ${how}` });
      }),
    answer: (change, id, { text, outcome }) =>
      changes.any(change, 'escalation-answered', ({ salt }) => {
        const isSent = inState(change.claimId, id, ['sent']);
        if (!isSent.ok) return isSent;
        markAnswered.run({ ...change, id, text, outcome });
        goesOn.run({ claimId: change.claimId });
        return ok({ subject: `${id} ${outcome}`, digest: wordsDigest(salt, [id, text]) });
      }),
    withdraw: (change, id, reason) =>
      changes.any(change, 'escalation-withdrawn', ({ salt }) => {
        const isOpen = inState(change.claimId, id, ['draft', 'sent']);
        if (!isOpen.ok) return isOpen;
        markWithdrawn.run({ ...change, id, reason });
        goesOn.run({ claimId: change.claimId });
        return ok({ subject: id, digest: wordsDigest(salt, [id, reason]) });
      }),
    ofClaim: (claimId) => all.all(claimId).map((row) => escalationOf(claimId, row)),
  };
}

/** A claim's escalations, each with its newest version. */
const OF_CLAIM_SQL = `SELECT id, state, opened_by AS openedBy, opened_at AS openedAt, sent_how AS sentHow,
    sent_at AS sentAt, sent_by AS sentBy, answer, outcome, answered_at AS answeredAt, answered_by AS answeredBy,
    withdrawn_because AS withdrawnBecause, withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy, version,
    to_name AS name, to_organisation AS organisation, to_address AS address, asked, due, similar,
    letter, written_by AS writtenBy, written_at AS writtenAt
  FROM escalation JOIN escalation_version ON escalation_id = id
  WHERE claim_id = ? AND (SELECT erased_at FROM claim WHERE claim.id = claim_id) IS NULL
    AND version = (SELECT max(version) FROM escalation_version WHERE escalation_id = id)
  ORDER BY seq`;

function digestOf(salt: string, { letter, to, asked, due }: NewVersion): string {
  return wordsDigest(salt, [JSON.stringify([letter, to, asked, due])]);
}

function escalationOf(claimId: ClaimId, row: Row): Escalation {
  const { id, state, openedBy, openedAt, version, asked, due, writtenBy, writtenAt } = row;
  const { name, organisation, address } = row;
  const letter = JSON.parse(row.letter) as Letter;
  const similar = JSON.parse(row.similar) as ClaimId[];
  return {
    ...{ id, claimId, state, openedBy, openedAt, versions: version },
    newest: {
      version,
      to: { name, organisation, address },
      asked,
      due,
      similar,
      letter,
      writtenBy,
      writtenAt,
    },
    sent:
      row.sentHow === null || row.sentAt === null || row.sentBy === null
        ? null
        : { how: row.sentHow, at: row.sentAt, by: row.sentBy },
    answer:
      row.answer === null || row.outcome === null || row.answeredAt === null || row.answeredBy === null
        ? null
        : { text: row.answer, outcome: row.outcome, at: row.answeredAt, by: row.answeredBy },
    withdrawn:
      row.withdrawnBecause === null || row.withdrawnAt === null || row.withdrawnBy === null
        ? null
        : { reason: row.withdrawnBecause, at: row.withdrawnAt, by: row.withdrawnBy },
  };
}
