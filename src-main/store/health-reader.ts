import { statSync } from 'node:fs';
import type { Instant } from '../domain/brand.ts';
import type { PrintProblem } from '../domain/print-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Db } from './sqlite.ts';

/** What the database says of how the kiosk is. Every method throws what SQLite throws. */
export interface HealthReader {
  /** Returns the latest time among the last entries of the history, or null where it is empty. */
  latestRecordAt(): Instant | null;
  /** Returns how many slips wait for each printer, since when, and what keeps the first one. */
  lines(): readonly {
    readonly printerId: PrinterId;
    readonly waiting: number;
    readonly since: Instant;
    readonly problem: PrintProblem | null;
  }[];
  /** Returns of how many of the last slips staff are to say whether they came out. */
  askingSlips(): number;
  /** Returns the bytes of the database and of its log. */
  sizes(): { readonly databaseBytes: number; readonly logBytes: number };
}

/** As far back as a clock that went wrong is remembered: a day or two of a busy counter. */
const RECORDS = 1_000;
/** Of older slips nobody can say any more whether they came out. */
const SLIPS = 100;

/** Returns what `db`, which lies in `file`, says. */
export function createHealthReader(db: Db, file: string): HealthReader {
  const latest = db
    .prepare<[], Instant | null>(
      `SELECT max(at) FROM (SELECT at FROM audit ORDER BY seq DESC LIMIT ${RECORDS})`,
    )
    .pluck();
  const lines = db.prepare<[], ReturnType<HealthReader['lines']>[number]>(
    `SELECT printer_id AS printerId, count(*) AS waiting, min(created_at) AS since, max(problem) AS problem
     FROM print_job WHERE state IN ('queued', 'sending', 'unsure') GROUP BY printer_id`,
  );
  const asking = db
    .prepare<[], number>(
      `SELECT count(*) FROM (SELECT state FROM print_job ORDER BY seq DESC LIMIT ${SLIPS})
       WHERE state = 'sent-unconfirmed'`,
    )
    .pluck();
  const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    latestRecordAt: () => latest.get() ?? null,
    lines: () => lines.all(),
    askingSlips: () => asking.get() ?? 0,
    sizes: () => ({ databaseBytes: bytesOf(file), logBytes: bytesOf(`${file}-wal`) }),
  };
}
