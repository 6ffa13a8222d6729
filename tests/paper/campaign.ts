import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Slip } from '../virtual-printer/types.ts';
import { startVirtualPrinter, type Fault, type VirtualPrinter } from '../virtual-printer/virtual-printer.ts';
import { startHost, type Host } from './kill-host.ts';

/** How much to try, and with which fixed randomness. */
export interface CampaignPlan {
  readonly slips: number;
  readonly crashes: number;
  readonly seed: number;
}

/** What came of it. Everything but the first three must be 0. */
export interface CampaignFigures {
  readonly acknowledged: number;
  readonly whole: number;
  readonly copies: number;
  /** Customers without a whole slip. */
  readonly withoutWholeSlip: number;
  /** Whole slips beyond the first that do not say that they are copies. */
  readonly unmarkedExtras: number;
  /** Pulses to a cash drawer, and bytes that the printer did not understand. */
  readonly drawerPulses: number;
  readonly nonsense: number;
}

const FAULTS: readonly Fault[] = [
  'paper-out',
  'cover-open',
  'cutter',
  'rst',
  'fin',
  'power-off',
  'lose-tags',
  'stale-tag',
];
const TAG_FAULTS: ReadonlySet<Fault> = new Set<Fault>(['lose-tags', 'stale-tag']);
/** A ticket of the campaign has about this many bytes and millimetres. */
const SLIP_BYTES = 1_500;
const SLIP_MM = 170;

/**
 * Prints `slips` tickets on the virtual printer, every second one with a fault at a random byte or millimetre, while
 * the host is killed `crashes` times; every fault is mended once the host has noticed it.
 */
export async function runCampaign(plan: CampaignPlan): Promise<CampaignFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'iyw-campaign-'));
  const printer = await startVirtualPrinter();
  const url = `tcp://${printer.host}:${printer.port}`;
  const random = randomOf(plan.seed);
  const numbers: string[] = [];
  let host = await startHost(folder, url);
  try {
    for (let index = 0; index < plan.slips; index++) {
      const crash =
        Math.floor(((index + 1) * plan.crashes) / plan.slips) >
        Math.floor((index * plan.crashes) / plan.slips);
      const fault = index % 2 === 1 ? armFault(printer, random) : null;
      const tagsBefore = printer.completedTags.length;
      const { number, jobId } = await host.submit(`Story ${index}. It leaks every time it heats up.`);
      numbers.push(number);
      if (crash) {
        if (random() < 0.7) await host.heard(jobId, (state) => state !== 'queued');
        await host.kill();
        host = await startHost(folder, url);
      }
      // A printer that never sends the right tag is waited for in vain; the answer to the next question is.
      if (fault !== null && TAG_FAULTS.has(fault)) {
        await printer.waitFor('a tag', ({ completedTags }) => completedTags.length > tagsBefore);
        await mend(printer);
      }
      await bringToPaper(host, printer, jobId);
    }
    return judge(printer, numbers);
  } finally {
    await host.kill();
    await printer.close();
    await rm(folder, { recursive: true });
  }
}

/** Waits until the slip is printed, and mends the printer whenever the host has noticed that it is not. */
async function bringToPaper(host: Host, printer: VirtualPrinter, jobId: string): Promise<void> {
  const settled = await host.heard(jobId, (state) => state !== 'sending');
  if (settled === 'printed') return;
  await mend(printer);
  await host.heard(jobId, (state) => state === 'printed');
}

function armFault(printer: VirtualPrinter, random: () => number): Fault {
  const fault = FAULTS[Math.floor(random() * FAULTS.length)] ?? 'rst';
  if (random() < 0.5) printer.faultAt({ byte: Math.floor(random() * SLIP_BYTES), fault });
  else printer.faultAt({ millimetre: Math.floor(random() * SLIP_MM), fault });
  return fault;
}

async function mend(printer: VirtualPrinter): Promise<void> {
  printer.setPaper('ok');
  printer.setCover('closed');
  printer.setCutterError(false);
  printer.loseTags(false);
  printer.staleTag('off');
  if (!printer.powered) await printer.powerOn();
}

function judge(printer: VirtualPrinter, numbers: readonly string[]): CampaignFigures {
  const whole = printer.slips.filter((slip) => slip.whole);
  const isCopy = (slip: Slip): boolean => slip.text.includes('COPY');
  const of = (number: string): Slip[] =>
    whole.filter((slip) => slip.text.includes(`${number.replaceAll('-', ' ')}\n`));
  return {
    acknowledged: numbers.length,
    whole: whole.length,
    copies: whole.filter(isCopy).length,
    withoutWholeSlip: numbers.filter((number) => of(number).length === 0).length,
    unmarkedExtras: numbers.reduce((sum, number) => {
      const unmarked = of(number).filter((slip) => !isCopy(slip)).length;
      return sum + Math.max(0, unmarked - 1);
    }, 0),
    drawerPulses: printer.drawerPulses.length,
    nonsense: printer.errors.length,
  };
}

/** Mulberry32: the same seed gives the same campaign, but for the moments at which processes are scheduled. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
