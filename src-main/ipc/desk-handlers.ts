import type { CallError } from '../contract/api.ts';
import type { DeskCalls } from '../contract/desk-api.ts';
import type { GoodwillCalls } from '../contract/goodwill-api.ts';
import type { LineCalls } from '../contract/line-api.ts';
import type { LoanerCalls } from '../contract/loaner-api.ts';
import { canHaveAccepted } from '../domain/claim-life.ts';
import { mayGive } from '../domain/goodwill.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId, StaffMember } from '../domain/staff.ts';
import { boardHandlers } from './board-handlers.ts';
import { printDeskSlip } from './desk-slips.ts';
import { createDesk, type Desk } from './desk.ts';
import { goodwillHandlers } from './goodwill-handlers.ts';
import { lineHandlers } from './line-handlers.ts';
import { loanerHandlers } from './loaner-handlers.ts';
import { nextUpdateText, storeUpdateDue } from './expectations.ts';
import type { ServingParts } from './parts.ts';
import { promiseHandlers } from './promise-handlers.ts';
import type { StaffHandlers } from './register.ts';

type DeskHandlers = Pick<
  StaffHandlers,
  keyof DeskCalls | keyof GoodwillCalls | keyof LoanerCalls | keyof LineCalls
>;

/** Returns what answers the calls about claims and the board. */
export function deskHandlers(parts: ServingParts): DeskHandlers {
  const desk = createDesk(parts);
  return {
    ...boardHandlers(parts),
    ...promiseHandlers(parts, desk),
    ...listeningHandlers(parts, desk),
    ...costHandlers(parts, desk),
    ...lifeHandlers(parts, desk),
    ...goodwillHandlers(parts),
    ...loanerHandlers(parts, desk),
    ...lineHandlers(parts, desk),
    'claim:view': ({ claimId }) => desk.view(claimId),
    'claim:print': ({ claimId, slip }, by) => {
      const claim = desk.view(claimId);
      return claim.ok ? printDeskSlip({ claim: claim.value, slip, by, parts, desk }) : claim;
    },
  };
}

type LifeHandlers = Pick<
  StaffHandlers,
  'claim:set-status' | 'claim:close' | 'claim:reopen' | 'claim:hand-over' | 'claim:place' | 'claim:note'
>;

function lifeHandlers({ stores: { life }, settings, now }: ServingParts, desk: Desk): LifeHandlers {
  return {
    'claim:set-status': ({ claimId, status }, by) =>
      desk.change(claimId, by, (change) => life.setStatus(change, status)),
    'claim:close': ({ claimId, ending, feeling }, by) => {
      const claim = desk.view(claimId);
      if (!claim.ok) return claim;
      const { takenAt } = claim.value;
      if (ending.kind === 'accepted' && !canHaveAccepted(ending.at, { takenAt, now: now() }))
        return err({ code: 'not-said-then', detail: 'before the claim was taken, or in the future' });
      return desk.change(claimId, by, (change) =>
        life.close(change, ending.kind === 'accepted' ? ending : { ...ending, at: change.at }, feeling),
      );
    },
    'claim:reopen': ({ claimId }, by) => {
      const claim = desk.view(claimId);
      if (!claim.ok) return claim;
      const due = storeUpdateDue(now(), settings.current());
      const text = nextUpdateText(claim.value, due, settings.current().store.zone);
      const owner = { id: by.id, name: by.name };
      return desk.change(claimId, by, (change) => life.reopen(change, { about: 'update', text, due, owner }));
    },
    'claim:hand-over': ({ claimId, to, line }, by) => {
      const colleague = desk.colleague(to);
      if (!colleague.ok) return colleague;
      return desk.change(claimId, by, (change) => life.handOver(change, { id: to, line }));
    },
    'claim:place': ({ claimId, bin }, by) => desk.change(claimId, by, (change) => life.place(change, bin)),
    'claim:note': ({ claimId, kind, text }, by) =>
      desk.change(claimId, by, (change) => life.note(change, { kind, text })),
  };
}

type ListeningHandlers = Pick<
  StaffHandlers,
  | 'claim:add-statement'
  | 'claim:add-feeling'
  | 'claim:understand'
  | 'claim:answer-understanding'
  | 'claim:propose-attempt'
  | 'claim:finish-attempt'
>;

function listeningHandlers({ stores: { listening } }: ServingParts, desk: Desk): ListeningHandlers {
  return {
    'claim:add-statement': ({ claimId, text, locale }, by) =>
      desk.change(claimId, by, (change) => listening.addStatement(change, { text, locale })),
    'claim:add-feeling': ({ claimId, feeling }, by) =>
      desk.change(claimId, by, (change) => listening.addFeeling(change, feeling)),
    'claim:understand': ({ claimId, text }, by) =>
      desk.change(claimId, by, (change) => listening.understand(change, text)),
    'claim:answer-understanding': ({ claimId, version, answer, how }, by) =>
      desk.change(claimId, by, (change) => listening.answerUnderstanding(change, { version, answer, how })),
    'claim:propose-attempt': ({ claimId, description, serial, reason }, by) =>
      desk.change(claimId, by, (change) => listening.propose(change, { description, serial, reason })),
    'claim:finish-attempt': ({ claimId, attemptId, outcome }, by) =>
      desk.change(claimId, by, (change) => listening.finish(change, attemptId, outcome)),
  };
}

type CostHandlers = Pick<
  StaffHandlers,
  | 'claim:plan'
  | 'claim:estimate'
  | 'claim:answer-estimate'
  | 'claim:charge'
  | 'claim:uncharge'
  | 'claim:research'
  | 'claim:goodwill'
>;

function costHandlers(parts: ServingParts, desk: Desk): CostHandlers {
  const { settings } = parts;
  const { costs, sessions } = parts.stores;
  const price = (minor: number) => ({ minor, currency: settings.current().store.currency });

  /** Returns who approved a gift: nobody where nobody has to, else a supervisor who is there and says so by PIN. */
  async function approved(
    { decision, minor, approval }: DeskCalls['claim:goodwill']['input'],
    by: StaffMember,
  ): Promise<Result<StaffId | null, CallError>> {
    const { goodwillLimits } = settings.current();
    if (decision === 'refused' || mayGive(by.role, minor, goodwillLimits)) return ok(null);
    const beyond: CallError = { code: 'above-limit', detail: `the limit of a ${by.role}` };
    if (approval === null) return desk.refuse(by, 'goodwill-above-limit', beyond);
    const supervisor = await sessions.vouch(approval.staffId, approval.pin, 'goodwill-above-limit');
    if (!supervisor.ok) return supervisor;
    const { id, role } = supervisor.value;
    if (!mayGive(role, minor, goodwillLimits))
      return desk.refuse(supervisor.value, 'goodwill-above-limit', {
        ...beyond,
        detail: `the limit of a ${role}`,
      });
    return ok(id);
  }

  return {
    'claim:plan': ({ claimId, text }, by) => desk.change(claimId, by, (change) => costs.plan(change, text)),
    'claim:estimate': ({ claimId, limitMinor, text }, by) =>
      desk.change(claimId, by, (change) => costs.estimate(change, price(limitMinor), text)),
    'claim:answer-estimate': ({ claimId, ...said }, by) =>
      desk.change(claimId, by, (change) => costs.answerEstimate(change, said)),
    'claim:charge': ({ claimId, kind, what, minor }, by) =>
      desk.change(claimId, by, (change) => costs.charge(change, kind, what, price(minor))),
    'claim:uncharge': ({ claimId, seq }, by) =>
      desk.change(claimId, by, (change) => costs.uncharge(change, seq)),
    'claim:research': ({ claimId, minutes, what }, by) =>
      desk.change(claimId, by, (change) => costs.research(change, minutes, what)),
    'claim:goodwill': async (input, by) => {
      const approvedBy = await approved(input, by);
      if (!approvedBy.ok) return approvedBy;
      const { claimId, kind, what, minor, reason, decision } = input;
      return desk.change(claimId, by, (change) =>
        costs.goodwill(change, {
          ...{ kind, what, reason, decision },
          worth: price(minor),
          approvedBy: approvedBy.value,
        }),
      );
    },
  };
}
