import { z } from 'zod';
import { ATTACHMENT_MAX_BYTES } from '../domain/attachment.ts';
import { FIELD_MAX_CHARACTERS } from '../domain/intake.ts';
import type { AttachmentCalls } from './attachment-api.ts';
import { claimId, said } from './desk-schemas.ts';

const PLACE_MAX = 4_096;

const seq = z.int().min(1);
const shows = said(FIELD_MAX_CHARACTERS);
const ofAttachment = z.strictObject({ claimId, seq });
const driveItem = z.uuid();
const picture = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength > 0 && byteLength <= ATTACHMENT_MAX_BYTES, 'no bytes, or too many');

/** The input schemas of the calls about photos and files. */
export const ATTACHMENT_SCHEMAS: {
  readonly [C in keyof AttachmentCalls]: z.ZodType<AttachmentCalls[C]['input']>;
} = {
  'attachment:of-claim': z.strictObject({ claimId }),
  'attachment:thumb': ofAttachment,
  'attachment:look': ofAttachment,
  'attachment:camera': z.strictObject({ claimId }),
  'attachment:keep-photo': z.strictObject({ claimId, picture, shows }),
  'attachment:drives': z.null(),
  'attachment:drive-files': z.strictObject({ driveId: driveItem }),
  'attachment:drive-thumb': z.strictObject({ fileId: driveItem }),
  'attachment:keep-from-drive': z.strictObject({ claimId, fileId: driveItem, shows }),
  'attachment:remove': z.strictObject({ claimId, seq, why: shows }),
  'attachment:put-back': ofAttachment,
  'attachment:save': z.strictObject({ claimId, seq, placeId: z.string().min(1).max(PLACE_MAX) }),
};
