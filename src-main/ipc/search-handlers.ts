import type { CallError } from '../contract/api.ts';
import { err, ok } from '../domain/result.ts';
import type { SearchFailure } from '../search/search-service.ts';
import type { StaffHandlers } from './register.ts';
import type { Stores } from './stores.ts';

/** Returns what answers the calls that find claims. */
export function searchHandlers({ search }: Stores): Pick<StaffHandlers, 'search:find' | 'search:similar'> {
  return {
    'search:find': async ({ text, ranked }) => {
      const found = await search.find(text, ranked);
      return found.ok ? found : err(searchRefusal(found.error));
    },
    'search:similar': async ({ claimId }) => {
      const similar = await search.similar(claimId);
      if (!similar.ok) return err(searchRefusal(similar.error));
      return similar.value ? ok(similar.value) : err({ code: 'not-found', detail: 'no such claim' });
    },
  };
}

/** Returns what to answer where a search did not come about. */
export function searchRefusal(failure: SearchFailure): CallError {
  return failure === 'outdated'
    ? { code: 'outdated', detail: 'a newer search took its place' }
    : { code: 'unavailable', detail: 'the search index is made anew' };
}
