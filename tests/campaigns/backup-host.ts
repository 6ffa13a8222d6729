// Makes backups of the database in FILE into FOLDER and SECOND, one after the other, until it is killed: `node
// backup-host.ts FILE FOLDER SECOND`. It says `made ID` on stdout only after a backup was made.
import { writeSync } from 'node:fs';
import { runBackup } from '../../src-main/backup/run-backup.ts';
import type { Instant } from '../../src-main/domain/brand.ts';

const [, , file = '', folder = '', second = ''] = process.argv;
for (;;) {
  const task = { file, folder, second, why: 'schedule', at: Date.now() as Instant } as const;
  const { made, second: failure, lacking } = runBackup(task);
  if (!made.ok || failure !== null || lacking.length > 0)
    throw new Error('a backup was not made, or not whole');
  writeSync(1, `made ${made.value.id}\n`);
}
