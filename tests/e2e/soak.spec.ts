import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WAL_KEPT_BYTES } from '../../src-main/store/checkpointer.ts';
import { connect } from '../../src-main/store/sqlite.ts';
import { verifyDatabase } from '../../src-main/store/verify-database.ts';
import { callBridge } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { databaseFile, keptStatements } from './kept.ts';
import { APP_FOLDER, type Kiosk } from './kiosk.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { Find } from './pages/find.ts';
import { customersOf } from './soak-customers.ts';
import { readGauges } from './soak-gauges.ts';
import { startSoakPrinter } from './soak-printer.ts';
import { judgeSamples, medianOf, type Row, type Sample } from './soak-verdict.ts';
import { tellAndFinish } from './stories.ts';

// A shop's years in an hour. `npm run test:soak -- --claims=100000 --minutes=60 --seed=1` goes on for so long; a slice of
// a few seconds is part of `npm test`, where nothing can be said about growth.
const CLAIMS = Number(process.env['IYW_CAMPAIGN_CLAIMS'] ?? 150);
const MINUTES = Number(process.env['IYW_CAMPAIGN_MINUTES'] ?? 0);
const SEED = Number(process.env['IYW_CAMPAIGN_SEED'] ?? 1);
const SECONDS = MINUTES * 60 || 5;
/** An hour does not end at one slow screen of a busy machine. */
const SLOWEST_MS = 60_000;
/** Below this, start and warm-up are most of what is measured. */
const JUDGED_FROM_MINUTES = 5;
/** Customers come in rounds, with a look at the gauges after each; in between somebody stands at the screen. */
const ROUNDS = Math.max(8, Math.round(SECONDS / 10));
const VISIT_EVERY = Math.max(4, Math.round(60 / (SECONDS / ROUNDS)));
const BACKUP_EVERY = VISIT_EVERY * 10;
/** Claims that a clerk closes in a visit. */
const CLOSED_A_VISIT = 30;
/** No printer prints 28 slips a second; the others are voided by whoever is on duty. */
const PRINT_ONE_IN = 10;

test(`${CLAIMS} claims in ${SECONDS} s: none lost, and nothing grows with them`, async ({
  launch,
  newFolder,
}) => {
  test.setTimeout(120_000 + SECONDS * 2_000);
  const printer = await startSoakPrinter();
  const dataFolder = await newFolder();
  const kiosk = await launch({ dataFolder, printerUrl: printer.url, size: { width: 1440, height: 900 } });
  if (MINUTES > 0) kiosk.page.setDefaultTimeout(SLOWEST_MS);
  await hire(kiosk.page, [MIKA, SANNA]);
  const gauges = await readGauges(kiosk);
  const customers = customersOf(kiosk.page, SEED);
  const samples: Sample[] = [];
  const done = { byHand: 0, visits: 0, closed: 0 };
  await goOnDuty(kiosk);
  const began = performance.now();
  const secondsGone = (): number => (performance.now() - began) / 1_000;

  for (let round = 0; round < ROUNDS; round += 1) {
    const [from, to] = [round, round + 1].map((at) => Math.round((CLAIMS * at) / ROUNDS));
    const visit = round % VISIT_EVERY === 1 ? somebodyComes(kiosk, done) : null;
    if (round % BACKUP_EVERY === BACKUP_EVERY / 2) await backUp(kiosk);
    // A round that was held up is made good by the next ones.
    const left = ((SECONDS * (round + 1)) / ROUNDS - secondsGone()) * 0.98;
    const { submits, roundTrips } = await customers.come({
      count: (to ?? 0) - (from ?? 0),
      seconds: Math.max(0.1, left),
      printOneIn: PRINT_ONE_IN,
    });
    await visit;
    await printer.restIfDue();
    samples.push(
      await gauges.look({
        at: secondsGone(),
        submitP50: medianOf(submits),
        roundTripP50: medianOf(roundTrips),
      }),
    );
  }
  const seconds = secondsGone();
  const slips = printer.slips();
  await kiosk.close();
  await printer.close();

  const kept = keptStatements(dataFolder);
  const lost = [...customers.acknowledged.keys()].filter((id) => kept.get(id) !== customers.wordsOf(id));
  const rows = judgeSamples(samples);
  const figures = {
    ...{ claims: CLAIMS, seed: SEED, seconds: Math.round(seconds) },
    acknowledged: customers.acknowledged.size + done.byHand,
    kept: kept.size,
    ...{ lostOrChanged: lost.length, refused: customers.refused.length, slips, ...done },
    backups: await backupsOf(dataFolder),
  };
  await report(figures, rows, samples);
  expect(customers.refused).toEqual([]);
  expect(lost).toEqual([]);
  expect(kept.size).toBe(figures.acknowledged);
  expect(verdictOn(dataFolder)).toMatchObject({ ok: true, value: { claims: figures.acknowledged } });
  // Who reads the whole database, as a backup does, makes the log grow; then it is cut again.
  const logs = rows.find(({ what }) => what === 'wal')?.quarters ?? [];
  expect(Math.max(...logs)).toBeLessThanOrEqual(WAL_KEPT_BYTES / 1024 / 1024);
  if (MINUTES >= JUDGED_FROM_MINUTES) {
    expect(rows.filter(({ flat }) => flat === false).map(({ what }) => what)).toEqual([]);
  }
});

/** A customer writes by hand, and a clerk finds what was told, looks at it and closes what is settled. */
async function somebodyComes(
  kiosk: Kiosk,
  done: { byHand: number; visits: number; closed: number },
): Promise<void> {
  const screens = kiosk.screens();
  const number = await tellAndFinish(screens, `The lamp of visit ${done.visits} flickers.`);
  done.byHand += 1;
  await screens.thanks.main.click();
  await expect(screens.welcome.sentence).toBeVisible();
  const desk = new Find(kiosk.page);
  await callBridge(kiosk.page, 'staff:sign-out', null);
  await desk.enter(SANNA.name, SANNA.pin);
  await expect(desk.board).toBeVisible();
  await desk.search.fill(number);
  await desk.hit(number.replaceAll('-', ' ')).first().click();
  await expect(desk.heading(number.replaceAll('-', ' '))).toBeVisible();
  done.closed += await closeSome(kiosk);
  await desk.signOut.click();
  await expect(screens.welcome.sentence).toBeVisible();
  await goOnDuty(kiosk);
  done.visits += 1;
}

async function closeSome({ page }: Kiosk): Promise<number> {
  const board = await callBridge(page, 'board:view', { who: 'all' });
  if (!board.ok) throw new Error(board.error.detail);
  const cards = board.value.lanes.flatMap(({ cards: all }) => all).slice(0, CLOSED_A_VISIT);
  for (const { claimId } of cards) {
    const ending = { kind: 'no-agreement', reason: 'Nobody came back for it.' } as const;
    expect(await callBridge(page, 'claim:close', { claimId, ending, feeling: null })).toMatchObject({
      ok: true,
    });
  }
  return cards.length;
}

/** An admin is signed in while customers come, as far as main knows. */
async function goOnDuty({ page }: Kiosk): Promise<void> {
  const door = await callBridge(page, 'staff:door', null);
  const mika = door.ok ? door.value.people.find(({ name }) => name === MIKA.name) : undefined;
  if (!mika) throw new Error('nobody is at the door');
  expect(await callBridge(page, 'staff:sign-in', { id: mika.id, pin: MIKA.pin })).toMatchObject({ ok: true });
}

/** Asks for a backup, and does not wait for it. */
async function backUp(kiosk: Kiosk): Promise<void> {
  await goOnDuty(kiosk);
  await kiosk.page.evaluate(() => void window.inYourWords.call('backups:make', null));
}

/** What this kiosk keeps of the hour: the rule keeps one for each hour, and the newest. */
async function backupsOf(dataFolder: string): Promise<number> {
  const names = await readdir(join(dataFolder, 'backups')).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).length;
}

function verdictOn(dataFolder: string): ReturnType<typeof verifyDatabase> {
  const db = connect(databaseFile(dataFolder), { readonly: true, busyMs: 0 });
  try {
    return verifyDatabase(db);
  } finally {
    db.close();
  }
}

async function report(
  figures: Readonly<Record<string, number>>,
  rows: readonly Row[],
  samples: readonly Sample[],
): Promise<void> {
  const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  const lines = rows.map(({ what, quarters, most, slope, flat }) =>
    [
      what.padEnd(13),
      ...[...quarters, most, slope].map((value) => round(value).padStart(9)),
      flat === null ? '' : flat ? '  flat' : '  GROWS',
    ].join(''),
  );
  const all = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log([all.join(', '), 'medians of four quarters, most, slope an hour', ...lines].join('\n'));
  if (MINUTES === 0) return;
  const folder = join(APP_FOLDER, 'bench-results');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'soak.json'),
    JSON.stringify({ at: new Date().toISOString(), figures, rows, samples }, null, 1),
  );
}
