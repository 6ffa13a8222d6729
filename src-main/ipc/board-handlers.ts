import type { Lane } from '../domain/claim-life.ts';
import { LANES } from '../domain/claim-life.ts';
import type { LanePage } from '../contract/desk-api.ts';
import type { BoardCursor } from '../domain/desk.ts';
import { endOfDay } from '../domain/opening-hours.ts';
import { ok } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { BoardQuestion } from '../store/board-reader.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

type BoardHandlers = Pick<StaffHandlers, 'board:view' | 'board:page' | 'board:hours'>;

const MINUTE_MS = 60_000;
/** Cards of a page: more than a screen shows, and few enough for one frame. */
const PAGE = 30;

/** Returns what answers the calls about the board. */
export function boardHandlers({ stores: { board }, settings, now }: ServingParts): BoardHandlers {
  function question(who: 'mine' | 'all', by: StaffMember): BoardQuestion {
    const at = now();
    return {
      mine: who === 'mine' ? by.id : null,
      now: at,
      endOfDay: endOfDay(at, settings.current().store.zone),
    };
  }

  function page(asked: BoardQuestion, lane: Lane, after: BoardCursor | null): LanePage {
    // One more than is shown tells whether there are more.
    const found = board.page(asked, lane, after, PAGE + 1);
    const cards = found.slice(0, PAGE);
    const last = cards.at(-1);
    return { cards, next: found.length > PAGE && last ? { due: last.nextDue, running: last.running } : null };
  }

  return {
    'board:view': ({ who }, by) => {
      const asked = question(who, by);
      const counts = board.counts(asked);
      return ok({
        now: asked.now,
        endOfDay: asked.endOfDay,
        warnMs: settings.current().warnings.beforeMinutes * MINUTE_MS,
        lanes: LANES.map((lane) => ({ lane, count: counts[lane], ...page(asked, lane, null) })),
      });
    },
    'board:hours': () => ok(settings.current().openingHours),
    'board:page': ({ who, lane, after }, by) => ok(page(question(who, by), lane, after)),
  };
}
