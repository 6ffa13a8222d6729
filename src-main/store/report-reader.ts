import type { Instant } from '../domain/brand.ts';
import { foldText, serialKey } from '../domain/fold.ts';
import type { Span as DaySpan } from '../domain/day-span.ts';
import type { Feeling, Outcome } from '../domain/intake.ts';
import type { Money } from '../domain/money.ts';
import type { HardDay } from '../domain/my-day.ts';
import type { Period } from '../domain/period.ts';
import {
  durationFigures,
  feelingFigures,
  goodwillFigures,
  knownIssueFigures,
  praiseFigures,
  promiseFigures,
  repeatFigures,
  series,
  type DayFigures,
  type PromiseFigures,
  type RepeatedItem,
  type Reports,
  type Timed,
} from '../domain/report.ts';
import type { StaffId } from '../domain/staff.ts';
import { HARD_DAY_SQL } from './my-day-reader.ts';
import type { Db } from './sqlite.ts';

/** What to count. */
export interface ReportQuestion {
  /** Without a gap, oldest first; at least one. */
  readonly periods: readonly Period[];
  /** Whose figures; null for the whole store's. */
  readonly who: StaffId | null;
  readonly now: Instant;
}

/** What to count of a day: it, and the one after it. */
export interface DayQuestion {
  readonly today: Period;
  readonly tomorrow: Period;
  readonly now: Instant;
}

/**
 * Counts what happened, and changes nothing. What each figure means is in `domain/report.ts`. Each question walks whole
 * tables (an index for it would slow down the taking of claims), so it is asked in a worker. Throws what SQLite throws.
 */
export interface ReportReader {
  read(question: ReportQuestion): Reports;
  day(question: DayQuestion): DayFigures;
}

interface Span {
  readonly from: Instant;
  readonly until: Instant;
  readonly now: Instant;
  readonly who: StaffId | null;
}

interface ClosedRow extends Timed {
  readonly tookMs: number;
  readonly faceAtStart: Feeling | null;
  readonly faceAtEnd: Feeling | null;
}

interface RepeatRow extends Timed {
  readonly outcome: Outcome | null;
  readonly name: string;
  readonly serial: string;
}

/** More than these nobody reads on a screen. */
const REPEATED_ITEMS_MAX = 10;

/** Returns the figures of `db`. */
export function createReportReader(db: Db): ReportReader {
  const fates = db.prepare<[Span], Timed & { readonly fate: keyof PromiseFigures }>(`
    SELECT iif(state = 'open', 'broken', state) AS fate, iif(state IN ('open', 'broken'), due, ended_at) AS at
    FROM promise
    WHERE at >= @from AND at < @until AND (state <> 'open' OR due < @now) AND (@who IS NULL OR owner_id = @who)`);
  const openPromises = db
    .prepare<[Span], number>(
      `SELECT count(*) FROM promise
       WHERE state = 'open' AND due >= @now AND (@who IS NULL OR owner_id = @who)`,
    )
    .pluck();
  const firstUpdates = db.prepare<[Span], Timed & { readonly tookMs: number }>(FIRST_UPDATES_SQL);
  const waiting = db
    .prepare<[Span], number>(
      `SELECT count(*) FROM claim
       WHERE next_due IS NOT NULL AND (@who IS NULL OR holder = @who)
         AND NOT EXISTS (SELECT 1 FROM promise WHERE promise.claim_id = claim.id AND ${WAS_HEARD})
         AND NOT EXISTS (SELECT 1 FROM note WHERE note.claim_id = claim.id AND note.kind = 'call')`,
    )
    .pluck();
  const openClaims = db
    .prepare<[Span], number>(
      'SELECT count(*) FROM claim WHERE next_due IS NOT NULL AND (@who IS NULL OR holder = @who)',
    )
    .pluck();
  const closed = db.prepare<[Span], ClosedRow>(`
    SELECT ending.closed_at AS at, ending.closed_at - taken_at AS tookMs,
      (SELECT face FROM feeling WHERE feeling.claim_id = ending.claim_id AND seq = 1) AS faceAtStart,
      (SELECT face FROM feeling WHERE feeling.claim_id = ending.claim_id AND seq > 1 ORDER BY seq DESC LIMIT 1) AS faceAtEnd
    FROM claim_ending AS ending JOIN claim ON claim.id = ending.claim_id
    WHERE closed_at >= @from AND closed_at < @until AND (@who IS NULL OR closed_by = @who) AND status = 'closed'
      AND NOT EXISTS (SELECT 1 FROM claim_ending AS later
                      WHERE later.claim_id = ending.claim_id AND later.seq > ending.seq)`);
  // A reason alone does not make it a repetition: the history says that it had failed before.
  const repeats = db.prepare<[Span], RepeatRow>(`
    SELECT proposed_at AS at, outcome, item_name AS name, iif(trim(serial) <> '', serial, item_serial) AS serial
    FROM staff_attempt AS step JOIN claim ON claim.id = step.claim_id
    WHERE reason <> '' AND proposed_at >= @from AND proposed_at < @until
      AND (@who IS NULL OR proposed_by = @who)
      AND EXISTS (SELECT 1 FROM audit
                  WHERE audit.claim_id = step.claim_id AND event <> 'claim-taken' AND event = 'attempt-proposed'
                    AND subject = step.id || ' failed-before')`);
  const goodwill = db.prepare<[Span], Timed & Money & { readonly decision: 'given' | 'refused' }>(`
    SELECT decided_at AS at, minor, currency, decision FROM goodwill
    WHERE decided_at >= @from AND decided_at < @until AND (@who IS NULL OR decided_by = @who)`);
  const joined = db.prepare<[Span], Timed & { readonly issueId: string; readonly title: string }>(`
    SELECT joined_at AS at, issue_id AS issueId, title
    FROM known_issue_claim JOIN known_issue ON known_issue.id = issue_id
    WHERE left_at IS NULL AND joined_at >= @from AND joined_at < @until AND (@who IS NULL OR joined_by = @who)
    ORDER BY title, issue_id, joined_at`);
  const praise = db.prepare<[Span], Timed & { readonly named: number }>(`
    SELECT given_at AS at, staff_id IS NOT NULL AS named FROM praise
    WHERE given_at >= @from AND given_at < @until AND (@who IS NULL OR staff_id = @who)`);
  const taken = db
    .prepare<[Span], number>('SELECT count(*) FROM claim WHERE taken_at >= @from AND taken_at < @until')
    .pluck();
  const dueIn = db
    .prepare<[{ from: Instant; until: Instant }], number>(
      `SELECT count(*) FROM promise WHERE state = 'open' AND due >= @from AND due < @until`,
    )
    .pluck();
  const hardDay = db.prepare<[DaySpan], HardDay>(HARD_DAY_SQL);
  const auditHead = db.prepare<[], string>('SELECT hash FROM audit_head').pluck();

  return {
    read({ periods, who, now }) {
      const [first, last] = [periods.at(0), periods.at(-1)];
      if (!first || !last) throw new Error('a report of no time at all');
      const span: Span = { from: first.from, until: last.until, now, who };
      const closedRows = closed.all(span);
      const repeatRows = repeats.all(span);
      return {
        promises: { ...series(periods, fates.all(span), promiseFigures), open: openPromises.get(span) ?? 0 },
        firstUpdate: {
          ...series(periods, firstUpdates.all(span), durationFigures),
          waiting: waiting.get(span) ?? 0,
        },
        resolution: { ...series(periods, closedRows, durationFigures), open: openClaims.get(span) ?? 0 },
        feelings: feelingFigures(closedRows),
        repeats: series(periods, repeatRows, repeatFigures),
        repeatedItems: mostRepeated(repeatRows),
        goodwill: series(periods, goodwill.all(span), goodwillFigures),
        knownIssues: knownIssueFigures(periods, joined.all(span)),
        praise: series(periods, praise.all(span), praiseFigures),
      };
    },
    day({ today, tomorrow, now }) {
      const span: Span = { from: today.from, until: today.until, now, who: null };
      return {
        claims: taken.get(span) ?? 0,
        promises: promiseFigures(fates.all(span)),
        dueTomorrow: dueIn.get({ from: tomorrow.from, until: tomorrow.until }) ?? 0,
        goodwill: goodwill.all(span).filter(({ decision }) => decision === 'given'),
        hard: hardDay
          .all({ from: today.from, to: today.until })
          .filter(({ carried }) => carried > 0)
          .sort((one, other) => other.carried - one.carried)
          .map(({ name, carried }) => ({ name, claims: carried })),
        auditHead: auditHead.get() ?? '',
      };
    },
  };
}

/** That the customer heard from us by a promise: an update that was kept, or another promise agreed with them. */
const WAS_HEARD = `(state = 'renegotiated' OR state = 'kept' AND promise.kind = 'next-update')`;

/** The first that customers heard, where that was in the span; whoever wrote it down gave it. */
const FIRST_UPDATES_SQL = `
  WITH heard (claim_id, at, who) AS (
    SELECT claim_id, ended_at,
      iif(@who IS NULL, NULL,
        (SELECT actor FROM audit WHERE audit.claim_id = promise.claim_id AND event <> 'claim-taken' AND at = ended_at
           AND event IN ('promise-kept', 'promise-renegotiated', 'claim-closed')))
    FROM promise WHERE ended_at >= @from AND ended_at < @until AND ${WAS_HEARD}
    UNION ALL
    SELECT claim_id, written_at, written_by FROM note
    WHERE kind = 'call' AND written_at >= @from AND written_at < @until),
  earliest (claim_id, at, who) AS (SELECT claim_id, min(at), who FROM heard GROUP BY claim_id)
  SELECT at, at - taken_at AS tookMs FROM earliest JOIN claim ON claim.id = earliest.claim_id
  WHERE (@who IS NULL OR who = @who)
    AND NOT EXISTS (SELECT 1 FROM promise
                    WHERE promise.claim_id = earliest.claim_id AND ended_at < @from AND ${WAS_HEARD})
    AND NOT EXISTS (SELECT 1 FROM note
                    WHERE note.claim_id = earliest.claim_id AND kind = 'call' AND written_at < @from)`;

/** By serial number where there is one, else by name; as the newest claim has them written. */
function mostRepeated(rows: readonly RepeatRow[]): readonly RepeatedItem[] {
  const items = new Map<string, RepeatedItem & { readonly at: Instant }>();
  for (const { at, name, serial } of rows) {
    const key = serialKey(serial) === '' ? `name ${foldText(name)}` : `serial ${serialKey(serial)}`;
    if (key === 'name ') continue;
    const known = items.get(key);
    const times = (known?.times ?? 0) + 1;
    items.set(key, known && known.at > at ? { ...known, times } : { at, name, serial, times });
  }
  return [...items.values()]
    .sort((one, other) => other.times - one.times || other.at - one.at)
    .slice(0, REPEATED_ITEMS_MAX)
    .map(({ name, serial, times }) => ({ name, serial, times }));
}
