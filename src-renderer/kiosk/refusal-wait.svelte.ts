import { untrack } from 'svelte';
import { WaitClock } from '../ui/wait-clock.svelte.ts';
import type { Asking } from './doors-state.ts';

/** Returns a clock that counts a refusal's wait down, and says when it is over. For a component's own set-up. */
export function waitClock(asking: () => Asking, onover: () => void): WaitClock {
  const clock = new WaitClock();
  $effect(() => {
    const now = asking();
    const waitMs = now.kind === 'refused' ? now.waitMs : 0;
    untrack(() => clock.start(waitMs));
    return () => clock.stop();
  });
  $effect(() => {
    const now = asking();
    if (now.kind === 'refused' && now.waitMs > 0 && clock.secondsLeft === 0) untrack(onover);
  });
  return clock;
}
