import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, PrintJobId } from '../../src-main/domain/brand.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { createPrintJobStore } from '../../src-main/store/print-job-store.ts';
import type { ConnectionRecord } from '../virtual-printer/port.ts';
import type { PrinterProfile } from '../virtual-printer/profiles.ts';
import type { PrinterError } from '../virtual-printer/types.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../virtual-printer/virtual-printer.ts';
import { randomOf } from '../fixtures/random.ts';
import { concernsTagsOnly, mend, planFaults } from './faults.ts';
import { startHost, type Host } from './kill-host.ts';
import { isCopy, wholeSlipsOf, type Customer } from './papers.ts';

/** How much to try, and with which fixed randomness. */
export interface CampaignPlan {
  readonly slips: number;
  readonly crashes: number;
  readonly seed: number;
  /** What stands at the counter; an Epson printer where nothing is said. */
  readonly profile?: PrinterProfile;
}

/** What came of it. Everything after `copies` must be 0, but for `cutOffCommands`. */
export interface CampaignFigures {
  readonly acknowledged: number;
  readonly crashes: number;
  /** Jobs that the database calls printed at the end. */
  readonly printed: number;
  /** Slips that came out whole, copies among them. */
  readonly whole: number;
  readonly copies: number;
  /** Customers without a whole slip of their own. */
  readonly withoutWholeSlip: number;
  /** Jobs that were called printed, by the queue as it happened or by the database at the end, without such a slip. */
  readonly printedWithoutSlip: number;
  /** Whole slips beyond the first that do not say that they are copies. */
  readonly unmarkedExtras: number;
  /** Jobs after which something was left in the printer: bytes, half a command, characters of an open line. */
  readonly leftInPrinter: number;
  readonly drawerPulses: number;
  /**
   * Commands that a broken line cut off and that the first questions on the next one, or the NULs that fill them up,
   * completed to something unknown.
   * What is left of a dead job is thrown away before the next byte of a slip, so none of it can be on paper.
   */
  readonly cutOffCommands: number;
  /** All other commands that the printer did not know. */
  readonly nonsense: number;
}

/** `DLE DC4 8`: what stands before it on a line is thrown away before the first byte of a slip. */
const CLEAR = Buffer.from([0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8]);
/** Where that is not said (Star, or a line that broke sooner), the first questions are no longer than this. */
const QUESTIONS_BYTES = 28;

interface Told extends Customer {
  readonly jobId: string;
}

/**
 * Prints `slips` tickets on the virtual printer, every second one with a fault, while the host is killed `crashes`
 * times; every fault is mended once the host has noticed it. The same seed gives the same faults and crashes, but for
 * the moments at which processes are scheduled.
 */
export async function runCampaign(plan: CampaignPlan): Promise<CampaignFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'iyw-campaign-'));
  const printer = await startVirtualPrinter(plan.profile ? { profile: plan.profile } : {});
  const url = `tcp://${printer.host}:${printer.port}`;
  const faults = planFaults(plan.slips, plan.seed);
  const random = randomOf(~plan.seed);
  const told: Told[] = [];
  const liars = new Set<string>();
  let leftInPrinter = 0;
  const language = printer.profile.language === 'star' ? 'star-line' : 'escpos';
  let host = await startHost(folder, url, language);
  try {
    for (const [index, fault] of faults.entries()) {
      if (fault) printer.faultAt(fault);
      const tagsBefore = printer.completedTags.length;
      const statement = `Story ${index}. It leaks every time it heats up.`;
      const { number, jobId } = await host.submit(statement);
      const customer = { number, jobId, statement };
      told.push(customer);
      if (isCrash(index, plan)) {
        if (random() < 0.7) await host.heard(jobId, (state) => state !== 'queued');
        await host.kill();
        host = await startHost(folder, url, language);
      }
      // A printer that never sends the right tag is waited for in vain; the answer to the next question is.
      if (fault && concernsTagsOnly(fault)) {
        const isTold = ({ completedTags }: VirtualPrinter): boolean => completedTags.length > tagsBefore;
        // A host that was killed in the middle tries again in its own time.
        await printer.waitFor('a tag', isTold, { timeoutMs: 60_000 });
        await mend(printer);
      }
      await bringToPaper(host, printer, jobId);
      if (wholeSlipsOf(printer, customer).length === 0) liars.add(jobId);
      if (printer.unfinished > 0) leftInPrinter += 1;
    }
    await host.kill();
    return judge({ plan, printer, told, liars, leftInPrinter, printed: printedJobs(folder, told) });
  } finally {
    await host.kill();
    await printer.close();
    await rm(folder, { recursive: true });
  }
}

/** Spreads the crashes evenly over the slips. */
function isCrash(index: number, { crashes, slips }: CampaignPlan): boolean {
  return Math.floor(((index + 1) * crashes) / slips) > Math.floor((index * crashes) / slips);
}

/** Waits until the slip is printed, and mends the printer whenever the host has noticed that it is not. */
async function bringToPaper(host: Host, printer: VirtualPrinter, jobId: string): Promise<void> {
  const settled = await host.heard(jobId, (state) => state !== 'sending');
  if (settled === 'printed') return;
  await mend(printer);
  await host.heard(jobId, (state) => state === 'printed');
}

/** Returns which jobs the database calls printed. */
function printedJobs(folder: string, told: readonly Told[]): ReadonlySet<string> {
  const opened = openDatabase({ file: join(folder, 'claims.db'), now: () => Date.now() as Instant });
  if (!opened.ok) throw new Error(opened.error.detail);
  const jobs = createPrintJobStore(opened.value.db);
  const ids = told.map(({ jobId }) => jobId);
  const printed = ids.filter((id) => jobs.get(id as PrintJobId)?.state === 'printed');
  opened.value.close();
  return new Set(printed);
}

function judge(run: {
  readonly plan: CampaignPlan;
  readonly printer: VirtualPrinter;
  readonly told: readonly Told[];
  readonly liars: ReadonlySet<string>;
  readonly leftInPrinter: number;
  readonly printed: ReadonlySet<string>;
}): CampaignFigures {
  const { plan, printer, told, liars, printed } = run;
  const whole = told.map((customer) => ({ customer, slips: wholeSlipsOf(printer, customer) }));
  const without = whole.filter(({ slips }) => slips.length === 0).map(({ customer }) => customer.jobId);
  const all = whole.flatMap(({ slips }) => slips);
  const { received, connections } = printer;
  const cutOff = printer.errors.filter((error) => isCutOff(error, received, connections));
  return {
    acknowledged: told.length,
    crashes: plan.crashes,
    printed: printed.size,
    whole: all.length,
    copies: all.filter(isCopy).length,
    withoutWholeSlip: without.length,
    printedWithoutSlip: new Set([...liars, ...without.filter((id) => printed.has(id))]).size,
    unmarkedExtras: whole.reduce(
      (sum, { slips }) => sum + Math.max(0, slips.filter((slip) => !isCopy(slip)).length - 1),
      0,
    ),
    leftInPrinter: run.leftInPrinter,
    drawerPulses: printer.drawerPulses.length,
    cutOffCommands: cutOff.length,
    nonsense: printer.errors.length - cutOff.length,
  };
}

/** Whether what was not understood reaches into a later line, and ended before that line's slip. */
function isCutOff(
  { offset, length }: PrinterError,
  received: Buffer,
  connections: readonly ConnectionRecord[],
): boolean {
  const end = offset + length;
  let start = 0;
  return connections.some(({ bytes }, index) => {
    const from = start;
    start += bytes;
    const cleared = received.subarray(from, start).indexOf(CLEAR);
    const slipFrom = from + (cleared < 0 ? QUESTIONS_BYTES : cleared + CLEAR.length);
    return index > 0 && end > from && end <= slipFrom;
  });
}
