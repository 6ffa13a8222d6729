import { SetUpError, say, seconds } from './log.mjs';
import { lastLines, runQuietly } from './run.mjs';

/** What Electron's window needs on Debian and its relatives; the last two give a display where there is none. */
const FOR_ELECTRON = [
  ...[
    'libnss3',
    'libatk1.0-0',
    'libatk-bridge2.0-0',
    'libcups2',
    'libgtk-3-0',
    'libgbm1',
    'libasound2',
    'libxss1',
  ],
  ...['xvfb', 'xauth'],
];

/**
 * What the tests read a printed slip with, like a person with a phone: a barcode reader and text recognition; what reads
 * the words of a PDF; a real CUPS, whose way to a network printer (`backend/socket`) comes only with the whole package;
 * and a maker of device files.
 */
const FOR_TESTS = [
  ...['zbar-tools', 'tesseract-ocr', 'tesseract-ocr-eng', 'cups', 'cups-client', 'socat', 'poppler-utils'],
  // Hands on the display itself, and the way in which a service speaks to systemd.
  ...['xdotool', 'systemd'],
];

/** What the tests kill, starve and cut off disks with: strace, and a disk with a volatile cache. */
export const FOR_CAMPAIGNS = ['strace', 'nbdkit', 'libnbd-bin', 'e2fsprogs', 'mount'];

/** What makes a Debian package, and says which libraries it needs. */
export const FOR_PACKAGING = ['dpkg-dev', 'binutils'];

/** What tries a package: a clean Debian, a container, and a screen that is read and touched. */
export const FOR_PACKAGE_TEST = [
  ...['debootstrap', 'systemd-container', 'xvfb', 'xdotool', 'imagemagick'],
  ...['tesseract-ocr', 'tesseract-ocr-eng'],
];

/** Installs the system libraries that Electron needs and, for tests, the readers of printed slips. */
export async function prepareSystemLibraries({ forTests = false } = {}) {
  await installSystemPackages(
    forTests ? [...FOR_ELECTRON, ...FOR_TESTS, ...FOR_CAMPAIGNS] : FOR_ELECTRON,
    'for Electron',
  );
}

/** Installs what is missing of the named Debian packages; other systems are left to their owner. */
export async function installSystemPackages(names, purpose) {
  if (process.platform !== 'linux') return;
  const installed = await installedPackages(names);
  if (installed === null) {
    say(
      `This is no Debian-like system: if something is missing ${purpose}, install the equivalents of ${names.join(' ')}.`,
    );
    return;
  }
  const missing = names.filter((name) => !installed.has(name));
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
    throw new SetUpError(
      `${missing.length} system packages are missing ${purpose}. Install them and start again:\n  ${command}`,
    );
  }
  await aptInstall(missing, purpose);
}

/** The installed ones among the names; null where there is no dpkg. */
async function installedPackages(names) {
  // Newer releases renamed libraries with 64-bit time: libgtk-3-0 became libgtk-3-0t64.
  const candidates = names.flatMap((name) => [name, `${name}t64`]);
  const { code, stdout } = await runQuietly('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\n',
    ...candidates,
  ]);
  if (code === 127) return null;
  const lines = stdout.split('\n').filter((line) => line.endsWith(' installed'));
  return new Set(lines.map((line) => line.split(' ')[0].replace(/t64$/, '')));
}

async function aptInstall(missing, purpose) {
  say(`Installing ${missing.length} system packages ${purpose} …`);
  const started = Date.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runQuietly('apt-get', ['update', '-q'], { env });
  if (update.code !== 0)
    throw new SetUpError(`apt-get update failed; check the network.\n${lastLines(update.output, 5)}`);
  const names = await Promise.all(missing.map(nameInThisRelease));
  const install = await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env,
  });
  if (install.code !== 0) {
    throw new SetUpError(`apt-get could not install ${names.join(' ')}.\n${lastLines(install.output, 8)}`);
  }
  say(`System packages installed in ${seconds(Date.now() - started)}.`);
}

async function nameInThisRelease(name) {
  const { code } = await runQuietly('apt-cache', ['show', `${name}t64`]);
  return code === 0 ? `${name}t64` : name;
}
