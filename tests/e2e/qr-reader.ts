import decodeQr from 'jsqr';
import { PNG } from 'pngjs';

/** Returns what a phone reads in a picture's QR code; null where it finds none. */
export function readQrCode(png: Buffer): string | null {
  const { data, width, height } = PNG.sync.read(png);
  // The package is CommonJS; what it exports as default is an object or the function itself, as the loader likes.
  const decode = (
    typeof decodeQr === 'function' ? decodeQr : (decodeQr as { default: never })['default']
  ) as (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
  return decode(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
