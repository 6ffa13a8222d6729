import type { Bridge } from '../../../src-main/contract/api.ts';
import type { PromiseId } from '../../../src-main/domain/promise.ts';
import { keepFresh } from '../keep-fresh.ts';
import { playChime } from './chime.ts';
import { unheard } from './unheard.ts';

/** What was warned of in this window, whoever was signed in: nobody hears of a promise twice. */
let warnedOf: ReadonlySet<PromiseId> = new Set();

/**
 * Watches for promises that are about to break while somebody is signed in, on whichever screen they are, and plays a
 * short sound, once for each, where the store wants one. Returns the function that stops it.
 */
export function watchWarnings(bridge: Bridge): () => void {
  const fresh = keepFresh(bridge, async () => {
    const answer = await bridge.call('board:warnings', null);
    // Whoever was signed out is at the door, where nothing is watched.
    if (!answer.ok) return null;
    const { sound, soon, changesAt } = answer.value;
    const found = unheard(soon, warnedOf);
    warnedOf = found.warnedOf;
    if (sound && found.isNew) playChime();
    return changesAt;
  });
  return fresh.stop;
}
