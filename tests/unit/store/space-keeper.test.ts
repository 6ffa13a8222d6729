import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  BALLAST_BYTES,
  BALLAST_FILE,
  FLOOR_BYTES,
  isSameDisk,
  keepSpace,
  spaceOf,
  type SpaceKeeper,
} from '../../../src-main/store/space-keeper.ts';
import { mountSmallDisk, type SmallDisk } from '../../small-disk.ts';

const DISK_MIB = 64;
const SOON = { timeout: 15_000 };
/** What is left to be written on a disk that has room for both. */
const BOTH = FLOOR_BYTES + BALLAST_BYTES;

// Each on a real disk of its own, in memory; the test is root's, as the campaigns are.
describe('on a disk of 64 MiB', () => {
  let disk: SmallDisk;
  let keeper: SpaceKeeper;
  const said: boolean[] = [];
  const problems: unknown[] = [];
  const ballast = (): string => join(disk.folder, BALLAST_FILE);
  const begin = (): SpaceKeeper =>
    keepSpace({
      folder: disk.folder,
      onChange: (hasRoom) => said.push(hasRoom),
      onProblem: (problem) => problems.push(problem),
    });

  beforeEach(() => {
    disk = mountSmallDisk(DISK_MIB);
    said.length = problems.length = 0;
    keeper = begin();
  });
  afterEach(async () => {
    await keeper.close();
    disk.destroy();
  });

  test('the ballast is made for real, given up below the floor, and made again when there is room', async () => {
    expect(keeper.look()).toBe(true);
    await vi.waitFor(() => expect(existsSync(ballast())).toBe(true), SOON);
    const { blocks, size } = statSync(ballast());
    expect(size).toBe(BALLAST_BYTES);
    expect(blocks * 512).toBeGreaterThanOrEqual(BALLAST_BYTES);

    disk.fill(0);
    expect(keeper.look()).toBe(false);
    expect(existsSync(ballast())).toBe(false);
    expect(spaceOf(disk.folder)?.free).toBeGreaterThanOrEqual(BALLAST_BYTES);
    expect(said).toEqual([false]);

    // Enough for claims, and not for the ballast with them: it does not flicker at the edge.
    disk.makeRoom();
    disk.fill(BOTH - 1024 * 1024);
    expect(keeper.look()).toBe(false);
    disk.makeRoom();
    keeper.look();
    await vi.waitFor(() => expect(keeper.look()).toBe(true), SOON);
    expect(said).toEqual([false, true]);
    expect(existsSync(ballast())).toBe(true);
    expect(problems).toEqual([]);
  });

  test('a write that failed for want of space gives it up at once, whatever the system says', async () => {
    await vi.waitFor(() => expect(existsSync(ballast())).toBe(true), SOON);
    keeper.heard(new Error('something else'));
    expect(existsSync(ballast())).toBe(true);
    keeper.heard(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }));
    expect(existsSync(ballast())).toBe(false);
    expect(said).toEqual([false]);
  });

  test('a start on a full disk with a ballast gives it up, and one without says so too', () => {
    disk.fill(FLOOR_BYTES - 1);
    expect(keeper.look()).toBe(false);
    expect(said).toEqual([false]);
  });
});

test('the space of what is not there is unknown, and no disk is that of a folder that is not there', () => {
  expect(spaceOf('/nowhere/at/all')).toBeNull();
  expect(spaceOf('/')?.total).toBeGreaterThan(0);
  expect(isSameDisk('/', '/nowhere/at/all')).toBe(false);
  expect(isSameDisk('/', '/proc')).toBe(false);
  expect(isSameDisk('/usr', '/usr/bin')).toBe(true);
});
