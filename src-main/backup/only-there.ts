import type { ClaimId, Instant } from '../domain/brand.ts';
import { claimNumber, storeCode, type ClaimNumber } from '../domain/claim-number.ts';
import { connect, isDamagedSchema, isOfTheDisk, storageFailure, type Db } from '../store/sqlite.ts';
import { erasuresIn, type AskedErasure } from './erasure-list.ts';

/** What can still be read of a database that is replaced. */
export interface Salvage {
  /** Claims from a running number on, oldest first, and when they were taken; not those that were erased. */
  readonly claims: readonly { readonly number: ClaimNumber; readonly takenAt: Instant }[];
  readonly erasures: readonly AskedErasure[];
}

const NOTHING: Salvage = { claims: [], erasures: [] };
/** More than any backup is ever behind; a number that only looks like one must not cost minutes. */
const LOOKED_AT_MAX = 20_000;

/**
 * Reads from the database at `file`, damaged as it may be, which claims it has from running number `from` to `to`: one
 * by one, so that a row that cannot be read costs only itself. A number has to be what its running number makes it, so
 * that what a flipped bit left is not taken for one. Nothing of it is changed, and nothing of it is merged: whoever calls
 * those customers has only their word for what the rows say.
 */
export function salvage(given: {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}): Salvage {
  return readOr(NOTHING, () => {
    const db = connect(given.file, { readonly: true, busyMs: 0 });
    try {
      const erasures = readOr([], () => erasuresIn(db));
      const erased = new Set(erasures.map(({ claimId }) => claimId));
      return { claims: readOr([], () => claimsIn(db, given, erased)), erasures };
    } finally {
      db.close();
    }
  });
}

interface Row {
  readonly id: ClaimId;
  readonly number: string;
  readonly code: string;
  readonly takenAt: unknown;
}

function claimsIn(
  db: Db,
  { from, to }: { readonly from: number; readonly to: number },
  erased: ReadonlySet<ClaimId>,
): Salvage['claims'] {
  const find = db.prepare<[number], Row>(
    'SELECT id, number, store_code AS code, taken_at AS takenAt FROM claim WHERE running = ?',
  );
  const last = Math.min(to, from + LOOKED_AT_MAX);
  const found: Salvage['claims'][number][] = [];
  for (let running = from; running <= last; running += 1) {
    const row = readOr(undefined, () => find.get(running));
    const code = storeCode(String(row?.code));
    if (!row || !code || erased.has(row.id) || typeof row.takenAt !== 'number') continue;
    const number = claimNumber(code, running);
    if (number === row.number) found.push({ number, takenAt: row.takenAt as Instant });
  }
  return found;
}

/** Returns what can be read, or `otherwise` where the file is to blame that it cannot. */
function readOr<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (storageFailure(error) !== null || isOfTheDisk(error) || isDamagedSchema(error)) return otherwise;
    throw error;
  }
}
