import { createHash, randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileDigest, FileState } from '../domain/attachment.ts';
import type { Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { makeFolder, namesIn, syncFolder } from './durable-file.ts';
import type { KeepFailure } from './sqlite.ts';
import { systemCode, writeWhole } from './whole-file.ts';

/** Files by digest, two levels deep: `ab/abcdef…`. Their bytes are read and written without blocking main. */
export interface AttachmentFiles {
  /**
   * Writes a file, whole or not at all, and only then answers: it survives a power cut. One that is there is written
   * anew, so that a damaged one is whole again.
   */
  put(bytes: Uint8Array): Promise<Result<FileDigest, KeepFailure>>;
  /**
   * Returns a file, bit for bit as it was kept, or what is wrong with it. One that is missing or altered comes back from
   * the first spare that has it whole.
   */
  read(digest: FileDigest): Promise<Result<Uint8Array, Exclude<FileState, 'whole'>>>;
  /** Returns how a file seems to be, without reading it: by its length. */
  glance(digest: FileDigest, bytes: number): FileState;
  /** Removes a file; nothing happens where there is none. */
  remove(digest: FileDigest): void;
  /** Removes what nobody needs and what a power cut left half written, once it is an hour old; returns how many. */
  sweep(isNeeded: (digest: FileDigest) => boolean, now: Instant): number;
}

/** A file is written before its row; younger ones may be waiting for theirs. */
const YOUNG_MS = 60 * 60_000;
const DIGEST = /^[0-9a-f]{64}$/;

/** Returns where a file lies in a folder of such files. */
export function attachmentFile(folder: string, digest: FileDigest): string {
  return join(folder, digest.slice(0, 2), digest);
}

/** Returns the files in `folder`, which is made with the first one; `spares` are folders of the same form. */
export function createAttachmentFiles(
  folder: string,
  spares: () => readonly string[] = () => [],
): AttachmentFiles {
  const fileOf = (digest: FileDigest): string => attachmentFile(folder, digest);
  const shelfOf = (digest: FileDigest): string => dirname(fileOf(digest));

  async function write(digest: FileDigest, bytes: Uint8Array): Promise<void> {
    const shelf = shelfOf(digest);
    makeFolder(shelf);
    await writeWhole({ folder: shelf, name: digest, aside: `${randomUUID()}.new`, bytes });
  }

  async function put(bytes: Uint8Array): Promise<Result<FileDigest, KeepFailure>> {
    const digest = digestOf(bytes);
    try {
      await write(digest, bytes);
      return ok(digest);
    } catch (error) {
      const code = systemCode(error);
      if (code === null) throw error;
      return err({ code: 'not-kept', detail: code });
    }
  }

  return {
    put,
    async read(digest) {
      const own = await readWhole(fileOf(digest), digest);
      if (own.ok) return own;
      for (const spare of spares()) {
        const bytes = await readWhole(attachmentFile(spare, digest), digest);
        if (bytes.ok && (await put(bytes.value)).ok) return bytes;
      }
      return own;
    },
    glance(digest, bytes) {
      const stats = statSync(fileOf(digest), { throwIfNoEntry: false });
      if (!stats) return 'missing';
      return stats.isFile() && stats.size === bytes ? 'whole' : 'altered';
    },
    remove(digest) {
      rmSync(fileOf(digest), { force: true });
      if (statSync(shelfOf(digest), { throwIfNoEntry: false })) syncFolder(shelfOf(digest));
    },
    sweep(isNeeded, now) {
      let swept = 0;
      for (const shelf of namesIn(folder)) {
        for (const name of namesIn(join(folder, shelf))) {
          const file = join(folder, shelf, name);
          const isDraft = name.endsWith('.new');
          if (!isDraft && (!DIGEST.test(name) || isNeeded(name as FileDigest))) continue;
          // Nothing is awaited between this look and the removal, so that no file is written anew in between.
          const stats = statSync(file, { throwIfNoEntry: false });
          if (!stats || now - stats.mtimeMs < YOUNG_MS) continue;
          rmSync(file, { force: true });
          swept += 1;
        }
      }
      return swept;
    },
  };
}

async function readWhole(
  file: string,
  digest: FileDigest,
): Promise<Result<Uint8Array, Exclude<FileState, 'whole'>>> {
  try {
    const bytes = await readFile(file);
    return digestOf(bytes) === digest ? ok(bytes) : err('altered');
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    // A disk that cannot give its bytes back has altered them.
    return err(code === 'ENOENT' ? 'missing' : 'altered');
  }
}

function digestOf(bytes: Uint8Array): FileDigest {
  return createHash('sha256').update(bytes).digest('hex') as FileDigest;
}
