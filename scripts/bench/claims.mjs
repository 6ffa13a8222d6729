import { randomInt, randomUUID } from 'node:crypto';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { submitClaim } from '../../src-main/ipc/claim-handlers.ts';
import { checkpointIfDue } from '../../src-main/store/checkpointer.ts';
import { createClaimStore } from '../../src-main/store/claim-store.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { createPrintJobStore } from '../../src-main/store/print-job-store.ts';
import { EXAMPLE_SETTINGS, exampleIntake } from '../../tests/fixtures/example-claim.ts';
import { MEASURED_STATEMENTS } from '../../tests/fixtures/statements.ts';

/** Between this many claims the log goes back into the database, as it does when nobody stands at the kiosk. */
const CHECKPOINT_EVERY = 25;

/** Returns an intake that no one has submitted before. */
export function newIntake() {
  return exampleIntake({ statement: MEASURED_STATEMENTS.ascii, requestId: randomUUID() });
}

/** Opens the real stores of a claims database in `folder`. */
export function openStores(folder) {
  const now = () => Date.now();
  const opened = openDatabase({ file: path.join(folder, 'claims.db'), now });
  if (!opened.ok) throw new Error(opened.error.detail);
  const { db, close } = opened.value;
  return {
    db,
    claims: createClaimStore(db, { now, randomInt: (limit) => randomInt(limit), newId: uuidv7 }),
    jobs: createPrintJobStore(db),
    close,
  };
}

/**
 * Opens a claims database in `folder` with the real stores, and takes claims in it the way the app does, without a
 * window. Each submission gives its time in milliseconds: the whole, the commit (`take`), and in it the composing.
 */
export function openClaims(folder) {
  const { db, claims, jobs, close } = openStores(folder);
  const parts = { settings: EXAMPLE_SETTINGS, kickPrinter: () => {}, statusOf: (id) => jobs.get(id) };
  let taken = 0;

  function submit() {
    const times = { whole: 0, commit: 0, compose: 0 };
    const intake = newIntake();
    const started = performance.now();
    const receipt = submitClaim(intake, { ...parts, claims: { ...claims, take: timedTake(claims, times) } });
    times.whole = performance.now() - started;
    if (!receipt.ok) throw new Error(receipt.error.detail);
    taken += 1;
    if (taken % CHECKPOINT_EVERY === 0) checkpointIfDue(db, true);
    return times;
  }

  return { submit, close };
}

function timedTake(claims, times) {
  return (input) => {
    const started = performance.now();
    const result = claims.take({
      ...input,
      compose(identity) {
        const composeStarted = performance.now();
        const composed = input.compose(identity);
        times.compose = performance.now() - composeStarted;
        return composed;
      },
    });
    times.commit = performance.now() - started;
    return result;
  };
}
