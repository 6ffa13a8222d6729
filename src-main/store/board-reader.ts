import type { Instant } from '../domain/brand.ts';
import { LANES, type Lane } from '../domain/claim-life.ts';
import type { BoardCard, BoardCursor } from '../domain/desk.ts';
import type { PromiseId } from '../domain/promise.ts';
import type { StaffId } from '../domain/staff.ts';
import type { Db } from './sqlite.ts';

/** Whose claims, and what counts as today. */
export interface BoardQuestion {
  /** The person whose promises or claims they are; null for everybody's. */
  readonly mine: StaffId | null;
  readonly now: Instant;
  /** The first instant of tomorrow in the store's zone. */
  readonly endOfDay: Instant;
}

/** The board: open claims by what is owed. Throws what SQLite throws. */
export interface BoardReader {
  /** Returns how many claims each lane has. */
  counts(question: BoardQuestion): Readonly<Record<Lane, number>>;
  /** Returns when the promise that is due next, whosever, is due; null where none is to come. */
  nextDue(now: Instant): Instant | null;
  /** Returns the cards of a lane after a cursor (null: from the start), what is due first first. */
  page(question: BoardQuestion, lane: Lane, after: BoardCursor | null, limit: number): readonly BoardCard[];
  /** Returns the open promises of everybody's that are due within `withinMs`, and when the next one comes so near. */
  warnings(
    now: Instant,
    withinMs: number,
  ): { readonly soon: readonly PromiseId[]; readonly changesAt: Instant | null };
}

/** Characters of the words on a card. */
const FIRST_WORDS = 160;
/** What `laneOf` says, as ranges of the index that the board is walked along. */
const IN_LANE: Readonly<Record<Lane, string>> = {
  broken: 'next_due < @now',
  'due-today': 'next_due >= @now AND next_due < @endOfDay',
  'coming-up': `next_due >= @endOfDay AND status = 'in-work'`,
  waiting: `next_due >= @endOfDay AND status IN ('waiting-customer', 'waiting-supplier')`,
  new: `next_due >= @endOfDay AND status = 'new'`,
};
const IS_PAGE = '(next_due, running) > (@afterDue, @afterRunning) ORDER BY next_due, running LIMIT @limit';
/** What somebody holds, and what they promised on others' claims; each found by an index of its own. */
const HELD = 'FROM claim WHERE holder = @mine';
const PROMISED = `FROM claim WHERE id IN (SELECT claim_id FROM promise WHERE owner_id = @mine AND state = 'open')`;

/** Returns the SQL of one page of a lane. */
export function boardPageSql(lane: Lane, mine: boolean): string {
  const page = (from: string): string => `SELECT running ${from} AND ${IN_LANE[lane]} AND ${IS_PAGE}`;
  const found = mine
    ? `SELECT running FROM (${page(HELD)}) UNION SELECT running FROM (${page(PROMISED)})`
    : page('FROM claim WHERE next_due IS NOT NULL');
  return `WITH card AS MATERIALIZED (
      SELECT running, id, number, locale, status, holder, taken_at, next_due FROM claim
      WHERE running IN (${found}) ORDER BY next_due, running LIMIT @limit)
    SELECT card.running, card.id AS claimId, card.number, card.locale, card.status, card.taken_at AS takenAt,
      card.next_due AS nextDue,
      card.holder AS holderId,
      (SELECT substr(text, 1, ${FIRST_WORDS}) FROM statement WHERE claim_id = card.id AND seq = 1) AS firstWords,
      (SELECT face FROM feeling WHERE claim_id = card.id ORDER BY seq DESC LIMIT 1) AS feeling,
      promise.id AS promiseId, promise.kind AS promiseKind, promise.text AS promiseText, promise.due,
      promise.owner_id AS ownerId, coalesce(staff_member.name, promise.owner) AS ownerName
    FROM card
    LEFT JOIN promise ON promise.claim_id = card.id AND promise.position = (
      SELECT position FROM promise AS next WHERE next.claim_id = card.id AND next.state = 'open'
      ORDER BY next.due, next.position LIMIT 1)
    LEFT JOIN staff_member ON staff_member.id = promise.owner_id
    ORDER BY card.next_due, card.running`;
}

/** Returns the SQL that counts every lane. */
export function boardCountSql(mine: boolean): string {
  const each = (lane: Lane): string =>
    mine
      ? `count(*) FILTER (WHERE ${IN_LANE[lane]}) AS "${lane}"`
      : `(SELECT count(*) FROM claim WHERE next_due IS NOT NULL AND ${IN_LANE[lane]}) AS "${lane}"`;
  const dealtWith = `SELECT running, next_due, status ${HELD} UNION SELECT running, next_due, status ${PROMISED}`;
  return `SELECT ${LANES.map(each).join(', ')} ${mine ? `FROM (${dealtWith}) WHERE next_due IS NOT NULL` : ''}`;
}

/** The promises that are about to break; those that broke already, perhaps years of them, are not looked at. */
export const SOON_SQL = `SELECT id FROM promise WHERE state = 'open' AND due BETWEEN @now AND @until ORDER BY due, id`;

interface CardRow extends Omit<BoardCard, 'promise'> {
  readonly promiseId: NonNullable<BoardCard['promise']>['id'] | null;
  readonly promiseKind: NonNullable<BoardCard['promise']>['kind'];
  readonly promiseText: string;
  readonly due: Instant;
  readonly ownerId: StaffId | null;
  readonly ownerName: string;
}

/** Returns the reader of the board of `db`. */
export function createBoardReader(db: Db): BoardReader {
  const countAll = db.prepare<[object], Record<Lane, number>>(boardCountSql(false));
  const countMine = db.prepare<[object], Record<Lane, number>>(boardCountSql(true));
  const soonPromises = db.prepare<[object], PromiseId>(SOON_SQL).pluck();
  const nextAfter = db
    .prepare<[number], Instant>(`SELECT next_due FROM claim WHERE next_due > ? ORDER BY next_due LIMIT 1`)
    .pluck();
  const next = db
    .prepare<[number], Instant | null>('SELECT min(next_due) FROM claim WHERE next_due >= ?')
    .pluck();
  const pageOf = (mine: boolean) =>
    new Map(LANES.map((lane) => [lane, db.prepare<[object], CardRow>(boardPageSql(lane, mine))]));
  const [pagesOfAll, pagesOfMine] = [pageOf(false), pageOf(true)];

  return {
    counts(question) {
      const counted = (question.mine === null ? countAll : countMine).get(question);
      if (!counted) throw new Error('the board was not counted');
      return counted;
    },
    nextDue: (now) => next.get(now) ?? null,
    page(question, lane, after, limit) {
      const statement = (question.mine === null ? pagesOfAll : pagesOfMine).get(lane);
      if (!statement) throw new Error(`the board has no lane ${lane}`);
      const from = { afterDue: after?.due ?? 0, afterRunning: after?.running ?? 0 };
      return statement.all({ ...question, ...from, limit }).map(cardOf);
    },
    warnings(now, withinMs) {
      const until = now + withinMs;
      const next = nextAfter.get(until);
      return {
        soon: soonPromises.all({ now, until }),
        changesAt: next === undefined ? null : ((next - withinMs) as Instant),
      };
    },
  };
}

function cardOf(row: CardRow): BoardCard {
  const { promiseId, promiseKind, promiseText, due, ownerId, ownerName, ...card } = row;
  const promise =
    promiseId === null
      ? null
      : { id: promiseId, kind: promiseKind, text: promiseText, due, owner: { id: ownerId, name: ownerName } };
  return { ...card, promise };
}
