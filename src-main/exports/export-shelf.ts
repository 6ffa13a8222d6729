import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ClaimId } from '../domain/brand.ts';
import type { ExportPlace, PlaceId, SavedFile } from '../domain/exported.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { systemCode, writeWhole } from '../store/whole-file.ts';
import { drivesIn } from './drives.ts';

/** Why a file was not taken out; nothing of it is left behind. */
export interface ExportFailure {
  /** `gone`: no such place any more; `full`: no room there; `refused`: anything else (`detail` says what). */
  readonly reason: 'gone' | 'full' | 'refused';
  readonly detail: string;
}

/** Where staff take files out of the kiosk: letters, packs, tables. */
export interface ExportShelf {
  /** Returns where files can go now, the kiosk's own folder first. */
  places(): Promise<readonly ExportPlace[]>;
  /**
   * Writes a file, whole or not at all, and only then answers: it is on the disk, a drive can be pulled out. A name
   * that is taken gets a number. `name` comes from `exportName`.
   */
  save(file: {
    readonly placeId: PlaceId;
    readonly name: string;
    readonly bytes: Uint8Array;
    /** The claims whose words are in it: it goes with them when they are erased. */
    readonly claims: readonly ClaimId[];
  }): Promise<Result<SavedFile, ExportFailure>>;
}

const KIOSK: PlaceId = 'kiosk';

/**
 * Returns the shelf whose own folder is `folder`. Drives are those of `mountinfo` (Linux; elsewhere there is no such
 * file, and the kiosk's own folder is the only place). Files are written without blocking main: sticks are slow.
 */
export function createExportShelf({
  folder,
  mountinfo = '/proc/self/mountinfo',
  roots,
  onKept,
}: {
  readonly folder: string;
  readonly mountinfo?: string;
  /** Folders under which drives are mounted. */
  readonly roots?: readonly string[];
  /** A file of claims is in the kiosk's own folder, where it stays until somebody removes it. */
  readonly onKept?: (file: { readonly name: string; readonly claims: readonly ClaimId[] }) => void;
}): ExportShelf {
  async function drives(): Promise<readonly string[]> {
    try {
      return drivesIn(await readFile(mountinfo, 'utf8'), roots);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function places(): Promise<readonly ExportPlace[]> {
    const plugged = (await drives()).map((path): ExportPlace => ({
      id: path,
      kind: 'drive',
      name: basename(path),
    }));
    return [{ id: KIOSK, kind: 'kiosk', name: folder }, ...plugged];
  }

  return {
    places,
    async save({ placeId, name: wanted, bytes, claims }) {
      const place = (await places()).find(({ id }) => id === placeId);
      if (!place) return err({ reason: 'gone', detail: 'no such place' });
      const into = place.kind === 'kiosk' ? folder : place.id;
      try {
        if (place.kind === 'kiosk') await mkdir(folder, { recursive: true, mode: 0o700 });
        const name = freeName(wanted, new Set(await readdir(into)));
        await writeWhole({ folder: into, name, aside: `.${name}.new`, bytes });
        if (place.kind === 'kiosk' && claims.length > 0) onKept?.({ name, claims });
        return ok({ place, name });
      } catch (error) {
        const code = systemCode(error);
        if (code === null) throw error;
        return err({ reason: REASONS[code] ?? 'refused', detail: code });
      }
    },
  };
}

const REASONS: Readonly<Record<string, ExportFailure['reason']>> = {
  ENOENT: 'gone',
  ENODEV: 'gone',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const dot = wanted.lastIndexOf('.');
  const [stem, extension] = [wanted.slice(0, dot), wanted.slice(dot)];
  for (let number = 2; ; number += 1) {
    const name = `${stem}-${number}${extension}`;
    if (!taken.has(name)) return name;
  }
}
