import { mkdtemp, rm } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant, PrintJobId } from '../../../src-main/domain/brand.ts';
import { FIRST_PRINTER_ID, type PrinterId } from '../../../src-main/domain/printer.ts';
import { ok } from '../../../src-main/domain/result.ts';
import type { StaffId } from '../../../src-main/domain/staff.ts';
import type { EffectivePrinter } from '../../../src-main/print/effective-printer.ts';
import { createPaperService, type PaperService } from '../../../src-main/print/paper-service.ts';
import { createPrintQueues, type PrintQueues } from '../../../src-main/print/print-queues.ts';
import { createClaimStore } from '../../../src-main/store/claim-store.ts';
import { openDatabase, type OpenDatabase } from '../../../src-main/store/open-database.ts';
import { createPrintJobStore, type PrintJobStore } from '../../../src-main/store/print-job-store.ts';
import { exampleIntake, exampleSlip } from '../../fixtures/example-claim.ts';
import { examplePrinter } from '../../fixtures/example-printer.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

const COUNTER = FIRST_PRINTER_ID;
const BACK = 'back-room' as PrinterId;
const GONE = 'sold-last-year' as PrinterId;
const ACTOR = 'staff-7' as StaffId;

let folder: string;
let database: OpenDatabase;
let jobs: PrintJobStore;
let paper: PaperService;
let counter: VirtualPrinter;
let back: VirtualPrinter;
let queues: PrintQueues | undefined;
let bugs: unknown[];
let pictures: string[];
let onChanged: (() => void)[];
/** The queues' clock; tests move it instead of waiting. */
let ahead: number;

const now = (): Instant => (Date.now() + ahead) as Instant;

beforeEach(async () => {
  [bugs, pictures, onChanged, ahead] = [[], [], [], 0];
  folder = await mkdtemp(join(tmpdir(), 'iyw-queues-'));
  const opened = openDatabase({ file: join(folder, 'claims.db'), now });
  if (!opened.ok) throw new Error(opened.error.detail);
  database = opened.value;
  jobs = createPrintJobStore(database.db);
  paper = createPaperService({
    workerUrl: new URL('../../../src-main/print/paper-worker.ts', import.meta.url),
  });
  [counter, back] = await Promise.all([startVirtualPrinter(), startVirtualPrinter()]);
});

afterEach(async () => {
  await queues?.close();
  queues = undefined;
  await Promise.all([counter.close(), back.close(), paper.close()]);
  database.close();
  await rm(folder, { recursive: true });
  expect(bugs).toEqual([]);
});

function addressOf(printer: VirtualPrinter): string {
  return `tcp://127.0.0.1:${printer.port}`;
}

function start(paperOf: PaperService = paper): PrintQueues {
  const printers: [EffectivePrinter, EffectivePrinter] = [
    examplePrinter({ id: COUNTER, url: addressOf(counter) }),
    examplePrinter({ id: BACK, url: addressOf(back) }),
  ];
  return startOn(printers, paperOf);
}

function startOn(
  printers: readonly [EffectivePrinter, ...EffectivePrinter[]],
  paperOf: PaperService = paper,
): PrintQueues {
  const look = (): void => onChanged.forEach((each) => each());
  queues = createPrintQueues({
    jobs,
    printers,
    paper: paperOf,
    keepPicture: (name) => {
      pictures.push(name);
      return Promise.resolve(ok(null));
    },
    now,
    onChange: look,
    onBug: (error) => {
      bugs.push(error);
      look();
    },
  });
  queues.kick();
  return queues;
}

/** Keeps a claim whose ticket is for a printer. */
function take(statement: string, printerId: PrinterId): PrintJobId {
  const claims = createClaimStore(database.db, {
    now,
    randomInt: (limit) => randomInt(limit),
    newId: uuidv7,
  });
  const taken = claims.take({
    intake: exampleIntake({ statement, requestId: uuidv7() }),
    storeCode: 'HEL' as never,
    printerId,
    compose: () => ({
      expectations: [],
      promises: [],
      slip: JSON.stringify(exampleSlip({ statement })),
    }),
  });
  if (!taken.ok) throw new Error(taken.error.detail);
  queues?.kick();
  return taken.value.jobId;
}

function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (isSo()) resolve();
    };
    onChanged.push(look);
    look();
  });
}

const printed = (id: PrintJobId) => (): boolean => jobs.get(id)?.state === 'printed';

describe('a queue for each printer', () => {
  it('prints each slip on its own printer', async () => {
    start();
    const [here, there] = [take('For the counter.', COUNTER), take('For the back.', BACK)];
    await until(printed(here));
    await until(printed(there));
    expect((await counter.waitForSlip(1)).text).toContain('For the counter.');
    expect((await back.waitForSlip(1)).text).toContain('For the back.');
    expect([counter.slips.length, back.slips.length]).toEqual([1, 1]);
  });

  it('holds up nobody at another printer while one is off, and says how each is', async () => {
    await counter.powerOff();
    const running = start();
    const [here, there] = [take('For the counter.', COUNTER), take('For the back.', BACK)];
    await until(() => jobs.get(here)?.problem === 'refused');
    await until(printed(there));
    expect(running.status()).toMatchObject([
      { printer: { id: COUNTER }, waiting: 1, problem: 'refused', sending: null },
      { printer: { id: BACK }, waiting: 0, problem: null, sending: null },
    ]);
    await counter.powerOn();
    ahead += 60_000;
    running.kick();
    await until(printed(here));
  });

  it('prints what waited for a printer that is no more on the first one', async () => {
    const [orphan, sending] = [take('An orphan.', GONE), take('Half sent.', GONE)];
    jobs.begin(sending, now());
    start();
    await until(printed(sending));
    expect((await counter.waitForSlip(2)).text).toContain('COPY 1');
    expect(jobs.get(orphan)).toMatchObject({ state: 'printed', printerId: COUNTER, copy: 0 });
    expect(back.receivedBytes).toBe(0);
  });

  it('prints a copy when staff ask for one', async () => {
    const running = start();
    const id = take('It leaks.', COUNTER);
    await until(printed(id));
    expect(jobs.reprint({ id, at: now(), actor: ACTOR }).ok).toBe(true);
    running.kick();
    await until(printed(id));
    expect((await counter.waitForSlip(2)).text).toMatch(/COPY 1[^]*It leaks\./);
  });

  it('prints on the other printer what staff move there', async () => {
    await counter.powerOff();
    const running = start();
    const id = take('It leaks.', COUNTER);
    await until(() => jobs.get(id)?.problem === 'refused');
    expect(jobs.moveTo({ id, printerId: BACK, at: now(), actor: ACTOR }).ok).toBe(true);
    running.kick();
    await until(printed(id));
    expect((await back.waitForSlip(1)).text).toContain('It leaks.');
  });

  it.each([
    ['voided', (id: PrintJobId) => jobs.voidJob({ id, reason: 'twice', at: now(), actor: ACTOR })],
    ['moved', (id: PrintJobId) => jobs.moveTo({ id, printerId: GONE, at: now(), actor: ACTOR })],
  ])('sends nothing of a slip that is %s while it is drawn', async (_, withdraw) => {
    const id = take('Never mind.', COUNTER);
    let done = false;
    const during: PaperService = {
      ...paper,
      async make(order) {
        const made = await paper.make(order);
        // What staff do at the worst moment: when the bytes are ready, and before the printer has any.
        if (!done) expect(withdraw(id).ok).toBe(true);
        done = true;
        return made;
      },
    };
    start(during);
    const next = take('It leaks.', COUNTER);
    await until(printed(next));
    expect((await counter.waitForSlip(1)).text).toContain('It leaks.');
    expect(counter.slips).toHaveLength(1);
    expect(jobs.get(id)?.attempts).toBe(0);
  });

  it('does not wait for a confirmation that the profile does not promise, and says no more than it knows', async () => {
    startOn([examplePrinter({ url: addressOf(counter), profile: 'bixolon-srp-350plusiii' })]);
    const id = take('It leaks.', COUNTER);
    await until(() => jobs.get(id)?.state === 'sent-unconfirmed');
    expect((await counter.waitForSlip(1)).text).toContain('It leaks.');
    expect(counter.completedTags).toEqual([]);
  });

  it('keeps a picture by the name of its claim, also of a copy', async () => {
    startOn([examplePrinter({ url: 'preview:' })]);
    const id = take('It leaks.', COUNTER);
    await until(() => jobs.get(id)?.state === 'shown');
    expect(pictures).toEqual([jobs.get(id)?.claimNumber]);
  });
});
