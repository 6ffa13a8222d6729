import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { toolEnvironment } from '../lib/run.mjs';
import { electronFlags } from './electron-flags.mjs';
import { makeRow, wallClock } from './figures.mjs';
import { memoryOfTree } from './process-tree.mjs';

/** An upright kiosk screen. */
export const SCREEN = { width: 1080, height: 1920 };

const PAIRS = 12;
/** The first pairs also tell their memory, which varies less than time and takes longer to settle. */
const PAIRS_FOR_MEMORY = 5;
const SETTLED_AFTER_MS = 1_500;
const READY_WITHIN_MS = 60_000;
const ENDED_WITHIN_MS = 5_000;
const HOOK = fileURLToPath(new URL('./ready-hook.cjs', import.meta.url));
const BARE_WINDOW = fileURLToPath(new URL('./bare-window/', import.meta.url));
const FLOOR_WHAT = 'the same runtime showing a bare page in a window of the same size';

/** Measures the start of the built app, and its memory, beside those of a bare window. */
export async function measureStart({ dataFolder, app }) {
  const folders = { ours: app.folder, floor: BARE_WINDOW };
  const times = { ours: [], floor: [] };
  const memory = { ours: [], floor: [] };
  // One start of each makes the folders and fills the caches; a kiosk starts for the first time only once.
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    // Turn about, so that neither always finds what the other has just warmed.
    for (const which of pair % 2 === 0 ? ['floor', 'ours'] : ['ours', 'floor']) {
      const started = await startOnce({
        folder: folders[which],
        data: path.join(dataFolder, `start-${which}`),
        app,
        withMemory: pair > 0 && pair <= PAIRS_FOR_MEMORY,
      });
      if (pair === 0) continue;
      times[which].push(started.ms);
      if (started.memory !== null) memory[which].push(started.memory);
    }
  }
  return [timeRow(times), ...memoryRows(memory)];
}

function timeRow(times) {
  return makeRow({
    what: 'start to interactive',
    unit: 'ms',
    ...times,
    floorWhat: FLOOR_WHAT,
    target: { figure: 'p50', of: 'ratio', atMost: 1.1 },
  });
}

function memoryRows(memory) {
  if (memory.ours.length === 0) return [];
  const row = (name, what) =>
    makeRow({
      what,
      unit: 'MiB',
      ours: memory.ours.map((each) => each[name]),
      floor: memory.floor.map((each) => each[name]),
      floorWhat: FLOOR_WHAT,
      target: { figure: 'p50', of: 'ratio', atMost: 1.1 },
    });
  return [row('pss', 'memory after the start (PSS)'), row('rss', 'memory after the start (RSS)')];
}

/** Starts an app and ends it; { ms, memory } from the spawn to the page's data-ready. */
async function startOnce({ folder, data, app, withMemory }) {
  await mkdir(data, { recursive: true });
  const args = [
    ...['-r', HOOK],
    ...electronFlags(app.display),
    folder,
    `--windowed=${SCREEN.width}x${SCREEN.height}`,
  ];
  const env = toolEnvironment({ ...app.display.env, IYW_DATA: data });
  const spawnedAt = wallClock();
  const child = spawn(app.runtime.executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  try {
    const ms = (await readyTime(child)) - spawnedAt;
    if (withMemory) await sleep(SETTLED_AFTER_MS);
    return { ms, memory: withMemory ? await memoryOfTree(child.pid) : null };
  } finally {
    await end(child, ended);
  }
}

/** Ends an app as a system does that shuts down: it is asked, and soon not asked any more. */
async function end(child, ended) {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), ENDED_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

function readyTime(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`${why}\n${output.slice(-2_000)}`));
    const timer = setTimeout(() => fail('the page was not ready in time'), READY_WITHIN_MS);
    const listen = (chunk) => {
      output += chunk;
      const ready = /^bench-ready ([\d.]+)$/m.exec(output);
      if (ready === null) return;
      clearTimeout(timer);
      resolve(Number(ready[1]));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', () => fail('the app ended before its page was ready'));
  });
}
