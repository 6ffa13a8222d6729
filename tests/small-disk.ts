import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it until so many bytes are left. */
  fill(leave: number): void;
  /** Takes away what `fill` wrote. */
  makeRoom(): void;
  destroy(): void;
}

const CHUNK = Buffer.alloc(64 * 1024, 7);

/** Mounts a disk of so many MiB in memory, `under` a folder. It needs root on Linux, and says so where it is not. */
export function mountSmallDisk(mebibytes: number, under: string = tmpdir()): SmallDisk {
  if (process.geteuid?.() !== 0) throw new Error('a small disk needs root: it is mounted');
  const folder = mkdtempSync(join(under, 'iyw-small-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0700`, 'tmpfs', folder);
  const filler = join(folder, 'somebody-elses-film');
  return {
    folder,
    fill(leave) {
      const file = openSync(filler, 'a');
      try {
        for (let free = freeIn(folder); free > leave; free = freeIn(folder)) {
          writeSync(file, CHUNK, 0, Math.min(CHUNK.length, free - leave));
        }
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    destroy() {
      run('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
