import type { ExportPlace } from '../domain/exported.ts';

/** Input and output of the call about where files that are taken out can go. */
export interface ExportCalls {
  /** The kiosk's own folder first, then the drives that are plugged in. */
  'exports:places': { input: null; output: readonly ExportPlace[] };
}
