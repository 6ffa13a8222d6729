import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ClaimId, Instant, Zone } from '../../../src-main/domain/brand.ts';
import { nightDue, USUAL_RETENTION, type Retention } from '../../../src-main/domain/retention.ts';
import { createNightlyPurge } from '../../../src-main/privacy/nightly-purge.ts';
import { createPersonFiles } from '../../../src-main/privacy/person-files.ts';
import { createErasureStore } from '../../../src-main/store/erasure-store.ts';
import { createExportStore } from '../../../src-main/store/export-store.ts';
import { createPurgeStore } from '../../../src-main/store/purge-store.ts';
import { verifyDatabase } from '../../../src-main/store/verify-database.ts';
import { deskShop, type DeskShop } from '../store/desk/support.ts';
import { after, HOUR_MS, value, workshop, type Workshop } from '../store/support.ts';

const DAY_MS = 24 * HOUR_MS;
const ZONE = 'Europe/Helsinki' as Zone;

function purging(shop: Workshop, given: { readonly retention?: Partial<Retention>; readonly days: number }) {
  const desk = deskShop(shop);
  let now = after(given.days * DAY_MS);
  const { db } = desk;
  const folders = {
    pictures: join(shop.folder, 'slips'),
    exports: join(shop.folder, 'exports'),
    setAside: join(shop.folder, 'set-aside'),
  };
  const stores = {
    erasures: createErasureStore(db, []),
    exports: createExportStore(db),
    runs: createPurgeStore(db),
  };
  const purge = createNightlyPurge({
    ...stores,
    files: createPersonFiles(folders),
    retention: () => ({ ...USUAL_RETENTION, ...given.retention }),
    zone: () => ZONE,
    now: () => now,
    onErased: () => undefined,
  });
  const put = (folder: keyof typeof folders, name: string, age: number): void => {
    mkdirSync(folders[folder], { recursive: true });
    const path = join(folders[folder], name);
    writeFileSync(path, 'words');
    utimesSync(path, (now - age * DAY_MS) / 1000, (now - age * DAY_MS) / 1000);
  };
  return { ...stores, desk, purge, folders, put, wait: (ms: number) => (now = (now + ms) as Instant) };
}

function closed(desk: DeskShop): ClaimId {
  const id = desk.take();
  value(desk.life.close(desk.change(id), { kind: 'accepted', how: 'phone', at: after(0) }, null));
  return id;
}

test('what is closed for long enough goes, in the order in which it may, and everything else stays', async () => {
  using shop = workshop();
  const { desk, purge, runs } = purging(shop, { days: 400, retention: { wordsDays: 900 } });
  const [open, gone] = [desk.take(), Array.from({ length: 12 }, () => closed(desk))];
  await purge.run();
  expect(runs.latest()).toMatchObject({ contacts: 12, words: 0, night: '2026-12-26' });
  for (const id of gone)
    expect(desk.see(id)).toMatchObject({
      contact: { name: '', phone: '', email: '', way: null },
      statements: [{ text: 'It stopped.\r\nThen it smoked 😡' }],
      erasure: { erasedAt: null },
    });
  expect(desk.see(open).contact.name).toBe('Aino');
  expect(verifyDatabase(desk.db)).toMatchObject({ ok: true });
});

test('once a night, and the night that was slept through at the next start', async () => {
  using shop = workshop();
  const { desk, purge, runs, wait } = purging(shop, { days: 1_200 });
  const first = closed(desk);
  await purge.run();
  expect(desk.see(first).erasure).toMatchObject({ erasedWhy: 'age' });
  expect(runs.latest()).toMatchObject({ words: 1, contacts: 0 });
  const second = closed(desk);
  wait(HOUR_MS);
  await purge.run();
  expect(desk.see(second).erasure.erasedAt).toBeNull();
  wait(5 * DAY_MS);
  await purge.run();
  expect(desk.see(second).erasure).toMatchObject({ erasedWhy: 'age' });
  expect(verifyDatabase(desk.db)).toMatchObject({ ok: true });
});

test('"for ever" is for ever', async () => {
  using shop = workshop();
  const { desk, purge } = purging(shop, { days: 3_000, retention: { contactDays: null, wordsDays: null } });
  const id = closed(desk);
  await purge.run();
  expect(desk.see(id).contact.name).toBe('Aino');
});

test('files go by their age, and those of an erased claim whatever their age', async () => {
  using shop = workshop();
  const { desk, purge, put, folders, runs, erasures, exports } = purging(shop, { days: 2 });
  const [kept, erased] = [closed(desk), closed(desk)];
  const [keptNumber, erasedNumber] = [desk.see(kept).number, desk.see(erased).number];
  put('pictures', `${keptNumber}.png`, 6);
  put('pictures', `${keptNumber}-update.png`, 8);
  put('pictures', `${erasedNumber}.png`, 1);
  put('exports', `${erasedNumber}-letter.pdf`, 1);
  put('exports', 'report.csv', 31);
  put('exports', 'pack.pdf', 29);
  put('setAside', '20250101T000000000Z', 57);
  exports.remember({ name: 'report.csv', claims: [kept], at: after(0) });
  value(erasures.erase(erased, { why: 'asked', by: null, at: after(HOUR_MS) }));
  await purge.run();
  expect(readdirSync(folders.pictures)).toEqual([`${keptNumber}.png`]);
  expect(readdirSync(folders.exports)).toEqual(['pack.pdf']);
  expect(readdirSync(folders.setAside)).toEqual([]);
  expect(exports.filesOf(kept)).toEqual([]);
  expect(runs.latest()).toMatchObject({ pictures: 1, exports: 1, setAside: 1 });
});

test('while somebody reads the log stays, and the night is not over before it is cut off', async () => {
  using shop = workshop();
  const { desk, purge, runs } = purging(shop, { days: 1_200 });
  closed(desk);
  desk.db.pragma('busy_timeout = 1');
  const { db: reader } = shop.open();
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM claim').get();
  await purge.run();
  expect(runs.latest()).toMatchObject({ words: 1, endedAt: null });
  reader.exec('COMMIT');
  await purge.run();
  expect(runs.latest()?.endedAt).not.toBeNull();
});

test('a night begins at three, in the store’s own time', () => {
  expect(nightDue(Date.parse('2026-11-22T00:59:59Z') as Instant, ZONE)).toBe('2026-11-21');
  expect(nightDue(Date.parse('2026-11-22T01:00:00Z') as Instant, ZONE)).toBe('2026-11-22');
});
