import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { openClaims } from './claims.mjs';
import { format, makeRow, summarize, timed } from './figures.mjs';

const WARM_UP = 30;
const CLAIMS = 1_000;
const FLOOR_WHAT = 'append 4 KiB to an open file + fsync';
const FLOOR_BYTES = Buffer.alloc(4096, 0x5a);
/** Besides the commit itself, only shares above this are worth a remark. */
const NOTEWORTHY_SHARE = 0.1;

/** Measures the commit of one claim, with everything a submission does in the main process around it. */
export async function measureCommit({ dataFolder }) {
  const file = openSync(path.join(dataFolder, 'floor'), 'a');
  const claims = openClaims(path.join(dataFolder, 'commit'));
  const floor = [];
  const submissions = [];
  try {
    for (let index = 0; index < WARM_UP + CLAIMS; index += 1) {
      // Turn about: what the first of the two leaves on the disk's way, the second waits for.
      const claimFirst = index % 2 === 0;
      const before = claimFirst ? claims.submit() : null;
      const appended = timed(() => {
        writeSync(file, FLOOR_BYTES);
        fsyncSync(file);
      });
      const submitted = before ?? claims.submit();
      if (index < WARM_UP) continue;
      floor.push(appended);
      submissions.push(submitted);
    }
  } finally {
    claims.close();
    closeSync(file);
  }
  const commits = submissions.map(({ commit }) => commit);
  const shared = { unit: 'ms', ours: commits, floor, floorWhat: FLOOR_WHAT };
  return [
    makeRow({
      ...shared,
      what: 'commit of one claim',
      target: { figure: 'p50', of: 'ratio', atMost: 1.5 },
      notes: [beyondTheDisk(commits, floor), ...shares(submissions)],
    }),
    makeRow({
      ...shared,
      what: 'commit of one claim, tail',
      target: { figure: 'p99', of: 'ratio', atMost: 3 },
      notes: [`the floor's own p99 is ${format(summarize(floor).p99)} ms; the ratio compares p99 with p99`],
    }),
  ];
}

/** Disks differ tenfold, what the app adds to them does not. */
function beyondTheDisk(commits, floor) {
  const added = summarize(commits).p50 - summarize(floor).p50;
  return `the app adds ${format(added)} ms to the disk's own time (p50)`;
}

function shares(submissions) {
  const median = (pick) => summarize(submissions.map(pick)).p50;
  const whole = median((times) => times.whole);
  const parts = {
    'composing expectations and slip, inside the transaction,': median((times) => times.compose),
    'what follows the commit': median((times) => times.whole - times.commit),
  };
  return Object.entries(parts)
    .filter(([, ms]) => ms > whole * NOTEWORTHY_SHARE)
    .map(([name, ms]) => `${name} takes ${format(ms)} of the submission's ${format(whole)} ms (p50)`);
}
