import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { MIGRATIONS } from '../../../src-main/store/migrate.ts';
import { createPrintJobStore } from '../../../src-main/store/print-job-store.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { claimsOf, workshop } from './support.ts';

const KIOSK = fileURLToPath(new URL('./take-claims.ts', import.meta.url));
const PRLIMIT = 'prlimit';
const KILLS = 15;
const WITHOUT_LIMITS = spawnSync(PRLIMIT, ['--version']).status !== 0;

/** Runs a kiosk until it has said `count` numbers, kills it and returns every line that it said. */
async function killAfter(count: number, file: string): Promise<readonly string[]> {
  const kiosk = spawn(process.execPath, [KIOSK, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => kiosk.on('close', (_code, signal) => resolve(signal)));
  const lines: string[] = [];
  // It goes on taking claims while the signal is under way, so the kill falls anywhere.
  for await (const line of createInterface(kiosk.stdout)) {
    if (lines.push(line) === count) kiosk.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return lines;
}

function numbersOf(db: Db): readonly string[] {
  return db.prepare<[], string>('SELECT number FROM claim ORDER BY running').pluck().all();
}

test(`no acknowledged claim is lost, halved or doubled by ${KILLS} kills`, { timeout: 120_000 }, async () => {
  using shop = workshop();
  const said: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    // The very first one may fall into the making of the database.
    said.push(...(await killAfter(1 + ((kill * 3) % 7), shop.file)));
    const { db } = shop.open();
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const numbers = numbersOf(db);
    expect(numbers).toEqual(expect.arrayContaining(said));
    // At most one a kill was kept and not said: the kill fell between COMMIT and the answer.
    expect(numbers.length - said.length).toBeLessThanOrEqual(kill + 1);
    expect(claimsOf(db).verify()).toEqual({ ok: true, value: numbers.length });
    expect(createAuditStore(db).verify()).toEqual({ ok: true, value: MIGRATIONS.length + numbers.length });
    expect(
      createPrintJobStore(db)
        .open()
        .map((job) => job.claimNumber),
    ).toEqual(numbers);
    shop.close();
  }
  expect(new Set(said).size).toBe(said.length);
});

test.skipIf(WITHOUT_LIMITS)(
  'a disk that refuses in the middle of COMMIT: refused, and well again when there is space',
  { timeout: 60_000 },
  async () => {
    using shop = workshop();
    shop.open();
    shop.close();
    // A limit on the size of files stands for a full disk: the write itself fails, not SQLite's own count.
    const kiosk = spawn(PRLIMIT, ['--fsize=300000:unlimited', process.execPath, KIOSK, shop.file, 'stop'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => kiosk.on('close', (code) => resolve(code)));
    const said: string[] = [];
    for await (const line of createInterface(kiosk.stdout)) {
      said.push(line);
      if (!line.startsWith('refused')) continue;
      expect(line).toMatch(/^refused not-kept SQLITE_(FULL|IOERR).* false$/);
      spawnSync(PRLIMIT, ['--pid', String(kiosk.pid), '--fsize=unlimited:unlimited']);
      kiosk.stdin.write('go on\n');
    }
    expect(await ended).toBe(0);
    const kept = said.filter((line) => !line.startsWith('refused'));
    expect(said.length - kept.length).toBe(1);
    const { db } = shop.open();
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(numbersOf(db)).toEqual(kept);
  },
);
