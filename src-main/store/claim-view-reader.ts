import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimEnding } from '../domain/claim-life.ts';
import type {
  ClaimView,
  Estimate,
  ShownCharge,
  ShownGoodwill,
  ShownPromise,
  TimelineEntry,
} from '../domain/desk.ts';
import type { ErasureMarks } from '../domain/erasure.ts';
import { isOverdue } from '../domain/promise.ts';
import { createClaimReader } from './claim-reader.ts';
import type { LineStore } from './line-store.ts';
import type { ListeningStore } from './listening-store.ts';
import type { LoanerStore } from './loaner-store.ts';
import type { Db } from './sqlite.ts';
import type { StaffStore } from './staff-store.ts';

/** Reads a claim as staff see it. Throws what SQLite throws. */
export interface ClaimViewReader {
  /** Returns everything about the claim as it is now, or null where there is none. */
  view(id: ClaimId, now: Instant): ClaimView | null;
}

/** What happened to a claim, newest last; its taking is a row of its own, so that one index has the rest. */
export const TIMELINE_SQL = `SELECT taken_at AS at, 'claim-taken' AS event, number AS subject, NULL AS by, 0 AS seq
    FROM claim WHERE id = @id
  UNION ALL
  SELECT at, event, subject, nullif(actor, '') AS by, seq FROM audit
    WHERE claim_id = @id AND claim_id IS NOT NULL AND event <> 'claim-taken'
  ORDER BY seq`;

interface Head {
  readonly status: ClaimView['status'];
  readonly holderId: ClaimView['holderId'];
  readonly place: string;
}
/** `overdue` is computed, and money is two columns. */
interface PromiseColumns extends Omit<ShownPromise, 'owner' | 'overdue'> {
  readonly ownerId: ShownPromise['owner']['id'];
  readonly ownerName: string;
}
type Priced<T, Name extends keyof T> = Omit<T, Name> & { readonly minor: number; readonly currency: string };
interface EndingRow {
  readonly kind: ClaimEnding['kind'];
  readonly how: Extract<ClaimEnding, { kind: 'accepted' }>['how'] | null;
  readonly reason: string | null;
  readonly at: Instant;
}

/** Returns the reader of whole claims in `db`. */
export function createClaimViewReader(
  db: Db,
  parts: {
    readonly listening: Pick<ListeningStore, 'failedOn'>;
    readonly loaners: Pick<LoanerStore, 'of'>;
    readonly lines: Pick<LineStore, 'incidentsOf' | 'of'>;
    readonly staff: Pick<StaffStore, 'all'>;
  },
): ClaimViewReader {
  const claims = createClaimReader(db);
  const rows = <Row>(sql: string) => {
    const statement = db.prepare<[string], Row>(sql);
    return (id: ClaimId): Row[] => statement.all(id);
  };
  const head = rows<Head & ErasureMarks>(
    `SELECT status, holder AS holderId, place, erased_at AS erasedAt, erased_why AS erasedWhy,
       contact_erased_at AS contactErasedAt FROM claim WHERE id = ?`,
  );
  const statements = rows<ClaimView['statements'][number]>(
    `SELECT id, text, locale, given_at AS givenAt, entered_by AS enteredBy FROM statement WHERE claim_id = ? ORDER BY seq`,
  );
  const feelings = rows<ClaimView['feelings'][number]>(
    `SELECT face, words, given_at AS givenAt, entered_by AS enteredBy FROM feeling WHERE claim_id = ? ORDER BY seq`,
  );
  const understandings = rows<ClaimView['understandings'][number]>(
    `SELECT version, text, written_by AS writtenBy, written_at AS writtenAt, answer, how, answered_at AS answeredAt
     FROM understanding WHERE claim_id = ? ORDER BY version`,
  );
  const staffAttempts = rows<ClaimView['staffAttempts'][number]>(
    `SELECT id, description, serial, reason, proposed_by AS proposedBy, proposed_at AS proposedAt, outcome,
       done_by AS doneBy, done_at AS doneAt FROM staff_attempt WHERE claim_id = ? ORDER BY seq`,
  );
  const expectations = rows<ClaimView['expectations'][number]>(
    `SELECT position, kind, text, emphasis, added_by AS addedBy, retired_at AS retiredAt
     FROM expectation WHERE claim_id = ? AND kind <> 'will' ORDER BY position`,
  );
  const promises = rows<PromiseColumns>(
    `SELECT promise.id, kind, about, text, owner_id AS ownerId, coalesce(staff_member.name, owner) AS ownerName, due,
       state, given_at AS givenAt, given_by AS givenBy, ended_at AS endedAt, agreed_how AS agreedHow,
       replaced_by AS replacedBy
     FROM promise LEFT JOIN staff_member ON staff_member.id = owner_id WHERE claim_id = ? ORDER BY position`,
  );
  const requests = rows<ClaimView['requests'][number]>(
    `SELECT id, about, text, due, owner_id AS ownerId, asked_by AS askedBy, asked_at AS askedAt, state, reason,
       promise_id AS promiseId, answered_by AS answeredBy, answered_at AS answeredAt
     FROM promise_request WHERE claim_id = ? ORDER BY seq`,
  );
  const plans = rows<ClaimView['plans'][number]>(
    'SELECT version, text, made_by AS madeBy, made_at AS madeAt FROM plan WHERE claim_id = ? ORDER BY version',
  );
  const charges = rows<Priced<ShownCharge, 'price'>>(
    `SELECT seq, kind, what, minor, currency, added_by AS addedBy, added_at AS addedAt, removed_at AS removedAt
     FROM charge WHERE claim_id = ? ORDER BY seq`,
  );
  const research = rows<ClaimView['research'][number]>(
    'SELECT minutes, what, done_by AS doneBy, done_at AS doneAt FROM research WHERE claim_id = ? ORDER BY seq',
  );
  const estimates = rows<Priced<Estimate, 'limit'>>(
    `SELECT version, limit_minor AS minor, currency, text, given_by AS givenBy, given_at AS givenAt, answer,
       said_by AS saidBy, how, answered_at AS answeredAt FROM estimate WHERE claim_id = ? ORDER BY version`,
  );
  const goodwill = rows<Priced<ShownGoodwill, 'worth'>>(
    `SELECT kind, what, minor, currency, reason, decision, decided_by AS decidedBy, decided_at AS decidedAt,
       approved_by AS approvedBy FROM goodwill WHERE claim_id = ? ORDER BY seq`,
  );
  const notes = rows<ClaimView['notes'][number]>(
    `SELECT kind, text, promise_id AS promiseId, staff_id AS staffId, due, written_by AS writtenBy,
       written_at AS writtenAt FROM note WHERE claim_id = ? ORDER BY seq`,
  );
  const endings = rows<EndingRow>(
    'SELECT kind, how, reason, at FROM claim_ending WHERE claim_id = ? ORDER BY seq',
  );
  const timeline = db.prepare<[{ id: ClaimId }], TimelineEntry & { seq: number }>(TIMELINE_SQL);

  function view(id: ClaimId, now: Instant): ClaimView | null {
    const claim = claims.byId(id)?.claim;
    const [row] = head(id);
    if (!claim || !row) return null;
    const { erasedAt, erasedWhy, contactErasedAt, ...current } = row;
    const { number, locale, takenAt, item, contact, wishes, attempts } = claim;
    return {
      claimId: id,
      ...current,
      ...{ number, locale, takenAt, item, contact, wishes, attempts },
      statements: statements(id),
      feelings: feelings(id),
      understandings: understandings(id),
      staffAttempts: staffAttempts(id),
      failedElsewhere: parts.listening.failedOn(item.serial, id),
      expectations: expectations(id),
      promises: promises(id).map(({ ownerId, ownerName, ...promise }) => ({
        ...promise,
        owner: { id: ownerId, name: ownerName },
        overdue: isOverdue(promise, now),
      })),
      requests: requests(id),
      plans: plans(id),
      charges: charges(id).map(({ minor, currency, ...rest }) => ({ ...rest, price: { minor, currency } })),
      research: research(id),
      estimates: estimates(id).map(({ minor, currency, ...rest }) => ({
        ...rest,
        limit: { minor, currency },
      })),
      goodwill: goodwill(id).map(({ minor, currency, ...rest }) => ({ ...rest, worth: { minor, currency } })),
      loaners: parts.loaners.of(id, now),
      incidents: parts.lines.incidentsOf(id),
      lines: parts.lines.of(id, now),
      notes: notes(id),
      endings: endings(id).map(endingOf),
      timeline: timeline.all({ id }).map(({ at, event, subject, by }) => ({ at, event, subject, by })),
      erasure: { erasedAt, erasedWhy, contactErasedAt },
      people: parts.staff.all().map(({ id: who, name, role, active }) => ({ id: who, name, role, active })),
    };
  }

  return { view };
}

function endingOf({ kind, how, reason, at }: EndingRow): ClaimEnding {
  if (kind === 'accepted' && how !== null) return { kind, how, at };
  if (kind === 'no-agreement' && reason !== null) return { kind, reason, at };
  throw new Error('an ending is neither accepted nor without agreement');
}
