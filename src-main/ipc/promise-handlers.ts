import type { CallError } from '../contract/api.ts';
import type { PromiseAgain } from '../contract/desk-api.ts';
import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import { mayPromise, type PromiseId, type PromiseSubject } from '../domain/promise.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { PromiseRow } from '../store/promise-store.ts';
import type { NewPromise } from '../store/promise-writer.ts';
import type { Desk } from './desk.ts';
import { nextUpdateText, storeUpdateDue } from './expectations.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

type PromiseHandlers = Pick<
  StaffHandlers,
  | 'claim:give-promise'
  | 'claim:ask-promise'
  | 'claim:answer-request'
  | 'claim:keep-promise'
  | 'claim:renegotiate'
  | 'claim:make-amends'
  | 'claim:add-expectation'
  | 'claim:retire-expectation'
>;
type PromiseDraft = Omit<NewPromise, 'owner'> & { readonly ownerId: NewPromise['owner']['id'] };

/** A store's own line of the kiosk binds whoever works there, and is renewed by anybody who does. */
const ABOUT_OF_STORES_LINE: PromiseSubject = 'look';

/** Returns what answers the calls about promises and expectations. */
export function promiseHandlers(parts: ServingParts, desk: Desk): PromiseHandlers {
  const { settings, now } = parts;
  const { promises } = parts.stores;

  function checked({ ownerId, ...draft }: PromiseDraft): Result<NewPromise, CallError> {
    const due = desk.due(draft.due);
    if (!due.ok) return due;
    const owner = desk.colleague(ownerId);
    if (!owner.ok) return owner;
    const { id, name } = owner.value;
    return ok({ ...draft, owner: { id, name } });
  }

  function allowed(by: StaffMember, about: PromiseSubject): Result<null, CallError> {
    if (mayPromise(by.role, about)) return ok(null);
    return desk.refuse(by, `promise ${about}`, { code: 'not-allowed', detail: `${by.role}: ${about}` });
  }

  /** A promise that `by` gives: theirs to give, and one that can be kept. */
  function given(by: StaffMember, draft: PromiseDraft): Result<NewPromise, CallError> {
    const may = allowed(by, draft.about);
    return may.ok ? checked(draft) : may;
  }

  function known(
    claimId: ClaimId,
    promiseId: PromiseId,
  ): Result<{ readonly claim: ClaimView; readonly promise: PromiseRow }, CallError> {
    const claim = desk.view(claimId);
    if (!claim.ok) return claim;
    const promise = promises.get(claimId, promiseId);
    return promise
      ? ok({ claim: claim.value, promise })
      : err({ code: 'not-found', detail: 'no such promise' });
  }

  function updateOn(claim: ClaimView, due: Instant): { readonly about: 'update'; readonly text: string } {
    return { about: 'update', text: nextUpdateText(claim, due, settings.current().store.zone) };
  }

  /** The next update by the store's own rule, which `by` owns. */
  function storesNextUpdate(claim: ClaimView, { id, name }: StaffMember): NewPromise {
    const due = storeUpdateDue(now(), settings.current());
    return { ...updateOn(claim, due), due, owner: { id, name } };
  }

  function inPlaceOf(
    { claim, promise }: { readonly claim: ClaimView; readonly promise: PromiseRow },
    again: PromiseAgain | null,
    by: StaffMember,
  ): Result<NewPromise | null, CallError> {
    if (again === null) return ok(null);
    const { due, ownerId } = again;
    if (promise.kind === 'next-update') return checked({ ...updateOn(claim, due), due, ownerId });
    const about = promise.about ?? ABOUT_OF_STORES_LINE;
    return given(by, { about, text: again.text ?? promise.text, due, ownerId });
  }

  return {
    'claim:give-promise': ({ claimId, promise }, by) => {
      const draft = given(by, promise);
      return draft.ok ? desk.change(claimId, by, (change) => promises.give(change, draft.value)) : draft;
    },
    'claim:ask-promise': ({ claimId, promise }, by) => {
      const draft = checked(promise);
      return draft.ok ? desk.change(claimId, by, (change) => promises.ask(change, draft.value)) : draft;
    },
    'claim:answer-request': ({ claimId, requestId, refusal }, by) => {
      const asked = promises.asked(claimId, requestId);
      if (!asked) return err({ code: 'not-found', detail: 'no open request' });
      const may = allowed(by, asked.about);
      if (!may.ok) return may;
      if (refusal !== null)
        return desk.change(claimId, by, (change) => promises.answer(change, requestId, { refused: refusal }));
      const granted = checked(asked);
      if (!granted.ok) return granted;
      return desk.change(claimId, by, (change) =>
        promises.answer(change, requestId, { granted: granted.value }),
      );
    },
    'claim:keep-promise': ({ claimId, promiseId, nextDue }, by) => {
      const found = known(claimId, promiseId);
      if (!found.ok) return found;
      const { claim, promise } = found.value;
      if (promise.kind !== 'next-update' || nextDue === null) {
        const next = promise.kind === 'next-update' ? storesNextUpdate(claim, by) : null;
        return desk.change(claimId, by, (change) => promises.keep(change, promiseId, next));
      }
      const next = checked({ ...updateOn(claim, nextDue), due: nextDue, ownerId: by.id });
      return next.ok
        ? desk.change(claimId, by, (change) => promises.keep(change, promiseId, next.value))
        : next;
    },
    'claim:renegotiate': ({ claimId, promiseId, how, again }, by) => {
      const found = known(claimId, promiseId);
      if (!found.ok) return found;
      const next = inPlaceOf(found.value, again, by);
      if (!next.ok) return next;
      return desk.change(claimId, by, (change) =>
        promises.renegotiate(change, promiseId, { how, again: next.value }),
      );
    },
    'claim:make-amends': ({ claimId, promiseId, apology, again, call }, by) => {
      const found = known(claimId, promiseId);
      if (!found.ok) return found;
      const next = inPlaceOf(found.value, again, by);
      if (!next.ok) return next;
      if (call !== null) {
        const callDue = desk.due(call.by);
        if (!callDue.ok) return callDue;
        const who = desk.colleague(call.who);
        if (!who.ok) return who;
      }
      return desk.change(claimId, by, (change) =>
        promises.makeAmends(
          change,
          promiseId,
          { apology, again: next.value, call },
          storesNextUpdate(found.value.claim, by),
        ),
      );
    },
    'claim:add-expectation': ({ claimId, kind, text }, by) =>
      desk.change(claimId, by, (change) => promises.expect(change, { kind, text })),
    'claim:retire-expectation': ({ claimId, position }, by) =>
      desk.change(claimId, by, (change) => promises.retire(change, position)),
  };
}
