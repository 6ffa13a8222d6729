import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { v7 as uuidv7 } from 'uuid';
import { submitClaim } from '../../src-main/ipc/claim-handlers.ts';
import { canPrint, loadFonts } from '../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../src-main/print/draw/typeset.ts';
import { encode } from '../../src-main/print/encode/encode.ts';
import { createPaperService } from '../../src-main/print/paper-service.ts';
import { createPrintQueue } from '../../src-main/print/print-queue.ts';
import { printerFor } from '../../src-main/print/printer.ts';
import { layOut } from '../../src-main/print/slip/layout.ts';
import { EXAMPLE_SETTINGS, exampleIntake, exampleSlip } from '../../tests/fixtures/example-claim.ts';
import { MEASURED_STATEMENTS } from '../../tests/fixtures/statements.ts';
import { openStores } from './claims.mjs';
import { format, makeRow, timed, wallClock } from './figures.mjs';

const TICKETS = 60;
const LONG_TICKETS = 9;
/** The most that a statement may have. */
const LONGEST = 20_000;
const COLUMNS = 48;
/** Finer than the longest block that is looked for, by far. */
const LOOK_EVERY_MS = 1;
/** What is still written after a ticket is printed belongs to it. */
const QUIET_MS = 50;

/**
 * Measures the way from COMMIT to paper in the main thread's own code, with the real store, queue and worker and a
 * printer in a thread of its own: the time to the first byte, and how long main was not there for anybody else.
 */
export async function measurePrint({ dataFolder }) {
  const printer = await startPrinter();
  const spool = startSpool(path.join(dataFolder, 'print'), printer);
  try {
    await spool.ticket(MEASURED_STATEMENTS.ascii);
    const firstBytes = [];
    for (let count = 0; count < TICKETS; count += 1) {
      const { committedAt } = await spool.ticket(MEASURED_STATEMENTS.ascii);
      firstBytes.push((await printer.firstByteAt()) - committedAt);
    }
    const long = [...MEASURED_STATEMENTS.japanese.repeat(LONGEST / 100)].slice(0, LONGEST).join('');
    await spool.ticket(long);
    const [beside, blocks, lasted, onMain] = [[], [], [], []];
    loadFonts();
    for (let count = 0; count < LONG_TICKETS; count += 1) {
      const started = performance.now();
      blocks.push(await longestBlock(() => spool.ticket(long)));
      lasted.push(performance.now() - started);
      // The worker and the printer's thread, without any work for main.
      beside.push(
        await longestBlock(() => Promise.all([busyThread(lasted[count]), busyThread(lasted[count])])),
      );
      onMain.push(timed(() => drawHere(long)));
    }
    return [
      makeRow({
        what: 'COMMIT → first byte',
        unit: 'ms',
        ours: firstBytes,
        target: { figure: 'p50', of: 'ours', atMost: 50 },
        notes: ['a printer that is well: the slip is drawn and the line opened after COMMIT'],
      }),
      makeRow({
        what: 'main’s own work in one turn, 20,000 characters',
        unit: 'ms',
        ours: blocks.map(({ cpu }) => cpu),
        floor: onMain,
        floorWhat: 'the same slip laid out and encoded on the main thread, all in one turn',
        target: { figure: 'max', of: 'ours', atMost: 16 },
        notes: [
          `Japanese, from the tap to "printed", ${format(Math.max(...lasted))} ms at most; processor time of the main thread`,
        ],
      }),
      makeRow({
        what: 'main away for others, the same tickets',
        unit: 'ms',
        ours: blocks.map(({ wall }) => wall),
        floor: beside.map(({ wall }) => wall),
        floorWhat: 'main idle while two other threads compute for as long: how long the machine lets it wait',
        target: { figure: 'p50', of: 'ours', atMost: 16 },
        notes: ['the longest pause of each ticket by the clock, with the disk and whatever else runs'],
      }),
    ];
  } finally {
    await spool.close();
    await printer.close();
  }
}

async function startPrinter() {
  const worker = new Worker(new URL('printer-thread.mjs', import.meta.url));
  const [{ port }] = await once(worker, 'message');
  return {
    url: `tcp://127.0.0.1:${port}`,
    /** When the first byte of the latest ticket came. */
    async firstByteAt() {
      worker.postMessage('first byte?');
      const [at] = await once(worker, 'message');
      return at;
    },
    close: () => worker.terminate(),
  };
}

/** Store, queue and paper worker as the app wires them. */
function startSpool(folder, { url }) {
  const stores = openStores(folder);
  const paper = createPaperService({
    workerUrl: new URL('../../src-main/print/paper-worker.ts', import.meta.url),
  });
  const waiting = new Map();
  const queue = createPrintQueue({
    jobs: stores.jobs,
    paper,
    printer: printerFor(url, COLUMNS),
    printerUrl: url,
    keepPicture: () => Promise.reject(new Error('this printer has paper')),
    now: () => Date.now(),
    onChange: ({ jobId, state }) => {
      if (state === 'printed') waiting.get(jobId)?.();
    },
    onBug: (error) => {
      throw error;
    },
  });
  return {
    /** Takes a claim and resolves when its ticket is printed, with the moment of its COMMIT. */
    async ticket(statement) {
      let committedAt = 0;
      const settings = { ...EXAMPLE_SETTINGS, printer: { ...EXAMPLE_SETTINGS.printer, url } };
      const receipt = submitClaim(exampleIntake({ statement, requestId: uuidv7() }), {
        claims: stores.claims,
        settings,
        statusOf: (jobId) => ({ jobId, ...stores.jobs.get(jobId) }),
        kickPrinter() {
          committedAt = wallClock();
          queue.kick();
        },
      });
      if (!receipt.ok) throw new Error(receipt.error.detail);
      await new Promise((resolve) => waiting.set(receipt.value.print.jobId, resolve));
      return { committedAt };
    },
    async close() {
      await queue.close();
      await paper.close();
      stores.close();
    },
  };
}

/**
 * The longest time in milliseconds for which nothing else could have run while `work` went on, and the most that this
 * thread itself computed in one go: on a busy machine it also waits for its turn.
 */
async function longestBlock(work) {
  const longest = { wall: 0, cpu: 0 };
  let last = { at: performance.now(), cpu: threadCpuMs() };
  const look = setInterval(() => {
    const now = { at: performance.now(), cpu: threadCpuMs() };
    longest.wall = Math.max(longest.wall, now.at - last.at);
    longest.cpu = Math.max(longest.cpu, now.cpu - last.cpu);
    last = now;
  }, LOOK_EVERY_MS);
  await work();
  await sleep(QUIET_MS);
  clearInterval(look);
  return longest;
}

function threadCpuMs() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Keeps another thread computing for so long. */
async function busyThread(ms) {
  const worker = new Worker(`const end = performance.now() + ${ms}; while (performance.now() < end);`, {
    eval: true,
  });
  await once(worker, 'exit');
}

function drawHere(statement) {
  encode(layOut(exampleSlip({ statement }), COLUMNS, canPrint, measureDrawn));
}
