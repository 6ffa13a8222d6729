import type { UnfinishedDraft } from '../../src-main/contract/api.ts';
import { wordsLeft, type KioskState } from './flow-state.ts';

/** Milliseconds between two holds while somebody writes: what a page that dies can lose of their words. */
const HOLD_EVERY_MS = 1_000;

/** Lets main hold the words while they are written, so that they outlive a page that dies. */
export interface DraftHolder {
  /** The screen is like this now. */
  follow(state: KioskState): void;
}

/** Returns a holder; `hold` is told the newest words once a second at most, and null at once when there are none. */
export function createDraftHolder(hold: (draft: UnfinishedDraft | null) => void): DraftHolder {
  let newest: UnfinishedDraft | null = null;
  let told: UnfinishedDraft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    timer = undefined;
    if (newest?.statement === told?.statement && newest?.requestId === told?.requestId) return;
    told = newest;
    hold(newest);
  }

  return {
    follow({ flow, locale }) {
      const words = wordsLeft(flow);
      newest = words && { requestId: words.requestId, locale, statement: words.statement };
      if (newest === null) {
        clearTimeout(timer);
        tell();
      } else timer ??= setTimeout(tell, HOLD_EVERY_MS);
    },
  };
}
