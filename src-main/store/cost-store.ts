import type { ClaimId } from '../domain/brand.ts';
import { withinEstimate, type ChargeKind } from '../domain/charge.ts';
import type { AnswerWay } from '../domain/claim-life.ts';
import type { GoodwillKind } from '../domain/goodwill.ts';
import type { Money } from '../domain/money.ts';
import { err, ok } from '../domain/result.ts';
import type { StaffId } from '../domain/staff.ts';
import { createClaimChanges, type Change, type ChangeResult } from './claim-change.ts';
import type { Db } from './sqlite.ts';

/** What the customer said to an estimate. */
export interface EstimateAnswer {
  readonly version: number;
  readonly answer: 'yes' | 'no';
  /** Who said it, by name. */
  readonly saidBy: string;
  readonly how: AnswerWay;
}

/** Something to give, or that was refused. */
export interface GoodwillDecision {
  readonly kind: GoodwillKind;
  readonly what: string;
  readonly worth: Money;
  readonly reason: string;
  readonly decision: 'given' | 'refused';
  /** The supervisor who approved it; null where nobody had to. */
  readonly approvedBy: StaffId | null;
}

/** Plans, what they cost and what we give. Throws what SQLite throws. */
export interface CostStore {
  /** Writes the next version of the plan; null is "no plan yet". */
  plan(change: Change, text: string | null): ChangeResult;
  /** Gives an estimate with its limit; it counts once the customer says yes. */
  estimate(change: Change, limit: Money, text: string): ChangeResult;
  answerEstimate(change: Change, said: EstimateAnswer): ChangeResult;
  /** Charges a part or labour, within what the customer said yes to last (`above-estimate`). */
  charge(change: Change, kind: ChargeKind, what: string, price: Money): ChangeResult;
  uncharge(change: Change, seq: number): ChangeResult;
  /** Records minutes of looking for the cause, which nobody pays for. */
  research(change: Change, minutes: number, what: string): ChangeResult;
  goodwill(change: Change, decision: GoodwillDecision): ChangeResult;
}

/** Returns the plans and costs of `db`. */
export function createCostStore(db: Db): CostStore {
  const changes = createClaimChanges(db);
  const insertPlan = db.prepare(
    `INSERT INTO plan (claim_id, version, text, made_by, made_at)
     SELECT @claimId, coalesce(max(version), 0) + 1, @text, @by, @at FROM plan WHERE claim_id = @claimId`,
  );
  const insertEstimate = db.prepare(
    `INSERT INTO estimate (claim_id, version, limit_minor, currency, text, given_by, given_at)
     SELECT @claimId, coalesce(max(version), 0) + 1, @minor, @currency, @text, @by, @at
     FROM estimate WHERE claim_id = @claimId`,
  );
  const newest = db.prepare<[string], { version: number; answer: 'yes' | 'no' | null }>(
    'SELECT version, answer FROM estimate WHERE claim_id = ? ORDER BY version DESC LIMIT 1',
  );
  const answer = db.prepare(
    `UPDATE estimate SET answer = @answer, said_by = @saidBy, how = @how, answered_at = @at
     WHERE claim_id = @claimId AND version = @version`,
  );
  const agreed = db.prepare<[string], Money>(
    `SELECT limit_minor AS minor, currency FROM estimate WHERE claim_id = ? AND answer = 'yes'
     ORDER BY version DESC LIMIT 1`,
  );
  const charged = db
    .prepare<[string], number>('SELECT minor FROM charge WHERE claim_id = ? AND removed_at IS NULL')
    .pluck();
  const insertCharge = db.prepare(
    `INSERT INTO charge (claim_id, seq, kind, what, minor, currency, added_by, added_at)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @kind, @what, @minor, @currency, @by, @at
     FROM charge WHERE claim_id = @claimId`,
  );
  const removeCharge = db.prepare(
    'UPDATE charge SET removed_at = @at WHERE claim_id = @claimId AND seq = @seq AND removed_at IS NULL',
  );
  const insertResearch = db.prepare(
    `INSERT INTO research (claim_id, seq, minutes, what, done_by, done_at)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @minutes, @what, @by, @at FROM research WHERE claim_id = @claimId`,
  );
  const insertGoodwill = db.prepare(
    `INSERT INTO goodwill (claim_id, seq, kind, what, minor, currency, reason, decision, decided_by, decided_at,
       approved_by)
     SELECT @claimId, coalesce(max(seq), 0) + 1, @kind, @what, @minor, @currency, @reason, @decision, @by, @at,
       @approvedBy
     FROM goodwill WHERE claim_id = @claimId`,
  );

  function agreedLimit(claimId: ClaimId, currency: string): number | null {
    const limit = agreed.get(claimId);
    return limit?.currency === currency ? limit.minor : null;
  }

  return {
    plan: (change, text) =>
      changes.open(change, 'plan-made', () => {
        insertPlan.run({ ...change, text });
        return ok({ subject: text === null ? 'none-yet' : '' });
      }),
    estimate: (change, limit, text) =>
      changes.open(change, 'estimate-given', () => {
        insertEstimate.run({ ...change, ...limit, text });
        return ok({ subject: amount(limit) });
      }),
    answerEstimate: (change, said) =>
      changes.open(change, 'estimate-answered', () => {
        const latest = newest.get(change.claimId);
        if (!latest) return err({ code: 'not-found', detail: 'there is no estimate' });
        if (latest.version !== said.version || latest.answer !== null)
          return err({ code: 'wrong-state', detail: latest.answer ?? `version ${latest.version} is newer` });
        answer.run({ ...change, ...said });
        return ok({ subject: `${said.version} ${said.answer} ${said.how}` });
      }),
    charge: (change, kind, what, price) =>
      changes.open(change, 'charge-added', () => {
        const within = withinEstimate({
          charged: charged.all(change.claimId),
          added: price.minor,
          agreed: agreedLimit(change.claimId, price.currency),
        });
        if (!within)
          return err({ code: 'above-estimate', detail: 'the customer did not say yes to as much' });
        insertCharge.run({ ...change, kind, what, ...price });
        return ok({ subject: `${kind} ${amount(price)}` });
      }),
    uncharge: (change, seq) =>
      changes.open(change, 'charge-removed', () => {
        if (removeCharge.run({ ...change, seq }).changes === 0)
          return err({ code: 'not-found', detail: 'no such charge' });
        return ok({ subject: String(seq) });
      }),
    research: (change, minutes, what) =>
      changes.open(change, 'research-added', () => {
        insertResearch.run({ ...change, minutes, what });
        return ok({ subject: String(minutes) });
      }),
    goodwill: (change, { worth, ...decision }) =>
      changes.open(change, decision.decision === 'given' ? 'goodwill-given' : 'goodwill-refused', () => {
        insertGoodwill.run({ ...change, ...decision, ...worth });
        const approved = decision.approvedBy === null ? '' : ` approved ${decision.approvedBy}`;
        return ok({ subject: `${decision.kind} ${amount(worth)}${approved}` });
      }),
  };
}

function amount({ minor, currency }: Money): string {
  return `${minor} ${currency}`;
}
