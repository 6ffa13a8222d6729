import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { judge, Told } from './judge.ts';
import { createVolatileDisk, type VolatileDisk } from './volatile-disk.ts';

/** The figures of a power-cut campaign; with `synchronous=FULL` all but the first two and the last must be 0. */
export interface PowerCutFigures {
  cuts: number;
  acknowledged: number;
  unheard: number;
  lost: number;
  halved: number;
  doubled: number;
  unsound: number;
  slowestReopenMs: number;
}

const HOST = fileURLToPath(new URL('host.ts', import.meta.url));
/** The power goes after at most so many answers of a life. */
const LATEST_ANSWER = 40;
/** A disk is used for so many cuts, then a new one begins. */
const LIVES = 20;

/**
 * Cuts the power of a disk `cuts` times while a store takes claims on it, and judges what is left after each.
 * `control` runs the store with `synchronous=NORMAL`: where that loses nothing, the harness shows nothing.
 */
export async function runPowerCuts(options: {
  readonly cuts: number;
  readonly seed: number;
  readonly control: boolean;
}): Promise<PowerCutFigures> {
  const random = wholeNumbersOf(options.seed);
  const figures: PowerCutFigures = {
    ...{ cuts: 0, acknowledged: 0, unheard: 0, lost: 0, halved: 0, doubled: 0, unsound: 0 },
    slowestReopenMs: 0,
  };
  while (figures.cuts < options.cuts) {
    const disk = await createVolatileDisk();
    try {
      await cutAgainAndAgain(disk);
    } finally {
      await disk.destroy();
    }
  }
  return figures;

  async function cutAgainAndAgain(disk: VolatileDisk): Promise<void> {
    const file = join(disk.folder, 'claims.db');
    const told = new Told();
    for (let life = 0; life < LIVES && figures.cuts < options.cuts; life += 1) {
      const before = told.acknowledged.size;
      await liveUntilCut(disk, file, told, 1 + random(LATEST_ANSWER));
      figures.cuts += 1;
      figures.acknowledged += told.acknowledged.size - before;
      const verdict = judge(file, told);
      figures.unheard += verdict.unheard;
      figures.lost += verdict.lost;
      figures.halved += verdict.halved;
      figures.doubled += verdict.doubled;
      figures.unsound += verdict.unsound;
      figures.slowestReopenMs = Math.max(figures.slowestReopenMs, verdict.reopenMs);
      // What is lost once is counted once.
      if (verdict.lost + verdict.unsound > 0) {
        await disk.cut();
        return;
      }
      // The last request was sent again, and is done with.
      told.last = null;
    }
  }

  /** A store takes claims until its answers are `count`; then the power goes while it takes the next. */
  async function liveUntilCut(disk: VolatileDisk, file: string, told: Told, count: number): Promise<void> {
    const host = spawn(process.execPath, [HOST, file, '0', ...(options.control ? ['normal'] : [])], {
      // What it says about its dying disk is no news.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => host.once('close', resolve));
    const target = told.acknowledged.size + count;
    let isCut = false;
    for await (const line of createInterface(host.stdout)) {
      // Lines that were under way when the power went may speak of the cut disk; refusals do, answers cannot.
      told.hear(line);
      if (isCut || told.acknowledged.size < target) continue;
      isCut = true;
      await disk.cut();
      host.kill('SIGKILL');
    }
    await ended;
    await disk.powerOn();
  }
}
