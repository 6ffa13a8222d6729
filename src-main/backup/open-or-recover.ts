import { dirname } from 'node:path';
import type { Instant } from '../domain/brand.ts';
import type { StoreCode } from '../domain/claim-number.ts';
import { err, type Result } from '../domain/result.ts';
import type { Refusal } from '../store/inspect-database.ts';
import { openDatabase, type OpenDatabase } from '../store/open-database.ts';
import { isDamage, isOfTheDisk, storageFailure } from '../store/sqlite.ts';
import { writeBackup } from './backup-file.ts';
import { clearOrder, readOrder } from './restore-order.ts';
import { restoreDatabase } from './restore.ts';

/**
 * Opens the database at `file`. One that is damaged is put aside, whole, and the newest backup that is intact takes its
 * place; so does a backup that staff asked for. An older database is backed up before its schema is changed. A full
 * disk, missing permission, a newer app's database or somebody else's is not damage: nothing is touched, and why is
 * returned.
 */
export function openOrRecover(options: {
  readonly file: string;
  /** Where backups lie; the first is the kiosk's own. */
  readonly folders: readonly [string, ...string[]];
  readonly storeCode: StoreCode;
  readonly now: () => Instant;
  /** Hears what was put in place. */
  readonly onRestored: (detail: string) => void;
}): Result<OpenDatabase, Refusal> {
  const { file, folders, storeCode, now, onRestored } = options;
  const open = (): Result<OpenDatabase, Refusal> =>
    openDatabase({
      file,
      now,
      beforeMigration: (source) => {
        const made = writeBackup({ source, folder: folders[0], why: 'before-migration', at: now() });
        if (made.ok) return null;
        const { reason, detail } = made.error;
        return { reason: reason === 'damaged' ? 'damaged-database' : 'disk', detail };
      },
    });
  const restore = (order: Parameters<typeof restoreDatabase>[0]): Result<OpenDatabase, Refusal> => {
    const { backupAt, setAside } = restoreDatabase(order);
    const from = backupAt === null ? 'nothing' : `the backup of ${new Date(backupAt).toISOString()}`;
    onRestored(`${order.detail}; went on from ${from}, the old database is in ${setAside}`);
    return open();
  };
  try {
    const order = readOrder(dirname(file));
    if (order) {
      const { wanted, ...why } = order;
      const given = { file, folders, storeCode, at: now(), ...why };
      const restored = restore(wanted === null ? given : { ...given, wanted });
      clearOrder(dirname(file));
      return restored;
    }
    const opened = open();
    if (opened.ok || opened.error.reason !== 'damaged-database') return opened;
    return restore({ file, folders, storeCode, at: now(), why: 'damaged', detail: opened.error.detail });
  } catch (error) {
    if (!(storageFailure(error) ?? isOfTheDisk(error))) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    return err({ reason: isDamage(error) ? 'damaged-database' : 'disk', detail });
  }
}
