/** At most `times` within `withinMs`. */
export interface Limit {
  readonly times: number;
  readonly withinMs: number;
}

/** Bounds how often something is done. */
export interface RateLimit {
  /** Returns 0 and counts it, or how many milliseconds to wait. */
  take(): number;
}

/** Returns a bound that all the limits hold for; `monotonicMs` is a clock that nobody can set. */
export function createRateLimit(limits: readonly Limit[], monotonicMs: () => number): RateLimit {
  const keptMs = Math.max(...limits.map(({ withinMs }) => withinMs));
  let taken: number[] = [];
  return {
    take() {
      const now = monotonicMs();
      taken = taken.filter((at) => now - at < keptMs);
      const waits = limits.map(({ times, withinMs }) => {
        const within = taken.filter((at) => now - at < withinMs);
        return within.length < times ? 0 : (within.at(-times) ?? now) + withinMs - now;
      });
      const wait = Math.max(...waits);
      if (wait === 0) taken.push(now);
      return wait;
    },
  };
}
