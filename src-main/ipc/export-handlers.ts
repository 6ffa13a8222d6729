import type { CallError } from '../contract/api.ts';
import type { SavedFile } from '../domain/exported.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ExportFailure, ExportShelf } from '../exports/export-shelf.ts';
import type { StaffHandlers } from './register.ts';

/** Returns what answers the call about where files can go. */
export function exportHandlers({
  shelf,
}: {
  readonly shelf: ExportShelf;
}): Pick<StaffHandlers, 'exports:places'> {
  return { 'exports:places': async () => ok(await shelf.places()) };
}

/** Returns a save's outcome as a call answers it: `place-gone`, `place-full` or `not-saved`. */
export function savedOr(saved: Result<SavedFile, ExportFailure>): Result<SavedFile, CallError> {
  if (saved.ok) return saved;
  const { reason, detail } = saved.error;
  return err({ code: CODES[reason], detail });
}

const CODES = { gone: 'place-gone', full: 'place-full', refused: 'not-saved' } as const;
