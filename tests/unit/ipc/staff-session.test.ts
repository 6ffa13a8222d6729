import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { FREE_TRIES, LONGEST_WAIT_MS, type StaffId } from '../../../src-main/domain/staff.ts';
import { createStaffSessions, type StaffSessions } from '../../../src-main/ipc/staff-session.ts';
import { hashPin, isPin } from '../../../src-main/store/pin-hash.ts';
import { createStaffStore, type StaffStore } from '../../../src-main/store/staff-store.ts';
import { failure, NOON, value, workshop, type Workshop } from '../store/support.ts';

const PIN = '295174';
const WRONG = '295175';
const IDLE_MS = 180_000;

/** A station whose clocks a test turns; the hash is the PIN itself, so that a hundred thousand tries take seconds. */
function station(shop: Workshop): {
  readonly staff: StaffStore;
  readonly mika: StaffId;
  readonly aino: StaffId;
  readonly clocks: { wall: number; monotonic: number };
  readonly restart: () => StaffSessions;
} {
  const { db } = shop.open();
  const staff = createStaffStore(db, v7);
  const person = { locale: 'en', pinHash: PIN } as const;
  const mika = value(staff.add({ ...person, name: 'Mika', role: 'admin' }, null, NOON)).id;
  const aino = value(staff.add({ ...person, name: 'Aino', role: 'clerk' }, mika, NOON)).id;
  const clocks = { wall: NOON as number, monotonic: 0 };
  const restart = (): StaffSessions =>
    createStaffSessions({
      staff,
      isPin: (pin, hash) => Promise.resolve(pin === hash),
      now: () => clocks.wall as Instant,
      monotonicMs: () => clocks.monotonic,
      idleMs: () => IDLE_MS,
    });
  return { staff, mika, aino, clocks, restart };
}

test('the right PIN begins a session, a wrong one does not, and the hash is a real one', async () => {
  using shop = workshop();
  const { staff, mika, clocks } = station(shop);
  value(staff.setPin(mika, await hashPin(PIN), null, NOON));
  const sessions = createStaffSessions({
    staff,
    isPin,
    now: () => NOON,
    monotonicMs: () => clocks.monotonic,
    idleMs: () => IDLE_MS,
  });
  expect(failure(await sessions.signIn(mika, WRONG)).code).toBe('wrong-pin');
  expect(sessions.current()).toBeNull();
  expect(value(await sessions.signIn(mika, PIN)).staff.name).toBe('Mika');
  expect(staff.pinHash(mika)).not.toContain(PIN);
});

test('a session ends after its idle time, after a working day, on signing out, and when its person leaves', async () => {
  using shop = workshop();
  const { staff, mika, aino, clocks, restart } = station(shop);
  const sessions = restart();
  value(await sessions.signIn(aino, PIN));
  clocks.monotonic += IDLE_MS - 1;
  sessions.touch();
  clocks.monotonic += IDLE_MS - 1;
  expect(sessions.current()?.name).toBe('Aino');
  clocks.monotonic += 1;
  expect(sessions.current()).toBeNull();
  expect(failure(sessions.allow(null)).code).toBe('signed-out');

  value(await sessions.signIn(aino, PIN));
  for (let minute = 0; minute < 12 * 60; minute++) {
    clocks.monotonic += 60_000;
    sessions.touch();
  }
  expect(sessions.current()).toBeNull();

  value(await sessions.signIn(aino, PIN));
  sessions.signOut();
  expect(sessions.current()).toBeNull();

  value(await sessions.signIn(aino, PIN));
  value(staff.change(aino, { name: 'Aino', role: 'clerk', locale: 'en', active: false }, mika, NOON));
  expect(sessions.current()).toBeNull();
  expect(failure(await sessions.signIn(aino, PIN)).code).toBe('not-found');
});

test('a role may do what it may, a refusal is on record, and a stale PIN is asked for again', async () => {
  using shop = workshop();
  const { mika, aino, clocks, restart } = station(shop);
  const { db } = shop.open();
  const sessions = restart();
  value(await sessions.signIn(aino, PIN));
  expect(failure(sessions.allow('people')).code).toBe('not-allowed');
  expect(db.prepare('SELECT event, subject, actor FROM audit ORDER BY seq DESC LIMIT 1').get()).toEqual({
    event: 'refused',
    subject: 'people',
    actor: aino,
  });
  value(await sessions.signIn(mika, PIN));
  expect(value(sessions.allow('people')).name).toBe('Mika');
  clocks.monotonic += 120_001;
  expect(failure(sessions.allow('people')).code).toBe('pin-again');
  expect(value(sessions.allow('printers')).name).toBe('Mika');
  value(await sessions.signIn(mika, PIN));
  expect(value(sessions.allow('people')).name).toBe('Mika');
});

test('a hundred thousand guesses never beat the lock-out, whatever is done to the clock and the app', async () => {
  using shop = workshop();
  const { mika, clocks, restart } = station(shop);
  let sessions = restart();
  let checked = 0;
  let waited = 0;
  const random = fc.sample(fc.integer({ min: 0, max: 9_999 }), { numRuns: 100_000, seed: 7 });
  for (const dice of random) {
    // The app is killed and started, the clock is set to and fro, time goes by.
    if (dice < 2) sessions = restart();
    if (dice === 3) clocks.wall += 10 * LONGEST_WAIT_MS;
    if (dice === 4) clocks.wall -= 10 * LONGEST_WAIT_MS;
    if (dice > 9_800) {
      clocks.monotonic += 5_000;
      waited += 5_000;
    }
    const { code } = failure(await sessions.signIn(mika, WRONG));
    if (code === 'wrong-pin') checked++;
  }
  // Five free ones, six while the wait grows to its longest (15 to 480 s), and then one a quarter of an hour.
  const growing = 15_000 + 30_000 + 60_000 + 120_000 + 240_000 + 480_000;
  const most = FREE_TRIES + 7 + Math.floor(Math.max(0, waited - growing) / LONGEST_WAIT_MS);
  expect(waited).toBeGreaterThan(LONGEST_WAIT_MS);
  expect(checked).toBeGreaterThan(FREE_TRIES);
  expect(checked).toBeLessThanOrEqual(most);
  expect(failure(await sessions.signIn(mika, PIN)).code).toBe('locked');
  clocks.monotonic += LONGEST_WAIT_MS;
  value(await sessions.signIn(mika, PIN));
});

test('two tries at once are two tries', async () => {
  using shop = workshop();
  const { staff, mika, restart } = station(shop);
  const sessions = restart();
  const codes = await Promise.all(
    Array.from({ length: 20 }, async () => failure(await sessions.signIn(mika, WRONG)).code),
  );
  expect(codes.filter((code) => code === 'wrong-pin')).toHaveLength(FREE_TRIES);
  expect(staff.wrongTries(mika)).toBe(FREE_TRIES);
});
