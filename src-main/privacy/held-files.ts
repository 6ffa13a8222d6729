import { ATTACHMENT_EXTENSIONS, type Attachment, type AttachmentMedia } from '../domain/attachment.ts';
import type { Instant } from '../domain/brand.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import { exportName } from '../domain/exported.ts';
import type { StaffId } from '../domain/staff.ts';

/** A photo or a file of a claim, as it is listed in what is taken out. */
export interface HeldFile {
  /** Its name beside the list; null where the kiosk does not have it whole any more. */
  readonly file: string | null;
  readonly media: AttachmentMedia;
  readonly bytes: number;
  readonly shows: string;
  readonly addedBy: StaffId;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

/**
 * Returns how a photo or a file is listed. Its name has the second (UTC) of the list in it: what is taken out twice does
 * not mix, and each list names its own files.
 */
export function heldFile(
  { seq, media, bytes, shows, addedBy, addedAt, removed }: Attachment,
  of: { readonly number: ClaimNumber; readonly at: Instant; readonly isWhole: boolean },
): HeldFile {
  const second = new Date(of.at).toISOString().replace(/\D/g, '').slice(0, 14);
  const kind = media === 'image/jpeg' ? 'photo' : 'file';
  const file = of.isWhole
    ? exportName([of.number, kind, String(seq), second], ATTACHMENT_EXTENSIONS[media])
    : null;
  return { file, media, bytes, shows, addedBy, addedAt, removedAt: removed?.at ?? null };
}
