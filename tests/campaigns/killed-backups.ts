import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { backupFile, backupsIn, isIntact, reading } from '../../src-main/backup/backup-file.ts';
import { filesIn, namedFiles } from '../../src-main/backup/kept-files.ts';
import { restoreDatabase } from '../../src-main/backup/restore.ts';
import type { FileDigest } from '../../src-main/domain/attachment.ts';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import type { StoreCode } from '../../src-main/domain/claim-number.ts';
import type { Result } from '../../src-main/domain/result.ts';
import { attachmentFile, createAttachmentFiles } from '../../src-main/store/attachment-files.ts';
import { createAttachmentStore } from '../../src-main/store/attachment-store.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { createStaffStore } from '../../src-main/store/staff-store.ts';
import { verifyDatabase } from '../../src-main/store/verify-database.ts';
import { v7 } from 'uuid';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { judge, Told } from './judge.ts';
import { DISK_CALLS, runTraced } from './traced-host.ts';

/** The figures of a campaign that kills backups; the last five must be 0. */
export interface BackupFigures {
  kills: number;
  /** Backups that were said to be made. */
  made: number;
  /** Said to be made, and not there, or not as they were made. */
  lost: number;
  /** Photos that were compared with their digests, in every backup that names them. */
  files: number;
  /** There, and not sound. */
  unsound: number;
  /** Named by a backup that is there, and not beside it as they were kept. */
  filesLost: number;
  /** Restored, and not with every claim as it was given. */
  restoredWrong: number;
  /** Left by the kill in the live database. */
  liveHarmed: number;
}

const CLAIMS = 40;
const LATEST_CALL = 900;
/**
 * strace counts each call by itself, so that of all of them together nearly every kill comes at a page of the database:
 * every other one comes at one of these, of which a backup makes some for each new photo.
 */
const PHOTO_CALLS = ['write', 'fsync', 'rename'] as const;
const LATEST_PHOTO_CALL = 20;
const RESTORES_EVERY = 10;
/** So many new ones before every kill, that a kill can meet one on its way. */
const PHOTOS_A_KILL = 6;
const PHOTO_BYTES = 60_000;

/** Kills a backup at `kills` random disk calls; then every backup must be whole, and what it restores too. */
export async function runKilledBackups(options: {
  readonly kills: number;
  readonly seed: number;
}): Promise<BackupFigures> {
  const random = wholeNumbersOf(options.seed);
  const figures: BackupFigures = {
    ...{ kills: 0, made: 0, lost: 0, files: 0, unsound: 0, filesLost: 0, restoredWrong: 0, liveHarmed: 0 },
  };
  const base = mkdtempSync(join(tmpdir(), 'iyw-backups-'));
  const [file, folder, second] = [join(base, 'claims.db'), join(base, 'backups'), join(base, 'second')];
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
    await keepPhotos(file);
    const call = PHOTO_CALLS[random(PHOTO_CALLS.length)] ?? 'write';
    const calls = figures.kills % 2 === 0 ? DISK_CALLS : [call];
    const latest = figures.kills % 2 === 0 ? LATEST_CALL : LATEST_PHOTO_CALL;
    const { signal } = await runTraced({
      ...{ script: 'backup-host.ts', args: [file, folder, second], calls },
      injection: `signal=KILL:when=${1 + random(latest)}`,
      hear: (line) => void made.push(line.replace('made ', '')),
    });
    if (signal !== 'SIGKILL') throw new Error(`a backup ended by itself: ${signal}`);
    figures.made += made.length;
    const found = backupsIn(folder);
    const newest = made.at(-1);
    // Those before the newest may have gone by the rule.
    if (newest !== undefined && !found.some(({ id }) => id === newest)) figures.lost += 1;
    for (const place of [folder, second]) {
      for (const backup of backupsIn(place)) {
        const copy = backupFile(place, backup);
        if (!isIntact(place, backup) || !isSound(copy)) figures.unsound += 1;
        const photos = photosOf(copy, filesIn(place));
        figures.files += photos.named;
        figures.filesLost += photos.lost;
      }
    }
    if (figures.kills % RESTORES_EVERY !== 0) return;
    if (found.length > 0) restoreElsewhere(folder);
    if (backupsIn(second).length > 0) restoreElsewhere(second);
  }

  function restoreElsewhere(place: string): void {
    const other = join(base, 'other', 'claims.db');
    const at = Date.now() as Instant;
    const order = {
      file: other,
      folders: [place],
      why: 'damaged',
      detail: '',
      storeCode: 'HEL' as StoreCode,
      at,
    } as const;
    const { filesMissing } = restoreDatabase(order);
    if (filesMissing.length + photosOf(other, filesIn(join(base, 'other'))).lost > 0)
      figures.restoredWrong += 1;
    const asTold = new Told();
    told.tried.forEach((id) => asTold.tried.add(id));
    told.acknowledged.forEach((number, id) => asTold.acknowledged.set(id, number));
    const { lost, halved, unsound } = judge(other, asTold);
    if (lost + halved + unsound > 0) figures.restoredWrong += 1;
    rmSync(join(base, 'other'), { recursive: true });
  }
}

function isSound(file: string): boolean {
  return reading(file, (db) => verifyDatabase(db).ok);
}

/** Keeps some photos on a claim of their own, as the app does: the files, and then their rows. */
async function keepPhotos(file: string): Promise<void> {
  const now = (): Instant => Date.now() as Instant;
  const opened = valueOf(openDatabase({ file, now }));
  const { db } = opened;
  const staff = createStaffStore(db, v7);
  const person = { name: 'Mika', role: 'clerk', locale: 'en', pinHash: 'x' } as const;
  const { id: by } = staff.all()[0] ?? valueOf(staff.add(person, null, now()));
  const emptiest = `SELECT id FROM claim ORDER BY (SELECT count(*) FROM attachment WHERE claim_id = claim.id) LIMIT 1`;
  const claimId = db.prepare<[], ClaimId>(emptiest).pluck().get();
  if (claimId === undefined) throw new Error('no claim was taken');
  const [files, rows] = [createAttachmentFiles(filesIn(dirname(file))), createAttachmentStore(db)];
  for (let count = 0; count < PHOTOS_A_KILL; count += 1) {
    const digest = valueOf(await files.put(randomBytes(PHOTO_BYTES)));
    const photo = { digest, media: 'image/jpeg', bytes: PHOTO_BYTES, shows: 'The leak' } as const;
    valueOf(rows.add({ claimId, by, at: now() }, photo));
  }
  opened.close();
}

/** Returns how many photos a database names, and how many of them are not in `folder` as they were kept. */
function photosOf(file: string, folder: string): { readonly named: number; readonly lost: number } {
  const named = reading(file, (db) => namedFiles(db, Date.now() as Instant));
  const lost = named.filter(({ digest }) => !isWhole(attachmentFile(folder, digest), digest));
  return { named: named.length, lost: lost.length };
}

function isWhole(file: string, digest: FileDigest): boolean {
  if (!statSync(file, { throwIfNoEntry: false })) return false;
  return createHash('sha256').update(readFileSync(file)).digest('hex') === digest;
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
