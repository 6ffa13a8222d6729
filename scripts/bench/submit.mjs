import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron } from 'playwright';
import { startVirtualPrinter } from '../../tests/virtual-printer/virtual-printer.ts';
import { toolEnvironment } from '../lib/run.mjs';
import { newIntake, openClaims } from './claims.mjs';
import { electronFlags } from './electron-flags.mjs';
import { format, makeRow, summarize, wallClock } from './figures.mjs';
import { SCREEN } from './start.mjs';

/** A start has only one first ticket, and there are two kinds of first. */
const STARTS = 4;
const WARM_TICKETS = 60;
/** Less than anybody needs from the first screen to the last. */
const QUICKEST_CUSTOMER_MS = 3_000;
const ROUND_TRIPS_PER_SAMPLE = 5;
/** What the app still does after the printer has the slip; the next ticket must not wait behind it. */
const QUIET_AFTER_MS = 20;

/** Measures a submission in the real app: until it is acknowledged, and until the printer has its first byte. */
export async function measureSubmit({ dataFolder, app }) {
  const printer = await startVirtualPrinter();
  const claims = openClaims(path.join(dataFolder, 'submit-floor'));
  const data = path.join(dataFolder, 'submit');
  const tickets = { atOnce: [], first: [], warm: [] };
  try {
    await withKiosk({ data, printer, app }, async (page) => {
      for (let count = 0; count <= WARM_TICKETS; count += 1) {
        const ticket = await oneTicket({ page, printer, claims });
        if (count > 0) tickets.warm.push(ticket);
      }
    });
    for (let start = 0; start < STARTS; start += 1) {
      for (const [kind, delayMs] of [
        ['atOnce', 0],
        ['first', QUICKEST_CUSTOMER_MS],
      ]) {
        await withKiosk({ data, printer, app }, async (page) => {
          await sleep(delayMs);
          tickets[kind].push(await oneTicket({ page, printer, claims, isFirst: true }));
        });
      }
    }
    printer.assertClean();
  } finally {
    claims.close();
    await printer.close();
  }
  return [
    acknowledgedRow(tickets.warm),
    firstByteRow('tap → first byte', tickets.warm),
    firstByteRow(`the same, first ticket, ${QUICKEST_CUSTOMER_MS / 1000} s after the start`, tickets.first),
    firstByteRow('the same, first ticket, at once', tickets.atOnce, [
      'the call is made the moment the page is ready, before any customer could make it',
    ]),
  ];
}

/** Runs the real app for as long as `use` takes, with its page ready. */
async function withKiosk({ data, printer, app }, use) {
  await mkdir(data, { recursive: true });
  const kiosk = await _electron.launch({
    executablePath: app.runtime.executable,
    args: [...electronFlags(app.display), app.folder, `--windowed=${SCREEN.width}x${SCREEN.height}`],
    env: toolEnvironment({
      ...app.display.env,
      IYW_DATA: data,
      IYW_PRINTER: `tcp://${printer.host}:${printer.port}`,
    }),
  });
  try {
    const page = await kiosk.firstWindow();
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await use(page);
  } finally {
    await kiosk.close();
  }
}

/** One ticket with its floors just before it: a round trip, a commit and a connection. */
async function oneTicket({ page, printer, claims, isFirst = false }) {
  // Asking for the way there would warm what the first ticket has to find cold.
  const roundTrip = isFirst ? null : await page.evaluate(averageRoundTrip, ROUND_TRIPS_PER_SAMPLE);
  const { commit } = claims.submit();
  const connection = await timeConnection(printer);

  const bytesBefore = printer.receivedBytes;
  const slipsBefore = printer.slips.length;
  const firstByteAt = printer
    .waitFor('the first byte', () => printer.receivedBytes > bytesBefore)
    .then(wallClock);
  const { tappedAt, acknowledgedAt, answer } = await page.evaluate(submit, newIntake());
  if (!answer.ok) throw new Error(`the app refused a claim: ${JSON.stringify(answer.error)}`);
  const toFirstByte = (await firstByteAt) - tappedAt;
  await printer.waitForSlip(slipsBefore + 1);
  await sleep(QUIET_AFTER_MS);
  return { roundTrip, commit, connection, toFirstByte, toAcknowledged: acknowledgedAt - tappedAt };
}

/** Runs in the page. */
async function averageRoundTrip(times) {
  const started = performance.now();
  for (let count = 0; count < times; count += 1) await globalThis.inYourWords.call('kiosk:open', null);
  return (performance.now() - started) / times;
}

/** Runs in the page. */
async function submit(intake) {
  const tappedAt = performance.timeOrigin + performance.now();
  const answer = await globalThis.inYourWords.call('claim:submit', intake);
  return { tappedAt, acknowledgedAt: performance.timeOrigin + performance.now(), answer };
}

async function timeConnection({ host, port }) {
  const started = performance.now();
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  const ms = performance.now() - started;
  socket.end();
  socket.resume();
  await once(socket, 'close');
  return ms;
}

function acknowledgedRow(tickets) {
  const median = (pick) => format(summarize(tickets.map(pick)).p50);
  return makeRow({
    what: 'tap → acknowledged',
    unit: 'ms',
    ours: tickets.map((each) => each.toAcknowledged),
    floor: tickets.map((each) => each.roundTrip + each.commit),
    floorWhat: 'one round trip (kiosk:open) + one commit of a claim',
    target: { figure: 'p50', of: 'ratio', atMost: 2 },
    notes: [
      `round trip ${median((each) => each.roundTrip)} ms, commit ${median((each) => each.commit)} ms (p50)`,
    ],
  });
}

function firstByteRow(what, tickets, notes = []) {
  return makeRow({
    what,
    unit: 'ms',
    ours: tickets.map((each) => each.toFirstByte),
    floor: tickets.map((each) => each.commit + each.connection),
    floorWhat: 'one commit of a claim + a TCP connection to the same port',
    target: { figure: 'p50', of: 'ours', atMost: 50 },
    notes,
  });
}
