import { dataCodewords, QR_LEVELS, totalCodewords } from './qr-tables.ts';
import type { QrLevel } from './qr-tables.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MAX_VERSION = 40;

/** The codewords of a symbol in the order in which they are placed. */
export interface QrCodewords {
  readonly version: number;
  readonly codewords: Uint8Array;
}

/** Packs data into the smallest version that takes it; undefined when not even version 40 does. */
export function makeCodewords(data: Uint8Array, level: QrLevel): QrCodewords | undefined {
  const text = Array.from(data, (byte) => String.fromCharCode(byte)).join('');
  const alphanumeric = text !== '' && [...text].every((char) => ALPHANUMERIC.includes(char));
  for (let version = 1; version <= MAX_VERSION; version += 1) {
    const bits = alphanumeric ? alphanumericBits(text, version) : byteBits(data, version);
    const capacity = dataCodewords(version, level);
    if (bits.length <= capacity * 8) {
      return { version, codewords: interleave(pad(bits, capacity), version, level) };
    }
  }
  return undefined;
}

function appendBits(bits: number[], value: number, length: number): void {
  for (let i = length - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1);
}

function byteBits(data: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  appendBits(bits, 0b0100, 4);
  appendBits(bits, data.length, version <= 9 ? 8 : 16);
  for (const byte of data) appendBits(bits, byte, 8);
  return bits;
}

function alphanumericBits(text: string, version: number): number[] {
  const bits: number[] = [];
  appendBits(bits, 0b0010, 4);
  appendBits(bits, text.length, version <= 9 ? 9 : version <= 26 ? 11 : 13);
  for (let i = 0; i < text.length; i += 2) {
    const first = ALPHANUMERIC.indexOf(text.charAt(i));
    if (i + 1 < text.length) appendBits(bits, first * 45 + ALPHANUMERIC.indexOf(text.charAt(i + 1)), 11);
    else appendBits(bits, first, 6);
  }
  return bits;
}

function pad(bits: number[], capacity: number): Uint8Array {
  appendBits(bits, 0, Math.min(4, capacity * 8 - bits.length));
  appendBits(bits, 0, (8 - (bits.length % 8)) % 8);
  const out = new Uint8Array(capacity);
  for (let i = 0; i < capacity; i += 1) {
    if (i * 8 < bits.length) out[i] = bits.slice(i * 8, i * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0);
    else out[i] = (i - bits.length / 8) % 2 === 0 ? 0xec : 0x11;
  }
  return out;
}

/** Splits the data into blocks, adds the correction of each and deals both out in turn. */
function interleave(data: Uint8Array, version: number, level: QrLevel): Uint8Array {
  const blockCount = QR_LEVELS[level].blocks[version - 1] ?? 1;
  const correctionLength = QR_LEVELS[level].codewordsPerBlock[version - 1] ?? 0;
  const total = totalCodewords(version);
  const shortBlocks = blockCount - (total % blockCount);
  const shortData = Math.floor(total / blockCount) - correctionLength;
  const divisor = generatorPolynomial(correctionLength);
  const blocks: Uint8Array[] = [];
  const corrections: Uint8Array[] = [];
  let at = 0;
  for (let i = 0; i < blockCount; i += 1) {
    const length = shortData + (i < shortBlocks ? 0 : 1);
    const block = data.subarray(at, at + length);
    at += length;
    blocks.push(block);
    corrections.push(remainder(block, divisor));
  }
  const out: number[] = [];
  for (let i = 0; i <= shortData; i += 1)
    for (const block of blocks) if (i < block.length) out.push(block[i] ?? 0);
  for (let i = 0; i < correctionLength; i += 1) for (const block of corrections) out.push(block[i] ?? 0);
  return Uint8Array.from(out);
}

/** Multiplication in GF(256) with the polynomial 0x11D. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> i) & 1) * a;
  }
  return product;
}

function generatorPolynomial(degree: number): Uint8Array {
  const out = new Uint8Array(degree);
  out[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    for (let j = 0; j < degree; j += 1) out[j] = multiply(out[j] ?? 0, root) ^ (out[j + 1] ?? 0);
    root = multiply(root, 2);
  }
  return out;
}

function remainder(data: Uint8Array, divisor: Uint8Array): Uint8Array {
  let out = new Uint8Array(divisor.length);
  for (const byte of data) {
    const factor = byte ^ (out[0] ?? 0);
    const shifted = new Uint8Array(divisor.length);
    shifted.set(out.subarray(1));
    out = shifted.map((value, i) => value ^ multiply(divisor[i] ?? 0, factor));
  }
  return out;
}
