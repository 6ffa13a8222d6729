import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetUpError } from '../lib/log.mjs';
import { inRoot } from '../lib/paths.mjs';
import { lastLines, runQuietly } from '../lib/run.mjs';
import { INSTALLED } from './stage.mjs';

const SCRIPTS = ['postinst', 'prerm', 'postrm'];
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/**
 * The session the app runs in (cage needs xwayland to start), its rights to the screen, what runs and watches it, and
 * what Chromium opens by name when it is there. The libraries it links are found by dpkg-shlibdeps.
 */
const SESSION = ['cage', 'xwayland', 'seatd', 'systemd', 'udev', 'init-system-helpers', 'fonts-noto-core'];
const BY_NAME = ['libegl1', 'libgl1', 'libgl1-mesa-dri'];
/** The signs of customers' words that the app's own fonts do not have, on the screen; slips bring their own. */
const RECOMMENDED = ['fonts-noto-cjk', 'fonts-noto-color-emoji', 'cups'];

/**
 * Makes a Debian package of a staged tree with Debian's own dpkg-deb, which needs neither root nor fakeroot and no
 * download: `--root-owner-group` says whose the files are. Returns the path of the package.
 */
export async function makeDeb({
  root,
  version,
  isTest,
  to,
  compression = ['-Zxz', '-z6'],
  arch = process.arch,
}) {
  const control = path.join(root, 'DEBIAN');
  await mkdir(control);
  await chmod(control, 0o755);
  const architecture = ARCHITECTURES[arch];
  if (architecture === undefined)
    throw new SetUpError(`there is no package for processors of the kind ${arch}.`);
  const files = await filesOf(root);
  await write(path.join(control, 'md5sums'), await md5sums(root, files));
  await write(path.join(control, 'conffiles'), conffiles(files));
  await write(
    path.join(control, 'control'),
    await controlFile({ root, files, version, isTest, architecture }),
  );
  for (const script of SCRIPTS) {
    await copyFile(inRoot('packaging/scripts', script), path.join(control, script));
    await chmod(path.join(control, script), 0o755);
  }
  const file = path.join(to, `in-your-words_${version}_${architecture}.deb`);
  await mkdir(to, { recursive: true });
  await run('dpkg-deb', ['--root-owner-group', ...compression, '--build', root, file]);
  return file;
}

/** Returns what the version of a package is: a test build sorts before the release of the same number. */
export function debianVersion(version, isTest) {
  return isTest ? `${version}~test` : version;
}

async function controlFile({ root, files, version, isTest, architecture }) {
  const depends = [...SESSION, ...BY_NAME, ...(await libraries(root, files))].sort();
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(root, file))).size));
  const kilobytes = Math.ceil(sizes.reduce((sum, size) => sum + Math.ceil(size / 1024), 0));
  return `${[
    'Package: in-your-words',
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    'Section: misc',
    'Priority: optional',
    'Maintainer: The In Your Words maintainers <maintainers@in-your-words.invalid>',
    `Installed-Size: ${kilobytes}`,
    `Depends: ${depends.join(', ')}`,
    `Recommends: ${RECOMMENDED.join(', ')}`,
    `Description: kiosk for the service counter${isTest ? ' (test build, not for a shop)' : ''}`,
    " It keeps the customer's words exactly and prints a claim ticket that states",
    ' honestly what to expect. The package starts it on the screen of this computer,',
    ' at every start, as a user of its own, and looks after it.',
  ].join('\n')}\n`;
}

/** The packages of the libraries that the programs in the tree link, with the versions they need. */
async function libraries(root, files) {
  const work = await mkdtemp(path.join(tmpdir(), 'in-your-words-shlibs-'));
  try {
    await mkdir(path.join(work, 'debian'));
    await writeFile(
      path.join(work, 'debian', 'control'),
      'Source: in-your-words\n\nPackage: in-your-words\nArchitecture: any\n',
    );
    const programs = [];
    for (const file of files) if (await isElf(path.join(root, file))) programs.push(path.join(root, file));
    const args = [
      '-O',
      '--ignore-missing-info',
      `-l${path.join(root, INSTALLED)}`,
      ...programs.map((each) => `-e${each}`),
    ];
    const output = await run('dpkg-shlibdeps', args, work);
    const [, list] = /^shlibs:Depends=(.*)$/m.exec(output) ?? [];
    if (!list) throw new SetUpError('dpkg-shlibdeps named no library.');
    return list.split(', ');
  } finally {
    await rm(work, { recursive: true });
  }
}

async function isElf(file) {
  const start = (await readFile(file)).subarray(0, 4);
  return start.equals(Buffer.from('\x7fELF', 'latin1'));
}

/** What the shop may edit lies in /etc; dpkg asks before it replaces an edited one. */
function conffiles(files) {
  return files
    .filter((file) => file.startsWith('etc/'))
    .map((file) => `/${file}\n`)
    .join('');
}

async function md5sums(root, files) {
  const lines = [];
  for (const file of files.filter((each) => !each.startsWith('etc/'))) {
    const digest = createHash('md5').update(await readFile(path.join(root, file)));
    lines.push(`${digest.digest('hex')}  ${file}\n`);
  }
  return lines.join('');
}

/** The files of a staged tree, as paths inside it. */
export async function filesOf(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('DEBIAN/'))
    .sort();
}

async function write(file, text) {
  await writeFile(file, text);
  await chmod(file, 0o644);
}

async function run(command, args, cwd) {
  const { code, output, stdout } = await runQuietly(command, args, cwd === undefined ? {} : { cwd });
  if (code !== 0) throw new SetUpError(`${command} failed.\n${lastLines(output, 8)}`);
  return stdout;
}
