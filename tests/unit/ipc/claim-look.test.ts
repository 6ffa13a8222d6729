import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { KIOSK_FORGETS_MS } from '../../../src-main/domain/look-wait.ts';
import { FREE_TRIES, LONGEST_WAIT_MS } from '../../../src-main/domain/staff.ts';
import { createClaimLook, type ClaimLook } from '../../../src-main/ipc/claim-look.ts';
import { createLookStore } from '../../../src-main/store/look-store.ts';
import { claimsOf, failure, NOON, toTake, value, workshop, type Workshop } from '../store/support.ts';

interface Door {
  readonly pair: { readonly number: string; readonly secret: string };
  readonly clocks: { wall: number; monotonic: number };
  readonly restart: () => ClaimLook;
  /** Takes another claim and returns what stands on its ticket. */
  readonly another: () => { readonly number: string; readonly secret: string };
}

function door(shop: Workshop): Door {
  const { db } = shop.open();
  const claims = claimsOf(db);
  const another = () => {
    const { number } = value(claims.take(toTake()));
    const secret = db
      .prepare<[string], string>('SELECT secret FROM claim WHERE number = ?')
      .pluck()
      .get(number);
    return { number, secret: secret ?? '' };
  };
  const clocks = { wall: NOON as number, monotonic: 0 };
  const looks = createLookStore(db);
  const restart = () => {
    clocks.monotonic = 0;
    return createClaimLook({
      looks,
      now: () => clocks.wall as Instant,
      monotonicMs: () => clocks.monotonic,
      newId: () => randomUUID(),
    });
  };
  return { pair: another(), clocks, restart, another };
}

test('a right pair opens its claim alone; wrong halves and numbers that do not exist give the same answer', () => {
  using shop = workshop();
  const { pair, restart } = door(shop);
  const look = restart();
  const open = value(look.open(pair));
  expect(look.current(open.lookId)?.claimId).toBe(open.claimId);
  expect(look.current(randomUUID())).toBeNull();
  const wrong = [
    { number: pair.number, secret: 'AAAAAA' },
    { number: 'OSL-1001-1', secret: pair.secret },
    { number: '', secret: '' },
  ].map((each) => failure(look.open(each)));
  for (const error of wrong) expect(error).toEqual(wrong[0]);
  expect(look.current(open.lookId), 'a new try ends the look before').toBeNull();
});

test('wrong pairs wait, a restart does not shorten it, and the owner waits a quarter of an hour at the most', () => {
  using shop = workshop();
  const { pair, clocks, restart, another } = door(shop);
  let look = restart();
  const wrong = { number: pair.number, secret: 'AAAAAA' };
  for (let tries = 0; tries < FREE_TRIES; tries += 1)
    expect(failure(look.open(wrong)).code).toBe('not-found');
  const locked = failure(look.open(pair));
  expect(locked).toMatchObject({ code: 'locked', waitMs: 15_000 });
  expect(look.open(another()).ok, 'another number is not slowed down').toBe(true);
  look = restart();
  clocks.wall += 24 * 60 * 60_000;
  expect(failure(look.open(pair)).code, 'the clock on the wall does not help').toBe('locked');
  for (let tries = 0; tries < 100; tries += 1) {
    clocks.monotonic += LONGEST_WAIT_MS;
    clocks.wall = NOON;
    expect(failure(look.open(wrong)).code).toBe('not-found');
  }
  expect(failure(look.open(pair)).waitMs).toBeLessThanOrEqual(LONGEST_WAIT_MS);
  clocks.monotonic += LONGEST_WAIT_MS;
  expect(look.open(pair).ok).toBe(true);
  expect(look.open(pair).ok, 'its count began anew').toBe(true);
});

test('a kiosk at which many numbers are tried waits too, a right pair of one’s own does not help, and it forgets', () => {
  using shop = workshop();
  const { pair, clocks, restart } = door(shop);
  const look = restart();
  let tries = 0;
  for (; look.open({ number: `OSL-${tries}`, secret: 'AAAAAA' }).ok === false && tries < 20; tries += 1) {
    if (tries % 3 === 0) value(look.open(pair));
  }
  const locked = failure(look.open(pair));
  expect(locked.code).toBe('locked');
  expect(locked.waitMs).toBeLessThanOrEqual(60_000);
  clocks.monotonic += KIOSK_FORGETS_MS + 1;
  expect(look.open(pair).ok).toBe(true);
  for (let more = 0; more < FREE_TRIES; more += 1) {
    expect(failure(look.open({ number: 'nothing', secret: '' })).code).toBe('not-found');
  }
});

test('a look that nobody uses is over', () => {
  using shop = workshop();
  const { pair, clocks, restart } = door(shop);
  const look = restart();
  const { lookId } = value(look.open(pair));
  clocks.monotonic += 9 * 60_000;
  expect(look.current(lookId)).not.toBeNull();
  clocks.monotonic += 11 * 60_000;
  expect(look.current(lookId)).toBeNull();
});
