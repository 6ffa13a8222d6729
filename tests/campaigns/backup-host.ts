// Makes backups of the database in FILE into FOLDER, one after the other, until it is killed: `node backup-host.ts FILE
// FOLDER`. It says `made ID` on stdout only after a backup was made.
import { writeSync } from 'node:fs';
import { runBackup } from '../../src-main/backup/run-backup.ts';
import type { Instant } from '../../src-main/domain/brand.ts';

const [, , file = '', folder = ''] = process.argv;
for (;;) {
  const { made } = runBackup({ file, folder, second: null, why: 'schedule', at: Date.now() as Instant });
  if (!made.ok) throw new Error(made.error.detail);
  writeSync(1, `made ${made.value.id}\n`);
}
