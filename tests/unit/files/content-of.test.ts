import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ATTACHMENT_MAX_BYTES } from '../../../src-main/domain/attachment.ts';
import { contentOf } from '../../../src-main/files/content-of.ts';
import { pictureHead } from '../../../src-main/files/picture-size.ts';
import { failure, value } from '../store/support.ts';
import { bomb, photo, withExif } from './pictures.ts';

const text = (said: string): Uint8Array => new TextEncoder().encode(said);

test.each(['image/jpeg', 'image/png', 'image/webp'] as const)(
  'the size of a picture is read from its head: %s',
  (type) => {
    const format = type.slice('image/'.length);
    expect(pictureHead(photo({ type, width: 401, height: 203 }))).toEqual({
      format,
      width: 401,
      height: 203,
    });
  },
);

test('a photo, a PDF and a text are known by their content', () => {
  expect(value(contentOf(photo()))).toBe('photo');
  expect(value(contentOf(withExif(photo(), 'x')))).toBe('photo');
  expect(value(contentOf(text('%PDF-1.7\n')))).toBe('application/pdf');
  expect(value(contentOf(text('Receipt 42\r\nإيصال')))).toBe('text/plain');
});

test('a picture that claims to be too large is refused before anything decodes it', () => {
  expect(failure(contentOf(bomb(60_000, 60_000)))).toMatchObject({ code: 'too-large' });
  expect(failure(contentOf(bomb(2 ** 31, 2 ** 31)))).toMatchObject({ code: 'too-large' });
  expect(value(contentOf(bomb(8_000, 6_000)))).toBe('photo');
});

test.each([
  ['nothing', new Uint8Array()],
  ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
  ['a HEIC photo', text('\0\0\0\u0018ftypheic\0\0\0\0')],
  ['half of a character', Uint8Array.from([0x61, 0xc3])],
  ['the first bytes of a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
  ['a picture without a size', bomb(0, 5)],
  ['a GIF', Uint8Array.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0])],
])('what cannot be shown is refused: %s', (_, bytes) => {
  expect(failure(contentOf(bytes)).code).toBe('not-shown');
});

test('more bytes than one file may have are refused, whatever they are', () => {
  const long = new Uint8Array(ATTACHMENT_MAX_BYTES + 1).fill(0x61);
  expect(failure(contentOf(long)).code).toBe('too-large');
});

test('no bytes make it throw, wherever a real picture ends', () => {
  const pictures = [photo(), photo({ type: 'image/png' }), photo({ type: 'image/webp' })];
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void contentOf(bytes)));
  fc.assert(
    fc.property(
      fc.constantFrom(...pictures),
      fc.nat(600),
      fc.nat(600),
      fc.nat(255),
      (bytes, end, at, byte) => {
        const broken = bytes.slice(0, end);
        if (at < broken.length) broken[at] = byte;
        expect(contentOf(broken)).toHaveProperty('ok');
      },
    ),
  );
});
