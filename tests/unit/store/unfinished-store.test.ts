import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { StaffId } from '../../../src-main/domain/staff.ts';
import { createUnfinishedStore } from '../../../src-main/store/unfinished-store.ts';
import { after, HOUR_MS, MINUTE_MS, newRequestId, NOON, value, workshop } from './support.ts';

function draft(statement: string) {
  return { requestId: newRequestId(), locale: 'ar', statement } as const;
}

test('unfinished words come back exactly, oldest first; the same request replaces its own', () => {
  using shop = workshop();
  const store = createUnfinishedStore(shop.open().db);
  const [one, two] = [draft('It \0began\r\n😡'), draft('كان')];
  value(store.keep(two, after(MINUTE_MS)));
  value(store.keep({ ...one, statement: 'It' }, NOON));
  value(store.keep(one, NOON));
  expect(store.read(after(MINUTE_MS))).toEqual([
    { ...one, keptAt: NOON },
    { ...two, keptAt: after(MINUTE_MS) },
  ]);
  expect(store.count(after(MINUTE_MS))).toBe(2);
});

test('after 24 hours they are neither counted nor read, and then they are gone', () => {
  using shop = workshop();
  const store = createUnfinishedStore(shop.open().db);
  value(store.keep(draft('old'), NOON));
  value(store.keep(draft('young'), after(1)));
  expect(store.purge(after(24 * HOUR_MS - 1))).toBe(0);
  const then = after(24 * HOUR_MS);
  expect(store.count(then)).toBe(1);
  expect(store.read(then).map(({ statement }) => statement)).toEqual(['young']);
  expect(store.purge(then)).toBe(1);
  expect(store.purge(then)).toBe(0);
  expect(store.count(after(2))).toBe(1);
});

test('a clock that was set back keeps nothing for ever, and forgives a small correction', () => {
  using shop = workshop();
  const store = createUnfinishedStore(shop.open().db);
  value(store.keep(draft('from the future'), after(9_000 * HOUR_MS)));
  value(store.keep(draft('just ahead'), after(4 * MINUTE_MS)));
  expect(store.read(NOON).map(({ statement }) => statement)).toEqual(['just ahead']);
  expect(store.purge(NOON)).toBe(1);
  expect(store.count(NOON)).toBe(1);
});

test('purged words are in no file any more, not even in the log', () => {
  using shop = workshop();
  const store = createUnfinishedStore(shop.open().db);
  const secret = 'nobody may read this again ';
  value(store.keep(draft(secret.repeat(700)), NOON));
  const onDisk = () =>
    readdirSync(dirname(shop.file)).some((name) =>
      readFileSync(join(dirname(shop.file), name)).includes(secret),
    );
  expect(onDisk()).toBe(true);
  expect(store.purge(after(25 * HOUR_MS))).toBe(1);
  expect(onDisk()).toBe(false);
});

test('staff read one and discard one, each with their name on record and no word of it', () => {
  using shop = workshop();
  const { db } = shop.open();
  const unfinished = createUnfinishedStore(db);
  const by = 'staff-1' as StaffId;
  const left = draft('Left behind 💧');
  value(unfinished.keep(left, NOON));
  expect(unfinished.open(left.requestId, by, NOON)).toEqual({ ...left, keptAt: NOON });
  expect(unfinished.open(newRequestId(), by, NOON)).toBeNull();
  expect(unfinished.open(left.requestId, by, after(25 * HOUR_MS)), 'its day is over').toBeNull();
  expect(unfinished.discard(left.requestId, 'no-story', by, NOON)).toBe(true);
  expect(unfinished.discard(left.requestId, 'no-story', by, NOON)).toBe(false);
  expect(unfinished.read(NOON)).toEqual([]);
  const rows = db
    .prepare(`SELECT event, subject, actor FROM audit WHERE event LIKE 'unfinished%' ORDER BY seq`)
    .all();
  expect(rows).toEqual([
    { event: 'unfinished-read', subject: left.requestId, actor: by },
    { event: 'unfinished-discarded', subject: `${left.requestId} no-story`, actor: by },
  ]);
});
