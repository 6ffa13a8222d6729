import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = 'packaging/scripts';
const scripts = readdirSync(FOLDER);

/** Runs a maintainer script where there is none of the commands it calls: what it needs, it must fail without. */
function runScript(name: string, ...args: string[]): { code: number | null; said: string } {
  const empty = mkdtempSync(join(tmpdir(), 'in-your-words-scripts-'));
  try {
    const { status, stderr } = spawnSync('/bin/sh', [join(FOLDER, name), ...args], { env: { PATH: empty } });
    return { code: status, said: stderr.toString() };
  } finally {
    rmSync(empty, { recursive: true });
  }
}

test.each(scripts)('%s is sound for the shell, and stops at the first failure', (name) => {
  expect(spawnSync('sh', ['-n', join(FOLDER, name)]).status).toBe(0);
  expect(readFileSync(join(FOLDER, name), 'utf8')).toMatch(/^#!\/bin\/sh\nset -e\n/);
});

test.each(scripts)('%s refuses what dpkg never asks', (name) => {
  expect(runScript(name, 'dance')).toMatchObject({
    code: 1,
    said: expect.stringContaining('dance') as string,
  });
});

test('an install without its user fails, rather than leave a kiosk that cannot start', () => {
  expect(runScript('postinst', 'configure').code).not.toBe(0);
});

test('only a purge deletes what customers said', () => {
  const [, ...cases] = readFileSync(join(FOLDER, 'postrm'), 'utf8').split(/^(?=\w[\w |-]*\)$)/m);
  const deleting = cases.filter((part) => part.includes('rm -rf')).map((part) => part.split('\n')[0]);
  expect(deleting).toEqual(['purge)']);
  for (const name of ['postinst', 'prerm'])
    expect(readFileSync(join(FOLDER, name), 'utf8')).not.toMatch(/\brm\b/);
});
