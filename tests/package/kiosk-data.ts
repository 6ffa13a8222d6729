import Database from 'better-sqlite3';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What the kiosk's data folder holds. */
export interface KioskData {
  readonly statements: readonly string[];
  readonly claimNumbers: readonly string[];
  readonly schema: number;
  readonly integrity: string;
}

/** Reads a copy of the database, with its log, since nothing else ever opens the live file; undefined without one. */
export async function readData(dataFolder: string, work: string): Promise<KioskData | undefined> {
  const copy = await mkdtemp(join(work, 'copy-'));
  try {
    const files = (await readdir(dataFolder)).filter((name) => /^claims\.db(-wal)?$/.test(name));
    if (!files.includes('claims.db')) return undefined;
    for (const name of files) await cp(join(dataFolder, name), join(copy, name));
    const db = new Database(join(copy, 'claims.db'));
    try {
      const column = (sql: string): string[] => db.prepare(sql).pluck().all().map(String);
      return {
        statements: column('SELECT text FROM statement ORDER BY given_at'),
        claimNumbers: column('SELECT number FROM claim ORDER BY number'),
        schema: Number(db.pragma('user_version', { simple: true })),
        integrity: String(db.pragma('integrity_check', { simple: true })),
      };
    } finally {
      db.close();
    }
  } finally {
    await rm(copy, { recursive: true });
  }
}

/** Returns how many backups were made for this reason. */
export async function backupsMade(dataFolder: string, why: string): Promise<number> {
  const folder = join(dataFolder, 'backups');
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.json'));
  const notes = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return notes.filter((note) => (JSON.parse(note) as { why?: unknown }).why === why).length;
}
