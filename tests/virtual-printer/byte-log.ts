/** Bytes in the order in which they came. */
export class ByteLog {
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** How many there are. */
  get length(): number {
    return this.#length;
  }

  /** Adds one. */
  push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** Adds several. */
  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.push(byte);
  }

  /** A copy of all of them. */
  toBuffer(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  /** A few bytes as hex, those from `offset` on in brackets, with what stands before and after them. */
  context(offset: number, length: number): string {
    const around = 8;
    const shown = Math.min(length, 16);
    const before = this.#hex(Math.max(0, offset - around), offset);
    const inside = this.#hex(offset, offset + shown) + (shown < length ? ' …' : '');
    const after = this.#hex(offset + length, offset + length + around);
    return [before, `[${inside}]`, after].filter((part) => part !== '').join(' ');
  }

  #hex(from: number, to: number): string {
    return Array.from(this.#bytes.subarray(from, Math.min(to, this.#length)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(' ');
  }
}

/** A ring of bytes with a fixed size. */
export class ReceiveBuffer {
  readonly #bytes: Uint8Array;
  #first = 0;
  #length = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  /** Bytes that wait. */
  get length(): number {
    return this.#length;
  }

  /** True when the line has to wait. */
  get full(): boolean {
    return this.#length === this.#bytes.length;
  }

  /** Adds a byte; there must be room. */
  push(byte: number): void {
    if (this.full) throw new Error('receive buffer overrun');
    this.#bytes[(this.#first + this.#length) % this.#bytes.length] = byte;
    this.#length += 1;
  }

  /** Takes the oldest byte out. */
  shift(): number | undefined {
    if (this.#length === 0) return undefined;
    const byte = this.#bytes[this.#first];
    this.#first = (this.#first + 1) % this.#bytes.length;
    this.#length -= 1;
    return byte;
  }

  /** Throws everything away. */
  clear(): void {
    this.#length = 0;
  }
}
