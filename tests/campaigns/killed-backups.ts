import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupFile, backupsIn, isIntact } from '../../src-main/backup/backup-file.ts';
import { restoreDatabase } from '../../src-main/backup/restore.ts';
import type { Instant } from '../../src-main/domain/brand.ts';
import type { StoreCode } from '../../src-main/domain/claim-number.ts';
import { connect } from '../../src-main/store/sqlite.ts';
import { verifyDatabase } from '../../src-main/store/verify-database.ts';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { judge, Told } from './judge.ts';
import { DISK_CALLS, runTraced } from './traced-host.ts';

/** The figures of a campaign that kills backups; the last four must be 0. */
export interface BackupFigures {
  kills: number;
  /** Backups that were said to be made. */
  made: number;
  /** Said to be made, and not there, or not as they were made. */
  lost: number;
  /** There, and not sound. */
  unsound: number;
  /** Restored, and not with every claim as it was given. */
  restoredWrong: number;
  /** Left by the kill in the live database. */
  liveHarmed: number;
}

const CLAIMS = 40;
const LATEST_CALL = 900;
const RESTORES_EVERY = 10;

/** Kills a backup at `kills` random disk calls; then every backup must be whole, and what it restores too. */
export async function runKilledBackups(options: {
  readonly kills: number;
  readonly seed: number;
}): Promise<BackupFigures> {
  const random = wholeNumbersOf(options.seed);
  const figures: BackupFigures = { kills: 0, made: 0, lost: 0, unsound: 0, restoredWrong: 0, liveHarmed: 0 };
  const base = mkdtempSync(join(tmpdir(), 'iyw-backups-'));
  const [file, folder] = [join(base, 'claims.db'), join(base, 'backups')];
  const told = new Told();
  try {
    const hear = (line: string) => told.hear(line);
    await runTraced({
      ...{ script: 'host.ts', args: [file, String(CLAIMS)], hear },
      ...{ calls: ['rename'], injection: 'error=EIO:when=60000' },
    });
    for (; figures.kills < options.kills; figures.kills += 1) await killOne();
    if (judge(file, told).lost + judge(file, told).unsound > 0) figures.liveHarmed += 1;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
  return figures;

  async function killOne(): Promise<void> {
    const made: string[] = [];
    const { signal } = await runTraced({
      ...{ script: 'backup-host.ts', args: [file, folder], calls: DISK_CALLS },
      injection: `signal=KILL:when=${1 + random(LATEST_CALL)}`,
      hear: (line) => void made.push(line.replace('made ', '')),
    });
    if (signal !== 'SIGKILL') throw new Error(`a backup ended by itself: ${signal}`);
    figures.made += made.length;
    const found = backupsIn(folder);
    const newest = made.at(-1);
    // Those before the newest may have gone by the rule.
    if (newest !== undefined && !found.some(({ id }) => id === newest)) figures.lost += 1;
    for (const backup of found) {
      if (!isIntact(folder, backup) || !isSound(backupFile(folder, backup))) figures.unsound += 1;
    }
    if (figures.kills % RESTORES_EVERY === 0 && found.length > 0) restoreElsewhere();
  }

  function restoreElsewhere(): void {
    const other = join(base, 'other', 'claims.db');
    const at = Date.now() as Instant;
    const order = {
      file: other,
      folders: [folder],
      why: 'damaged',
      detail: '',
      storeCode: 'HEL' as StoreCode,
      at,
    } as const;
    restoreDatabase(order);
    const asTold = new Told();
    told.tried.forEach((id) => asTold.tried.add(id));
    told.acknowledged.forEach((number, id) => asTold.acknowledged.set(id, number));
    const { lost, halved, unsound } = judge(other, asTold);
    if (lost + halved + unsound > 0) figures.restoredWrong += 1;
    rmSync(join(base, 'other'), { recursive: true });
  }
}

function isSound(file: string): boolean {
  const db = connect(file, { readonly: true, busyMs: 0 });
  try {
    return verifyDatabase(db).ok;
  } finally {
    db.close();
  }
}
