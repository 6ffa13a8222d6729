import type { ClaimId, Instant } from '../domain/brand.ts';
import { LOCALES } from '../domain/intake.ts';
import {
  isFound,
  type HonestLine,
  type KnownIssueId,
  type KnownIssueWords,
  type KnownState,
  type ToldWay,
} from '../domain/known-issue.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createAuditStore } from './audit-store.ts';
import {
  createClaimChanges,
  type Change,
  type ChangedClaim,
  type ChangeResult,
  type DeskFault,
} from './claim-change.ts';
import { createExpectationWriter } from './expectation-writer.ts';
import { inTransaction, type Db } from './sqlite.ts';

/** Who does something, and when. */
export type Doer = Omit<Change, 'claimId'>;

/** Changes known issues and which claims are of them. Throws what SQLite throws. */
export interface KnownIssueStore {
  /** Opens one as suspected and returns its id. */
  open(doer: Doer, words: KnownIssueWords, line: HonestLine): KnownIssueId;
  /** Changes what is written and said of one; its claims say the new line once `renewLines` came by. */
  change(
    doer: Doer,
    id: KnownIssueId,
    given: KnownIssueWords & { readonly state: KnownState; readonly line: HonestLine },
  ): Result<null, DeskFault>;
  /** A claim joins one that is not closed, and its customer is told the honest line. */
  join(change: Change, id: KnownIssueId): ChangeResult;
  /** A claim leaves one, and the line is taken back. */
  leave(change: Change, id: KnownIssueId): ChangeResult;
  /** The customer was told what was found; null: they were not, it was ticked by mistake. */
  tell(change: Change, id: KnownIssueId, how: ToldWay | null): ChangeResult;
  /**
   * Changes the lines of at most so many open claims that say what is said no longer, each as whoever said the new
   * one; returns how many there were. 0 means that every claim says what is true.
   */
  renewLines(most: number, at: Instant): number;
  /** Puts on record that an evidence pack was taken out. */
  recordPack(doer: Doer, id: KnownIssueId, format: string): void;
}

interface IssueRow {
  readonly state: KnownState;
  readonly said: number;
}
interface MemberRow {
  readonly said: number;
  readonly position: number | null;
  readonly told_at: Instant | null;
}
interface StaleRow {
  readonly issueId: KnownIssueId;
  readonly claimId: ClaimId;
  readonly by: StaffId;
}

/** What a claim of an issue should say: nothing once the issue is closed. */
const WANTED = `iif(known_issue.state = 'closed', 0, known_issue.said)`;

/** Returns the known issues of `db`; `newId` gives a new UUIDv7 each time. */
export function createKnownIssueStore(db: Db, newId: () => string): KnownIssueStore {
  const changes = createClaimChanges(db);
  const audit = createAuditStore(db);
  const expectations = createExpectationWriter(db);
  const insert = db.prepare(
    `INSERT INTO known_issue (id, title, description, items, state, said, opened_by, opened_at, changed_at)
     VALUES (@id, @title, @description, @items, 'suspected', 1, @by, @at, @at)`,
  );
  const update = db.prepare(
    `UPDATE known_issue SET title = @title, description = @description, items = @items, state = @state, said = @said,
       changed_at = @at WHERE id = @id`,
  );
  const touch = db.prepare('UPDATE known_issue SET changed_at = @at WHERE id = @id');
  const byId = db.prepare<[string], IssueRow>('SELECT state, said FROM known_issue WHERE id = ?');
  const insertStep = db.prepare(
    `INSERT INTO known_issue_step (issue_id, version, state, kind, said_by, said_at)
     VALUES (@id, @version, @state, @kind, @by, @at)`,
  );
  const insertLine = db.prepare(
    'INSERT INTO known_issue_line (issue_id, version, locale, text) VALUES (@id, @version, @locale, @text)',
  );
  const stepOf = db.prepare<[string, number], { kind: HonestLine['kind'] }>(
    'SELECT kind FROM known_issue_step WHERE issue_id = ? AND version = ?',
  );
  const lineOf = db
    .prepare<[string, number, string], string>(
      'SELECT text FROM known_issue_line WHERE issue_id = ? AND version = ? AND locale = ?',
    )
    .pluck();
  const member = db.prepare<[string, string], MemberRow>(
    `SELECT said, position, told_at FROM known_issue_claim
     WHERE issue_id = ? AND claim_id = ? AND left_at IS NULL`,
  );
  const putMember = db.prepare(
    `INSERT INTO known_issue_claim (issue_id, claim_id, taken_at, joined_by, joined_at, said)
     SELECT @id, id, taken_at, @by, @at, 0 FROM claim WHERE id = @claimId
     ON CONFLICT DO UPDATE SET joined_by = @by, joined_at = @at, left_at = NULL`,
  );
  const setLeft = db.prepare(
    'UPDATE known_issue_claim SET left_at = @at WHERE issue_id = @id AND claim_id = @claimId',
  );
  const setSaid = db.prepare(
    `UPDATE known_issue_claim SET said = @said, position = @position WHERE issue_id = @id AND claim_id = @claimId`,
  );
  const setTold = db.prepare(
    `UPDATE known_issue_claim SET told_how = @how, told_by = @toldBy, told_at = @toldAt
     WHERE issue_id = @id AND claim_id = @claimId`,
  );
  const stale = db.prepare<[number], StaleRow>(
    `SELECT issue_id AS issueId, claim_id AS claimId, step.said_by AS by FROM known_issue
     JOIN known_issue_claim ON issue_id = known_issue.id AND left_at IS NULL
       AND known_issue_claim.said <> ${WANTED}
     JOIN known_issue_step AS step USING (issue_id)
     JOIN claim ON claim.id = claim_id
     WHERE step.version = known_issue.said AND claim.status <> 'closed' LIMIT ?`,
  );

  function say(
    { by, at }: Doer,
    id: KnownIssueId,
    version: number,
    state: KnownState,
    line: HonestLine,
  ): void {
    insertStep.run({ id, version, state, kind: line.kind, by, at });
    for (const locale of LOCALES) insertLine.run({ id, version, locale, text: line.texts[locale] });
  }

  /** Whether what is said of an issue is what was said already. */
  function isSaid(
    id: KnownIssueId,
    { state, said }: IssueRow,
    wanted: KnownState,
    line: HonestLine,
  ): boolean {
    return (
      state === wanted &&
      stepOf.get(id, said)?.kind === line.kind &&
      LOCALES.every((locale) => lineOf.get(id, said, locale) === line.texts[locale])
    );
  }

  /** Takes the old line of a claim back, and puts the one in its place that is true now. */
  function sayOnClaim(change: Change, claim: ChangedClaim, id: KnownIssueId, issue: IssueRow | null): void {
    const { claimId } = change;
    const before = member.get(id, claimId)?.position ?? null;
    if (before !== null) expectations.retire(change, before);
    if (issue === null || issue.state === 'closed' || claim.status === 'closed') {
      setSaid.run({ id, claimId, said: 0, position: null });
      return;
    }
    const kind = stepOf.get(id, issue.said)?.kind;
    const text = lineOf.get(id, issue.said, claim.locale);
    if (kind === undefined || text === undefined) throw new Error(`known issue ${id} has no line`);
    setSaid.run({ id, claimId, said: issue.said, position: expectations.add(change, { kind, text }) });
  }

  /** Returns a claim's place in an issue, or why there is none. */
  function joined(id: KnownIssueId, claimId: ClaimId): Result<MemberRow, DeskFault> {
    const row = member.get(id, claimId);
    return row ? ok(row) : err({ code: 'not-found', detail: 'the claim is not of that issue' });
  }

  function renew({ issueId, claimId, by }: StaleRow, at: Instant): void {
    const renewed = changes.open({ claimId, by, at }, 'known-issue-line', (claim) => {
      sayOnClaim({ claimId, by, at }, claim, issueId, byId.get(issueId) ?? null);
      return ok({ subject: issueId });
    });
    if (!renewed.ok) throw new Error(`a line could not be renewed: ${renewed.error.code}`);
  }

  return {
    open: (doer, words, line) =>
      inTransaction(db, () => {
        const id = newId() as KnownIssueId;
        insert.run({ ...words, id, ...doer });
        say(doer, id, 1, 'suspected', line);
        audit.append({ at: doer.at, event: 'known-issue-opened', subject: id, actor: doer.by });
        return id;
      }),
    change: (doer, id, { state, line, ...words }) =>
      inTransaction(db, () => {
        const issue = byId.get(id);
        if (!issue) return err({ code: 'not-found', detail: 'no such known issue' });
        const said = isSaid(id, issue, state, line) ? issue.said : issue.said + 1;
        if (said !== issue.said) say(doer, id, said, state, line);
        update.run({ ...words, id, state, said, at: doer.at });
        audit.append({
          ...{ at: doer.at, event: 'known-issue-changed', actor: doer.by },
          subject: `${id} ${state} ${said}`,
        });
        return ok(null);
      }),
    join: (change, id) =>
      changes.any(change, 'known-issue-joined', (claim) => {
        const issue = byId.get(id);
        if (!issue) return err({ code: 'not-found', detail: 'no such known issue' });
        if (issue.state === 'closed') return err({ code: 'wrong-state', detail: issue.state });
        if (member.get(id, change.claimId)) return err({ code: 'wrong-state', detail: 'joined' });
        putMember.run({ ...change, id });
        sayOnClaim(change, claim, id, issue);
        touch.run({ id, at: change.at });
        return ok({ subject: id });
      }),
    leave: (change, id) =>
      changes.any(change, 'known-issue-left', (claim) => {
        const row = joined(id, change.claimId);
        if (!row.ok) return row;
        sayOnClaim(change, claim, id, null);
        setLeft.run({ id, claimId: change.claimId, at: change.at });
        touch.run({ id, at: change.at });
        return ok({ subject: id });
      }),
    tell: (change, id, how) =>
      changes.any(change, how === null ? 'customer-untold' : 'customer-told', () => {
        const { claimId, by, at } = change;
        const row = joined(id, claimId);
        if (!row.ok) return row;
        const state = byId.get(id)?.state;
        if (state === undefined || !isFound(state)) return err({ code: 'wrong-state', detail: state ?? '' });
        if ((row.value.told_at === null) === (how === null))
          return err({ code: 'wrong-state', detail: how === null ? 'not told' : 'told' });
        const told = how === null ? { toldBy: null, toldAt: null } : { toldBy: by, toldAt: at };
        setTold.run({ id, claimId, how, ...told });
        return ok({ subject: how === null ? id : `${id} ${how}` });
      }),
    renewLines(most, at) {
      const found = stale.all(most);
      for (const row of found) renew(row, at);
      return found.length;
    },
    recordPack: ({ by, at }, id, format) =>
      inTransaction(db, () =>
        audit.append({ at, event: 'known-issue-packed', subject: `${id} ${format}`, actor: by }),
      ),
  };
}
