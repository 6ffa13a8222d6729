import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Expectation } from '../../src-main/domain/expectation.ts';
import type {
  AttemptGiven,
  ContactWay,
  Feeling,
  Intake,
  Locale,
  Wish,
} from '../../src-main/domain/intake.ts';
import type { PrintProblem, PrintState } from '../../src-main/domain/print-state.ts';

/** A claim as the database has it. */
export interface KeptClaim extends Intake {
  readonly number: string;
  readonly secret: string;
  readonly expectations: readonly Expectation[];
  readonly jobs: readonly KeptJob[];
}

/** A print job of it. */
export interface KeptJob {
  readonly state: PrintState;
  readonly attempts: number;
  readonly problem: PrintProblem | null;
}

/** Words that were left behind. */
export interface KeptUnfinished {
  readonly locale: Locale;
  readonly text: string;
}

interface ClaimRow {
  readonly id: string;
  readonly number: string;
  readonly secret: string;
  readonly request_id: Intake['requestId'];
  readonly locale: Locale;
  readonly item_name: string;
  readonly item_serial: string;
  readonly contact_name: string;
  readonly contact_phone: string;
  readonly contact_email: string;
  readonly contact_way: ContactWay | null;
}

/** Returns the path of the database of a data folder. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'claims.db');
}

/** Returns every claim, oldest first. It reads the tables itself: the store's own reader is under test too. */
export function keptClaims(dataFolder: string): readonly KeptClaim[] {
  return read(dataFolder, (db) =>
    db
      .prepare<[], ClaimRow>('SELECT * FROM claim ORDER BY running')
      .all()
      .map((row) => assemble(db, row)),
  );
}

/** Returns the words of every claim's only statement, by request id. */
export function keptStatements(dataFolder: string): ReadonlyMap<string, string> {
  return read(dataFolder, (db) => {
    const rows = db
      .prepare<[], { requestId: string; text: string }>(
        'SELECT request_id AS requestId, text FROM claim JOIN statement ON claim_id = claim.id',
      )
      .all();
    return new Map(rows.map(({ requestId, text }) => [requestId, text]));
  });
}

/** Returns how many claims there are. */
export function countClaims(dataFolder: string): number {
  return read(dataFolder, (db) => db.prepare<[], number>('SELECT count(*) FROM claim').pluck().get() ?? 0);
}

/** Returns how many slips are not on paper yet. */
export function countWaitingSlips(dataFolder: string): number {
  const sql = `SELECT count(*) FROM print_job WHERE state IN ('queued', 'sending', 'unsure')`;
  return read(dataFolder, (db) => db.prepare<[], number>(sql).pluck().get() ?? 0);
}

/** Returns the unfinished statements. */
export function keptUnfinished(dataFolder: string): readonly KeptUnfinished[] {
  return read(dataFolder, (db) =>
    db.prepare<[], KeptUnfinished>('SELECT locale, text FROM unfinished_statement ORDER BY kept_at').all(),
  );
}

/** A row of the history. */
export interface KeptAudit {
  readonly event: string;
  readonly subject: string;
}

/** Returns the history, oldest first. */
export function auditOf(dataFolder: string): readonly KeptAudit[] {
  return read(dataFolder, (db) =>
    db.prepare<[], KeptAudit>('SELECT event, subject FROM audit ORDER BY seq').all(),
  );
}

/** Returns the rows that a question to the tables finds; `@number` in it is the claim's number. */
export function rowsOf(dataFolder: string, number: string, sql: string): readonly unknown[] {
  return read(dataFolder, (db) => db.prepare(sql).all({ number: number.replaceAll(' ', '-') }));
}

function assemble(db: Database.Database, row: ClaimRow): KeptClaim {
  const ofClaim = <T>(sql: string): T[] => db.prepare<[string], T>(sql).all(row.id);
  const statements = ofClaim<{ text: string }>('SELECT text FROM statement WHERE claim_id = ? ORDER BY seq');
  const [feeling] = ofClaim<{ face: Feeling | null; words: string }>(
    'SELECT face, words FROM feeling WHERE claim_id = ? ORDER BY seq',
  );
  const [wishWords] = ofClaim<{ words: string }>('SELECT words FROM wish_words WHERE claim_id = ?');
  return {
    number: row.number,
    secret: row.secret,
    requestId: row.request_id,
    locale: row.locale,
    statement: statements.map(({ text }) => text).join('\n— another statement —\n'),
    feeling: feeling ?? { face: null, words: '' },
    item: { name: row.item_name, serial: row.item_serial },
    attempts: ofClaim<AttemptGiven>(
      'SELECT description, outcome FROM attempt WHERE claim_id = ? ORDER BY position',
    ),
    wishes: {
      kinds: ofClaim<{ kind: Wish }>('SELECT kind FROM wish WHERE claim_id = ? ORDER BY position').map(
        ({ kind }) => kind,
      ),
      words: wishWords?.words ?? '',
    },
    contact: {
      name: row.contact_name,
      phone: row.contact_phone,
      email: row.contact_email,
      way: row.contact_way,
    },
    expectations: ofClaim<Expectation>(
      'SELECT kind, text, emphasis FROM expectation WHERE claim_id = ? ORDER BY position',
    ),
    jobs: ofClaim<KeptJob>('SELECT state, attempts, problem FROM print_job WHERE claim_id = ? ORDER BY seq'),
  };
}

/** Looks into the database as a second reader, while the app has it open or after it is gone; never writes. */
function read<T>(dataFolder: string, use: (db: Database.Database) => T): T {
  const db = new Database(databaseFile(dataFolder), { readonly: true, fileMustExist: true });
  try {
    return use(db);
  } finally {
    db.close();
  }
}
