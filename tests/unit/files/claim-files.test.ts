import { createCanvas, loadImage } from '@napi-rs/canvas';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ATTACHMENTS_MAX,
  PHOTO_SIDE_MAX,
  REMOVED_KEPT_MS,
  THUMB_MAX_BYTES,
} from '../../../src-main/domain/attachment.ts';
import type { ClaimId, Instant } from '../../../src-main/domain/brand.ts';
import { createClaimFiles, type ClaimFiles } from '../../../src-main/files/claim-files.ts';
import { createDriveFiles } from '../../../src-main/files/drive-files.ts';
import { createPhotos } from '../../../src-main/files/photos.ts';
import { glanceAtPdf } from '../../../src-main/pdf/page-pictures.ts';
import { createAttachmentFiles } from '../../../src-main/store/attachment-files.ts';
import { inTransaction } from '../../../src-main/store/sqlite.ts';
import { deskShop, eventsOf, THEN, type DeskShop } from '../store/desk/support.ts';
import { after, failure, HOUR_MS, value, workshop, type Workshop } from '../store/support.ts';
import { bomb, photo, withExif } from './pictures.ts';

const PHOTO_WORKER = new URL('../../../src-main/files/photo-worker.ts', import.meta.url);
const PICTURE_WORKER = new URL('../../../src-main/pdf/picture-worker.ts', import.meta.url);
const TEXT = new TextEncoder().encode('Receipt 42');

interface Shelf {
  readonly desk: DeskShop;
  readonly files: ClaimFiles;
  readonly folder: string;
  readonly keep: (claimId: ClaimId, bytes: Uint8Array, shows?: string) => Promise<void>;
}

function shelfOf(shop: Workshop): Shelf {
  const desk = deskShop(shop);
  const folder = join(shop.folder, 'files');
  const files = createClaimFiles({
    store: desk.attachments,
    files: createAttachmentFiles(folder),
    drives: createDriveFiles(() => Promise.resolve([])),
    photos: createPhotos(PHOTO_WORKER),
    glanceAtPdf: (pdf) => glanceAtPdf(PICTURE_WORKER, pdf),
  });
  return {
    desk,
    files,
    folder,
    async keep(claimId, bytes, shows = 'The type plate') {
      const kept = value(await files.keep(bytes));
      value(desk.attachments.add(desk.change(claimId), { ...kept, shows }));
    },
  };
}

/** Every file there is, as `ab/abcdef…`. */
function onDisk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** All files are as old as that: sweeping leaves young ones alone. */
function age(folder: string, at: Instant): void {
  for (const file of onDisk(folder)) utimesSync(file, at / 1000, at / 1000);
}

test('a photo is drawn anew: upright, not too large, and nothing of the file but its pixels', async () => {
  using shop = workshop();
  const { desk, files, keep } = shelfOf(shop);
  const id = desk.take();
  await keep(id, withExif(photo({ width: 3_200, height: 1_600 }), '60.1699 N 24.9384 E'));
  const [kept] = files.of(id, THEN);
  if (!kept) throw new Error('nothing was kept');
  const bytes = value(await files.read(kept));
  expect(Buffer.from(bytes).includes('Exif')).toBe(false);
  expect(Buffer.from(bytes).includes('60.1699')).toBe(false);
  const image = await loadImage(Buffer.from(bytes));
  expect([image.width, image.height]).toEqual([PHOTO_SIDE_MAX / 2, PHOTO_SIDE_MAX]);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const [red = 0, , blue = 0] = canvas.getContext('2d').getImageData(20, 20, 1, 1).data;
  // Held upright, what was at the left is on top.
  expect(red).toBeGreaterThan(blue);
  expect(kept).toMatchObject({ media: 'image/jpeg', bytes: bytes.byteLength, file: 'whole', removed: null });
  const thumb = value(await files.thumb(kept));
  expect(thumb.byteLength).toBeLessThanOrEqual(THUMB_MAX_BYTES);
});

test('even a photo of noise has a small picture that is small', async () => {
  using shop = workshop();
  const { desk, files, keep } = shelfOf(shop);
  const id = desk.take();
  const canvas = createCanvas(1_000, 1_000);
  const data = canvas.getContext('2d').createImageData(1_000, 1_000);
  data.data.set(randomBytes(data.data.length));
  canvas.getContext('2d').putImageData(data, 0, 0);
  await keep(id, new Uint8Array(canvas.toBuffer('image/jpeg', 95)));
  const [kept] = files.of(id, THEN);
  if (!kept) throw new Error('nothing was kept');
  expect(value(await files.thumb(kept)).byteLength).toBeLessThanOrEqual(THUMB_MAX_BYTES);
});

test('what is no photo is kept as it came; hostile ones leave nothing on the disk', async () => {
  using shop = workshop();
  const { desk, files, folder, keep } = shelfOf(shop);
  const id = desk.take();
  await keep(id, TEXT, 'The receipt');
  const [kept] = files.of(id, THEN);
  if (!kept) throw new Error('nothing was kept');
  expect(value(await files.read(kept))).toEqual(Buffer.from(TEXT));
  expect(value(await files.look(kept))).toEqual({ kind: 'text', text: 'Receipt 42', isWhole: true });
  expect(failure(await files.keep(bomb(60_000, 60_000))).code).toBe('too-large');
  expect(failure(await files.keep(photo().slice(0, 400))).code).toBe('not-shown');
  // Its head is a photo's, small enough, and its body says nothing.
  expect(failure(await files.keep(bomb(4_000, 4_000))).code).toBe('not-shown');
  expect(failure(await files.keep(TEXT, 'photo')).code).toBe('not-shown');
  expect(onDisk(folder)).toHaveLength(1);
});

test('a PDF that is none inside is kept, and cannot be shown', async () => {
  using shop = workshop();
  const { desk, files, keep } = shelfOf(shop);
  const id = desk.take();
  await keep(id, new TextEncoder().encode('%PDF-1.7\nnothing\n'));
  const [kept] = files.of(id, THEN);
  if (!kept) throw new Error('nothing was kept');
  expect(failure(await files.look(kept))).toEqual({ code: 'file-damaged', detail: 'not-drawn' });
});

test('a drawing that takes too long ends', async () => {
  const photos = createPhotos(PHOTO_WORKER, 1);
  expect(
    failure(await photos.draw({ bytes: photo({ width: 4_000, height: 4_000 }), want: 'photo' })),
  ).toMatch(/1 ms/);
});

describe('rows and files', () => {
  test('the same file on two claims lies there once, and goes with the last of them', async () => {
    using shop = workshop();
    const { desk, files, folder, keep } = shelfOf(shop);
    const [one, other] = [desk.take(), desk.take()];
    await keep(one, TEXT);
    await keep(other, TEXT);
    await keep(one, photo(), 'The leak');
    expect(onDisk(folder)).toHaveLength(2);
    inTransaction(desk.db, () => files.forgetAttachments(one))();
    expect(files.of(one, THEN)).toEqual([]);
    expect(onDisk(folder).map((file) => readFileSync(file, 'utf8'))).toEqual(['Receipt 42']);
    inTransaction(desk.db, () => files.forgetAttachments(other))();
    expect(onDisk(folder)).toEqual([]);
  });

  test('an erasure that does not come to its end removes no file', async () => {
    using shop = workshop();
    const { desk, files, folder, keep } = shelfOf(shop);
    const id = desk.take();
    await keep(id, TEXT);
    expect(() =>
      inTransaction(desk.db, () => {
        files.forgetAttachments(id);
        throw new Error('the power goes');
      }),
    ).toThrow('the power goes');
    expect(files.of(id, THEN)).toMatchObject([{ file: 'whole' }]);
    expect(onDisk(folder)).toHaveLength(1);
  });

  test('a file whose row never came is swept once it is old, and so are half-written ones; nothing else is', async () => {
    using shop = workshop();
    const { desk, files, folder, keep } = shelfOf(shop);
    const id = desk.take();
    await keep(id, TEXT);
    value(await files.keep(new TextEncoder().encode('its row never came')));
    mkdirSync(join(folder, 'ab'), { recursive: true });
    writeFileSync(join(folder, 'ab', 'half.new'), 'hal');
    age(folder, THEN);
    await files.keepHouse(THEN);
    expect(onDisk(folder)).toHaveLength(3);
    expect(await files.keepHouse(after(3 * HOUR_MS))).toEqual([]);
    expect(onDisk(folder).map((file) => readFileSync(file, 'utf8'))).toEqual(['Receipt 42']);
  });

  test.each(['half way', 'before the row'])(
    'a power cut leaves no more than a file to sweep: %s',
    async (when) => {
      using shop = workshop();
      const { files, folder } = shelfOf(shop);
      const script = join(import.meta.dirname, 'keep-and-die.ts');
      const died = spawnSync(process.execPath, [script, folder, when], { encoding: 'utf8' });
      expect(died).toMatchObject({ signal: 'SIGKILL', stderr: '' });
      const left = onDisk(folder);
      expect(left).toHaveLength(1);
      // Under its digest there is the whole file or none.
      expect(left[0]?.endsWith('.new')).toBe(when === 'half way');
      age(folder, THEN);
      await files.keepHouse(after(3 * HOUR_MS));
      expect(onDisk(folder)).toEqual([]);
    },
  );

  test('what was removed can be put back for a week; then its file goes, and its record stays', async () => {
    using shop = workshop();
    const { desk, files, folder, keep } = shelfOf(shop);
    const id = desk.take();
    await keep(id, TEXT);
    await keep(id, photo());
    value(desk.attachments.remove(desk.change(id), 1, 'It shows somebody else’s address.'));
    expect(failure(desk.attachments.remove(desk.change(id), 1, 'again')).code).toBe('wrong-state');
    expect(files.of(id, THEN)[0]).toMatchObject({
      removed: { by: desk.mika.id, at: THEN },
      canPutBack: true,
    });
    value(desk.attachments.putBack(desk.change(id), 1));
    expect(files.of(id, THEN)[0]?.removed).toBeNull();
    value(desk.attachments.remove(desk.change(id), 1, 'It shows somebody else’s address.'));
    const later = (THEN + REMOVED_KEPT_MS + 1) as Instant;
    age(folder, THEN);
    await files.keepHouse(later);
    expect(onDisk(folder)).toHaveLength(1);
    expect(files.of(id, later)[0]).toMatchObject({
      shows: 'The type plate',
      canPutBack: false,
      file: 'missing',
    });
    expect(failure(desk.attachments.putBack(desk.change(id, later), 1)).code).toBe('wrong-state');
  });

  test('a file that is missing or altered is said so, and the check finds it once', async () => {
    using shop = workshop();
    const { desk, files, folder, keep } = shelfOf(shop);
    const id = desk.take();
    await keep(id, TEXT);
    const [file = ''] = onDisk(folder);
    writeFileSync(file, 'Receipt 43');
    // As long as it was: by its length alone it is whole.
    expect(files.of(id, THEN)[0]?.file).toBe('whole');
    expect(await files.keepHouse(THEN)).toHaveLength(1);
    expect(await files.keepHouse(THEN)).toEqual([]);
    const [kept] = files.of(id, THEN);
    expect(kept?.file).toBe('altered');
    if (!kept) throw new Error('the row is gone');
    expect(failure(await files.look(kept))).toEqual({ code: 'file-damaged', detail: 'altered' });
    value(await files.keep(TEXT));
    expect(files.of(id, THEN)[0]?.file).toBe('whole');
    createAttachmentFiles(folder).remove(kept.digest);
    expect(files.of(id, THEN)[0]?.file).toBe('missing');
  });

  test('a claim has so many and no more', async () => {
    using shop = workshop();
    const { desk, files } = shelfOf(shop);
    const id = desk.take();
    const kept = value(await files.keep(TEXT));
    const add = () => desk.attachments.add(desk.change(id), { ...kept, shows: 'x' });
    for (let count = 0; count < ATTACHMENTS_MAX; count += 1) value(add());
    expect(failure(add()).code).toBe('too-many');
    value(desk.attachments.remove(desk.change(id), 1, 'Nobody needs it.'));
    value(add());
    expect(failure(desk.attachments.putBack(desk.change(id), 1)).code).toBe('too-many');
  });

  test('the history holds digests and numbers, and no words', async () => {
    using shop = workshop();
    const { desk, files, keep } = shelfOf(shop);
    const id = desk.take();
    await keep(id, TEXT, 'A secret');
    value(desk.attachments.remove(desk.change(id), 1, 'Another secret'));
    value(desk.attachments.putBack(desk.change(id), 1));
    const [kept] = files.of(id, THEN);
    expect(eventsOf(desk.see(id)).slice(1)).toEqual([
      'attachment-added',
      'attachment-removed',
      'attachment-put-back',
    ]);
    const rows = desk.db.prepare(`SELECT subject, digest FROM audit WHERE event LIKE 'attachment-%'`).all();
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ subject: '1', digest: kept?.digest })));
  });

  test('nothing is added to a claim that is closed', async () => {
    using shop = workshop();
    const { desk, files } = shelfOf(shop);
    const id = desk.take();
    value(desk.life.close(desk.change(id), { kind: 'accepted', how: 'counter', at: THEN }, null));
    const kept = value(await files.keep(TEXT));
    expect(failure(desk.attachments.add(desk.change(id), { ...kept, shows: 'x' })).code).toBe('claim-closed');
  });
});
