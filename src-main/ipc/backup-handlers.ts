import { err, ok } from '../domain/result.ts';
import type { BackupState } from '../domain/backup.ts';
import type { BackupsView } from '../contract/backup-api.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

type BackupHandlers = Pick<
  StaffHandlers,
  'backups:view' | 'backups:make' | 'backups:restore' | 'backups:seen'
>;

/** Returns what answers the calls about backups. */
export function backupHandlers({ backups, restore, stores, now }: ServingParts): BackupHandlers {
  const { recoveries } = stores;
  const view = (state: BackupState): BackupsView => ({ ...state, recoveries: recoveries.unseen() });
  return {
    'backups:view': () => ok(view(backups.state())),
    'backups:make': async () => ok(view(await backups.run('asked'))),
    'backups:restore': ({ id }, by) => {
      const wanted = backups.state().backups.find((backup) => backup.id === id);
      if (!wanted) return err({ code: 'not-found', detail: 'no such backup' });
      restore({ wanted: wanted.id, detail: `asked for by ${by.id}` });
      return ok(null);
    },
    'backups:seen': ({ id }, by) =>
      recoveries.markSeen(id, by.id, now())
        ? ok(view(backups.state()))
        : err({ code: 'not-found', detail: 'nothing that is still to be seen' }),
  };
}
