import type { ShellCalls } from '../contract/shell-api.ts';
import type { Instant } from '../domain/brand.ts';
import { endOfDay } from '../domain/opening-hours.ts';
import { ok } from '../domain/result.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

/** Returns what answers the calls that the back office makes around its screens. */
export function shellHandlers({
  stores: { board },
  settings,
  now,
}: ServingParts): Pick<StaffHandlers, keyof ShellCalls> {
  return {
    'board:counts': () => {
      const at = now();
      const night = endOfDay(at, settings.current().store.zone);
      const nextDue = board.nextDue(at);
      // A promise is broken one millisecond after the time that it names.
      const broken = nextDue === null ? night : nextDue + 1;
      return ok({
        lanes: board.counts({ mine: null, now: at, endOfDay: night }),
        changesAt: Math.min(broken, night) as Instant,
      });
    },
  };
}
