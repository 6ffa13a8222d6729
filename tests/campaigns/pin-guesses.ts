import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Instant } from '../../src-main/domain/brand.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { createStaffStore } from '../../src-main/store/staff-store.ts';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { DISK_CALLS, runTraced } from './traced-host.ts';

/** The figures of guessing with kills; `uncounted` and `early` must be 0. */
export interface GuessFigures {
  kills: number;
  guesses: number;
  /** Guesses that were looked at at all. */
  looked: number;
  /** Looked at, and not on the disk after the kill. */
  uncounted: number;
  /** Looked at before the wait was over that the tries until then ask for. */
  early: number;
}

/** A try makes a handful of these calls, and so does opening. */
const LATEST_CALL = 120;

/** Kills a door at `kills` random disk calls while somebody guesses PINs at it. */
export async function runPinGuesses(options: {
  readonly kills: number;
  readonly seed: number;
}): Promise<GuessFigures> {
  const pick = wholeNumbersOf(options.seed);
  const figures: GuessFigures = { kills: 0, guesses: 0, looked: 0, uncounted: 0, early: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'iyw-pins-'));
  const file = join(folder, 'claims.db');
  try {
    triesIn(file);
    while (figures.kills < options.kills) await oneLife(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;

  async function oneLife(of: string): Promise<void> {
    // A life that begins with tries on record waits from its beginning.
    let lastLook = 0;
    let counted = triesIn(of);
    const { signal } = await runTraced({
      ...{ script: 'pin-host.ts', args: [of, String(options.seed + figures.kills)], calls: DISK_CALLS },
      injection: `signal=KILL:when=${1 + pick(LATEST_CALL)}`,
      hear(line) {
        const [what, count, at] = line.split(' ');
        if (what === 'guess') figures.guesses += 1;
        if (what !== 'look' || at === undefined) return;
        figures.looked += 1;
        if (Number(at) - lastLook < waitAsPromised(Number(count) - 1)) figures.early += 1;
        lastLook = Number(at);
        counted = Math.max(counted + 1, Number(count));
      },
    });
    if (signal !== 'SIGKILL') throw new Error(`a door ended by itself: ${signal}`);
    figures.kills += 1;
    figures.uncounted += Math.max(0, counted - triesIn(of));
  }
}

/** The promise of reliability.md, said again: five free, then 15 s doubling to 15 min. */
function waitAsPromised(wrong: number): number {
  return wrong < 5 ? 0 : Math.min(15_000 * 2 ** (wrong - 5), 15 * 60_000);
}

/** Returns the tries on record; makes the one person where there is nobody yet. */
function triesIn(file: string): number {
  const now = (): Instant => Date.now() as Instant;
  const opened = openDatabase({ file, now });
  if (!opened.ok) throw new Error(opened.error.detail);
  try {
    const staff = createStaffStore(opened.value.db, v7);
    const person = { name: 'Mika', role: 'admin', locale: 'en', pinHash: 'none' } as const;
    const [mika] = staff.all();
    if (!mika && !staff.add(person, null, now()).ok) throw new Error('nobody could be added');
    return mika ? staff.wrongTries(mika.id) : 0;
  } finally {
    opened.value.close();
  }
}
