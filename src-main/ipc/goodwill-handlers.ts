import type { GoodwillCalls } from '../contract/goodwill-api.ts';
import { err, ok } from '../domain/result.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';
import { searchRefusal } from './search-handlers.ts';

/** Returns what answers the calls about goodwill, beside the decision itself. */
export function goodwillHandlers({
  stores: { search, goodwill },
  settings,
}: ServingParts): Pick<StaffHandlers, keyof GoodwillCalls> {
  return {
    'goodwill:limits': () => ok(settings.current().goodwillLimits),
    'goodwill:similar': async ({ claimId }) => {
      const similar = await search.similar(claimId);
      if (!similar.ok) return err(searchRefusal(similar.error));
      if (!similar.value) return err({ code: 'not-found', detail: 'no such claim' });
      const ids = similar.value.map((each) => each.claimId);
      return ok({ claims: ids.length, decisions: goodwill.ofClaims(ids) });
    },
  };
}
