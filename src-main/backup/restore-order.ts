import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupId } from '../domain/backup.ts';
import type { RecoveryReason } from '../domain/recovery.ts';
import { makeFolder, replaceFile, syncFolder } from '../store/durable-file.ts';
import { systemCode } from '../store/whole-file.ts';

/** That the next start puts a backup in place: nothing can be replaced under a connection that is open. */
export interface RestoreOrder {
  readonly why: RecoveryReason;
  readonly detail: string;
  /** The backup that was asked for; null for the newest one. */
  readonly wanted: BackupId | null;
}

const NAME = 'restore.json';
const schema: z.ZodType<RestoreOrder> = z.strictObject({
  why: z.enum(['damaged', 'asked']),
  detail: z.string(),
  wanted: z.string().nullable(),
});

/** Leaves the order in the data folder, durably; throws where the disk refuses. */
export function leaveOrder(dataFolder: string, order: RestoreOrder): void {
  makeFolder(dataFolder);
  replaceFile(dataFolder, NAME, JSON.stringify(order));
}

/** Returns the order that was left, or null. One that is not well formed was none. */
export function readOrder(dataFolder: string): RestoreOrder | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(join(dataFolder, NAME), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Takes the order away: it was carried out. */
export function clearOrder(dataFolder: string): void {
  rmSync(join(dataFolder, NAME), { force: true });
  syncFolder(dataFolder);
}
