import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createIndexWriter } from '../../src-main/search/index-writer.ts';
import { LOG_BYTES } from '../../src-main/search/search.ts';
import { checkpointIfDue } from '../../src-main/store/checkpointer.ts';
import { format, makeRow, timed, timedWork, workedNote } from './figures.mjs';

/** As in the app. */
const SLICE_MS = 3;
/** Where older slices left much to merge, it is measured only so far. */
const SLICES_MAX = 2_000;
const PAGE = Buffer.alloc(4_096);

/**
 * Takes what is new into the index as the app does, slice by slice, and returns how long each kept the main thread: in
 * time that passed, and in time that the thread worked, which other work on the machine lengthens less.
 */
export function measureSlices(db, folder) {
  const writer = createIndexWriter(db);
  const probe = openProbe(folder);
  const slices = { passed: [], worked: [], floor: [] };
  const logs = { passed: [], worked: [], floor: [] };
  try {
    for (let done = false; !done && slices.passed.length < SLICES_MAX;) {
      let emptied = false;
      const log = timedWork(() => (emptied = checkpointIfDue(db, false, LOG_BYTES)));
      if (emptied) {
        logs.passed.push(log.passed);
        logs.worked.push(log.worked);
        logs.floor.push(probe.write(LOG_BYTES));
      }
      const slice = timedWork(() => ({ done } = writer.step(SLICE_MS)));
      slices.passed.push(slice.passed);
      slices.worked.push(slice.worked);
      slices.floor.push(timed(countOn));
    }
  } finally {
    probe.close();
  }
  return { slices, logs };
}

/** Returns the rows of what {@link measureSlices} found. */
export function sliceRows({ slices, logs }, of) {
  const target = { figure: 'max', atMost: 16, of: 'ours' };
  const rows = [
    makeRow({
      what: `main blocked by the index, ${of}`,
      unit: 'ms',
      ours: slices.passed,
      floor: slices.floor,
      floorWhat: `a thread that only counts, for ${SLICE_MS} ms`,
      target,
      notes: [
        `slices of ${SLICE_MS} ms and their COMMIT`,
        workedNote(slices.worked),
        `${longest(slices.passed)}, of the floor ${longest(slices.floor)}`,
      ],
    }),
  ];
  if (logs.passed.length === 0) return rows;
  return [
    ...rows,
    makeRow({
      what: `main blocked by the index’s log, ${of}`,
      unit: 'ms',
      ours: logs.passed,
      floor: logs.floor,
      floorWhat: `as many bytes written to a file, and fsync`,
      target,
      notes: [workedNote(logs.worked), `${longest(logs.passed)}, of the floor ${longest(logs.floor)}`],
    }),
  ];
}

function longest(times) {
  return `the longest ${format(Math.max(...times))} ms`;
}

/** Needs neither disk nor memory: what it takes beyond its time, the machine did something else. */
function countOn() {
  const until = performance.now() + SLICE_MS;
  while (performance.now() < until);
}

function openProbe(folder) {
  const file = path.join(folder, 'probe');
  const handle = openSync(file, 'w');
  return {
    write: (bytes) =>
      timed(() => {
        for (let at = 0; at < bytes; at += PAGE.length) writeSync(handle, PAGE, 0, PAGE.length, at);
        fsyncSync(handle);
      }),
    close() {
      closeSync(handle);
      rmSync(file);
    },
  };
}
