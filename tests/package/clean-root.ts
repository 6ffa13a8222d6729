import { spawn, type ChildProcess } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { run, until } from './command.ts';

/** A Debian of its own with nothing on it, running its own systemd. */
export interface CleanRoot {
  /** Its files, as seen from here. */
  readonly folder: string;
  /** Runs a command inside as root; resolves with its stdout. */
  inside(...command: readonly string[]): Promise<string>;
  /** The same; resolves with stdout and whether it went well. */
  ask(...command: readonly string[]): Promise<{ readonly ok: boolean; readonly said: string }>;
  /** Installs a package file with apt, which gets what it depends on from Debian. */
  install(deb: string): Promise<void>;
  close(): Promise<void>;
}

const MIRROR = 'http://deb.debian.org/debian';
const BARE = ['systemd', 'systemd-sysv', 'dbus', 'udev'];
const BOOT_MS = 90_000;
const END_MS = 30_000;

/** Makes a clean Debian of the release `suite` in `folder` with debootstrap, and boots it in a container. */
export async function bootCleanRoot(parts: {
  readonly folder: string;
  readonly suite: string;
  /** One that is there already, to copy. */
  readonly base: string | undefined;
  /** What the kiosk's unit is told in addition: there is no screen here. */
  readonly dropIn: string;
}): Promise<CleanRoot> {
  const { folder, suite, base } = parts;
  if (base) await run('cp', ['-a', base, folder]);
  else await run('debootstrap', ['--variant=minbase', `--include=${BARE.join(',')}`, suite, folder, MIRROR]);
  await copyFile('/etc/resolv.conf', join(folder, 'etc/resolv.conf'));
  const dropIns = join(folder, 'etc/systemd/system/in-your-words.service.d');
  await mkdir(dropIns, { recursive: true });
  await writeFile(join(dropIns, 'no-screen.conf'), parts.dropIn);
  // It is thrown away whatever happens: dpkg need not wait for the disk.
  await writeFile(join(folder, 'etc/dpkg/dpkg.cfg.d/unsafe-io'), 'force-unsafe-io\n');
  // Nobody's package manager may run in the middle of a test.
  for (const timer of ['apt-daily.timer', 'apt-daily-upgrade.timer'])
    await run('ln', ['-sf', '/dev/null', join(folder, 'etc/systemd/system', timer)]);

  const container = spawn(
    'systemd-nspawn',
    ['--quiet', '--register=no', '--keep-unit', '--boot', '--console=pipe', `--directory=${folder}`],
    // A group of its own: Ctrl+C is for the test, which ends the container itself.
    { stdio: 'ignore', detached: true },
  );
  const leader = await until('the clean root starts', BOOT_MS, () => firstChild(container));
  const enter = ['--target', leader, '--mount', '--uts', '--ipc', '--pid', '--cgroup', '--'];
  // The environment of a login, not that of the test.
  const clean = ['env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'HOME=/root', 'LANG=C.UTF-8'];
  const inside = (...command: readonly string[]): Promise<string> =>
    run('nsenter', [...enter, ...clean, 'DEBIAN_FRONTEND=noninteractive', ...command]);
  const ask: CleanRoot['ask'] = (...command) =>
    inside(...command).then(
      (said) => ({ ok: true, said }),
      (error: unknown) => ({ ok: false, said: String(error) }),
    );
  await until('its systemd is up', BOOT_MS, async () =>
    (await ask('systemctl', 'is-active', 'multi-user.target')).ok ? true : undefined,
  );
  await inside('apt-get', 'update', '-q');
  return {
    folder,
    inside,
    ask,
    async install(deb) {
      await copyFile(deb, join(folder, 'root', basename(deb)));
      await inside('apt-get', 'install', '-y', '-q', '--no-install-recommends', `/root/${basename(deb)}`);
    },
    async close() {
      const ended = new Promise((resolve) => container.once('exit', resolve));
      await ask('systemctl', 'poweroff');
      const timer = setTimeout(() => container.kill('SIGKILL'), END_MS);
      await ended;
      clearTimeout(timer);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The container's first process, as its number is outside. */
async function firstChild(container: ChildProcess): Promise<string | undefined> {
  if (container.exitCode !== null)
    throw new Error('systemd-nspawn ended at once; does this machine allow it?');
  const pid = container.pid;
  if (pid === undefined) return undefined;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return children.trim().split(' ')[0] || undefined;
}
