import type { CallError } from '../contract/api.ts';
import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import { isOpenAt } from '../domain/opening-hours.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffId, StaffMember } from '../domain/staff.ts';
import type { Change, ChangeResult } from '../store/claim-change.ts';
import { storageFailure } from '../store/sqlite.ts';
import type { ServingParts } from './parts.ts';

/** What every call about claims shares. */
export interface Desk {
  /** Returns the claim as it is now. */
  view(claimId: ClaimId): Result<ClaimView, CallError>;
  /** Changes a claim as whoever is signed in, tells every screen and returns the claim as it is then. */
  change(
    claimId: ClaimId,
    by: StaffMember,
    work: (change: Change) => ChangeResult,
  ): Result<ClaimView, CallError>;
  /** Returns the due time where it can be kept: it lies ahead, and somebody is there then. */
  due(due: Instant): Result<Instant, CallError>;
  /** Returns a colleague who works here now. */
  colleague(id: StaffId): Result<StaffMember, CallError>;
  /** Puts on record that somebody tried what they may not, and returns the refusal. */
  refuse(by: StaffMember, what: string, error: CallError): Result<never, CallError>;
}

/** Returns what calls about claims share. */
export function createDesk({ stores, settings, now, onClaimsChanged }: ServingParts): Desk {
  const { views, staff } = stores;

  function view(claimId: ClaimId): Result<ClaimView, CallError> {
    const found = views.view(claimId, now());
    return found ? ok(found) : err({ code: 'not-found', detail: 'no such claim' });
  }

  return {
    view,
    change(claimId, by, work) {
      const changed = kept(() => work({ claimId, by: by.id, at: now() }));
      if (!changed.ok) return changed;
      onClaimsChanged();
      return view(claimId);
    },
    due(due) {
      const { store, openingHours } = settings.current();
      if (due <= now()) return err({ code: 'outside-hours', detail: 'it is past' });
      if (!isOpenAt(due, store.zone, openingHours))
        return err({ code: 'outside-hours', detail: 'nobody is there then' });
      return ok(due);
    },
    colleague(id) {
      const member = staff.get(id);
      return member?.active ? ok(member) : err({ code: 'not-found', detail: 'nobody who works here' });
    },
    refuse(by, what, error) {
      staff.record('refused', what, by.id, now());
      return err(error);
    },
  };
}

/** Runs a change; a disk that refuses is an error that staff can read, and a bug is thrown on. */
function kept(work: () => ChangeResult): Result<null, CallError> {
  try {
    const result = work();
    if (result.ok) return result;
    const { code, detail } = result.error;
    return err({ code: code === 'no-such-claim' ? 'not-found' : code, detail });
  } catch (error) {
    const failure = storageFailure(error);
    if (!failure) throw error;
    return err(failure);
  }
}
