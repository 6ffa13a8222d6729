import type * as NodeFs from 'node:fs';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, type PathLike } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeFolder, replaceFile } from '../../../src-main/store/durable-file.ts';
import { workshop } from './support.ts';

// What a power cut may take away cannot be seen from here; the order of the calls that prevent it can.
const calls: string[] = [];
const names = new Map<number, string>();
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof NodeFs>();
  return {
    ...fs,
    openSync: (path: PathLike, flags: string, mode?: number) => {
      const handle = fs.openSync(path, flags, mode);
      names.set(handle, basename(String(path)));
      return handle;
    },
    fsyncSync: (handle: number) => {
      calls.push(`fsync ${names.get(handle)}`);
      fs.fsyncSync(handle);
    },
    renameSync: (from: PathLike, to: PathLike) => {
      calls.push(`rename ${basename(String(from))} ${basename(String(to))}`);
      fs.renameSync(from, to);
    },
  };
});
beforeEach(() => void calls.splice(0));

test('a file is on the disk before it takes its name, and its name before anybody hears of it', () => {
  using shop = workshop();
  replaceFile(shop.folder, 'a.json', 'text');
  expect(readFileSync(join(shop.folder, 'a.json'), 'utf8')).toBe('text');
  expect(calls).toEqual(['fsync a.json.new', 'rename a.json.new a.json', `fsync ${basename(shop.folder)}`]);
});

test('every folder that was made is known to the one above it', () => {
  using shop = workshop();
  makeFolder(join(shop.folder, 'one', 'two', 'three'));
  expect(calls).toEqual(['fsync two', 'fsync one', `fsync ${basename(shop.folder)}`]);
  makeFolder(join(shop.folder, 'one', 'two', 'three'));
  expect(calls.length).toBe(3);
});

test('a new database is finished before it takes its name, and its name is on the disk', () => {
  using shop = workshop();
  shop.open();
  expect(calls).toEqual([
    `fsync ${basename(shop.folder)}`,
    `rename ${basename(shop.file)}.new ${basename(shop.file)}`,
    `fsync ${basename(dirname(shop.file))}`,
  ]);
});

test('the recorder records', () => {
  using shop = workshop();
  const handle = openSync(shop.folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(shop.folder, shop.folder);
  expect(calls.length).toBe(2);
});
