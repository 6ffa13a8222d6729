/** How a picture is encoded, of those that photos come in and Chromium shows. */
export type PictureFormat = 'jpeg' | 'png' | 'webp';

/** What the head of a picture says, before anything is decoded. */
export interface PictureHead {
  readonly format: PictureFormat;
  /** In pixels, as stored: a camera that was held upright may mean it turned. */
  readonly width: number;
  readonly height: number;
}

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Of a JPEG's segments, the frames that say its size: all of SOF0 to SOF15 but the three that are tables. */
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/**
 * Returns the format and size of a picture by what is in its first bytes, never by its name; null for anything else,
 * also for a picture whose size cannot be read. A few bytes can claim any size, so this is asked before decoding.
 */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return jpegHead(view) ?? pngHead(view) ?? webpHead(view);
  } catch (error) {
    // The file ends before its size.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function jpegHead(view: DataView): PictureHead | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Bytes of 0xff may fill the room before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker)) {
      return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    }
    // The picture's data begin, and no frame came before it.
    if (marker === 0xda || marker === 0xd9) return null;
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
}

function pngHead(view: DataView): PictureHead | null {
  if (!PNG_MARK.every((byte, at) => at < view.byteLength && view.getUint8(at) === byte)) return null;
  if (fourLetters(view, 12) !== 'IHDR') return null;
  return sized('png', view.getUint32(16), view.getUint32(20));
}

function webpHead(view: DataView): PictureHead | null {
  if (view.byteLength < 30 || fourLetters(view, 0) !== 'RIFF' || fourLetters(view, 8) !== 'WEBP') return null;
  const kind = fourLetters(view, 12);
  if (kind === 'VP8X') {
    const part = (at: number): number => 1 + view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
    return sized('webp', part(24), part(27));
  }
  if (kind === 'VP8L') {
    const packed = view.getUint32(21, true);
    return sized('webp', 1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff));
  }
  if (kind !== 'VP8 ') return null;
  return sized('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
}

function sized(format: PictureFormat, width: number, height: number): PictureHead | null {
  return width > 0 && height > 0 ? { format, width, height } : null;
}

function fourLetters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
