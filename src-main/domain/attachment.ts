import type { Brand, Instant } from './brand.ts';
import type { StaffId } from './staff.ts';

/** The SHA-256 of a file, in hex: its name on the disk. */
export type FileDigest = Brand<string, 'FileDigest'>;

/** What is kept beside a claim: photos are drawn anew as JPEG, anything else is kept as it came. */
export const ATTACHMENT_MEDIA = ['image/jpeg', 'application/pdf', 'text/plain'] as const;
/** The media type of something that is kept beside a claim. */
export type AttachmentMedia = (typeof ATTACHMENT_MEDIA)[number];
/** What the name of a file ends with where it is taken out. */
export const ATTACHMENT_EXTENSIONS: Readonly<Record<AttachmentMedia, string>> = {
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/** Most bytes of one photo or file, as it comes in. */
export const ATTACHMENT_MAX_BYTES = 15 * 1024 * 1024;
/** Most photos and files of one claim, without those that were removed. */
export const ATTACHMENTS_MAX = 30;
/** Longest side of a kept photo in pixels: a serial number can be read on it. */
export const PHOTO_SIDE_MAX = 2560;
/** Most pixels of a photo that comes in (what a telephone's best camera makes); more would not fit into memory. */
export const PHOTO_PIXELS_MAX = 52_000_000;
/** Most bytes of a small picture. */
export const THUMB_MAX_BYTES = 40_000;
/** How long what was removed can be put back, in milliseconds; then its file goes, and the record stays. */
export const REMOVED_KEPT_MS = 7 * 24 * 60 * 60_000;

/** A photo or a file of a claim. */
export interface Attachment {
  readonly seq: number;
  readonly digest: FileDigest;
  readonly media: AttachmentMedia;
  readonly bytes: number;
  /** What it shows, in words of staff. */
  readonly shows: string;
  readonly addedBy: StaffId;
  readonly addedAt: Instant;
  /** Its removal; null while it is there. */
  readonly removed: { readonly by: StaffId; readonly at: Instant; readonly why: string } | null;
}

/** Whether a file is on the disk, bit for bit as it was kept. */
export type FileState = 'whole' | 'missing' | 'altered';

/** A photo or a file as screens show it. */
export interface ShownAttachment extends Attachment {
  readonly file: FileState;
  /** Whether it was removed so recently that it can be put back. */
  readonly canPutBack: boolean;
}

/** What there is to see of a photo or a file. */
export type AttachmentContent =
  | { readonly kind: 'photo'; readonly jpeg: Uint8Array }
  /** The first pages of a PDF as pictures; `of` is how many it has. */
  | {
      readonly kind: 'pages';
      readonly pages: readonly { readonly png: Uint8Array; readonly text: string }[];
      readonly of: number;
    }
  /** The beginning of a text; `isWhole` where that is all of it. */
  | { readonly kind: 'text'; readonly text: string; readonly isWhole: boolean };

/** Returns whether a removed one can be put back: its file is kept until then. */
export function canPutBack({ removed }: Pick<Attachment, 'removed'>, now: Instant): boolean {
  return removed !== null && now - removed.at < REMOVED_KEPT_MS;
}

/** Identifies a drive or a file on one, for as long as the list is shown that it was in. */
export type DriveItemId = string;

/** A drive that somebody plugged in. */
export interface PluggedDrive {
  readonly id: DriveItemId;
  readonly name: string;
}

/** A file on a drive that could be kept. */
export interface DriveFile {
  readonly id: DriveItemId;
  readonly name: string;
  readonly bytes: number;
  readonly changedAt: Instant;
  /** What its name says that it is; what it really is counts when it is kept. */
  readonly looksLike: 'photo' | 'file';
}
