import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { after, workshop, type Workshop } from '../store/support.ts';
import { backUp, pastTrigger, takeClaims } from './support.ts';

/** Runs a command of `scripts/data` on the workshop's data folder, as the npm scripts do. */
function run(shop: Workshop, command: string, ...args: readonly string[]) {
  const script = fileURLToPath(new URL(`../../../scripts/data/${command}.ts`, import.meta.url));
  const env = { ...process.env, IYW_DATA: dirname(shop.file) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

test('restore lists the backups, puts one in place and says what is lost', { timeout: 60_000 }, () => {
  using shop = workshop();
  const kept = takeClaims(shop, 2);
  const first = backUp(shop);
  const lost = takeClaims(shop, 1);
  backUp(shop, after(1));
  expect(run(shop, 'restore')).toMatchObject({
    status: 0,
    said: expect.stringContaining(first.id) as string,
  });
  const restored = run(shop, 'restore', first.id);
  expect(restored.status).toBe(0);
  expect(restored.said).toContain(`Claims ${lost[0]} to ${lost[0]} are not in it.`);
  const { db } = shop.open();
  expect(db.prepare('SELECT number FROM claim ORDER BY running').pluck().all()).toEqual(kept);
});

test(
  'restore changes nothing while the kiosk runs, nor for a name that no backup has',
  { timeout: 60_000 },
  () => {
    using shop = workshop();
    takeClaims(shop, 1);
    backUp(shop);
    const before = readFileSync(shop.file);
    expect(run(shop, 'restore', 'claims-nope')).toMatchObject({ status: 1 });
    mkdirSync(join(dirname(shop.file), 'electron'));
    symlinkSync(`${hostname()}-${process.pid}`, join(dirname(shop.file), 'electron', 'SingletonLock'));
    const refused = run(shop, 'restore', 'newest');
    expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('is running') as string });
    expect(readFileSync(shop.file)).toEqual(before);
  },
);

test('audit:verify names the first row that is not as it was written', { timeout: 60_000 }, () => {
  using shop = workshop();
  takeClaims(shop, 3);
  expect(run(shop, 'audit-verify')).toMatchObject({ status: 0 });
  const { db } = shop.open();
  const seq = Number(
    db.prepare(`SELECT seq FROM audit WHERE event = 'claim-taken' LIMIT 1 OFFSET 1`).pluck().get(),
  );
  pastTrigger(db, 'audit_is_never_changed', `UPDATE audit SET at = at + 1 WHERE seq = ${seq}`);
  shop.close();
  const verified = run(shop, 'audit-verify');
  expect(verified.status).toBe(1);
  expect(verified.said).toContain(`row ${seq} of the history is altered`);
});
