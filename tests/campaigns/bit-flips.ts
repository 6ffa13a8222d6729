import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomInt } from 'node:crypto';
import { v4, v7 } from 'uuid';
import type { Instant, RequestId } from '../../src-main/domain/brand.ts';
import { createClaimStore } from '../../src-main/store/claim-store.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { connect, storageFailure } from '../../src-main/store/sqlite.ts';
import { structureFault, verifyDatabase } from '../../src-main/store/verify-database.ts';
import { wholeNumbersOf } from '../fixtures/random.ts';
import { claimToTake, wordsOf } from './claim-of.ts';

/** The figures of a campaign of flipped bits; the last one must be 0. */
export interface BitFlipFigures {
  flips: number;
  /** Found at the opening. */
  refused: number;
  /** Found by the check that each backup is. */
  found: number;
  /** How many of all SQLite's own check alone would have found. */
  foundBySqlite: number;
  /** Nobody's words were touched: free pages, the search index, what is made anew. */
  harmless: number;
  /** Words that are not those that were given, in a database that nothing complained about. */
  changedWordsAccepted: number;
}

const CLAIMS = 25;

/** Flips one bit in each of `flips` copies of a database, and opens and checks it as the app does. */
export function runBitFlips(options: { readonly flips: number; readonly seed: number }): BitFlipFigures {
  const random = wholeNumbersOf(options.seed);
  const figures: BitFlipFigures = {
    ...{ flips: 0, refused: 0, found: 0, foundBySqlite: 0, harmless: 0, changedWordsAccepted: 0 },
  };
  const base = mkdtempSync(join(tmpdir(), 'iyw-flips-'));
  const [sound, file] = [join(base, 'sound', 'claims.db'), join(base, 'flipped', 'claims.db')];
  try {
    const requests = make(sound);
    const size = readFileSync(sound).length;
    for (; figures.flips < options.flips; figures.flips += 1) {
      rmSync(dirname(file), { recursive: true, force: true });
      mkdirSync(dirname(file));
      copyFileSync(sound, file);
      flip(file, random(size), random(8));
      judgeOne(file, requests);
    }
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
  return figures;

  function judgeOne(flipped: string, requests: readonly RequestId[]): void {
    if (sqliteFinds(flipped)) figures.foundBySqlite += 1;
    const opened = openDatabase({ file: flipped, now });
    if (!opened.ok) {
      figures.refused += 1;
      return;
    }
    const { db } = opened.value;
    try {
      if (!verifyDatabase(db).ok) figures.found += 1;
      else if (requests.every((id) => textOf(id) === wordsOf(id))) figures.harmless += 1;
      else figures.changedWordsAccepted += 1;
    } finally {
      opened.value.close();
    }

    function textOf(id: RequestId): string | undefined {
      return db
        .prepare<[string], string>(
          'SELECT text FROM statement JOIN claim ON claim.id = claim_id WHERE request_id = ?',
        )
        .pluck()
        .get(id);
    }
  }
}

function make(file: string): readonly RequestId[] {
  const opened = openDatabase({ file, now });
  if (!opened.ok) throw new Error(opened.error.detail);
  const claims = createClaimStore(opened.value.db, {
    now,
    randomInt: (limit) => randomInt(limit),
    newId: v7,
  });
  const requests = Array.from({ length: CLAIMS }, () => v4() as RequestId);
  for (const id of requests) {
    const kept = claims.take(claimToTake(id));
    if (!kept.ok) throw new Error(kept.error.detail);
  }
  opened.value.close();
  return requests;
}

function flip(file: string, at: number, bit: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
}

function sqliteFinds(file: string): boolean {
  try {
    const db = connect(file, { readonly: true, busyMs: 0 });
    try {
      return structureFault(db) !== null;
    } finally {
      db.close();
    }
  } catch (error) {
    if (storageFailure(error)) return true;
    throw error;
  }
}

function now(): Instant {
  return Date.now() as Instant;
}
