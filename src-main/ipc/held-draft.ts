import type { Instant, RequestId } from '../domain/brand.ts';
import type { Unfinished, UnfinishedStore } from '../store/unfinished-store.ts';

/**
 * What stands in the customer's field right now, in main's memory and nowhere else: it goes to the disk only where the
 * page that holds it dies under the customer's hands.
 */
export interface HeldDraft {
  /** Holds these words instead of the last ones. */
  hold(draft: Unfinished): void;
  /** Forgets them: they were cleared, kept for staff or made a claim. With an id, only those of that request. */
  forget(requestId?: RequestId): void;
  /** The page died: keeps the words for staff, as those of somebody who walked away. */
  rescue(): void;
}

/** Returns the holder of one window's draft; `onProblem` hears, without words, why some could not be kept. */
export function createHeldDraft(parts: {
  readonly unfinished: UnfinishedStore;
  readonly now: () => Instant;
  readonly onProblem: (detail: string) => void;
}): HeldDraft {
  let held: Unfinished | null = null;
  return {
    hold(draft) {
      held = draft;
    },
    forget(requestId) {
      if (requestId === undefined || held?.requestId === requestId) held = null;
    },
    rescue() {
      if (!held) return;
      const kept = parts.unfinished.keep(held, parts.now());
      held = null;
      if (!kept.ok) parts.onProblem(kept.error.detail);
    },
  };
}
