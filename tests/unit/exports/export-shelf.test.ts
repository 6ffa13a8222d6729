import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportName } from '../../../src-main/domain/exported.ts';
import { drivesIn } from '../../../src-main/exports/drives.ts';
import { createExportShelf, type ExportShelf } from '../../../src-main/exports/export-shelf.ts';

const BYTES = new TextEncoder().encode('date;claims\n');

let base: string;
let stick: string;
let mountinfo: string;
let shelf: ExportShelf;

function plugIn(folder: string, options = 'rw,nosuid'): void {
  writeFileSync(
    mountinfo,
    `29 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n70 29 8:17 / ${folder} ${options} - vfat x rw\n`,
  );
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'iyw-shelf-'));
  stick = join(base, 'media', 'STICK');
  mkdirSync(stick, { recursive: true });
  mountinfo = join(base, 'mountinfo');
  plugIn(stick);
  shelf = createExportShelf({ folder: join(base, 'exports'), mountinfo, roots: [join(base, 'media/')] });
});
afterEach(() => rmSync(base, { recursive: true }));

describe('where files can go', () => {
  test('the kiosk’s own folder comes first, then what is plugged in', async () => {
    expect(await shelf.places()).toEqual([
      { id: 'kiosk', kind: 'kiosk', name: join(base, 'exports') },
      { id: stick, kind: 'drive', name: 'STICK' },
    ]);
  });

  test('a drive that cannot be written to is no place', async () => {
    plugIn(stick, 'ro,nosuid');
    expect((await shelf.places()).map(({ kind }) => kind)).toEqual(['kiosk']);
  });

  test('where the system keeps no list of mounts there is the kiosk’s own folder', async () => {
    const elsewhere = createExportShelf({ folder: base, mountinfo: join(base, 'none') });
    expect((await elsewhere.places()).map(({ id }) => id)).toEqual(['kiosk']);
  });

  test('a folder’s name is read as the system writes it', () => {
    const line = String.raw`70 29 8:17 / /media/kiosk/MIKA'S\040STICK rw - vfat /dev/sdb1 rw`;
    expect(drivesIn(line)).toEqual(["/media/kiosk/MIKA'S STICK"]);
    expect(
      drivesIn('29 1 8:1 / /home rw - ext4 x rw\n29 1 8:1 / /media/ rw - tmpfs x rw\n\nhalf a line'),
    ).toEqual([]);
  });
});

describe('saving a file', () => {
  test('it is there whole, and nothing beside it', async () => {
    for (const placeId of ['kiosk', stick]) {
      const saved = await shelf.save({ placeId, name: 'report-2026-W47.csv', bytes: BYTES, claims: [] });
      expect(saved).toMatchObject({
        ok: true,
        value: { place: { id: placeId }, name: 'report-2026-W47.csv' },
      });
    }
    expect(readdirSync(stick)).toEqual(['report-2026-W47.csv']);
    expect(readFileSync(join(base, 'exports', 'report-2026-W47.csv'))).toEqual(Buffer.from(BYTES));
  });

  test('a name that is taken gets a number, and the first file stays as it is', async () => {
    const first = await shelf.save({ placeId: stick, name: 'a.csv', bytes: BYTES, claims: [] });
    const second = await shelf.save({
      placeId: stick,
      name: 'a.csv',
      bytes: new Uint8Array([1]),
      claims: [],
    });
    const third = await shelf.save({ placeId: stick, name: 'a.csv', bytes: new Uint8Array([2]), claims: [] });
    expect([first, second, third].map((saved) => saved.ok && saved.value.name)).toEqual([
      'a.csv',
      'a-2.csv',
      'a-3.csv',
    ]);
    expect(readFileSync(join(stick, 'a.csv'))).toEqual(Buffer.from(BYTES));
  });

  test('a drive that was pulled out is said to be gone, whether it is still in the list or not', async () => {
    rmSync(stick, { recursive: true });
    expect(await shelf.save({ placeId: stick, name: 'a.csv', bytes: BYTES, claims: [] })).toMatchObject({
      error: { reason: 'gone' },
    });
    writeFileSync(mountinfo, '');
    expect(await shelf.save({ placeId: stick, name: 'a.csv', bytes: BYTES, claims: [] })).toMatchObject({
      error: { reason: 'gone' },
    });
  });

  test('a folder that nobody offered is no place', async () => {
    const saved = await shelf.save({ placeId: '/etc', name: 'a.csv', bytes: BYTES, claims: [] });
    expect(saved).toMatchObject({ error: { reason: 'gone' } });
  });

  test('what the system refuses leaves nothing behind', async () => {
    mkdirSync(join(stick, '.a.csv.new'));
    const saved = await shelf.save({ placeId: stick, name: 'a.csv', bytes: BYTES, claims: [] });
    expect(saved).toMatchObject({ error: { reason: 'refused', detail: 'EISDIR' } });
    expect(readdirSync(stick)).toEqual(['.a.csv.new']);
  });
});

test('a file’s name is one that every system takes', () => {
  expect(exportName(['Letter', 'HEL-1042-K', 'Müller & Söhne'], 'pdf')).toBe(
    'Letter-HEL-1042-K-Mu-ller-So-hne.pdf',
  );
  expect(exportName(['../../etc/passwd'], 'csv')).toBe('etc-passwd.csv');
  expect(exportName(['رسالة'], 'pdf')).toBe('file.pdf');
  expect(exportName(['x'.repeat(500)], 'csv')).toHaveLength(124);
});
