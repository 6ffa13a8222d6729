import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { makeFolder, replaceFile } from '../store/durable-file.ts';
import { ERASURE } from '../store/migrations/0130-erasure.ts';
import { isOfTheDisk, type Db } from '../store/sqlite.ts';

/**
 * A claim that was erased at its customer's request, and when. The id is random: without the claim, which is erased, it
 * says nothing of anybody. What goes by age needs no list; the nightly purge does that again by itself.
 */
export interface AskedErasure {
  readonly claimId: ClaimId;
  readonly at: Instant;
}

/** Beside the database, and beside the backups of each place: it must not go back with what is restored. */
const NAME = 'erased.json';
const schema: z.ZodType<readonly AskedErasure[]> = z.array(
  z.strictObject({
    claimId: z.uuid().transform((value) => value as ClaimId),
    at: z.int().transform((value) => value as Instant),
  }),
);

/** Returns the erasures that are on the list in `folder`; none where there is no list that can be read. */
export function erasuresOf(folder: string): readonly AskedErasure[] {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, NAME), 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch (error) {
    if (error instanceof SyntaxError || isOfTheDisk(error)) return [];
    throw error;
  }
}

/** Returns the erasures that a database itself tells of; one of before there were any has none. Throws what SQLite throws. */
export function erasuresIn(db: Db): readonly AskedErasure[] {
  if (Number(db.pragma('user_version', { simple: true })) < ERASURE.version) return [];
  return db
    .prepare<[], AskedErasure>(
      `SELECT id AS claimId, erased_at AS at FROM claim WHERE erased_why = 'asked' ORDER BY erased_at`,
    )
    .all();
}

/** Returns all of them, each claim once. */
export function together(...lists: readonly (readonly AskedErasure[])[]): readonly AskedErasure[] {
  const all = new Map<ClaimId, AskedErasure>();
  for (const each of lists.flat()) if (!all.has(each.claimId)) all.set(each.claimId, each);
  return [...all.values()];
}

/** Adds to the list in `folder`, durably; throws where the disk refuses, and then the list is as it was. */
export function rememberErasures(folder: string, erasures: readonly AskedErasure[]): void {
  const known = erasuresOf(folder);
  const all = together(known, erasures);
  if (all.length === known.length) return;
  makeFolder(folder);
  replaceFile(folder, NAME, JSON.stringify(all));
}
