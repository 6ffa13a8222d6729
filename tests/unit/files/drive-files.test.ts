import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ATTACHMENT_MAX_BYTES } from '../../../src-main/domain/attachment.ts';
import { readableDrivesIn } from '../../../src-main/exports/drives.ts';
import {
  createDriveFiles,
  foldersAsDrives,
  mountedDrives,
  type DriveFiles,
} from '../../../src-main/files/drive-files.ts';
import { failure, value } from '../store/support.ts';

let base: string;
let stick: string;
let drives: DriveFiles;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'iyw-drive-')));
  stick = join(base, 'media', 'STICK');
  mkdirSync(join(stick, 'DCIM', '100'), { recursive: true });
  drives = createDriveFiles(foldersAsDrives(join(base, 'media')));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(path: string, text: string, ageSeconds = 0): string {
  const file = join(stick, path);
  writeFileSync(file, text);
  const at = Date.now() / 1000 - ageSeconds;
  utimesSync(file, at, at);
  return file;
}

async function listed() {
  const [drive] = await drives.drives();
  return value(await drives.list(drive?.id ?? ''));
}

test('photos and files are listed, newest first; hidden ones, links, empty ones and others are not', async () => {
  put('DCIM/100/A.JPG', 'old', 100);
  put('receipt.pdf', 'new', 1);
  put('.hidden.jpg', 'x');
  put('program.exe', 'x');
  put('empty.png', '');
  writeFileSync(join(base, 'secret.txt'), 'of the kiosk');
  symlinkSync(join(base, 'secret.txt'), join(stick, 'link.txt'));
  symlinkSync(base, join(stick, 'out'));
  const { files, isWhole } = await listed();
  expect(files.map(({ name, looksLike, bytes }) => [name, looksLike, bytes])).toEqual([
    ['receipt.pdf', 'file', 3],
    ['A.JPG', 'photo', 3],
  ]);
  expect(isWhole).toBe(true);
  const [newest] = files;
  expect(Buffer.from(value(await drives.read(newest?.id ?? ''))).toString()).toBe('new');
});

test('an id of an older list, and a made-up one, open nothing', async () => {
  put('a.txt', 'one');
  const { files } = await listed();
  const id = files[0]?.id ?? '';
  await listed();
  expect(failure(await drives.read(id)).code).toBe('drive-gone');
  expect(failure(await drives.read('/etc/passwd')).code).toBe('drive-gone');
  expect(failure(await drives.list(stick)).code).toBe('drive-gone');
});

test('a file that became a link after it was listed does not lead out of the drive', async () => {
  writeFileSync(join(base, 'secret.txt'), 'of the kiosk');
  const file = put('a.txt', 'one');
  const { files } = await listed();
  rmSync(file);
  symlinkSync(join(base, 'secret.txt'), file);
  expect(failure(await drives.read(files[0]?.id ?? '')).code).toBe('drive-gone');
});

test('a folder that became a link does not lead out either', async () => {
  mkdirSync(join(base, 'elsewhere'));
  writeFileSync(join(base, 'elsewhere', 'b.txt'), 'of the kiosk');
  put('DCIM/100/b.txt', 'one');
  const { files } = await listed();
  rmSync(join(stick, 'DCIM', '100'), { recursive: true });
  symlinkSync(join(base, 'elsewhere'), join(stick, 'DCIM', '100'));
  expect(failure(await drives.read(files[0]?.id ?? '')).code).toBe('drive-gone');
});

test('a drive that is pulled out, and a file that is too large, are said so', async () => {
  const file = put('long.txt', 'x');
  truncateSync(file, ATTACHMENT_MAX_BYTES + 1);
  const { files } = await listed();
  const id = files[0]?.id ?? '';
  expect(failure(await drives.read(id)).code).toBe('too-large');
  const [drive] = await drives.drives();
  rmSync(stick, { recursive: true });
  expect(failure(await drives.list(drive?.id ?? '')).code).toBe('drive-gone');
});

test('a card whose lock is on can be read; without a list of mounts there is no drive', async () => {
  const line = '70 29 8:17 / /media/k/MY\\040CARD ro,nosuid - vfat x ro\n71 29 8:18 / /home rw - ext4 y rw\n';
  expect(readableDrivesIn(line)).toEqual(['/media/k/MY CARD']);
  expect(await mountedDrives(join(base, 'no-such-file'))()).toEqual([]);
});
