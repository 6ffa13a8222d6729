import { createHash, randomInt } from 'node:crypto';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4, v7 } from 'uuid';
import type { Instant, RequestId } from '../../../src-main/domain/brand.ts';
import type { StoreCode } from '../../../src-main/domain/claim-number.ts';
import type { Intake } from '../../../src-main/domain/intake.ts';
import { FIRST_PRINTER_ID } from '../../../src-main/domain/printer.ts';
import type { Result } from '../../../src-main/domain/result.ts';
import { createClaimStore, type ClaimStore, type TakeClaim } from '../../../src-main/store/claim-store.ts';
import { openDatabase, type OpenDatabase } from '../../../src-main/store/open-database.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';

/** A Friday noon. */
export const NOON = Date.UTC(2025, 10, 21, 12) as Instant;
/** One minute in milliseconds. */
export const MINUTE_MS = 60_000;
/** One hour in milliseconds. */
export const HOUR_MS = 60 * MINUTE_MS;

const NOBODY = 65_534;

/** A folder that is gone after the block, with everything opened in it closed. */
export interface Workshop extends Disposable {
  readonly folder: string;
  readonly file: string;
  /** Opens the database at `file`; throws where it is refused. */
  open(): OpenDatabase;
  /** Closes what `open` opened. */
  close(): void;
}

/** Returns an empty folder of its own. */
export function workshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'iyw-store-'));
  const file = join(folder, 'data', 'claims.db');
  const opened: OpenDatabase[] = [];
  const close = () => opened.splice(0).forEach((each) => each.close());
  return {
    folder,
    file,
    open() {
      const database = value(openDatabase({ file, now: () => NOON }));
      opened.push(database);
      return database;
    },
    close,
    [Symbol.dispose]() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the instant `ms` after noon. */
export function after(ms: number): Instant {
  return (NOON + ms) as Instant;
}

/** Returns the value of a success; throws the error of a failure. */
export function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Returns the error of a failure; throws where it is a success. */
export function failure<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error('this should have been refused');
  return result.error;
}

/** Returns the claims of a database; the clock stands at noon where none is given. */
export function claimsOf(db: Db, now: () => Instant = () => NOON): ClaimStore {
  return createClaimStore(db, { now, randomInt: (limit) => randomInt(limit), newId: () => v7() });
}

/** Returns a new request id. */
export function newRequestId(): RequestId {
  return v4() as RequestId;
}

/** Returns what a customer may give; everything that is not in `given` is a small example. */
export function intake(given: Partial<Intake> = {}): Intake {
  return {
    requestId: newRequestId(),
    locale: 'en',
    statement: 'It stopped.\r\nThen it smoked 😡',
    feeling: { face: 'upset', words: 'tired of it' },
    item: { name: 'Kettle', serial: 'K-77' },
    attempts: [
      { description: 'descaled it', outcome: 'no' },
      { description: 'new fuse', outcome: 'a-little' },
    ],
    wishes: { kinds: ['refund', 'apology'], words: 'just my tea' },
    contact: { name: 'Aino', phone: '+358 40 1', email: '', way: 'phone' },
    ...given,
  };
}

/** Returns a claim to take. */
export function toTake(given: Partial<Intake> = {}): TakeClaim {
  return {
    intake: intake(given),
    storeCode: 'HEL' as StoreCode,
    printerId: FIRST_PRINTER_ID,
    compose: ({ number, takenAt }) => ({
      expectations: [
        { kind: 'will', text: 'You will hear from us by Tuesday 17:00.', emphasis: 'Tuesday 17:00' },
        { kind: 'unknown', text: 'Whether it can be repaired.', emphasis: '' },
      ],
      promises: [
        { kind: 'next-update', text: 'News', owner: 'The counter', due: (takenAt + HOUR_MS) as Instant },
      ],
      slip: JSON.stringify({ number }),
    }),
  };
}

/** Runs `work` without the powers of root, which no missing permission stops; the folder is given to that user. */
export function withoutPowers<T>(folder: string, work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  chownSync(folder, NOBODY, NOBODY);
  for (const name of readdirSync(folder)) chownSync(join(folder, name), NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Returns the digest of each file in a folder, by name: what "untouched" is measured by. */
export function fingerprint(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}
