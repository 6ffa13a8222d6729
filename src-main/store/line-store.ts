import type { ClaimId, Instant } from '../domain/brand.ts';
import {
  inForce,
  lineState,
  unansweredWarning,
  type DrawnLine,
  type Incident,
  type LineAnswer,
  type LineReview,
  type ShownLine,
} from '../domain/drawn-line.ts';
import { err, ok } from '../domain/result.ts';
import { createClaimChanges, type Change, type ChangeResult } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/** Threats that were written down, and where the line was drawn. The claim goes on. Throws what SQLite throws. */
export interface LineStore {
  /** Writes a warning down. */
  warn(change: Change, given: Pick<Incident, 'text' | 'happenedAt'>): ChangeResult;
  /** Draws a line after a warning (`needs-warning`), where none holds (`wrong-state`). */
  draw(change: Change, given: Pick<DrawnLine, 'reason' | 'reviewDue' | 'expires'>): ChangeResult;
  /** Looks at a line again while it holds. */
  review(
    change: Change,
    seq: number,
    given: { readonly answer: LineAnswer; readonly reason: string },
  ): ChangeResult;
  /** Returns the warnings of a claim, oldest first. */
  incidentsOf(claimId: ClaimId): readonly Incident[];
  /** Returns the lines of a claim as they stand now, oldest first. */
  of(claimId: ClaimId, now: Instant): readonly ShownLine[];
}

/** Returns the warnings and the lines of `db`. */
export function createLineStore(db: Db): LineStore {
  const changes = createClaimChanges(db);
  const insertIncident = db.prepare(
    `INSERT INTO incident (claim_id, seq, text, happened_at, written_by, written_at)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @text, @happenedAt, @by, @at FROM incident WHERE claim_id = @claimId`,
  );
  const insertLine = db.prepare(
    `INSERT INTO drawn_line (claim_id, seq, incident, reason, review_due, expires, drawn_by, drawn_at)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @incident, @reason, @reviewDue, @expires, @by, @at
     FROM drawn_line WHERE claim_id = @claimId`,
  );
  const insertReview = db.prepare(
    `INSERT INTO line_review (claim_id, line, seq, answer, reason, reviewed_by, reviewed_at)
     SELECT @claimId, @line, coalesce(max(seq), 0) + 1, @answer, @reason, @by, @at
     FROM line_review WHERE claim_id = @claimId AND line = @line`,
  );
  const incidents = db.prepare<[string], Incident>(
    `SELECT seq, text, happened_at AS happenedAt, written_by AS writtenBy, written_at AS writtenAt
     FROM incident WHERE claim_id = ? ORDER BY seq`,
  );
  const lines = db.prepare<[string], Omit<DrawnLine, 'reviews'>>(
    `SELECT seq, incident, reason, review_due AS reviewDue, expires, drawn_by AS drawnBy, drawn_at AS drawnAt
     FROM drawn_line WHERE claim_id = ? ORDER BY seq`,
  );
  const reviews = db.prepare<[string, number], LineReview>(
    `SELECT answer, reason, reviewed_by AS reviewedBy, reviewed_at AS reviewedAt
     FROM line_review WHERE claim_id = ? AND line = ? ORDER BY seq`,
  );

  function shown(claimId: ClaimId, now: Instant): ShownLine[] {
    return lines.all(claimId).map((line) => {
      const whole = { ...line, reviews: reviews.all(claimId, line.seq) };
      return { ...whole, state: lineState(whole, now) };
    });
  }

  return {
    warn: (change, given) =>
      changes.any(change, 'incident-written', () => {
        insertIncident.run({ ...change, ...given });
        return ok({ subject: '' });
      }),
    draw: (change, given) =>
      changes.any(change, 'line-drawn', () => {
        const drawn = shown(change.claimId, change.at);
        if (drawn.some(({ state }) => inForce(state)))
          return err({ code: 'wrong-state', detail: 'a line holds already' });
        const incident = unansweredWarning(incidents.all(change.claimId), drawn);
        if (incident === null)
          return err({ code: 'needs-warning', detail: 'nobody was warned since the last line' });
        insertLine.run({ ...change, ...given, incident });
        return ok({ subject: `until ${given.expires}` });
      }),
    review: (change, seq, { answer, reason }) =>
      changes.any(change, 'line-reviewed', () => {
        const line = shown(change.claimId, change.at).find((each) => each.seq === seq);
        if (!line) return err({ code: 'not-found', detail: 'no such line' });
        if (!inForce(line.state)) return err({ code: 'wrong-state', detail: line.state });
        insertReview.run({ ...change, line: seq, answer, reason });
        return ok({ subject: `${seq} ${answer}` });
      }),
    incidentsOf: (claimId) => incidents.all(claimId),
    of: shown,
  };
}
