import { cp, mkdir, mkdtemp, rm, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../lib/build.mjs';
import { writeJson } from '../lib/cache.mjs';
import { openDisplay } from '../lib/display.mjs';
import { SetUpError, say, seconds } from '../lib/log.mjs';
import { inRoot } from '../lib/paths.mjs';
import { setUp } from '../lib/set-up.mjs';
import { measureBoard } from './board.mjs';
import { measureCommit } from './commit.mjs';
import { measureEncode } from './encode.mjs';
import { measurePrint } from './print.mjs';
import { measureReports } from './reports.mjs';
import { measureSearch } from './search.mjs';
import { measureStart, SCREEN } from './start.mjs';
import { measureSubmit } from './submit.mjs';
import { tableOf } from './report.mjs';

const RESULTS = inRoot('bench-results');
/** Fewer claims tell nothing of a search. */
const LEAST_CLAIMS = 1_000;
const TMPFS = 0x01021994;
// 128 + SIGINT, as a shell reports it.
const INTERRUPTED = 130;

const GROUPS = {
  commit: { measure: measureCommit },
  encode: { measure: measureEncode },
  print: { measure: measurePrint },
  board: { measure: measureBoard },
  search: { measure: measureSearch },
  reports: { measure: measureReports },
  submit: { measure: measureSubmit, needsApp: true },
  start: { measure: measureStart, needsApp: true },
};

/** Measures all groups of rows or the named ones, prints the table and writes it as JSON. */
export async function runBench(args) {
  const { names, folder, claims } = readOptions(args);
  const { runtime } = await setUp();
  await mkdir(RESULTS, { recursive: true });
  const workFolder = await mkdtemp(path.join(RESULTS, 'run-'));
  await mkdir(folder ?? workFolder, { recursive: true });
  const dataFolder = await mkdtemp(path.join(folder ?? workFolder, 'data-'));
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort());
  const loadBefore = os.loadavg()[0];
  try {
    const needsApp = names.some((name) => GROUPS[name].needsApp);
    const app = needsApp ? await prepareApp(workFolder, runtime) : null;
    const rows = [];
    try {
      for (const name of names) {
        if (!stopped.signal.aborted) rows.push(...(await measureGroup(name, { dataFolder, app, claims })));
      }
    } finally {
      app?.display.stop();
    }
    if (stopped.signal.aborted) {
      say('Interrupted; nothing was written.');
      process.exitCode = INTERRUPTED;
      return;
    }
    const machine = await describeMachine({ dataFolder, runtime, loadBefore });
    await writeJson(path.join(RESULTS, 'bench.json'), {
      at: new Date().toISOString(),
      measured: names,
      machine,
      rows,
    });
    process.stdout.write(`\n${tableOf(rows)}\n\n${machineText(machine)}\n`);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
    await rm(workFolder, { recursive: true, force: true });
  }
}

function readOptions(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { folder: { type: 'string' }, claims: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !Object.hasOwn(GROUPS, name));
  if (unknown !== undefined) {
    throw new SetUpError(
      `"${unknown}" is not measured here; use ${Object.keys(GROUPS).join(', ')} or nothing.`,
    );
  }
  const names = Object.keys(GROUPS).filter((name) => positionals.length === 0 || positionals.includes(name));
  const claims = values.claims === undefined ? undefined : Number(values.claims);
  if (claims !== undefined && !(Number.isInteger(claims) && claims >= LEAST_CLAIMS)) {
    throw new SetUpError(`--claims is a whole number from ${LEAST_CLAIMS}.`);
  }
  return { names, folder: values.folder && path.resolve(values.folder), claims };
}

/** One group that breaks does not take the figures of the others with it, but the command tells by its code. */
async function measureGroup(name, parts) {
  say(`Measuring: ${name} …`);
  const started = Date.now();
  try {
    return await GROUPS[name].measure(parts);
  } catch (error) {
    say(`The measurement "${name}" broke.\n${error.stack}`);
    process.exitCode = 1;
    return [];
  } finally {
    say(`  ${seconds(Date.now() - started)}`);
  }
}

/** The built app as a copy of its own, so that a build in another terminal does not change it under the clock. */
async function prepareApp(workFolder, runtime) {
  await buildApp();
  const folder = path.join(workFolder, 'app');
  await cp(inRoot('out'), path.join(folder, 'out'), { recursive: true });
  await cp(inRoot('package.json'), path.join(folder, 'package.json'));
  const display = await openDisplay(SCREEN);
  return { folder, runtime, display };
}

async function describeMachine({ dataFolder, runtime, loadBefore }) {
  const { type } = await statfs(dataFolder);
  return {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.versions.node,
    electron: runtime.version,
    electronKind: runtime.kind,
    dataOnTmpfs: type === TMPFS,
    load: { before: loadBefore, after: os.loadavg()[0] },
  };
}

function machineText({ cpu, cores, node, electron, electronKind, dataOnTmpfs, load }) {
  const lines = [
    `${cores} cores (${cpu}), Node ${node}, Electron ${electron} (${electronKind}); ` +
      `load ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after. Written to bench-results/bench.json.`,
  ];
  if (load.before > cores / 2)
    lines.push('Other work ran on this machine: trust the ratios more than the times.');
  if (dataOnTmpfs) lines.push('The data lay in memory, where fsync does nothing; give a --folder on a disk.');
  return lines.join('\n');
}
