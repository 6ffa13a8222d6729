import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { electronBinary } from './electron-binary.ts';
import { expect, test } from './fixtures.ts';
import { APP_FOLDER } from './kiosk.ts';

const run = promisify(execFile);
const SCRIPT = resolve(import.meta.dirname, '../../scripts/demo.mjs');

interface ClaimFile {
  readonly number: string;
  readonly statements: readonly string[];
  readonly expectations: readonly { readonly kind: string }[];
  readonly promises: readonly { readonly kind: string; readonly state: string }[];
  readonly printing: readonly { readonly state: string }[];
}

/**
 * Matches what a reader of print makes of a customer's words: in this order, with the bar at their side taken for a letter
 * or a sign, and the l of a monospaced type for an L; people do neither.
 */
function inTheseWords(statement: string): RegExp {
  const words = statement
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(words.join(String.raw`\s(?:[^\p{L}\p{N}]|\b[il1]\b)*`), 'iu');
}

test('the demonstration leaves a ticket that a phone and a reader can read, every screen, and the claim', async ({
  newFolder,
}) => {
  const out = await newFolder();
  const { stdout } = await run(process.execPath, [SCRIPT, '--quick', `--out=${out}`, `--app=${APP_FOLDER}`], {
    env: { ...process.env, IYW_ELECTRON_PATH: electronBinary() },
  });
  const [ticket = '', screens = '', claimFile = ''] = stdout.trim().split('\n');
  expect([ticket, screens, claimFile]).toEqual(
    ['ticket.png', 'screens', 'claim.json'].map((name) => join(out, name)),
  );

  const claim = JSON.parse(await readFile(claimFile, 'utf8')) as ClaimFile;
  expect(claim.number).toMatch(/^HEL-1001-[0-9A-Z]$/);
  expect(claim.statements.join('')).toContain('espresso machine');
  expect(new Set(claim.expectations.map(({ kind }) => kind))).toEqual(
    new Set(['will', 'try', 'cannot', 'unknown']),
  );
  expect(claim.promises[0]).toMatchObject({ kind: 'next-update', state: 'open' });
  expect(claim.printing).toMatchObject([{ state: 'shown' }]);

  const scanned = await run('zbarimg', ['--quiet', '--raw', ticket]);
  expect(scanned.stdout.trim()).toMatch(new RegExp(`^IYW:${claim.number}:[0-9A-Z]{6}$`));
  const recognised = (await run('tesseract', [ticket, '-'])).stdout;
  expect(recognised).toContain(claim.number.replaceAll('-', ' '));
  expect(recognised).toMatch(inTheseWords(claim.statements.join('\n')));

  const pictures = (await readdir(screens)).filter((name) => name.endsWith('.png')).sort();
  expect(pictures).toHaveLength(10);
  for (const name of pictures) {
    const { width, height } = PNG.sync.read(await readFile(join(screens, name)));
    expect([width, height]).toEqual([1080, 1920]);
  }
});
