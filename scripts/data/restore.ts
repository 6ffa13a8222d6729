// `npm run restore` lists the backups; `npm run restore -- newest` or `-- ID` puts one in place.
import { join } from 'node:path';
import { backupsIn, isIntact } from '../../src-main/backup/backup-file.ts';
import { restoreDatabase } from '../../src-main/backup/restore.ts';
import { parseSettings } from '../../src-main/contract/settings-schema.ts';
import { defaultSettings } from '../../src-main/default-settings.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import { loadSettings } from '../../src-main/store/settings-file.ts';
import { dataFolder, isRunning } from './data-folder.ts';

const folder = dataFolder();
const now = (): Instant => Date.now() as Instant;
const { settings } = loadSettings({ folder, defaults: defaultSettings(), parse: parseSettings, now });
const { secondFolder } = settings.backups;
const folders = [join(folder, 'backups'), ...(secondFolder === null ? [] : [secondFolder])];
const all = folders.flatMap((place) => backupsIn(place).map((backup) => ({ place, backup })));
const [wanted] = process.argv.slice(2);

if (wanted === undefined) {
  console.log(all.length === 0 ? `There is no backup in ${folders.join(' or ')}.` : 'Backups, newest first:');
  for (const { place, backup } of all.toSorted((one, other) => other.backup.madeAt - one.backup.madeAt)) {
    const state = isIntact(place, backup) ? 'intact' : 'DAMAGED';
    console.log(`  ${backup.id}  ${backup.claims} claims  ${state}  ${place}`);
  }
  if (all.length > 0) console.log('Put one in place with: npm run restore -- newest   (or its name)');
} else if (isRunning(folder)) {
  console.error(`The kiosk is running on ${folder}. Nothing was changed; end it first.`);
  process.exitCode = 1;
} else if (!all.some(({ backup }) => wanted === 'newest' || backup.id === wanted)) {
  console.error(`There is no backup ${wanted} in ${folders.join(' or ')}. Nothing was changed.`);
  process.exitCode = 1;
} else {
  const order = {
    ...{ file: join(folder, 'claims.db'), folders, why: 'asked' as const, detail: 'asked for by command' },
    ...{ storeCode: settings.store.code, at: now() },
  };
  const restored = restoreDatabase(wanted === 'newest' ? order : { ...order, wanted });
  const from = restored.backupAt === null ? 'nothing' : new Date(restored.backupAt).toISOString();
  console.log(`The backup of ${from} is in place.`);
  console.log(`The database that was there is in ${restored.setAside}.`);
  if (restored.lost) console.log(`Claims ${restored.lost.from} to ${restored.lost.to} are not in it.`);
  if (restored.onlyThere.length > 0) {
    console.log('Only the replaced database has these claims; call their customers:');
    for (const { number, takenAt } of restored.onlyThere)
      console.log(`  ${number}  taken ${new Date(takenAt).toISOString()}`);
  }
  if (restored.erasedAgain.length > 0)
    console.log(`Erased again, since the backup is from before: ${restored.erasedAgain.join(', ')}.`);
  for (const { number, count } of restored.filesMissing)
    console.log(`${number}: ${count} photos or files are missing or have no room.`);
  if (restored.unsureSlips > 0)
    console.log(`${restored.unsureSlips} slips ask whether they came out: see Paper.`);
}
