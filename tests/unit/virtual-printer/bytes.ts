import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** A byte, some ASCII, or bytes. */
export type BytePart = number | string | Uint8Array;

/** Bytes as a specification writes them: numbers are bytes, strings are ASCII. */
export function bytes(...parts: readonly BytePart[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [part];
      if (typeof part === 'string') return [...part].map((char) => char.charCodeAt(0));
      return [...part];
    }),
  );
}

/** `GS ( H` with a four-character tag. */
export const tagRequest = (tag: string): Uint8Array => bytes(0x1d, '(H', 6, 0, 48, 48, tag);

/** The answer to it. */
export const tagAnswer = (tag: string): Uint8Array => bytes(0x37, 0x22, tag, 0);

/** `DLE DC4 8` and its answer. */
export const CLEAR = bytes(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);
export const CLEARED = bytes(0x37, 0x25, 0x00);

/** Feed to the knife and cut. */
export const CUT = bytes(0x1d, 'V', 66, 0);

/** The functions of `GS ( k` that draw a QR code. */
export function qr(data: string, moduleDots: number, level: 'L' | 'M' | 'Q' | 'H' = 'M'): Uint8Array {
  const utf8 = new TextEncoder().encode(data);
  const length = utf8.length + 3;
  return bytes(
    ...[0x1d, '(k', 4, 0, 49, 65, 50, 0],
    ...[0x1d, '(k', 3, 0, 49, 67, moduleDots],
    ...[0x1d, '(k', 3, 0, 49, 69, 48 + 'LMQH'.indexOf(level)],
    ...[0x1d, '(k', length & 255, length >> 8, 49, 80, 48],
    utf8,
    ...[0x1d, '(k', 3, 0, 49, 81, 48],
  );
}

/** `GS v 0` for a picture whose rows are whole bytes. */
export function raster(bytesAcross: number, rows: number, data: Uint8Array): Uint8Array {
  return bytes(0x1d, 'v0', 0, bytesAcross & 255, bytesAcross >> 8, rows & 255, rows >> 8, data);
}

/** A client that keeps what it was answered. */
export interface Client {
  readonly socket: Socket;
  readonly answers: () => Buffer;
  readonly send: (...parts: readonly BytePart[]) => void;
  /** Until so many bytes were answered. */
  readonly waitForAnswers: (length: number) => Promise<Buffer>;
  /** Until the line is gone; answers with the code of the error that ended it, if one did. */
  readonly closed: Promise<string | undefined>;
}

/** Connects to a printer. */
export async function openClient(port: number): Promise<Client> {
  const socket = connect(port, '127.0.0.1');
  let received = Buffer.alloc(0);
  let code: string | undefined;
  const closed = new Promise<string | undefined>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => {
      code = error.code;
    });
    socket.on('close', () => resolve(code));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    socket.emit('answered');
  });
  return {
    socket,
    closed,
    answers: () => received,
    send: (...parts) => {
      socket.write(bytes(...parts));
    },
    waitForAnswers: async (length) => {
      while (received.length < length) {
        await new Promise<void>((resolve, reject) => {
          socket.once('answered', resolve);
          socket.once('close', () => reject(new Error(`closed after ${received.length} of ${length} bytes`)));
        });
      }
      return received;
    },
  };
}
