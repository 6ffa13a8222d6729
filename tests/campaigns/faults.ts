import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { mountSmallDisk } from '../small-disk.ts';
import { judge, Told } from './judge.ts';
import { runCutShort } from './short-writes.ts';
import { runTraced } from './traced-host.ts';

/** The figures of a fault campaign; `lost`, `halved`, `doubled`, `unsound` and `died` must be 0. */
export interface FaultFigures {
  faults: number;
  acknowledged: number;
  /** Writes of which the disk took a part. */
  short: number;
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
/** A store with its log grows past this in so many claims. */
const LATEST_BYTE = 1_200_000;
const SMALL_DISK_MIB = 8;
const MOST_ROOM = 800_000;
/**
 * What a failing or full disk answers, and to which calls. Of two kinds are the disks that take a part of a write before
 * they refuse the rest: a file may grow no further than to some byte, and a disk is full in the middle of a page.
 */
const FAULTS = [
  'file too large',
  'disk full',
  { error: 'EIO', calls: ['fsync', 'fdatasync'], latest: 16 },
  { error: 'EIO', calls: ['pwrite64'], latest: LATEST_CALL },
  { error: 'ENOSPC', calls: ['pwrite64'], latest: LATEST_CALL },
  {
    error: 'EIO',
    calls: ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'rename'],
    latest: LATEST_CALL,
  },
] as const;

type Fault = (typeof FAULTS)[number];
interface Place {
  readonly folder: string;
  readonly disk: ReturnType<typeof mountSmallDisk> | null;
}

/** The host's exit code where it said that the database cannot be opened. */
const SAID_CLOSED = 3;

/**
 * Lets one disk call, or every one from then on, fail in each of `faults` hosts, or takes only a part of a write, and
 * judges what is left. `seed` chooses which. It needs root, for a disk of its own.
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
      short: 0,
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
    const fault = FAULTS[random(FAULTS.length)] ?? FAULTS[0];
    const disk = fault === 'disk full' ? mountSmallDisk(SMALL_DISK_MIB) : null;
    const folder = mkdtempSync(join(tmpdir(), 'iyw-faults-'));
    try {
      await failOnce(fault, { folder, disk });
    } finally {
      disk?.destroy();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;

  async function failOnce(fault: Fault, { folder, disk }: Place): Promise<void> {
    const told = new Told();
    const file = join(disk?.folder ?? folder, 'claims.db');
    const host = (claims: number) => ({
      script: 'host.ts',
      args: [file, String(claims)],
      hear: (line: string) => told.hear(line),
    });
    // Half of the faults meet the making of the database, half one that has claims already.
    if (figures.faults % 2 === 1) {
      await runTraced({ ...host(3), calls: ['rename'], injection: 'error=EIO:when=60000' });
    }
    const code = typeof fault === 'string' ? await cutShort() : await refuse(fault);
    if (code === SAID_CLOSED) figures.closed += 1;
    else if (code !== 0) figures.died += 1;
    figures.refused += told.refused;
    disk?.makeRoom();
    const verdict = judge(file, told);
    figures.acknowledged += verdict.acknowledged;
    figures.lost += verdict.lost;
    figures.halved += verdict.halved;
    figures.doubled += verdict.doubled;
    figures.unsound += verdict.unsound;

    async function cutShort(): Promise<number | null> {
      disk?.fill(random(MOST_ROOM));
      const limit = disk ? null : 1 + random(LATEST_BYTE);
      const ending = await runCutShort({ ...host(CLAIMS), limit, log: join(folder, 'strace.log') });
      figures.short += ending.short;
      return ending.code;
    }

    async function refuse({ error, calls, latest }: Exclude<Fault, string>): Promise<number | null> {
      const lasting = random(4) === 0 ? '+' : '';
      const injection = `error=${error}:when=${1 + random(latest)}${lasting}`;
      return (await runTraced({ ...host(CLAIMS), calls, injection })).code;
    }
  }
}
