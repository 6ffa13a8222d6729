import type { CDPSession } from '@playwright/test';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseFile, countWaitingSlips } from './kept.ts';
import type { Kiosk } from './kiosk.ts';
import type { Sample } from './soak-verdict.ts';

/** What customers say of a round. */
type Heard = Pick<Sample, 'at' | 'submitP50' | 'roundTripP50'>;

const MIB = 1024 * 1024;

/** Reads a running kiosk as Linux, V8 and the file system see it; it changes nothing in it. */
export interface Gauges {
  look(heard: Heard): Promise<Sample>;
}

/** What main says of itself. */
interface MainSays {
  readonly heap: number;
  readonly external: number;
  readonly delayP99: number;
  readonly delayMax: number;
  readonly renderer: number;
}

/** Returns gauges at a kiosk; needs Linux's /proc. */
export async function readGauges(kiosk: Kiosk): Promise<Gauges> {
  const { app, dataFolder } = kiosk;
  const main = app.process().pid;
  if (main === undefined) throw new Error('the kiosk does not run');
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    Object.assign(globalThis, { soakDelays: delays });
  });
  const devtools = await kiosk.devtools();
  await devtools.send('Performance.enable');

  return {
    async look(heard) {
      const says = await app.evaluate(({ BrowserWindow }): MainSays => {
        const { soakDelays: delays } = globalThis as unknown as {
          soakDelays: { percentile: (share: number) => number; max: number; reset: () => void };
        };
        const { heapUsed, external } = process.memoryUsage();
        const answer = {
          heap: heapUsed,
          external,
          delayP99: delays.percentile(99) / 1e6,
          delayMax: delays.max / 1e6,
          renderer: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
        };
        delays.reset();
        return answer;
      });
      return {
        ...heard,
        mainRss: await sizeOf(main, 'status', 'VmRSS'),
        mainHeap: says.heap / MIB,
        mainExternal: says.external / MIB,
        rendererRss: await sizeOf(says.renderer, 'status', 'VmRSS'),
        rendererHeap: await heapOf(devtools),
        treePss: await pssOfTree(main),
        files: (await readdir(`/proc/${main}/fd`)).length,
        threads: (await readdir(`/proc/${main}/task`)).length,
        wal: (await stat(`${databaseFile(dataFolder)}-wal`)).size / MIB,
        data: (await bytesIn(dataFolder)) / MIB,
        waiting: countWaitingSlips(dataFolder),
        delayP99: says.delayP99,
        delayMax: says.delayMax,
      };
    },
  };
}

async function heapOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / MIB;
}

/** A line of one of Linux's files about a process, in MiB. */
async function sizeOf(pid: number, file: 'status' | 'smaps_rollup', line: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8');
  return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024;
}

/** A process that ends while it is counted counts no more. */
async function pssOfTree(root: number): Promise<number> {
  let sum = 0;
  for (const pids = [root]; pids.length > 0;) {
    const pid = pids.pop() ?? root;
    sum += await sizeOf(pid, 'smaps_rollup', 'Pss').catch(() => 0);
    const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
    for (const thread of threads) {
      const children = await readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '');
      pids.push(...children.split(' ').filter(Boolean).map(Number));
    }
  }
  return sum;
}

/** A file that is renamed while it is counted counts no more. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
