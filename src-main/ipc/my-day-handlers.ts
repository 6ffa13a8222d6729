import type { CallError } from '../contract/api.ts';
import type { MyDayCalls } from '../contract/my-day-api.ts';
import { dayOf } from '../domain/day-span.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

const PRAISE_SHOWN = 50;
/** Characters of unfinished words in the list. */
const FIRST_WORDS = 300;

/** Returns what answers the calls of one's own screen. */
export function myDayHandlers({
  stores,
  settings,
  now,
}: ServingParts): Pick<StaffHandlers, keyof MyDayCalls> {
  const { praise, myDay, unfinished } = stores;
  const gone: Result<never, CallError> = err({ code: 'not-found', detail: 'no such words any more' });
  return {
    'my-day:view': (_, { id }) => {
      return ok({
        praise: praise.to(id, PRAISE_SHOWN),
        handedOver: myDay.handedOver(id),
        hard: myDay.hardDay(dayOf(now(), settings.current().store.zone)),
        hardHeld: myDay.hardHeld(id),
      });
    },
    'my-day:count': (_, { id }) => ok({ unseen: praise.unseen(id) + myDay.handedOver(id).length }),
    'my-day:saw-praise': ({ ids }, { id }) => {
      praise.see(id, ids, now());
      return ok(null);
    },
    'my-day:saw-hand-over': ({ claimId }, { id }) => {
      myDay.seeHandedOver(id, claimId, now());
      return ok(null);
    },
    'unfinished:list': () =>
      ok(
        unfinished.read(now()).map(({ requestId, locale, keptAt, statement }) => ({
          requestId,
          locale,
          keptAt,
          firstWords: [...statement].slice(0, FIRST_WORDS).join(''),
        })),
      ),
    'unfinished:open': ({ requestId }, { id }) => {
      const kept = unfinished.open(requestId, id, now());
      return kept ? ok({ requestId, locale: kept.locale, statement: kept.statement }) : gone;
    },
    'unfinished:discard': ({ requestId, reason }, { id }) =>
      unfinished.discard(requestId, reason, id, now()) ? ok(null) : gone,
  };
}
