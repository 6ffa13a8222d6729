import { startIdleClock } from './idle-clock.ts';

const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** What the watch needs, by name. */
export interface IdleWatchOptions {
  readonly idleMs: number;
  /** How long the question stands; 0 for none. */
  readonly graceMs: number;
  readonly onAsk: (secondsLeft: number | null) => void;
  readonly onExpire: () => void;
  readonly onTouch?: () => void;
}

/** A watch over whoever is at the screen. */
export interface IdleWatch {
  /** The question was answered. */
  stay(): void;
  stop(): void;
}

/** Starts the idle clock for staff, and winds it with every touch of the window. */
export function watchIdle({ idleMs, graceMs, onAsk, onExpire, onTouch }: IdleWatchOptions): IdleWatch {
  const clock = startIdleClock({
    idleMs,
    graceMs,
    now: () => performance.now(),
    matters: () => true,
    onAsk,
    onExpire,
  });
  const touch = (): void => {
    clock.touch();
    onTouch?.();
  };
  for (const event of TOUCHES) window.addEventListener(event, touch, { capture: true, passive: true });
  return {
    stay: () => clock.stay(),
    stop() {
      clock.stop();
      for (const event of TOUCHES) window.removeEventListener(event, touch, { capture: true });
    },
  };
}
