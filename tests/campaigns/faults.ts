import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { judge, Told } from './judge.ts';
import { runTraced } from './traced-host.ts';

/** The figures of a fault campaign; `lost`, `halved`, `doubled`, `unsound` and `died` must be 0. */
export interface FaultFigures {
  faults: number;
  acknowledged: number;
  /** Claims that were refused with a clear answer. */
  refused: number;
  /** Hosts that the fault met while they opened the database, and that said so. */
  closed: number;
  /** Hosts that ended otherwise than by finishing or by saying that they cannot open the database. */
  died: number;
  lost: number;
  halved: number;
  doubled: number;
  unsound: number;
}

const CLAIMS = 8;
const LATEST_CALL = 300;
/** What a failing or full disk answers, and to which calls. */
const FAULTS = [
  { error: 'EIO', calls: ['fsync', 'fdatasync'], latest: 16 },
  { error: 'EIO', calls: ['pwrite64'], latest: LATEST_CALL },
  { error: 'ENOSPC', calls: ['pwrite64'], latest: LATEST_CALL },
  {
    error: 'EIO',
    calls: ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'rename'],
    latest: LATEST_CALL,
  },
] as const;

/** The host's exit code where it said that the database cannot be opened. */
const SAID_CLOSED = 3;

/**
 * Lets one disk call, or every one from then on, fail in each of `faults` hosts, and judges what is left. `seed` chooses
 * which.
 */
export async function runFaults(options: {
  readonly faults: number;
  readonly seed: number;
}): Promise<FaultFigures> {
  const random = wholeNumbersOf(options.seed);
  const figures: FaultFigures = {
    ...{
      faults: 0,
      acknowledged: 0,
      refused: 0,
      closed: 0,
      died: 0,
      lost: 0,
      halved: 0,
      doubled: 0,
      unsound: 0,
    },
  };
  for (; figures.faults < options.faults; figures.faults += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'iyw-faults-'));
    try {
      await failOnce(join(folder, 'claims.db'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;

  async function failOnce(file: string): Promise<void> {
    const told = new Told();
    const host = (claims: number) => ({
      script: 'host.ts',
      args: [file, String(claims)],
      hear: (line: string) => told.hear(line),
    });
    // Half of the faults meet the making of the database, half one that has claims already.
    if (figures.faults % 2 === 1) {
      await runTraced({ ...host(3), calls: ['rename'], injection: 'error=EIO:when=60000' });
    }
    const fault = FAULTS[random(FAULTS.length)] ?? FAULTS[0];
    const lasting = random(4) === 0 ? '+' : '';
    const { code } = await runTraced({
      ...host(CLAIMS),
      calls: fault.calls,
      injection: `error=${fault.error}:when=${1 + random(fault.latest)}${lasting}`,
    });
    if (code === SAID_CLOSED) figures.closed += 1;
    else if (code !== 0) figures.died += 1;
    figures.refused += told.refused;
    const verdict = judge(file, told);
    figures.acknowledged += verdict.acknowledged;
    figures.lost += verdict.lost;
    figures.halved += verdict.halved;
    figures.doubled += verdict.doubled;
    figures.unsound += verdict.unsound;
  }
}
