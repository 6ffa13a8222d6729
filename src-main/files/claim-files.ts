import {
  canPutBack,
  THUMB_MAX_BYTES,
  type Attachment,
  type AttachmentContent,
  type AttachmentMedia,
  type DriveItemId,
  type FileDigest,
  type FileState,
  type ShownAttachment,
} from '../domain/attachment.ts';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { PdfGlance } from '../pdf/page-pictures.ts';
import type { AttachmentFiles } from '../store/attachment-files.ts';
import type { AttachmentStore } from '../store/attachment-store.ts';
import type { KeepFailure } from '../store/sqlite.ts';
import { contentOf, type ContentFault, type ContentKind } from './content-of.ts';
import type { DriveFault, DriveFiles } from './drive-files.ts';
import type { Photos } from './photos.ts';

/** A file is missing, or is not what was kept. */
export interface FileFault {
  readonly code: 'file-damaged';
  readonly detail: Exclude<FileState, 'whole'> | 'not-drawn';
}

/** Photos and files of claims: their bytes, what can be seen of them, and that they stay what they are. */
export interface ClaimFiles {
  /** What lies on drives; nothing is written there. */
  readonly drives: DriveFiles;
  /** Returns what a claim has, oldest first, each with how its file is as far as anybody looked. */
  of(claimId: ClaimId, now: Instant): readonly ShownAttachment[];
  /** Puts a file on the disk and only then answers with what its row has to say. Photos are drawn anew. */
  keep(
    bytes: Uint8Array,
    only?: ContentKind,
  ): Promise<Result<Pick<Attachment, 'digest' | 'media' | 'bytes'>, ContentFault | KeepFailure>>;
  /** Returns a small picture of a photo. */
  thumb(attachment: Attachment): Promise<Result<Uint8Array, ContentFault | FileFault>>;
  /** Returns a small picture of a photo on a drive. */
  driveThumb(fileId: DriveItemId): Promise<Result<Uint8Array, ContentFault | DriveFault>>;
  look(attachment: Attachment): Promise<Result<AttachmentContent, FileFault>>;
  read(attachment: Attachment): Promise<Result<Uint8Array, FileFault>>;
  /** Removes files that nobody needs, and reads a few of the others; returns those found damaged for the first time. */
  keepHouse(now: Instant): Promise<readonly FileDigest[]>;
  /**
   * Forgets a claim's photos and files: the rows at once, in the transaction of whoever erases it. Returns what removes
   * the files, to be called after COMMIT; a file that is on another claim too stays. What a power cut leaves behind in
   * between, `keepHouse` removes.
   */
  forgetAttachments(claimId: ClaimId): () => void;
}

/** Small pictures that are kept in memory: some claims' worth. */
const THUMBS_MAX = 200;
/** Files that are read each time that house is kept: all of a shop's within days. */
const CHECKED_AT_ONCE = 5;
/** Most bytes of a text that are shown. */
const TEXT_SHOWN_MAX = 100_000;

/** Returns the photos and files of the claims in a store. */
export function createClaimFiles(parts: {
  readonly store: AttachmentStore;
  readonly files: AttachmentFiles;
  readonly drives: DriveFiles;
  readonly photos: Photos;
  readonly glanceAtPdf: (pdf: Uint8Array) => Promise<Result<PdfGlance, string>>;
}): ClaimFiles {
  const { store, files, drives, photos } = parts;
  const thumbs = new Map<FileDigest, Uint8Array>();
  /** What was found damaged since the start; a file that is kept anew is whole. */
  const damaged = new Map<FileDigest, Exclude<FileState, 'whole'>>();
  let checkedTo = '';

  function stateOf({ digest, bytes }: Attachment): FileState {
    const seen = files.glance(digest, bytes);
    return seen === 'whole' ? (damaged.get(digest) ?? 'whole') : seen;
  }

  async function read(digest: FileDigest): Promise<Result<Uint8Array, FileFault>> {
    const bytes = await files.read(digest);
    if (bytes.ok) {
      damaged.delete(digest);
      return bytes;
    }
    damaged.set(digest, bytes.error);
    return err({ code: 'file-damaged', detail: bytes.error });
  }

  async function small(bytes: Uint8Array): Promise<Result<Uint8Array, ContentFault>> {
    const content = contentOf(bytes);
    if (!content.ok) return content;
    if (content.value !== 'photo') return err({ code: 'not-shown', detail: 'it is no photo' });
    const drawn = await photos.draw({ bytes, want: 'thumb' });
    if (!drawn.ok) return err({ code: 'not-shown', detail: drawn.error });
    if (drawn.value.byteLength > THUMB_MAX_BYTES) throw new Error('a small picture is not small');
    return drawn;
  }

  /** What a file is kept as. */
  async function toKeep(
    bytes: Uint8Array,
    content: ContentKind,
  ): Promise<Result<{ readonly media: AttachmentMedia; readonly kept: Uint8Array }, ContentFault>> {
    if (content !== 'photo') return ok({ media: content, kept: bytes });
    const drawn = await photos.draw({ bytes, want: 'photo' });
    return drawn.ok
      ? ok({ media: 'image/jpeg', kept: drawn.value })
      : err({ code: 'not-shown', detail: drawn.error });
  }

  function removeUnneeded(digest: FileDigest): void {
    files.remove(digest);
    thumbs.delete(digest);
    damaged.delete(digest);
  }

  return {
    drives,
    of: (claimId, now) =>
      store.of(claimId).map((each) => {
        const file = stateOf(each);
        return { ...each, file, canPutBack: canPutBack(each, now) && file !== 'missing' };
      }),
    async keep(bytes, only) {
      const content = contentOf(bytes);
      if (!content.ok) return content;
      if (only !== undefined && content.value !== only)
        return err({ code: 'not-shown', detail: `a ${content.value} where a ${only} was to be` });
      const made = await toKeep(bytes, content.value);
      if (!made.ok) return made;
      const { media, kept } = made.value;
      const digest = await files.put(kept);
      if (!digest.ok) return digest;
      damaged.delete(digest.value);
      return ok({ digest: digest.value, media, bytes: kept.byteLength });
    },
    async thumb({ digest, media }) {
      if (media !== 'image/jpeg') return err({ code: 'not-shown', detail: 'it is no photo' });
      const known = thumbs.get(digest);
      if (known) return ok(known);
      const bytes = await read(digest);
      if (!bytes.ok) return bytes;
      const drawn = await small(bytes.value);
      if (!drawn.ok) return drawn;
      const [oldest] = thumbs.keys();
      if (thumbs.size >= THUMBS_MAX && oldest !== undefined) thumbs.delete(oldest);
      thumbs.set(digest, drawn.value);
      return drawn;
    },
    async driveThumb(fileId) {
      const bytes = await drives.read(fileId);
      return bytes.ok ? small(bytes.value) : bytes;
    },
    async look({ digest, media }) {
      const bytes = await read(digest);
      if (!bytes.ok) return bytes;
      if (media === 'image/jpeg') return ok({ kind: 'photo', jpeg: bytes.value });
      if (media === 'text/plain') return ok(textOf(bytes.value));
      const pdf = await parts.glanceAtPdf(bytes.value);
      return pdf.ok
        ? ok({ kind: 'pages', ...pdf.value })
        : err({ code: 'file-damaged', detail: 'not-drawn' });
    },
    read: ({ digest }) => read(digest),
    async keepHouse(now) {
      files.sweep((digest) => store.isNeeded(digest, now), now);
      const next = store.needed(checkedTo, CHECKED_AT_ONCE, now);
      checkedTo = next.length < CHECKED_AT_ONCE ? '' : (next.at(-1) ?? '');
      const found: FileDigest[] = [];
      for (const digest of next) {
        const known = damaged.has(digest);
        const bytes = await read(digest);
        if (!bytes.ok && !known) found.push(digest);
      }
      return found;
    },
    forgetAttachments(claimId) {
      const orphans = store.forget(claimId);
      return () => orphans.forEach(removeUnneeded);
    },
  };
}

function textOf(bytes: Uint8Array): AttachmentContent {
  const isWhole = bytes.byteLength <= TEXT_SHOWN_MAX;
  // Without `fatal`: the cut may go through a character.
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, TEXT_SHOWN_MAX));
  return { kind: 'text', text, isWhole };
}
