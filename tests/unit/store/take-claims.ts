// A kiosk of its own, for tests that kill it or take its disk away: it takes claims and says each number on
// stdout only after `take` has answered. `node take-claims.ts FILE [STOP]`: with STOP it waits for a line on
// stdin after a refusal and goes on; it ends by itself only after a success that follows a refusal.
import { readSync, writeSync } from 'node:fs';
import { claimsOf, toTake, value } from './support.ts';
import { openDatabase } from '../../../src-main/store/open-database.ts';

const [, , file = '', stop] = process.argv;
const { db } = value(openDatabase({ file, now: () => Date.now() as never }));
const claims = claimsOf(db);
// Long enough for several pages, so that a kill can fall between two of them.
const statement = 'words '.repeat(2_000);

for (let refused = false; ;) {
  const taken = claims.take(toTake({ statement }));
  if (taken.ok) {
    writeSync(1, `${taken.value.number}\n`);
    if (refused) break;
  } else if (stop === undefined) {
    throw new Error(taken.error.detail);
  } else {
    refused = true;
    writeSync(1, `refused ${taken.error.code} ${taken.error.detail} ${db.inTransaction}\n`);
    readSync(0, Buffer.alloc(16));
  }
}
