import type { AttachmentCalls } from '../contract/attachment-api.ts';
import type { CallError } from '../contract/api.ts';
import { ATTACHMENT_EXTENSIONS, type Attachment, type ShownAttachment } from '../domain/attachment.ts';
import type { ClaimId } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import { exportName } from '../domain/exported.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import { createDesk } from './desk.ts';
import { savedOr } from './export-handlers.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

/** Returns what answers the calls about photos and files of claims. */
export function attachmentHandlers(parts: ServingParts): Pick<StaffHandlers, keyof AttachmentCalls> {
  const { claimFiles: files, camera, now, shelf } = parts;
  const { attachments, sessions } = parts.stores;
  const desk = createDesk(parts);

  function shownOr(
    claimId: ClaimId,
    claim: Result<ClaimView, CallError>,
  ): Result<readonly ShownAttachment[], CallError> {
    return claim.ok ? ok(files.of(claimId, now())) : claim;
  }

  function find(claimId: ClaimId, seq: number): Result<Attachment, CallError> {
    const found = files.of(claimId, now()).find((each) => each.seq === seq);
    return found && (found.removed === null || found.canPutBack)
      ? ok(found)
      : err({ code: 'not-found', detail: 'no such file' });
  }

  /** Puts the file on the disk, and only then its row into the database. */
  async function add(
    { claimId, shows }: { readonly claimId: ClaimId; readonly shows: string },
    by: StaffMember,
    bytes: Uint8Array,
    only?: 'photo',
  ): Promise<Result<readonly ShownAttachment[], CallError>> {
    const claim = desk.view(claimId);
    if (!claim.ok) return claim;
    const kept = await files.keep(bytes, only);
    if (!kept.ok) return kept;
    return shownOr(
      claimId,
      desk.change(claimId, by, (change) => attachments.add(change, { ...kept.value, shows })),
    );
  }

  return {
    'attachment:of-claim': ({ claimId }) => shownOr(claimId, desk.view(claimId)),
    'attachment:thumb': ({ claimId, seq }) => {
      const found = find(claimId, seq);
      return found.ok ? files.thumb(found.value) : found;
    },
    'attachment:look': ({ claimId, seq }) => {
      const found = find(claimId, seq);
      return found.ok ? files.look(found.value) : found;
    },
    'attachment:camera': ({ claimId }, by) => {
      const claim = desk.view(claimId);
      if (!claim.ok) return claim;
      if (claim.value.status === 'closed') return err({ code: 'claim-closed', detail: 'closed' });
      camera.give(() => sessions.current()?.id === by.id);
      return ok(null);
    },
    'attachment:keep-photo': (input, by) => add(input, by, input.picture, 'photo'),
    'attachment:drives': async () => ok(await files.drives.drives()),
    'attachment:drive-files': ({ driveId }) => files.drives.list(driveId),
    'attachment:drive-thumb': ({ fileId }) => files.driveThumb(fileId),
    'attachment:keep-from-drive': async (input, by) => {
      const bytes = await files.drives.read(input.fileId);
      return bytes.ok ? add(input, by, bytes.value) : bytes;
    },
    'attachment:remove': ({ claimId, seq, why }, by) =>
      shownOr(
        claimId,
        desk.change(claimId, by, (change) => attachments.remove(change, seq, why)),
      ),
    'attachment:put-back': ({ claimId, seq }, by) =>
      shownOr(
        claimId,
        desk.change(claimId, by, (change) => attachments.putBack(change, seq)),
      ),
    'attachment:save': async ({ claimId, seq, placeId }) => {
      const claim = desk.view(claimId);
      if (!claim.ok) return claim;
      const found = find(claimId, seq);
      if (!found.ok) return found;
      const bytes = await files.read(found.value);
      if (!bytes.ok) return bytes;
      const { media } = found.value;
      const kind = media === 'image/jpeg' ? 'photo' : 'file';
      const name = exportName([claim.value.number, kind, String(seq)], ATTACHMENT_EXTENSIONS[media]);
      return savedOr(await shelf.save({ placeId, name, bytes: bytes.value, claims: [claimId] }));
    },
  };
}
