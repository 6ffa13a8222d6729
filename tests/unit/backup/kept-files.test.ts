import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupFile, backupsIn } from '../../../src-main/backup/backup-file.ts';
import { rememberErasures } from '../../../src-main/backup/erasure-list.ts';
import { filesIn } from '../../../src-main/backup/kept-files.ts';
import { restoreDatabase } from '../../../src-main/backup/restore.ts';
import { runBackup } from '../../../src-main/backup/run-backup.ts';
import type { FileDigest } from '../../../src-main/domain/attachment.ts';
import type { ClaimId, Instant } from '../../../src-main/domain/brand.ts';
import type { StoreCode } from '../../../src-main/domain/claim-number.ts';
import { attachmentFile, createAttachmentFiles } from '../../../src-main/store/attachment-files.ts';
import { createErasureStore } from '../../../src-main/store/erasure-store.ts';
import { createRecoveryStore } from '../../../src-main/store/recovery-store.ts';
import { deskShop, type DeskShop } from '../store/desk/support.ts';
import { after, HOUR_MS, value, workshop, type Workshop } from '../store/support.ts';
import { backupFolder } from './support.ts';

const WEEK_MS = 7 * 24 * HOUR_MS;

function live(shop: Workshop): string {
  return filesIn(dirname(shop.file));
}

/** Keeps a file on a claim, as the app does. */
async function keep(shop: Workshop, desk: DeskShop, claimId: ClaimId, text: string): Promise<FileDigest> {
  const bytes = Buffer.from(text);
  const digest = value(await createAttachmentFiles(live(shop)).put(bytes));
  const given = { digest, media: 'text/plain', bytes: bytes.byteLength, shows: 'Receipt' } as const;
  value(desk.attachments.add(desk.change(claimId), given));
  return digest;
}

function backUp(shop: Workshop, at: Instant, second: string | null = null) {
  return runBackup({ file: shop.file, folder: backupFolder(shop), second, why: 'asked', at });
}

function restore(shop: Workshop, at: Instant, wanted?: string, folders = [backupFolder(shop)]) {
  shop.close();
  const order = {
    file: shop.file,
    folders,
    why: 'asked',
    detail: '',
    storeCode: 'HEL' as StoreCode,
    at,
  } as const;
  return restoreDatabase(wanted === undefined ? order : { ...order, wanted });
}

/** The digest of what every file in a folder says, which has to be its name. */
function digestsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry.name);
      return entry.name;
    })
    .toSorted();
}

describe('photos and files in backups', () => {
  test('are in both places, each once, as copies of their own', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const [id, other] = [desk.take(), desk.take()];
    const digests = [await keep(shop, desk, id, 'one'), await keep(shop, desk, id, 'two')].toSorted();
    await keep(shop, desk, other, 'one');
    const second = join(shop.folder, 'stick', 'in-your-words');
    mkdirSync(dirname(second));
    expect(backUp(shop, after(0), second)).toMatchObject({ made: { ok: true }, second: null, lacking: [] });
    backUp(shop, after(1), second);
    for (const place of [backupFolder(shop), second]) {
      expect(digestsIn(filesIn(place))).toEqual(digests);
      const copy = statSync(attachmentFile(filesIn(place), digests[0] as FileDigest));
      expect([copy.nlink, copy.mode & 0o777]).toEqual([1, 0o600]);
    }
  });

  test('a drill: all of them come back, bit for bit, where the data folder lost them', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const id = desk.take();
    for (let count = 0; count < 20; count += 1) await keep(shop, desk, id, `receipt ${count}`);
    backUp(shop, after(0));
    const before = digestsIn(live(shop));
    rmSync(live(shop), { recursive: true });
    expect(restore(shop, after(1))).toMatchObject({ filesMissing: [] });
    expect(digestsIn(live(shop))).toEqual(before);
  });

  test('what is nowhere whole is said of its claim, and the rest is restored all the same', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const id = desk.take();
    const [gone, rotten, whole] = [
      await keep(shop, desk, id, 'gone'),
      await keep(shop, desk, id, 'rotten'),
      await keep(shop, desk, id, 'whole'),
    ];
    const { number } = desk.see(id);
    backUp(shop, after(0));
    const stored = filesIn(backupFolder(shop));
    rmSync(attachmentFile(stored, gone));
    writeFileSync(attachmentFile(stored, rotten), 'rottem');
    rmSync(live(shop), { recursive: true });
    const restored = restore(shop, after(1));
    expect(restored.filesMissing).toEqual([{ number, count: 2 }]);
    expect(digestsIn(live(shop))).toEqual([whole]);
    expect(createRecoveryStore(shop.open().db).unseen()[0]?.filesMissing).toEqual([{ number, count: 2 }]);
  });

  test('a file that is damaged or missing on the kiosk is no failure of the backup, and is counted', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const id = desk.take();
    const [damaged, missing] = [await keep(shop, desk, id, 'damaged'), await keep(shop, desk, id, 'missing')];
    writeFileSync(attachmentFile(live(shop), damaged), 'dAmaged');
    rmSync(attachmentFile(live(shop), missing));
    const { made, lacking } = backUp(shop, after(0));
    expect(made.ok).toBe(true);
    expect(lacking.toSorted()).toEqual([damaged, missing].toSorted());
  });

  test('a copy that became damaged is found within a day of backups, and made anew', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const digest = await keep(shop, desk, desk.take(), 'whole');
    backUp(shop, after(0));
    const copy = attachmentFile(filesIn(backupFolder(shop)), digest);
    writeFileSync(copy, 'whOle');
    for (let hour = 1; hour <= 23; hour += 1) backUp(shop, after(hour * HOUR_MS));
    expect(readFileSync(copy, 'utf8')).toBe('whole');
  });

  test('one that is damaged on the kiosk comes back when it is looked at', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const digest = await keep(shop, desk, desk.take(), 'whole');
    backUp(shop, after(0));
    writeFileSync(attachmentFile(live(shop), digest), 'whOle');
    const files = createAttachmentFiles(live(shop), () => ['/nowhere', filesIn(backupFolder(shop))]);
    expect(Buffer.from(value(await files.read(digest))).toString()).toBe('whole');
    expect(readFileSync(attachmentFile(live(shop), digest), 'utf8')).toBe('whole');
  });

  test('stay while a kept backup names them, and go with the last one that does', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const id = desk.take();
    const digest = await keep(shop, desk, id, 'mistaken');
    const first = value(backUp(shop, after(0)).made);
    value(desk.attachments.remove(desk.change(id), 1, 'mistake'));
    const stored = filesIn(backupFolder(shop));
    mkdirSync(join(stored, '00'), { recursive: true });
    writeFileSync(join(stored, '00', `${'0'.repeat(64)}.new`), 'half');
    // It is not needed any more from the second week on; 24 spans of time in which a backup was made keep one each.
    for (let week = 1; week <= 6; week += 1) backUp(shop, after(week * WEEK_MS));
    expect(backupsIn(backupFolder(shop)).map(({ id: each }) => each)).toContain(first.id);
    expect(digestsIn(stored)).toEqual([digest]);
    for (let week = 7; week <= 25; week += 1) backUp(shop, after(week * WEEK_MS));
    expect(backupsIn(backupFolder(shop)).map(({ id: each }) => each)).not.toContain(first.id);
    expect(digestsIn(stored)).toEqual([]);
  });

  test('stay while a backup cannot be read: nobody knows what it names', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const id = desk.take();
    const digest = await keep(shop, desk, id, 'mistaken');
    const first = value(backUp(shop, after(0)).made);
    value(desk.attachments.remove(desk.change(id), 1, 'mistake'));
    writeFileSync(backupFile(backupFolder(shop), first), 'rotten');
    backUp(shop, after(2 * WEEK_MS));
    expect(digestsIn(filesIn(backupFolder(shop)))).toEqual([digest]);
  });

  test('those of an erased claim go with the next backup, unless another claim has them', async () => {
    using shop = workshop();
    const desk = deskShop(shop);
    const [id, other] = [desk.take(), desk.take()];
    await keep(shop, desk, id, 'the face of somebody');
    const shared = await keep(shop, desk, id, 'a price list');
    await keep(shop, desk, other, 'a price list');
    const second = join(shop.folder, 'stick', 'in-your-words');
    mkdirSync(dirname(second));
    backUp(shop, after(0), second);
    value(desk.life.close(desk.change(id), { kind: 'accepted', how: 'counter', at: after(0) }, null));
    const store = createErasureStore(desk.db, [
      ({ claimId }) => {
        desk.attachments.forget(claimId);
        return () => undefined;
      },
    ]);
    value(store.erase(id, { why: 'asked', by: desk.aino.id, at: after(HOUR_MS) }));
    rememberErasures(dirname(shop.file), [{ claimId: id, at: after(HOUR_MS) }]);
    backUp(shop, after(2 * HOUR_MS), second);
    for (const place of [backupFolder(shop), second]) expect(digestsIn(filesIn(place))).toEqual([shared]);
  });
});
