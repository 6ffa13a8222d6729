import type {
  AttachmentContent,
  DriveFile,
  DriveItemId,
  PluggedDrive,
  ShownAttachment,
} from '../domain/attachment.ts';
import type { ClaimId } from '../domain/brand.ts';
import type { PlaceId, SavedFile } from '../domain/exported.ts';

interface OfClaim {
  readonly claimId: ClaimId;
}
interface OfAttachment extends OfClaim {
  readonly seq: number;
}
/** Every change answers with the claim's photos and files as they are then, oldest first. */
interface ChangeCall<Input> {
  input: Input;
  output: readonly ShownAttachment[];
}

/**
 * Input and output of each call about photos and files. The window never names a path: drives and files on them have
 * ids that main gave out with the list, and a new list makes the old ids void. Errors beside the usual: `too-many`,
 * `too-large`, `not-shown` (it is nothing that this kiosk can show), `file-damaged`, `drive-gone`.
 */
export interface AttachmentCalls {
  'attachment:of-claim': { input: OfClaim; output: readonly ShownAttachment[] };
  /** A small picture, of at most `THUMB_MAX_BYTES`; of photos only. */
  'attachment:thumb': { input: OfAttachment; output: Uint8Array };
  /** What there is to see of it, in full. */
  'attachment:look': { input: OfAttachment; output: AttachmentContent };
  /** The page may use the camera, for the next few seconds and this session only. */
  'attachment:camera': { input: OfClaim; output: null };
  /** Keeps a picture that the camera took. */
  'attachment:keep-photo': ChangeCall<OfClaim & { readonly picture: Uint8Array; readonly shows: string }>;
  'attachment:drives': { input: null; output: readonly PluggedDrive[] };
  /** The files on a drive that could be kept, newest first. */
  'attachment:drive-files': {
    input: { readonly driveId: DriveItemId };
    output: { readonly files: readonly DriveFile[]; readonly isWhole: boolean };
  };
  'attachment:drive-thumb': { input: { readonly fileId: DriveItemId }; output: Uint8Array };
  'attachment:keep-from-drive': ChangeCall<
    OfClaim & { readonly fileId: DriveItemId; readonly shows: string }
  >;
  'attachment:remove': ChangeCall<OfAttachment & { readonly why: string }>;
  'attachment:put-back': ChangeCall<OfAttachment>;
  /** Takes it out of the kiosk: `place-gone`, `place-full`, `not-saved`. */
  'attachment:save': { input: OfAttachment & { readonly placeId: PlaceId }; output: SavedFile };
}
