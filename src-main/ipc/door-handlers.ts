import type { CallError } from '../contract/api.ts';
import type { DoorCalls, Look } from '../contract/doors-api.ts';
import { claimStatusOf } from '../domain/claim-status.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { storageFailure } from '../store/sqlite.ts';
import type { OpenLook } from './claim-look.ts';
import type { ServingParts } from './parts.ts';
import { createRateLimit } from './rate-limit.ts';
import type { OpenHandlers } from './register.ts';

const MINUTE_MS = 60_000;
/** More than people do, and too little to fill a disk with. */
const ADDED_AT_MOST = [
  { times: 5, withinMs: MINUTE_MS },
  { times: 30, withinMs: 60 * MINUTE_MS },
];
const THANKS_AT_MOST = [
  { times: 6, withinMs: MINUTE_MS },
  { times: 60, withinMs: 60 * MINUTE_MS },
];

/** Returns what answers "Check on my claim" and "Say thank you". */
export function kioskDoorHandlers(parts: ServingParts): Pick<OpenHandlers, keyof DoorCalls> {
  const { now } = parts;
  const { claimLook, views, listening, praise, staff } = parts.stores;
  const monotonicMs = () => performance.now();
  const adding = createRateLimit(ADDED_AT_MOST, monotonicMs);
  const thanking = createRateLimit(THANKS_AT_MOST, monotonicMs);

  function shown({ lookId, claimId }: OpenLook): Result<Look, CallError> {
    const claim = views.view(claimId, now());
    return claim
      ? ok({ lookId, claim: claimStatusOf(claim) })
      : err({ code: 'not-found', detail: 'the claim is gone' });
  }

  return {
    'status:look': (pair) => {
      const look = keeping(() => claimLook.open(pair));
      return look.ok ? shown(look.value) : look;
    },
    'status:add-words': ({ lookId, requestId, text, locale }) => {
      const look = claimLook.current(lookId);
      if (!look) return err({ code: 'not-found', detail: 'nobody looks at it' });
      if (look.added.has(requestId)) return shown(look);
      const waitMs = adding.take();
      if (waitMs > 0) return err({ code: 'locked', detail: 'too many statements', waitMs });
      const { claimId } = look;
      const added = keeping(() => {
        const changed = listening.addStatement({ claimId, by: null, at: now() }, { text, locale });
        return changed.ok ? changed : err(inCalls(changed.error));
      });
      if (!added.ok) return added;
      look.added.add(requestId);
      parts.onClaimsChanged();
      return shown(look);
    },
    'status:leave': () => {
      claimLook.close();
      return ok(null);
    },
    'thanks:people': () =>
      ok(
        staff
          .all()
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ id, name })),
      ),
    'thanks:give': ({ requestId, to, words, locale, lookId }) => {
      if (to !== null && !staff.get(to)?.active)
        return err({ code: 'not-found', detail: 'nobody who works here' });
      const waitMs = thanking.take();
      if (waitMs > 0) return err({ code: 'locked', detail: 'too many thanks', waitMs });
      const look = lookId === null ? null : claimLook.current(lookId);
      return praise.give({ id: requestId, to, claimId: look?.claimId ?? null, words, locale }, now());
    },
  };
}

/** A claim that went away, or was closed meanwhile, is told; nothing else can be wrong with a customer's words. */
function inCalls({ code, detail }: { readonly code: string; readonly detail: string }): CallError {
  return { code: code === 'claim-closed' ? 'claim-closed' : 'not-found', detail };
}

/** Runs what writes; a disk that refuses is an error that a customer can read, and a bug is thrown on. */
function keeping<T>(work: () => Result<T, CallError>): Result<T, CallError> {
  try {
    return work();
  } catch (error) {
    const failure = storageFailure(error);
    if (!failure) throw error;
    return err(failure);
  }
}
