import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootCleanRoot, type CleanRoot } from './clean-root.ts';
import { run, until } from './command.ts';
import { backupsMade, readData, type KioskData } from './kiosk-data.ts';
import { buildNextVersion, NEXT_SCHEMA } from './next-version.ts';
import { openScreen, type Screen } from './screen.ts';
import { sandboxOf } from './session.ts';

/*
 * `npm run test:package`: see scripts/test-package.mjs. What is tried is the package as it is installed, with its own
 * unit under systemd, its own user, its own fuses and Chromium's whole sandbox; only the screen is a virtual one.
 */

const ROOT = join(import.meta.dirname, '../..');
const UNIT = 'in-your-words.service';
const WORDS = 'the kettle trips the fuse each morning and nobody could say why';
const NEXT = '999.0.0';
/** systemd's WatchdogSec, its time to end what hangs, and a start. */
const HUNG_WITHIN_MS = 90_000;

/** For whoever works on this test: packages and a clean Debian (of debootstrap's, never booted) that are there already. */
const { values: given } = parseArgs({
  options: { first: { type: 'string' }, next: { type: 'string' }, base: { type: 'string' } },
});

const figures: (readonly [what: string, figure: string])[] = [];
const results = join(ROOT, 'bench-results', 'package');

const work = await mkdtemp(join(tmpdir(), 'in-your-words-package-test-'));
const ends: (() => void | Promise<void>)[] = [];
try {
  await mkdir(results, { recursive: true });
  // A container that runs on would be left behind.
  const interrupted = new Promise<never>((_, reject) =>
    process.once('SIGINT', () => reject(new Error('interrupted'))),
  );
  await Promise.race([tryPackage(), interrupted]);
  await writeFile(join(results, 'figures.json'), `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`);
} finally {
  for (const end of ends.reverse()) await end();
  await rm(work, { recursive: true, force: true });
}

async function tryPackage(): Promise<void> {
  const first = given.first ?? (await timed('this version packed', () => pack([])));
  const next = given.next ?? (await timed('the next version built and packed', packNext));
  const screen = await openScreen(work);
  ends.push(() => screen.close());
  const root = await timed('a clean Debian made and booted', () => bootHere(screen));
  ends.push(() => root.close());
  const data = join(root.folder, 'var/lib/in-your-words');

  const before = await packageCount(root);
  await timed('installed with apt', () => root.install(first));
  note('packages that came with it', String((await packageCount(root)) - before - 1));
  await active(root);
  note('from its start to the unit saying that the welcome screen is up', await startOf(root));
  await checkFiles(root);
  for (const [what, figure] of await sandboxOf(root)) note(what, figure);

  await timed('a claim taken on its screen', () => takeClaim(screen));
  const taken = await readData(data, work);
  expectData('the claim is kept, word for word', taken, (kept) => kept.statements.join() === WORDS);

  await timed('killed: until it takes claims again', async () => {
    await root.inside('systemctl', 'kill', '--signal=KILL', UNIT);
    await until('the unit starts again', HUNG_WITHIN_MS, async () =>
      (await restarts(root)) >= 1 ? true : undefined,
    );
    await active(root);
    await screen.see('What happened?');
  });
  await timed('hung: until it takes claims again', async () => {
    await root.inside('systemctl', 'kill', '--signal=STOP', UNIT);
    await until('systemd sees that it hangs', HUNG_WITHIN_MS, async () =>
      (await restarts(root)) >= 2 ? true : undefined,
    );
    await active(root);
    await screen.see('What happened?');
  });

  await timed('upgraded with apt', () => root.install(next));
  await active(root);
  await screen.see('What happened?');
  const upgraded = await readData(data, work);
  expectData(
    'the upgrade migrated the schema and kept the claim',
    upgraded,
    (kept) => kept.schema === NEXT_SCHEMA && same(kept, taken),
  );
  expectTrue('a backup was made before the migration', (await backupsMade(data, 'before-migration')) === 1);

  await root.inside('apt-get', 'remove', '-y', '-q', 'in-your-words');
  expectTrue('removed: the program is gone', !(await root.ask('test', '-e', '/usr/lib/in-your-words')).ok);
  expectTrue('removed: the unit is gone', !(await root.ask('systemctl', 'is-active', UNIT)).ok);
  expectData('removed: the data is kept', await readData(data, work), (kept) => same(kept, taken));
  await root.inside('apt-get', 'purge', '-y', '-q', 'in-your-words');
  const left = await root.inside(
    ...['find', '/etc', '/usr', '/var', '-xdev', '-path', '*in-your-words*'],
    ...['-not', '-path', '/etc/systemd/system/in-your-words.service.d*'],
  );
  expectTrue(`purged: nothing is left${left && `, but ${left.trim().replaceAll('\n', ' ')}`}`, left === '');
}

async function pack(args: readonly string[]): Promise<string> {
  const script = join(ROOT, 'scripts/package.mjs');
  const said = await run(process.execPath, [script, '--quick', `--to=${work}`, ...args]);
  return said.trim();
}

async function packNext(): Promise<string> {
  await buildNextVersion(join(work, 'next'));
  return pack([`--app=${join(work, 'next')}`, `--version=${NEXT}`]);
}

async function bootHere(screen: Screen): Promise<CleanRoot> {
  const release = await readFile('/etc/os-release', 'utf8');
  const [, suite] = /^VERSION_CODENAME=(.*)$/m.exec(release) ?? [];
  if (!suite) throw new Error('this system does not say which Debian it is');
  return bootCleanRoot({
    folder: join(work, 'root'),
    suite,
    base: given.base,
    dropIn: [
      '# No screen, no graphics card and no terminal here: cage shows its screen on a virtual one.',
      '[Service]',
      'TTYPath=\nTTYReset=no\nTTYVHangup=no\nTTYVTDisallocate=no\nStandardInput=null',
      `Environment=WLR_BACKENDS=x11 WLR_RENDERER=pixman DISPLAY=${screen.display}\n`,
    ].join('\n'),
  });
}

/** dpkg finds every file as it was packed, and only root and the kiosk's user read what customers said. */
async function checkFiles(root: CleanRoot): Promise<void> {
  expectTrue(
    'every file is as packed (dpkg --verify)',
    (await root.inside('dpkg', '--verify', 'in-your-words')) === '',
  );
  const folder = await root.inside('stat', '--format=%U:%G %a', '/var/lib/in-your-words');
  expectTrue(
    `the data folder is its user's alone (${folder.trim()})`,
    folder.trim() === 'in-your-words:in-your-words 700',
  );
  const setUid = await root.inside('find', '/usr/lib/in-your-words', '-perm', '/6000');
  expectTrue('no program of it becomes root', setUid === '');
}

async function takeClaim(screen: Screen): Promise<void> {
  await screen.touch('Start');
  await screen.see('keep your words');
  await screen.type(WORDS);
  await screen.touch('Finish now');
  await screen.touch('Yes, print my ticket');
  await screen.see('what happens next.');
  await screen.keep(join(results, 'claim-taken.png'));
  await screen.touch('Done');
  await screen.see('What happened?');
  await screen.keep(join(results, 'welcome.png'));
}

/** With `Type=notify` a unit is active once the app said that its welcome screen is up. */
function active(root: CleanRoot): Promise<true> {
  return until('the unit is active', HUNG_WITHIN_MS, async () =>
    (await root.ask('systemctl', 'is-active', UNIT)).ok ? true : undefined,
  );
}

/** How long the last start took, by systemd's clock. */
async function startOf(root: CleanRoot): Promise<string> {
  const [began, ended] = await Promise.all(
    ['InactiveExitTimestampMonotonic', 'ActiveEnterTimestampMonotonic'].map(async (name) =>
      Number(await root.inside('systemctl', 'show', `--property=${name}`, '--value', UNIT)),
    ),
  );
  return `${(((ended ?? 0) - (began ?? 0)) / 1e6).toFixed(1)} s`;
}

async function restarts(root: CleanRoot): Promise<number> {
  return Number(await root.inside('systemctl', 'show', '--property=NRestarts', '--value', UNIT));
}

async function packageCount(root: CleanRoot): Promise<number> {
  return (await root.inside('dpkg-query', '-f', '.', '-W')).length;
}

function same(one: KioskData, other: KioskData | undefined): boolean {
  const said = (data: KioskData | undefined): string =>
    JSON.stringify([data?.statements, data?.claimNumbers]);
  return said(one) === said(other) && one.integrity === 'ok';
}

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await act();
  note(what, `${((performance.now() - started) / 1_000).toFixed(1)} s`);
  return result;
}

function expectData(what: string, data: KioskData | undefined, holds: (data: KioskData) => boolean): void {
  if (data === undefined || !holds(data)) throw new Error(`not so: ${what}\n${JSON.stringify(data)}`);
  note(what, 'yes');
}

function expectTrue(what: string, holds: boolean): void {
  if (!holds) throw new Error(`not so: ${what}`);
  note(what, 'yes');
}

function note(what: string, figure: string): void {
  figures.push([what, figure]);
  process.stdout.write(`  ${what}: ${figure}\n`);
}
