import { createCanvas } from '@napi-rs/canvas';

/** A photo as a camera makes it: red at its left, blue at its right. */
export function photo({
  width = 400,
  height = 200,
  type = 'image/jpeg',
}: {
  readonly width?: number;
  readonly height?: number;
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp';
} = {}): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#d02020';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#2020d0';
  context.fillRect(width / 2, 0, width / 2, height);
  return new Uint8Array(type === 'image/png' ? canvas.toBuffer(type) : canvas.toBuffer(type, 90));
}

/** What a telephone writes into a photo: that it was held upright, and a place, here as a comment to look for. */
export function withExif(jpeg: Uint8Array, place: string): Uint8Array {
  const tiff = Buffer.from('49492a0008000000010012010300010000000600000000000000', 'hex');
  return new Uint8Array(
    Buffer.concat([
      jpeg.subarray(0, 2),
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
      segment(0xfe, Buffer.from(place)),
      jpeg.subarray(2),
    ]),
  );
}

/** A PNG of a few bytes that claims to be so large. */
export function bomb(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(photo({ width: 8, height: 8, type: 'image/png' }));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Uint8Array(bytes);
}

function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.byteLength + 2, 2);
  return Buffer.concat([head, body]);
}
