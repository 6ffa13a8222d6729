import type { BackupId, BackupState } from '../domain/backup.ts';
import type { Recovery } from '../domain/recovery.ts';

/** How the backups are, and what was replaced by one that nobody has seen yet. */
export interface BackupsView extends BackupState {
  readonly recoveries: readonly Recovery[];
}

/** Input and output of each call about backups. */
export interface BackupCalls {
  'backups:view': { input: null; output: BackupsView };
  /** Makes one now, also in the second place. */
  'backups:make': { input: null; output: BackupsView };
  /** The next start puts it in place, and that is at once: the answer may never come. */
  'backups:restore': { input: { readonly id: BackupId }; output: null };
  /** A supervisor has seen what became of the database. */
  'backups:seen': { input: { readonly id: number }; output: BackupsView };
}
