// A kiosk's store in a process of its own, for campaigns that kill it or break its disk. It takes claims and says on
// stdout what it is about to take (`try ID`) and, only after `take` has answered, what came of it (`ack ID NUMBER` or
// `refused ID WHY`). `node host.ts FILE COUNT [normal]`: COUNT 0 goes on for ever; `normal` is the control that runs
// with `synchronous=NORMAL`, and must lose rows at a power cut.
import { randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { v4, v7 } from 'uuid';
import type { Instant, RequestId } from '../../src-main/domain/brand.ts';
import { checkpointIfDue } from '../../src-main/store/checkpointer.ts';
import { createClaimStore } from '../../src-main/store/claim-store.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { claimToTake } from './claim-of.ts';

/** Idle time comes now and then, and with it a checkpoint. */
const CLAIMS_A_CHECKPOINT = 7;

const [, , file = '', count = '0', mode] = process.argv;
const now = (): Instant => Date.now() as Instant;
const opened = openDatabase({ file, now });
if (!opened.ok) {
  writeSync(1, `closed ${opened.error.reason}\n`);
  process.exit(3);
}
const { db } = opened.value;
if (mode === 'normal') db.pragma('synchronous = NORMAL');
const claims = createClaimStore(db, { now, randomInt: (limit) => randomInt(limit), newId: v7 });
writeSync(1, 'open\n');
for (let taken = 0; count === '0' || taken < Number(count); taken += 1) {
  const requestId = v4() as RequestId;
  writeSync(1, `try ${requestId}\n`);
  const kept = claims.take(claimToTake(requestId));
  writeSync(
    1,
    kept.ok ? `ack ${requestId} ${kept.value.number}\n` : `refused ${requestId} ${kept.error.detail}\n`,
  );
  if (db.inTransaction) throw new Error('still in a transaction after an answer');
  if (taken % CLAIMS_A_CHECKPOINT === 0) tidy();
}

/** As housekeeping does: what the disk refuses now is done another time. */
function tidy(): void {
  try {
    checkpointIfDue(db, true);
  } catch (error) {
    writeSync(1, `untidy ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
