// A door in a process of its own, for the campaign that kills it: somebody guesses PINs for ever, time goes by in leaps
// and the wall clock is set to and fro. It says `guess` before each try, and `look COUNT MS` when a PIN is looked at: the
// tries that are on the disk by then, and how long this life is. `node pin-host.ts FILE SEED`.
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import type { Instant } from '../../src-main/domain/brand.ts';
import { LONGEST_WAIT_MS } from '../../src-main/domain/staff.ts';
import { createStaffSessions } from '../../src-main/ipc/staff-session.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { createStaffStore } from '../../src-main/store/staff-store.ts';
import { wholeNumbersOf } from '../fixtures/random.ts';

const LEAPS_MS = [0, 1_000, 14_999, 15_000, 120_000, LONGEST_WAIT_MS - 1, LONGEST_WAIT_MS];

const [, , file = '', seed = '1'] = process.argv;
const pick = wholeNumbersOf(Number(seed));
const opened = openDatabase({ file, now: () => Date.now() as Instant });
if (!opened.ok) throw new Error(opened.error.detail);
const staff = createStaffStore(opened.value.db, v7);
const [person] = staff.all();
if (!person) throw new Error('nobody works here');
let monotonic = 0;
let wall = Date.now();
const sessions = createStaffSessions({
  staff,
  isPin: () => {
    writeSync(1, `look ${staff.wrongTries(person.id)} ${monotonic}\n`);
    return Promise.resolve(false);
  },
  now: () => wall as Instant,
  monotonicMs: () => monotonic,
  idleMs: () => 120_000,
});
for (;;) {
  monotonic += LEAPS_MS[pick(LEAPS_MS.length)] ?? 0;
  wall += (pick(3) - 1) * 10 * LONGEST_WAIT_MS;
  writeSync(1, 'guess\n');
  const answer = await sessions.signIn(person.id, '000000');
  if (answer.ok) throw new Error('a PIN that is none was right');
}
