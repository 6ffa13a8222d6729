import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { judge, Told } from './judge.ts';
import { DISK_CALLS, runTraced } from './traced-host.ts';

/** The figures of a crash campaign; `lost`, `halved`, `doubled` and `unsound` must be 0. */
export interface CrashFigures {
  kills: number;
  acknowledged: number;
  unheard: number;
  lost: number;
  halved: number;
  doubled: number;
  unsound: number;
  /** The longest reopening, in milliseconds. */
  slowestReopenMs: number;
}

/** A database is used for so many lives, then a new one begins: its making is killed too. */
const LIVES = 25;
/**
 * A claim makes about fifty of these calls. strace counts each of them by itself, so that of all together nearly every
 * kill comes at the writing of a page: every other one comes when all is written and nothing is on the disk yet, of
 * which a claim makes one or two.
 */
const LATEST_CALL = 500;
const LATEST_SYNC = 20;

/** Kills a store at `kills` random disk calls, and judges what is left after each. `seed` chooses the calls. */
export async function runCrashes(options: {
  readonly kills: number;
  readonly seed: number;
}): Promise<CrashFigures> {
  const random = wholeNumbersOf(options.seed);
  const figures: CrashFigures = {
    ...{ kills: 0, acknowledged: 0, unheard: 0, lost: 0, halved: 0, doubled: 0, unsound: 0 },
    slowestReopenMs: 0,
  };
  while (figures.kills < options.kills) {
    const folder = mkdtempSync(join(tmpdir(), 'iyw-crash-'));
    try {
      await killAgainAndAgain(join(folder, 'claims.db'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;

  async function killAgainAndAgain(file: string): Promise<void> {
    const told = new Told();
    for (let life = 0; life < LIVES && figures.kills < options.kills; life += 1) {
      const before = told.acknowledged.size;
      const [calls, latest] =
        figures.kills % 2 === 0 ? ([DISK_CALLS, LATEST_CALL] as const) : ([['fsync'], LATEST_SYNC] as const);
      const { signal } = await runTraced({
        ...{ script: 'host.ts', args: [file, '0'], calls, hear: (line) => told.hear(line) },
        injection: `signal=KILL:when=${1 + random(latest)}`,
      });
      if (signal !== 'SIGKILL') throw new Error(`a host ended by itself: ${signal}`);
      figures.kills += 1;
      figures.acknowledged += told.acknowledged.size - before;
      const verdict = judge(file, told);
      figures.unheard += verdict.unheard;
      figures.lost += verdict.lost;
      figures.halved += verdict.halved;
      figures.doubled += verdict.doubled;
      figures.unsound += verdict.unsound;
      figures.slowestReopenMs = Math.max(figures.slowestReopenMs, verdict.reopenMs);
    }
  }
}
