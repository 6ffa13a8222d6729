/** Seconds that "Are you still there?" leaves to answer. */
export const GRACE_SECONDS = 30;
const TICK_MS = 250;

/** What the clock needs, by name. */
export interface IdleClockOptions {
  readonly idleMs: number;
  readonly graceMs: number;
  /** A clock that never jumps, in milliseconds. */
  readonly now: () => number;
  /** Whether there is anything to ask about; a kiosk that nobody used just waits. */
  readonly matters: () => boolean;
  /** Seconds that are left to answer, or null when nothing is being asked. */
  readonly onAsk: (secondsLeft: number | null) => void;
  readonly onExpire: () => void;
}

/** Notices that nobody is there any more. */
export interface IdleClock {
  /** Somebody touched something; while the question is asked, only `stay` counts. */
  touch(): void;
  /** The question was answered. */
  stay(): void;
  stop(): void;
}

/** Starts the clock that asks after `idleMs` without a touch and expires `graceMs` later. */
export function startIdleClock({
  idleMs,
  graceMs,
  now,
  matters,
  onAsk,
  onExpire,
}: IdleClockOptions): IdleClock {
  let lastTouch = now();
  let askedAt: number | null = null;
  let timer = setTimeout(wake, idleMs);

  function sleep(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(wake, ms);
  }

  function wake(): void {
    if (askedAt !== null) {
      countDown(askedAt);
      return;
    }
    const left = lastTouch + idleMs - now();
    if (left > 0) {
      sleep(left);
    } else if (matters()) {
      askedAt = now();
      countDown(askedAt);
    } else {
      restart();
    }
  }

  function countDown(since: number): void {
    const left = since + graceMs - now();
    if (left > 0) {
      onAsk(Math.ceil(left / 1000));
      sleep(Math.min(left, TICK_MS));
    } else {
      stay();
      onExpire();
    }
  }

  function restart(): void {
    lastTouch = now();
    sleep(idleMs);
  }

  function stay(): void {
    const wasAsked = askedAt !== null;
    askedAt = null;
    restart();
    if (wasAsked) onAsk(null);
  }

  // A touch costs one assignment: the timer finds out when it wakes.
  function touch(): void {
    lastTouch = now();
  }

  return { touch, stay, stop: () => clearTimeout(timer) };
}
