import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { makeFolder, replaceFile } from '../store/durable-file.ts';
import { ERASURE } from '../store/migrations/0130-erasure.ts';
import type { Db } from '../store/sqlite.ts';
import { systemCode } from '../store/whole-file.ts';

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
const entry = z.strictObject({
  claimId: z.uuid().transform((value) => value as ClaimId),
  at: z.int().transform((value) => value as Instant),
});
const schema: z.ZodType<readonly AskedErasure[]> = z.array(entry);
/** An entry as it is written, wherever it stands: what can be read of a damaged list. */
const ENTRY = /\{"claimId":"[0-9a-f-]{36}","at":[1-9]\d*\}/g;

interface Read {
  readonly erasures: readonly AskedErasure[];
  readonly isDamaged: boolean;
}

/** Returns the erasures that are on the list in `folder`; of a damaged one those that can be read. */
export function erasuresOf(folder: string): readonly AskedErasure[] {
  return read(folder).erasures;
}

function read(folder: string): Read {
  let text: string;
  try {
    text = readFileSync(join(folder, NAME), 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return { erasures: [], isDamaged: code !== 'ENOENT' };
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { erasures: parsed.data, isDamaged: false };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const readable = [...text.matchAll(ENTRY)].flatMap(
    ([found]) => entry.safeParse(JSON.parse(found)).data ?? [],
  );
  return { erasures: readable, isDamaged: true };
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

/**
 * Adds to the list in `folder`, durably. A damaged list is kept beside the new one, in which stands what could be read of
 * it; returns its path then, for whoever looks after the kiosk, and else null. Throws where the disk refuses, and then
 * the list is as it was.
 */
export function rememberErasures(folder: string, erasures: readonly AskedErasure[]): string | null {
  const known = read(folder);
  const all = together(known.erasures, erasures);
  if (all.length === known.erasures.length && !known.isDamaged) return null;
  makeFolder(folder);
  const aside = known.isDamaged ? setAside(folder) : null;
  try {
    replaceFile(folder, NAME, JSON.stringify(all));
  } catch (error) {
    if (aside !== null) renameSync(aside, join(folder, NAME));
    throw error;
  }
  return aside;
}

/** Renames the list to a name that is still free: rename would overwrite in silence. */
function setAside(folder: string): string {
  for (let count = 1; ; count++) {
    const path = join(folder, `erased.damaged-${count}.json`);
    if (existsSync(path)) continue;
    renameSync(join(folder, NAME), path);
    return path;
  }
}
