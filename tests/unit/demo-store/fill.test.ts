import Database from 'better-sqlite3';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PEOPLE } from '../../../scripts/demo-store/people.ts';
import { fillDemoStore } from '../../../scripts/demo-store/fill.ts';
import { demoSettings } from '../../../scripts/demo-store/shop.ts';
import { readDemoMark } from '../../../src-main/demo-mark.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { endOfDay } from '../../../src-main/domain/opening-hours.ts';
import { pinFault } from '../../../src-main/domain/staff.ts';
import { createSimilarFinder } from '../../../src-main/search/similar.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { createBoardReader } from '../../../src-main/store/board-reader.ts';
import { claimsOf } from '../store/support.ts';

const SEED = 7;
const MINUTE_MS = 60_000;
/** A Sunday before dawn: nobody is at work, and the demo lives all the same. */
const EARLY = Date.UTC(2026, 10, 22, 2, 10) as Instant;
const LATE = Date.UTC(2026, 10, 24, 20, 40) as Instant;

async function filled(now: Instant, seed = SEED, days?: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'iyw-demo-store-'));
  const hashPin = (pin: string): Promise<string> => Promise.resolve(`hash of ${pin}`);
  await fillDemoStore({ folder, now, seed, hashPin, ...(days === undefined ? {} : { days }) });
  return folder;
}

/** Returns every row of every table, as text. */
function contents(folder: string): string {
  const db = new Database(join(folder, 'claims.db'), { readonly: true });
  try {
    const tables = db.prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
    );
    return tables
      .pluck()
      .all()
      .map((table) => `${table}\n${JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all())}`)
      .join('\n');
  } finally {
    db.close();
  }
}

describe.each([
  ['before dawn', EARLY],
  ['late at night', LATE],
])('a demo store that is made %s', (_, now) => {
  let folder = '';
  let db: Database.Database;
  beforeAll(async () => {
    folder = await filled(now);
    db = new Database(join(folder, 'claims.db'), { readonly: true });
  }, 180_000);
  afterAll(async () => {
    db.close();
    await rm(folder, { recursive: true });
  });
  const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;

  test('has something in every lane of the board, and little that is broken', () => {
    const { zone } = demoSettings().store;
    const lanes = createBoardReader(db).counts({ mine: null, now, endOfDay: endOfDay(now, zone) });
    for (const [lane, claims] of Object.entries(lanes)) expect(claims, lane).toBeGreaterThanOrEqual(2);
    expect(lanes.broken).toBeLessThanOrEqual(12);
  });

  test('has lived: claims that ended in both ways, promises of every fate, goodwill given and refused', () => {
    expect(count('SELECT count(*) FROM claim')).toBeGreaterThanOrEqual(150);
    expect(count('SELECT count(*) FROM claim')).toBeLessThanOrEqual(260);
    const every = (sql: string): unknown[] => db.prepare(sql).pluck().all();
    expect(every('SELECT DISTINCT kind FROM claim_ending ORDER BY kind')).toEqual([
      'accepted',
      'no-agreement',
    ]);
    expect(every('SELECT DISTINCT state FROM promise ORDER BY state')).toEqual([
      'broken',
      'kept',
      'open',
      'renegotiated',
    ]);
    expect(every('SELECT DISTINCT decision FROM goodwill ORDER BY decision')).toEqual(['given', 'refused']);
    expect(every('SELECT DISTINCT locale FROM claim ORDER BY locale')).toEqual(['ar', 'en']);
    expect(count("SELECT count(*) FROM note WHERE kind = 'hand-over'")).toBeGreaterThan(5);
    expect(every('SELECT DISTINCT state FROM escalation ORDER BY state')).toEqual([
      ...['answered', 'draft', 'sent', 'withdrawn'],
    ]);
    expect(count('SELECT count(*) FROM known_issue_claim')).toBeGreaterThan(5);
    expect(every('SELECT DISTINCT back_at IS NULL FROM loaner ORDER BY 1')).toEqual([0, 1]);
    expect(count('SELECT count(*) FROM praise')).toBeGreaterThan(10);
    expect(count('SELECT count(*) FROM incident')).toBeGreaterThan(count('SELECT count(*) FROM drawn_line'));
    expect(count('SELECT count(*) FROM drawn_line')).toBeGreaterThan(0);
    expect(every('SELECT DISTINCT answer FROM estimate')).toContain('yes');
    expect(count("SELECT count(*) FROM print_job WHERE state <> 'printed'")).toBe(0);
    const scripts = every('SELECT text FROM statement').join('');
    for (const script of ['Latin', 'Arabic', 'Hiragana', 'Han'])
      expect(scripts).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  });

  test('is sound: its history is whole, and nothing in it is later than now', () => {
    expect(createAuditStore(db).verify()).toMatchObject({ ok: true });
    expect(claimsOf(db).verify()).toMatchObject({ ok: true });
    expect(count('SELECT max(at) FROM audit')).toBeLessThanOrEqual(now);
    expect(
      count('SELECT min(at >= coalesce((SELECT at FROM audit b WHERE b.seq = a.seq - 1), 0)) FROM audit a'),
    ).toBe(1);
    expect(count('SELECT max(taken_at) FROM claim')).toBeGreaterThan(now - 60 * MINUTE_MS);
  });

  test('has leaks like other leaks, with what helped there', () => {
    const newest = db
      .prepare<[], string>(`SELECT id FROM claim WHERE item_name LIKE 'Lumo%' ORDER BY running DESC LIMIT 1`)
      .pluck()
      .get();
    const similar = createSimilarFinder(db).similar((newest ?? '') as never) ?? [];
    expect(similar.filter(({ item }) => item.text.startsWith('Lumo')).length).toBeGreaterThanOrEqual(5);
    expect(similar.some(({ course }) => course.tried.some(({ outcome }) => outcome === 'yes'))).toBe(true);
  });
});

test('the same seed and the same clock make the same store, and another seed another one', async () => {
  const folders = [await filled(LATE, SEED, 8), await filled(LATE, SEED, 8), await filled(LATE, SEED + 1, 8)];
  const [first, again, other] = folders.map(contents);
  expect(again === first).toBe(true);
  expect(other === first).toBe(false);
  for (const folder of folders) await rm(folder, { recursive: true });
}, 240_000);

test('its people can come in with PINs that the app takes, and a store’s own folder is no demo', async () => {
  for (const { name, pin } of DEMO_PEOPLE) expect(pinFault(pin), name).toBeNull();
  const folder = await mkdtemp(join(tmpdir(), 'iyw-demo-store-'));
  expect(readDemoMark(folder)).toBeNull();
  await rm(folder, { recursive: true });
  const start = await readFile('scripts/demo-store/start.mjs', 'utf8');
  expect(start).toContain(`'demo-store.json'`);
});
