import { ATTACHMENT_MAX_BYTES, PHOTO_PIXELS_MAX } from '../domain/attachment.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { pictureHead } from './picture-size.ts';

/** What a file is, by its content. */
export type ContentKind = 'photo' | 'application/pdf' | 'text/plain';

/** Why a file is not kept: it is too large (in bytes or pixels), or nothing that this kiosk can show. */
export interface ContentFault {
  readonly code: 'too-large' | 'not-shown';
  readonly detail: string;
}

/** What no text has: control characters other than tab, line feed, form feed and carriage return. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f]/u;

/**
 * Returns what a file is, by its bytes and never by its name. A picture that would take too much memory is refused by
 * what its head claims, before anything decodes it.
 */
export function contentOf(bytes: Uint8Array): Result<ContentKind, ContentFault> {
  if (bytes.byteLength > ATTACHMENT_MAX_BYTES)
    return err({ code: 'too-large', detail: `${bytes.byteLength} bytes` });
  const picture = pictureHead(bytes);
  if (picture) {
    const { width, height } = picture;
    if (width * height > PHOTO_PIXELS_MAX)
      return err({ code: 'too-large', detail: `${width} × ${height} pixels` });
    return ok('photo');
  }
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') return ok('application/pdf');
  return isText(bytes)
    ? ok('text/plain')
    : err({ code: 'not-shown', detail: 'no photo, PDF or text by its content' });
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.byteLength === 0) return false;
  try {
    return !NO_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
