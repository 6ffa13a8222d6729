import { Worker } from 'node:worker_threads';
import { isBackupDue, type BackupFailure, type BackupReason, type BackupState } from '../domain/backup.ts';
import type { Instant } from '../domain/brand.ts';
import { backupsIn } from './backup-file.ts';
import type { BackupOutcome, BackupTask } from './run-backup.ts';

/** Backups on a schedule and on demand. */
export interface Backups {
  state(): BackupState;
  /** Makes one now, or waits for the one that is under way. Rejects where the worker has a bug. */
  run(why: BackupReason): Promise<BackupState>;
  /** Stops the schedule and the backup that is under way; its half file goes at the next one. */
  close(): Promise<void>;
}

/** Later than any window is up. */
const FIRST_LOOK_MS = 30_000;
const LOOK_EVERY_MS = 5 * 60_000;

/**
 * Starts the schedule over the database in `file`. `onDamage` hears that it is damaged, `onFailure` that a backup was
 * not made, `onChange` that the state is another one. The worker reads everything, so that each backup is also the
 * check of the database.
 */
export function startBackups(parts: {
  readonly file: string;
  readonly folder: string;
  readonly second: () => string | null;
  /** The head of the history now: whether anything changed since the last backup. */
  readonly auditSeq: () => number;
  readonly now: () => Instant;
  readonly workerUrl: URL;
  readonly onDamage: (detail: string) => void;
  readonly onFailure: (problem: unknown) => void;
  readonly onChange: () => void;
}): Backups {
  const { file, folder, now } = parts;
  let failure: BackupState['failure'] = null;
  let secondFailure: BackupFailure | null = null;
  let lackingFiles = 0;
  let underWay: { readonly worker: Worker; readonly done: Promise<void> } | null = null;

  async function make(task: BackupTask): Promise<void> {
    const worker = new Worker(parts.workerUrl, { workerData: task });
    const outcome = new Promise<BackupOutcome | null>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      // A worker that was stopped answers nothing.
      worker.once('exit', () => resolve(null));
    });
    const done = outcome.then(take).finally(() => {
      underWay = null;
      parts.onChange();
    });
    underWay = { worker, done };
    parts.onChange();
    await done;
  }

  function take(outcome: BackupOutcome | null): void {
    if (!outcome) return;
    const { made, second, lacking, damagedLists } = outcome;
    failure = made.ok ? null : { ...made.error, at: now() };
    if (made.ok) {
      secondFailure = second;
      lackingFiles = lacking.length;
    }
    if (!made.ok && made.error.reason === 'damaged') parts.onDamage(made.error.detail);
    else if (!made.ok) parts.onFailure(made.error.detail);
    if (second) parts.onFailure(second.detail);
    if (lacking.length > 0)
      parts.onFailure(`not backed up, since they are nowhere whole: ${lacking.join(' ')}`);
    for (const list of damagedLists) parts.onFailure(`a list of erasures was damaged and is kept in ${list}`);
  }

  function state(): BackupState {
    const second = parts.second();
    return {
      running: underWay !== null,
      backups: backupsIn(folder),
      failure,
      lackingFiles,
      second: second === null ? null : { folder: second, failure: secondFailure },
    };
  }

  async function run(why: BackupReason): Promise<BackupState> {
    await (underWay?.done ?? make({ file, folder, second: parts.second(), why, at: now() }));
    return state();
  }

  function look(): void {
    if (underWay) return;
    const newest = backupsIn(folder)[0] ?? null;
    if (isBackupDue(newest, { now: now(), auditSeq: parts.auditSeq() }))
      run('schedule').catch(parts.onFailure);
  }

  const first = setTimeout(look, FIRST_LOOK_MS);
  const looks = setInterval(look, LOOK_EVERY_MS);
  return {
    state,
    run,
    async close() {
      clearTimeout(first);
      clearInterval(looks);
      await underWay?.worker.terminate();
    },
  };
}
