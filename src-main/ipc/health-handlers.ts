import { join } from 'node:path';
import type { HealthCalls } from '../contract/health-api.ts';
import { err, ok } from '../domain/result.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

/** What backups lie in on a drive, so that they are no loose files between somebody's pictures. */
const FOLDER_ON_DRIVE = 'in-your-words-backups';

/** Returns what answers the calls about how the kiosk is. */
export function healthHandlers(parts: ServingParts): Pick<StaffHandlers, keyof HealthCalls> {
  const { health, backups, settings, shelf, stores, now } = parts;
  return {
    'health:view': () => ok(health.view()),
    'health:brief': () => ok(health.brief()),
    'health:second-place': async ({ placeId }, by) => {
      const drive = (await shelf.places()).find(({ id, kind }) => id === placeId && kind === 'drive');
      if (placeId !== null && !drive) return err({ code: 'place-gone', detail: 'no such drive' });
      const secondFolder = drive ? join(drive.id, FOLDER_ON_DRIVE) : null;
      const changed = settings.change((kept) => ({ ...kept, backups: { secondFolder } }));
      if (!changed.ok) return err({ code: 'not-kept', detail: changed.error });
      stores.staff.record('settings-changed', 'backups: secondFolder', by.id, now());
      const state = drive ? await backups.run('asked') : backups.state();
      health.look();
      return ok({ ...state, recoveries: stores.recoveries.unseen() });
    },
  };
}
