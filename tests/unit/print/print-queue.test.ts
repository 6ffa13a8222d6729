import { mkdtemp, rm } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant, PrintJobId } from '../../../src-main/domain/brand.ts';
import type { PrintStatus } from '../../../src-main/domain/print-state.ts';
import { ok } from '../../../src-main/domain/result.ts';
import { submitClaim } from '../../../src-main/ipc/claim-handlers.ts';
import { createPaperService, type PaperService } from '../../../src-main/print/paper-service.ts';
import { createPrintQueue, retryDelay, type PrintQueue } from '../../../src-main/print/print-queue.ts';
import { printerFor } from '../../../src-main/print/printer.ts';
import { createClaimStore, type ClaimStore } from '../../../src-main/store/claim-store.ts';
import { openDatabase, type OpenDatabase } from '../../../src-main/store/open-database.ts';
import { createPrintJobStore, type PrintJobStore } from '../../../src-main/store/print-job-store.ts';
import { EXAMPLE_SETTINGS, exampleIntake } from '../../fixtures/example-claim.ts';
import { examplePrinter } from '../../fixtures/example-printer.ts';
import { UNCONFIRMING_80 } from '../../virtual-printer/profiles.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

let folder: string;
let database: OpenDatabase;
let claims: ClaimStore;
let jobs: PrintJobStore;
let paper: PaperService;
let printer: VirtualPrinter;
let queue: PrintQueue | undefined;
let bugs: unknown[];
let changes: PrintStatus[];
/** The queue's clock; tests move it instead of waiting. */
let ahead: number;
let onChanged: (() => void)[];

const now = (): Instant => (Date.now() + ahead) as Instant;

beforeEach(async () => {
  [bugs, changes, onChanged, ahead] = [[], [], [], 0];
  folder = await mkdtemp(join(tmpdir(), 'iyw-queue-'));
  const opened = openDatabase({ file: join(folder, 'claims.db'), now });
  if (!opened.ok) throw new Error(opened.error.detail);
  database = opened.value;
  claims = createClaimStore(database.db, { now, randomInt: (limit) => randomInt(limit), newId: uuidv7 });
  jobs = createPrintJobStore(database.db);
  paper = createPaperService({
    workerUrl: new URL('../../../src-main/print/paper-worker.ts', import.meta.url),
  });
  printer = await startVirtualPrinter();
});

afterEach(async () => {
  await queue?.close();
  queue = undefined;
  await printer.close();
  await paper.close();
  database.close();
  await rm(folder, { recursive: true });
  expect(bugs).toEqual([]);
});

function start(url = `tcp://127.0.0.1:${printer.port}`): PrintQueue {
  queue = createPrintQueue({
    jobs,
    paper,
    printer: printerFor(url, 48),
    effective: examplePrinter({ url }),
    prepare: () => undefined,
    keepPicture: () => Promise.resolve(ok(null)),
    now,
    onChange: (status) => {
      changes.push(status);
      for (const look of onChanged) look();
    },
    onBug: (error) => {
      bugs.push(error);
      for (const look of onChanged) look();
    },
  });
  queue.kick();
  return queue;
}

function submit(
  statement: string,
  requestId = uuidv7(),
): { readonly jobId: PrintJobId; readonly number: string } {
  const receipt = submitClaim(exampleIntake({ statement, requestId }), {
    claims,
    settings: EXAMPLE_SETTINGS,
    statusOf: (id) => {
      const job = jobs.get(id);
      return job && { jobId: job.id, state: job.state, problem: job.problem };
    },
    kickPrinter: () => queue?.kick(),
  });
  if (!receipt.ok) throw new Error(receipt.error.detail);
  return { jobId: receipt.value.print.jobId, number: receipt.value.number };
}

function until(jobId: PrintJobId, state: PrintStatus['state']): Promise<void> {
  return when(() => jobs.get(jobId)?.state === state);
}

function when(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (isSo()) resolve();
    };
    onChanged.push(look);
    look();
  });
}

function opened(text: string): boolean {
  return text.includes('COPY');
}

/** Resolves when the job waits for a reason. */
function untilHeld(jobId: PrintJobId): Promise<void> {
  return when(() => jobs.get(jobId)?.problem !== null);
}

/** Moves the clock over every retry, as waiting would. */
function goOn(): void {
  ahead += 60_000;
  queue?.kick();
}

describe('the print queue', () => {
  it('prints what was kept, and says printed when the printer says that it is', async () => {
    start();
    const { jobId, number } = submit('It leaks.');
    await until(jobId, 'printed');
    const slip = await printer.waitForSlip(1);
    expect(slip.whole).toBe(true);
    expect(slip.text).toContain(number.replaceAll('-', ' '));
    expect(changes.map((change) => change.state)).toEqual(['sending', 'printed']);
    expect(printer.completedTags).toHaveLength(1);
    printer.assertClean();
  });

  it('keeps the slip while the printer is off, says why, and prints the original when it is back', async () => {
    await printer.powerOff();
    start();
    const { jobId } = submit('It leaks.');
    await untilHeld(jobId);
    expect(jobs.get(jobId)).toMatchObject({ state: 'queued', problem: 'refused', attempts: 0 });
    await printer.powerOn();
    goOn();
    await until(jobId, 'printed');
    await printer.waitForSlip(1);
    expect(printer.slips).toHaveLength(1);
    expect(opened(printer.slips[0]?.text ?? '')).toBe(false);
  });

  it.each([
    ['paper-out', (p: VirtualPrinter) => p.setPaper('out'), (p: VirtualPrinter) => p.setPaper('ok')],
    ['cover-open', (p: VirtualPrinter) => p.setCover('open'), (p: VirtualPrinter) => p.setCover('closed')],
    [
      'printer-error',
      (p: VirtualPrinter) => p.setCutterError(true),
      (p: VirtualPrinter) => p.setCutterError(false),
    ],
    ['offline', (p: VirtualPrinter) => p.setOffline(true), (p: VirtualPrinter) => p.setOffline(false)],
  ] as const)('sends nothing to a printer that says %s, and says so', async (problem, fault, mend) => {
    fault(printer);
    start();
    const { jobId } = submit('It leaks.');
    await untilHeld(jobId);
    expect(jobs.get(jobId)).toMatchObject({ state: 'queued', problem, attempts: 0 });
    mend(printer);
    goOn();
    await until(jobId, 'printed');
    expect(printer.slips.map((slip) => [slip.whole, opened(slip.text)])).toEqual([[true, false]]);
  });

  it.each([
    ['paper-out', (p: VirtualPrinter) => p.setPaper('ok')],
    ['cover-open', (p: VirtualPrinter) => p.setCover('closed')],
  ] as const)('prints again, whole and marked, after %s in the middle', async (fault, mend) => {
    start();
    printer.faultAt({ millimetre: 30, fault });
    const { jobId, number } = submit('It leaks.');
    await until(jobId, 'unsure');
    expect(jobs.get(jobId)).toMatchObject({ problem: fault, copy: 0 });
    mend(printer);
    goOn();
    await until(jobId, 'printed');
    const copy = printer.slips.at(-1);
    expect(copy).toMatchObject({ whole: true });
    expect(copy?.text).toContain('COPY 1');
    expect(copy?.text).toContain(number.replaceAll('-', ' '));
    expect(jobs.get(jobId)?.copy).toBe(1);
    expect(printer.drawerPulses).toEqual([]);
  });

  it('never says printed of a slip that was torn, even when the paper was back at once', async () => {
    start();
    printer.faultAt({
      millimetre: 30,
      fault: (p) => {
        p.setPaper('out');
        p.setPaper('ok');
      },
    });
    const { jobId } = submit('It leaks.');
    await until(jobId, 'unsure');
    expect(jobs.get(jobId)).toMatchObject({ problem: 'paper-out', copy: 0 });
    goOn();
    await until(jobId, 'printed');
    expect(printer.slips.at(-1)).toMatchObject({ whole: true });
    expect(printer.slips.at(-1)?.text).toContain('COPY 1');
  });

  it('resets the printer once a job, before it asks it to speak up', async () => {
    start();
    const { jobId } = submit('It leaks.');
    await until(jobId, 'printed');
    expect(printer.events.filter(({ kind }) => kind === 'initialise')).toHaveLength(1);
    const sent = printer.received.toString('latin1');
    expect(sent).toContain('\u001b@\u001da\u000f');
    expect(sent.lastIndexOf('\u001b@')).toBeLessThan(sent.indexOf('\u001da\u000f'));
  });

  it('hears of an empty roll by asking, where the printer’s own word was lost', async () => {
    start();
    printer.faultAt({ byte: 400, fault: 'silence' });
    printer.faultAt({ millimetre: 60, fault: 'paper-out' });
    const { jobId } = submit('It leaks.');
    await printer.waitFor('the empty roll', ({ status }) => status.paper === 'out');
    printer.silence(false);
    await until(jobId, 'unsure');
    expect(jobs.get(jobId)).toMatchObject({ problem: 'paper-out' });
  });

  it.each(['rst', 'fin', 'power-off'] as const)(
    'is unsure when the line ends by %s, and prints a copy',
    async (fault) => {
      start();
      printer.faultAt({ byte: 400, fault });
      const { jobId } = submit('It leaks.');
      await until(jobId, 'unsure');
      if (fault === 'power-off') await printer.powerOn();
      goOn();
      await until(jobId, 'printed');
      expect(printer.slips.at(-1)).toMatchObject({ whole: true });
      expect(printer.slips.at(-1)?.text).toContain('COPY 1');
    },
  );

  it('does not take the tag of another job for its own', async () => {
    start();
    const first = submit('First.');
    await until(first.jobId, 'printed');
    printer.staleTag('before');
    const second = submit('Second.');
    await until(second.jobId, 'printed');
    expect((await printer.waitForSlip(2)).text).toContain('Second.');
  });

  it('prints in order: nothing overtakes a slip that is held', async () => {
    await printer.powerOff();
    start();
    const first = submit('First.');
    await untilHeld(first.jobId);
    const second = submit('Second.');
    expect(jobs.get(second.jobId)).toMatchObject({ state: 'queued', problem: null });
    await printer.powerOn();
    goOn();
    await until(second.jobId, 'printed');
    expect(printer.slips.map((slip) => /First|Second/.exec(slip.text)?.[0])).toEqual(['First', 'Second']);
  });

  it('says sent, not printed, of a printer that cannot confirm, and takes a person’s word', async () => {
    await printer.close();
    printer = await startVirtualPrinter({ profile: UNCONFIRMING_80 });
    start();
    const { jobId } = submit('It leaks.');
    await until(jobId, 'sent-unconfirmed');
    await printer.waitForSlip(1);
    jobs.answer(jobId, false, now());
    queue?.kick();
    await until(jobId, 'sent-unconfirmed');
    expect((await printer.waitForSlip(2)).text).toContain('COPY 1');
    jobs.answer(jobId, true, now());
    expect(jobs.get(jobId)?.state).toBe('printed');
    printer.assertClean();
  });

  it('fills up what a dead job left half said, also when the printer had to be mended first', async () => {
    await printer.close();
    printer = await startVirtualPrinter({ profile: { clears: false } });
    start();
    printer.faultAt({ byte: 400, fault: 'rst' });
    const { jobId } = submit('It leaks.');
    await until(jobId, 'unsure');
    printer.setPaper('out');
    const { ignoredNuls } = printer;
    goOn();
    await when(() => jobs.get(jobId)?.problem === 'paper-out');
    printer.setPaper('ok');
    goOn();
    await until(jobId, 'printed');
    expect(printer.ignoredNuls).toBeGreaterThan(ignoredNuls);
  });

  it('survives a restart: what was being sent is printed again as a copy', async () => {
    const { jobId } = submit('It leaks.');
    jobs.begin(jobId, now());
    start();
    await until(jobId, 'printed');
    expect((await printer.waitForSlip(1)).text).toContain('COPY 1');
  });

  it('is unsure of what it could not note, and goes on when the disk has room again', async () => {
    const { jobId } = submit('It leaks.');
    const full = new Error('database or disk is full');
    let room = false;
    const end = jobs.end.bind(jobs);
    jobs = {
      ...jobs,
      end: (...args) => {
        if (!room) throw full;
        end(...args);
      },
    };
    start();
    await when(() => bugs.length > 0);
    expect(bugs.splice(0)).toEqual([full]);
    expect(jobs.get(jobId)?.state).toBe('sending');
    room = true;
    queue?.kick();
    await until(jobId, 'printed');
    expect((await printer.waitForSlip(2)).text).toContain('COPY 1');
  });

  it('goes on at once after a clock that was set back by a year', async () => {
    await printer.powerOff();
    start();
    const { jobId } = submit('It leaks.');
    await untilHeld(jobId);
    ahead -= 365 * 86_400_000;
    await printer.powerOn();
    queue?.kick();
    await until(jobId, 'printed');
    expect((await printer.waitForSlip(1)).text).toContain('It leaks.');
  });

  it('prints a request that came twice once', async () => {
    start();
    const requestId = uuidv7();
    const [one, two] = [submit('It leaks.', requestId), submit('It leaks.', requestId)];
    expect(two).toEqual(one);
    await until(one.jobId, 'printed');
    expect(claims.count()).toBe(1);
    expect(jobs.open()).toEqual([]);
  });

  it('draws the preview instead, where no printer is set', async () => {
    start('preview:');
    const { jobId } = submit('It leaks.');
    await until(jobId, 'shown');
    expect(printer.receivedBytes).toBe(0);
  });
});

describe('retryDelay', () => {
  it('is soon at first and never more than 15 s', () => {
    expect([1, 2, 3, 4, 5, 6, 1000].map(retryDelay)).toEqual([
      1_000, 2_000, 5_000, 10_000, 15_000, 15_000, 15_000,
    ]);
  });
});
