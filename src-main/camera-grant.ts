/** The leave to use the camera. Nobody has it until a claim's page asks for it, and then for seconds. */
export interface CameraGrant {
  /** Gives it, for as long as `isStill` says so at the most: whoever asked is signed in. */
  give(isStill: () => boolean): void;
  /** Takes it back. */
  end(): void;
  /** Returns whether a camera may be opened now. */
  holds(): boolean;
}

/** From the call to the request that follows it, on a slow box. A picture that is open then goes on. */
const LASTS_MS = 10_000;

/** Returns a leave that nobody has yet; `monotonicMs` is a clock that nobody can set. */
export function createCameraGrant(monotonicMs: () => number): CameraGrant {
  let given: { readonly until: number; readonly isStill: () => boolean } | null = null;
  return {
    give(isStill) {
      given = { until: monotonicMs() + LASTS_MS, isStill };
    },
    end() {
      given = null;
    },
    holds: () => given !== null && monotonicMs() < given.until && given.isStill(),
  };
}
