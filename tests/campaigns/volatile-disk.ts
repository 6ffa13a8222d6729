import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/**
 * A disk with a volatile cache, whose power can be cut: what was written and not flushed by then is gone, as in a cheap
 * drive. nbdkit serves a file through its write-back cache, which lives in nbdkit's memory; nbdfuse makes a file of it,
 * a loop device a disk, and ext4 lies on it.
 */
export interface VolatileDisk {
  /** The folder that is on the disk. */
  readonly folder: string;
  /** Cuts the power. What holds the folder open must be ended by the caller afterwards; then `powerOn`. */
  cut(): Promise<void>;
  /** Mounts what reached the medium; ext4 plays its journal back. */
  powerOn(): Promise<void>;
  /** Ends everything and removes it. */
  destroy(): Promise<void>;
}

const DISK_BYTES = 96 * 1024 * 1024;
const WAIT_MS = 20;
const LONGEST_WAIT_MS = 20_000;

/** Returns a new disk with the power on. It needs root, Linux, nbdkit and nbdfuse, and says so where one is missing. */
export async function createVolatileDisk(): Promise<VolatileDisk> {
  if (process.geteuid?.() !== 0) throw new Error('a disk whose power can be cut needs root: it is mounted');
  const base = mkdtempSync(join(tmpdir(), 'iyw-disk-'));
  const [medium, socket, fuse, folder] = ['medium', 'socket', 'fuse', 'mounted'].map((name) =>
    join(base, name),
  ) as [string, string, string, string];
  mkdirSync(fuse);
  mkdirSync(folder);
  const file = openSync(medium, 'w');
  ftruncateSync(file, DISK_BYTES);
  closeSync(file);
  run('mkfs.ext4', '-q', '-F', medium);
  let server: ChildProcess | null = null;
  let bridge: ChildProcess | null = null;
  let loop = '';

  async function powerOn(): Promise<void> {
    rmSync(socket, { force: true });
    server = start('nbdkit', [
      ...['--foreground', '--exit-with-parent', '--unix', socket, '--filter=cache'],
      ...['file', medium, 'cache=writeback'],
    ]);
    await until(() => existsSync(socket), 'nbdkit listens');
    bridge = start('nbdfuse', [join(fuse, 'disk'), '--unix', socket]);
    await until(() => existsSync(join(fuse, 'disk')), 'nbdfuse shows the disk');
    loop = run('losetup', '--find', '--show', join(fuse, 'disk'));
    run('mount', '-t', 'ext4', loop, folder);
  }

  async function cut(): Promise<void> {
    // The cache dies with its process. Everything after it only meets a disk that is gone.
    await kill(server);
    server = null;
  }

  async function detach(): Promise<void> {
    spawnSync('umount', ['-l', folder]);
    if (loop) spawnSync('losetup', ['--detach', loop]);
    loop = '';
    await kill(bridge);
    bridge = null;
    spawnSync('umount', ['-l', fuse]);
  }

  await powerOn();
  return {
    folder,
    cut,
    async powerOn() {
      await detach();
      await powerOn();
    },
    async destroy() {
      await detach();
      await kill(server);
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function start(command: string, args: readonly string[]): ChildProcess {
  // What they say about a server that is gone is no news; that they do not start is seen by what they do not show.
  const child = spawn(command, args, { stdio: 'ignore' });
  child.on('error', () => {
    process.stderr.write(`${command} is needed: apt-get install nbdkit libnbd-bin\n`);
  });
  return child;
}

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout.trim();
}

async function kill(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !isSo(); waited += WAIT_MS) {
    if (waited > LONGEST_WAIT_MS) throw new Error(`waited in vain until ${what}`);
    await after(WAIT_MS);
  }
}
