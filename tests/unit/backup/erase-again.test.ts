import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { erasuresOf, rememberErasures, type AskedErasure } from '../../../src-main/backup/erasure-list.ts';
import { filesIn } from '../../../src-main/backup/kept-files.ts';
import { openOrRecover } from '../../../src-main/backup/open-or-recover.ts';
import { leaveOrder } from '../../../src-main/backup/restore-order.ts';
import { runBackup } from '../../../src-main/backup/run-backup.ts';
import type { ClaimId } from '../../../src-main/domain/brand.ts';
import type { StoreCode } from '../../../src-main/domain/claim-number.ts';
import { createIndexWriter } from '../../../src-main/search/index-writer.ts';
import { verifyIndex } from '../../../src-main/search/verify.ts';
import { attachmentFile, createAttachmentFiles } from '../../../src-main/store/attachment-files.ts';
import { createErasureStore } from '../../../src-main/store/erasure-store.ts';
import { createRecoveryStore } from '../../../src-main/store/recovery-store.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { verifyDatabase } from '../../../src-main/store/verify-database.ts';
import { deskShop, type DeskShop } from '../store/desk/support.ts';
import { after, HOUR_MS, value, workshop, type Workshop } from '../store/support.ts';
import { backupFolder } from './support.ts';

const WORDS = 'Quarkleberry hissed at me';
const ACCEPTED = { kind: 'accepted', how: 'counter', at: after(0) } as const;

function backUp(shop: Workshop, at = after(0)): string {
  const task = { file: shop.file, folder: backupFolder(shop), second: null, why: 'asked', at } as const;
  return value(runBackup(task).made).id;
}

/** A claim with a photo; returns what identifies both. */
async function claimWithPhoto(shop: Workshop, desk: DeskShop) {
  const claimId = desk.take({ statement: WORDS });
  const bytes = Buffer.from('their face');
  const digest = value(await createAttachmentFiles(filesIn(dirname(shop.file))).put(bytes));
  const given = { digest, media: 'image/jpeg', bytes: bytes.byteLength, shows: 'Them' } as const;
  value(desk.attachments.add(desk.change(claimId), given));
  return { claimId, digest };
}

/** Erases as the app does, but for its lists. */
function erase(desk: DeskShop, id: ClaimId): void {
  const index = createIndexWriter(desk.db);
  const store = createErasureStore(desk.db, [
    ({ claimId, running }) => {
      index.forget(running);
      desk.attachments.forget(claimId);
      return () => undefined;
    },
  ]);
  value(store.erase(id, { why: 'asked', by: desk.aino.id, at: after(HOUR_MS) }));
}

function indexAll(db: Db): void {
  const index = createIndexWriter(db);
  while (!index.step(50).done);
}

/** Starts as the app does, and looks. */
function start<T>(shop: Workshop, look: (db: Db) => T): T {
  const database = value(
    openOrRecover({
      file: shop.file,
      folders: [backupFolder(shop)],
      storeCode: 'HEL' as StoreCode,
      now: () => after(2 * HOUR_MS),
      onRestored: () => undefined,
    }),
  );
  try {
    return look(database.db);
  } finally {
    database.close();
  }
}

/** Returns the files of the live data in which the words are, in clear. */
function traces(shop: Workshop, words: string): readonly string[] {
  const folder = dirname(shop.file);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/backups/') && !path.includes('/set-aside/'))
    .filter((path) => readFileSync(path).includes(words));
}

function expectErased(shop: Workshop, db: Db, id: ClaimId): void {
  const number = db.prepare<[string], string>('SELECT number FROM claim WHERE id = ?').pluck().get(id);
  expect(db.prepare('SELECT erased_why FROM claim WHERE id = ?').pluck().get(id)).toBe('asked');
  expect(db.prepare('SELECT count(*) FROM attachment WHERE claim_id = ?').pluck().get(id)).toBe(0);
  expect(db.prepare(`SELECT actor FROM audit WHERE event = 'person-erased'`).pluck().all()).toEqual(['']);
  expect(createRecoveryStore(db).unseen()[0]).toMatchObject({ erasedAgain: [number], filesMissing: [] });
  expect(verifyDatabase(db)).toMatchObject({ ok: true });
  indexAll(db);
  expect(verifyIndex(db)).toBeNull();
  db.pragma('wal_checkpoint(TRUNCATE)');
  for (const word of [WORDS, 'quarkleberry']) expect(traces(shop, word)).toEqual([]);
}

test('a backup of before an erasure is restored without the words, and without the photo', async () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const { claimId, digest } = await claimWithPhoto(shop, desk);
  const other = desk.take({ statement: 'Another story.' });
  value(desk.life.close(desk.change(claimId), ACCEPTED, null));
  indexAll(desk.db);
  const old = backUp(shop);
  erase(desk, claimId);
  rmSync(attachmentFile(filesIn(dirname(shop.file)), digest));
  shop.close();
  leaveOrder(dirname(shop.file), { why: 'asked', detail: '', wanted: old });
  start(shop, (db) => {
    expectErased(shop, db, claimId);
    expect(db.prepare('SELECT text FROM statement WHERE claim_id = ?').pluck().get(other)).toBe(
      'Another story.',
    );
  });
  expect(existsSync(attachmentFile(filesIn(dirname(shop.file)), digest))).toBe(false);
  // From now on the list says so, whatever becomes of the database.
  expect(erasuresOf(dirname(shop.file))).toEqual([{ claimId, at: after(HOUR_MS) }]);
});

test('one that was open then is closed without a word of how, and erased', async () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const { claimId } = await claimWithPhoto(shop, desk);
  value(desk.promises.give(desk.change(claimId), desk.promise()));
  const old = backUp(shop);
  rememberErasures(dirname(shop.file), [{ claimId, at: after(HOUR_MS) }]);
  shop.close();
  leaveOrder(dirname(shop.file), { why: 'asked', detail: '', wanted: old });
  start(shop, (db) => {
    expectErased(shop, db, claimId);
    expect(db.prepare('SELECT status, next_due FROM claim').get()).toEqual({
      status: 'closed',
      next_due: null,
    });
    expect(db.prepare('SELECT count(*) FROM claim_ending').pluck().get()).toBe(0);
  });
});

test('the list beside the backups is enough, where the database and its folder are lost', async () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const { claimId } = await claimWithPhoto(shop, desk);
  value(desk.life.close(desk.change(claimId), ACCEPTED, null));
  const old = backUp(shop);
  erase(desk, claimId);
  const newer = backUp(shop, after(HOUR_MS));
  expect(erasuresOf(backupFolder(shop))).toEqual([{ claimId, at: after(HOUR_MS) }]);
  shop.close();
  for (const end of ['db', 'json']) rmSync(join(backupFolder(shop), `${newer}.${end}`));
  writeFileSync(shop.file, 'what a dying disk left');
  start(shop, (db) => expectErased(shop, db, claimId));
  expect(old).not.toBe(newer);
});

function twoErasures(): readonly AskedErasure[] {
  return ['0197', '0198'].map((part, index) => ({
    claimId: `${part}aaaa-0000-7000-8000-000000000000` as ClaimId,
    at: after(index + 1),
  }));
}

test('the list holds ids and times, and adds up', () => {
  using shop = workshop();
  const [one, other] = twoErasures();
  if (!one || !other) throw new Error('two erasures');
  expect(erasuresOf(shop.folder)).toEqual([]);
  expect(rememberErasures(shop.folder, [one])).toBeNull();
  expect(rememberErasures(shop.folder, [{ ...one, at: after(9) }, other])).toBeNull();
  expect(erasuresOf(shop.folder)).toEqual([one, other]);
});

test('of a damaged list everything that can be read still counts, and it is kept beside the new one', () => {
  using shop = workshop();
  const both = twoErasures();
  const third = { claimId: '0199aaaa-0000-7000-8000-000000000000' as ClaimId, at: after(3) };
  const list = join(shop.folder, 'erased.json');
  rememberErasures(shop.folder, both);
  const damaged = readFileSync(list, 'utf8').replace('0197', '01\u{fffd}7');
  writeFileSync(list, damaged);
  expect(erasuresOf(shop.folder)).toEqual(both.slice(1));

  const aside = join(shop.folder, 'erased.damaged-1.json');
  expect(rememberErasures(shop.folder, [third])).toBe(aside);
  expect(readFileSync(aside, 'utf8')).toBe(damaged);
  expect(erasuresOf(shop.folder)).toEqual([...both.slice(1), third]);
  expect(rememberErasures(shop.folder, [third])).toBeNull();

  writeFileSync(list, 'nothing of it');
  expect(rememberErasures(shop.folder, both)).toBe(join(shop.folder, 'erased.damaged-2.json'));
  expect(erasuresOf(shop.folder)).toEqual(both);
});

test('where the disk refuses a new list, the damaged one is where it was', () => {
  using shop = workshop();
  const list = join(shop.folder, 'erased.json');
  rememberErasures(shop.folder, twoErasures());
  const damaged = `${readFileSync(list, 'utf8')}]`;
  writeFileSync(list, damaged);
  // Where the new list would be written first, nothing can be.
  mkdirSync(join(shop.folder, 'erased.json.new'));
  const third = { claimId: '0199aaaa-0000-7000-8000-000000000000' as ClaimId, at: after(3) };
  expect(() => rememberErasures(shop.folder, [third])).toThrow();
  expect(readFileSync(list, 'utf8')).toBe(damaged);
  expect(erasuresOf(shop.folder)).toEqual(twoErasures());
});

test('a backup says which list of erasures was damaged, and mends it from the database', async () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const { claimId } = await claimWithPhoto(shop, desk);
  value(desk.life.close(desk.change(claimId), ACCEPTED, null));
  erase(desk, claimId);
  backUp(shop);
  const list = join(backupFolder(shop), 'erased.json');
  writeFileSync(list, '[');
  const task = { file: shop.file, folder: backupFolder(shop), second: null, why: 'asked' } as const;
  const aside = join(backupFolder(shop), 'erased.damaged-1.json');
  expect(runBackup({ ...task, at: after(HOUR_MS) }).damagedLists).toEqual([aside]);
  expect(erasuresOf(backupFolder(shop))).toEqual([{ claimId, at: after(HOUR_MS) }]);
  expect(runBackup({ ...task, at: after(2 * HOUR_MS) }).damagedLists).toEqual([]);
});
