import type { Finding, HealthBrief, HealthReadings } from '../domain/health.ts';
import type { BackupsView } from './backup-api.ts';
import type { PlaceId } from '../domain/exported.ts';

/** How the kiosk is, measured now. */
export interface HealthView {
  readonly readings: HealthReadings;
  readonly findings: readonly Finding[];
}

/** Input and output of each call about how the kiosk is. */
export interface HealthCalls {
  'health:view': { input: null; output: HealthView };
  /** What the frame around every screen says; `health:changed` brings it anew. */
  'health:brief': { input: null; output: HealthBrief };
  /**
   * Copies backups from now on to a drive too (null: to none any more), and makes one at once. `place-gone`: there is
   * no such drive now, and nothing changed.
   */
  'health:second-place': { input: { readonly placeId: PlaceId | null }; output: BackupsView };
}
