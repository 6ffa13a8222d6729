import { setTimeout } from 'node:timers/promises';
import type { ClaimId, Instant, Zone } from '../domain/brand.ts';
import { daysBefore, nightDue, type Retention } from '../domain/retention.ts';
import type { ErasureStore } from '../store/erasure-store.ts';
import type { ExportStore } from '../store/export-store.ts';
import type { PurgeStore } from '../store/purge-store.ts';
import type { PersonFiles, PersonFolders } from './person-files.ts';

/** Removes every night what the store no longer keeps. */
export interface NightlyPurge {
  /**
   * Does what is due: once a night, and the night that was slept through at the next start. Resolves at once where
   * nothing is, or where an earlier call is still at it. Rejects where the disk refuses; the next call goes on.
   */
  run(): Promise<void>;
  /** The log still holds what was erased by hand: the next call cuts it off, whatever the hour. */
  cutLogSoon(): void;
}

/** Claims in one turn; each has a transaction of its own. */
const AT_ONCE = 5;
/** Between two turns main answers whatever came meanwhile. */
const PAUSE_MS = 20;

/** Returns the purge of a store. */
export function createNightlyPurge(parts: {
  readonly erasures: ErasureStore;
  readonly exports: ExportStore;
  readonly runs: PurgeStore;
  readonly files: PersonFiles;
  readonly retention: () => Retention;
  readonly zone: () => Zone;
  readonly now: () => Instant;
  /** Claims look different now. */
  readonly onErased: () => void;
}): NightlyPurge {
  const { erasures, exports, runs, files, now } = parts;
  let running = false;
  let logToCut = false;

  /** One that cannot go now (a slip of it is printing) has another night. */
  async function eraseClosed(
    night: string,
    what: 'contact' | 'words',
    days: number | null,
    erase: (id: ClaimId) => Promise<boolean>,
  ): Promise<void> {
    if (days === null) return;
    let stuck = 0;
    for (;;) {
      const ids = erasures.closedBefore(what, daysBefore(now(), days), stuck + AT_ONCE).slice(stuck);
      if (ids.length === 0) return;
      for (const id of ids) {
        if (await erase(id)) runs.count(night, what === 'contact' ? 'contacts' : 'words', 1);
        else stuck += 1;
      }
      parts.onErased();
      await setTimeout(PAUSE_MS);
    }
  }

  async function eraseWords(id: ClaimId): Promise<boolean> {
    const erased = erasures.erase(id, { why: 'age', by: null, at: now() });
    if (erased.ok) await files.remove({ number: erased.value.number, names: exports.filesOf(id) });
    return erased.ok;
  }

  async function removeFiles(
    night: string,
    folder: keyof PersonFolders,
    days: number,
  ): Promise<readonly string[]> {
    const removed = await files.removeOlder(folder, daysBefore(now(), days));
    runs.count(night, folder, removed.length);
    return removed;
  }

  /** Files of a claim that was erased, which a power cut in the middle left behind. */
  async function removeLeftFiles(): Promise<void> {
    for (const number of erasures.erasedOf(await files.numbers())) await files.remove({ number, names: [] });
  }

  async function purge(): Promise<void> {
    const night = nightDue(now(), parts.zone());
    const latest = runs.latest();
    // A clock that was set back does not make a night come twice.
    if (latest && (latest.night > night || (latest.night === night && latest.endedAt !== null))) {
      if (logToCut) logToCut = !erasures.cutLog();
      return;
    }
    const { contactDays, wordsDays, pictureDays, exportDays, setAsideDays } = parts.retention();
    runs.begin(night, now());
    await eraseClosed(night, 'words', wordsDays, eraseWords);
    await eraseClosed(night, 'contact', contactDays, async (id) =>
      Promise.resolve(erasures.eraseContact(id, now()).ok),
    );
    await removeFiles(night, 'pictures', pictureDays);
    for (const name of await removeFiles(night, 'exports', exportDays)) exports.forget(name);
    await removeFiles(night, 'setAside', setAsideDays);
    await removeLeftFiles();
    // Somebody reads: the night is not over before what went is gone from the log too.
    if (!erasures.cutLog()) return;
    logToCut = false;
    runs.end(night, now());
  }

  return {
    async run() {
      if (running) return;
      running = true;
      try {
        await purge();
      } finally {
        running = false;
      }
    },
    cutLogSoon() {
      logToCut = true;
    },
  };
}
