import type { ClaimId, Instant } from '../domain/brand.ts';
import { LOCALES, type Locale } from '../domain/intake.ts';
import {
  isFound,
  type CustomerToTell,
  type HonestLine,
  type JoinedClaim,
  type JoinedCursor,
  type KnownIssue,
  type KnownIssueBrief,
  type KnownIssueCard,
  type KnownIssueCursor,
  type KnownIssueFigures,
  type KnownIssueId,
  type KnownIssueStep,
  type KnownIssueWords,
} from '../domain/known-issue.ts';
import type { Db } from './sqlite.ts';

/** What figures are counted over. */
export interface Spans {
  /** When the last thirty days began. */
  readonly recentFrom: Instant;
  /** When each week began, the oldest first. */
  readonly weeks: readonly Instant[];
}

/** Reads known issues. Pages are newest first, after a cursor (null: from the start). Throws what SQLite throws. */
export interface KnownIssueReader {
  list(
    closed: boolean,
    after: KnownIssueCursor | null,
    limit: number,
    spans: Spans,
  ): readonly KnownIssueCard[];
  get(id: KnownIssueId, spans: Spans): KnownIssue | null;
  claims(id: KnownIssueId, after: JoinedCursor | null, limit: number): readonly JoinedClaim[];
  /** Customers who can be reached: those who were told, or those who were not. */
  customers(
    id: KnownIssueId,
    told: boolean,
    after: JoinedCursor | null,
    limit: number,
  ): readonly CustomerToTell[];
  /** What a claim is of. */
  ofClaim(claimId: ClaimId): readonly KnownIssueBrief[];
  /** What some claims are of and one is not, with how many of them; what most are of first. */
  among(
    claimIds: readonly ClaimId[],
    notOf: ClaimId,
  ): readonly (KnownIssueBrief & { readonly similar: number })[];
}

interface IssueRow extends KnownIssueBrief {
  readonly changedAt: Instant;
}
type WholeRow = IssueRow & KnownIssueWords & { readonly openedBy: string; readonly openedAt: Instant };
interface StepRow extends Omit<KnownIssueStep, 'line'> {
  readonly kind: HonestLine['kind'];
}
type CustomerRow = Omit<CustomerToTell, 'contact' | 'told'> &
  CustomerToTell['contact'] & {
    readonly toldHow: NonNullable<CustomerToTell['told']>['how'] | null;
    readonly toldBy: string | null;
    readonly toldAt: Instant | null;
  };

const FIRST_WORDS = 160;
const BRIEF = 'known_issue.id, title, items, known_issue.state';
/** Before the first page everything comes. */
const LATEST = Number.MAX_SAFE_INTEGER;
const CAN_REACH = `(contact_phone <> '' OR contact_email <> '')`;

/** How many of an issue's claims came in a span. */
export const COUNT_SQL = `SELECT count(*) FROM known_issue_claim
  WHERE issue_id = ? AND left_at IS NULL AND taken_at >= ? AND taken_at < ?`;
/** One page of an issue's claims. */
export const CLAIMS_SQL = `SELECT claim.id AS claimId, number, locale, status, claim.taken_at AS takenAt,
    (SELECT substr(text, 1, ${FIRST_WORDS}) FROM statement WHERE claim_id = claim.id AND seq = 1) AS firstWords
  FROM known_issue_claim JOIN claim ON claim.id = claim_id
  WHERE issue_id = @id AND left_at IS NULL AND (known_issue_claim.taken_at, claim_id) < (@takenAt, @claimId)
  ORDER BY known_issue_claim.taken_at DESC, claim_id DESC LIMIT @limit`;

/** Returns the SQL of one page of the customers who were told, or who were not. */
export function customersSql(told: boolean): string {
  return `SELECT claim.id AS claimId, number, claim.locale, claim.taken_at AS takenAt, contact_name AS name,
      contact_phone AS phone, contact_email AS email, contact_way AS way, told_how AS toldHow,
      staff_member.name AS toldBy, told_at AS toldAt
    FROM known_issue_claim JOIN claim ON claim.id = claim_id LEFT JOIN staff_member ON staff_member.id = told_by
    WHERE issue_id = @id AND left_at IS NULL AND told_at IS ${told ? 'NOT ' : ''}NULL AND ${CAN_REACH}
      AND (known_issue_claim.taken_at, claim_id) < (@takenAt, @claimId)
    ORDER BY known_issue_claim.taken_at DESC, claim_id DESC LIMIT @limit`;
}

/** Returns the SQL of one page of the list. */
export function listSql(closed: boolean): string {
  return `SELECT ${BRIEF}, changed_at AS changedAt FROM known_issue
    WHERE state ${closed ? '=' : '<>'} 'closed' AND (changed_at, id) < (@changedAt, @id)
    ORDER BY changed_at DESC, id DESC LIMIT @limit`;
}

/** Returns the reader of the known issues in `db`. */
export function createKnownIssueReader(db: Db): KnownIssueReader {
  const [current, closedOnes] = [false, true].map((closed) =>
    db.prepare<[object], IssueRow>(listSql(closed)),
  );
  const whole = db.prepare<[string], WholeRow>(
    `SELECT ${BRIEF}, description, known_issue.changed_at AS changedAt, opened_at AS openedAt, staff_member.name AS openedBy
     FROM known_issue JOIN staff_member ON staff_member.id = opened_by WHERE known_issue.id = ?`,
  );
  const steps = db.prepare<[string], StepRow>(
    `SELECT version, state, kind, staff_member.name AS by, said_at AS at
     FROM known_issue_step JOIN staff_member ON staff_member.id = said_by WHERE issue_id = ? ORDER BY version DESC`,
  );
  const lines = db.prepare<[string, number], { locale: Locale; text: string }>(
    'SELECT locale, text FROM known_issue_line WHERE issue_id = ? AND version = ?',
  );
  const count = db.prepare<[string, Instant, number], number>(COUNT_SQL).pluck();
  const ends = db.prepare<[string], { first: Instant | null; last: Instant | null }>(
    `SELECT min(taken_at) AS first, max(taken_at) AS last FROM known_issue_claim
     WHERE issue_id = ? AND left_at IS NULL`,
  );
  const untold = db
    .prepare<[string], number>(
      `SELECT count(*) FROM known_issue_claim JOIN claim ON claim.id = claim_id
       WHERE issue_id = ? AND left_at IS NULL AND told_at IS NULL AND ${CAN_REACH}`,
    )
    .pluck();
  const claims = db.prepare<[object], JoinedClaim>(CLAIMS_SQL);
  const [notTold, toldOnes] = [false, true].map((told) =>
    db.prepare<[object], CustomerRow>(customersSql(told)),
  );
  const ofClaim = db.prepare<[string], KnownIssueBrief>(
    `SELECT ${BRIEF} FROM known_issue_claim JOIN known_issue ON known_issue.id = issue_id
     WHERE claim_id = ? AND left_at IS NULL ORDER BY joined_at, issue_id`,
  );
  const among = db.prepare<[object], KnownIssueBrief & { similar: number }>(
    `SELECT ${BRIEF}, count(*) AS similar FROM known_issue_claim AS other
     JOIN known_issue ON known_issue.id = issue_id
     WHERE claim_id IN (SELECT value FROM json_each(@claimIds)) AND left_at IS NULL AND state <> 'closed'
       AND NOT EXISTS (SELECT 1 FROM known_issue_claim AS own
         WHERE own.issue_id = other.issue_id AND own.claim_id = @notOf AND own.left_at IS NULL)
     GROUP BY known_issue.id ORDER BY similar DESC, changed_at DESC`,
  );

  function counted(id: KnownIssueId, from: Instant, to: number = LATEST): number {
    return count.get(id, from, to) ?? 0;
  }

  function figures({ id, state }: KnownIssueBrief, { recentFrom, weeks }: Spans): KnownIssueFigures {
    return {
      claims: counted(id, 0 as Instant),
      ...(ends.get(id) ?? { first: null, last: null }),
      recent: counted(id, recentFrom),
      weeks: weeks.map((from, index) => ({ from, claims: counted(id, from, weeks[index + 1]) })),
      untold: isFound(state) ? (untold.get(id) ?? 0) : 0,
    };
  }

  function stepOf(id: KnownIssueId, { kind, ...step }: StepRow): KnownIssueStep {
    const texts = Object.fromEntries(lines.all(id, step.version).map(({ locale, text }) => [locale, text]));
    if (!hasEveryText(texts)) throw new Error(`a line of known issue ${id} is not said in every language`);
    return { ...step, line: { kind, texts } };
  }

  return {
    list: (closed, after, limit, spans) =>
      (closed ? closedOnes : current)
        ?.all({ changedAt: after?.changedAt ?? LATEST, id: after?.id ?? '', limit })
        .map((row) => ({ ...row, figures: figures(row, spans) })) ?? [],
    get(id, spans) {
      const row = whole.get(id);
      if (!row) return null;
      const said = steps.all(id).map((step) => stepOf(id, step));
      const [newest] = said;
      if (!newest) throw new Error(`nothing is said of known issue ${id}`);
      return { ...row, figures: figures(row, spans), line: newest.line, steps: said };
    },
    claims: (id, after, limit) => claims.all({ id, ...cursor(after), limit }),
    customers: (id, told, after, limit) =>
      (told ? toldOnes : notTold)?.all({ id, ...cursor(after), limit }).map(customerOf) ?? [],
    ofClaim: (claimId) => ofClaim.all(claimId),
    among: (claimIds, notOf) => among.all({ claimIds: JSON.stringify(claimIds), notOf }),
  };
}

function cursor(after: JoinedCursor | null): { readonly takenAt: number; readonly claimId: string } {
  return { takenAt: after?.takenAt ?? LATEST, claimId: after?.claimId ?? '' };
}

function customerOf({
  name,
  phone,
  email,
  way,
  toldHow,
  toldBy,
  toldAt,
  ...row
}: CustomerRow): CustomerToTell {
  return {
    ...row,
    contact: { name, phone, email, way },
    told:
      toldHow === null || toldBy === null || toldAt === null
        ? null
        : { how: toldHow, by: toldBy, at: toldAt },
  };
}

function hasEveryText(texts: Partial<Record<Locale, string>>): texts is Record<Locale, string> {
  return LOCALES.every((locale) => texts[locale] !== undefined);
}
