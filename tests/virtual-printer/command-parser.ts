import { ESCPOS_COMMANDS } from './command-table.ts';
import type { CommandShape, CommandTable } from './command-table.ts';

/** One thing that the printer was told. */
export type Command =
  /** One byte to print. */
  | { readonly kind: 'text'; readonly byte: number; readonly offset: number }
  /** A command by its name in the specification, without its prefix bytes. */
  | { readonly kind: 'command'; readonly name: string; readonly args: Uint8Array; readonly offset: number }
  /** Bytes that no printer knows. */
  | { readonly kind: 'unknown'; readonly bytes: Uint8Array; readonly offset: number };

/** Cuts a stream of bytes into commands, one byte at a time, so that chunks can never matter. */
export class CommandParser {
  readonly #table: CommandTable;
  #prefix: number | undefined;
  #shape: CommandShape | undefined;
  #args: number[] = [];
  #needed: number | undefined;
  #start = 0;

  constructor(table: CommandTable = ESCPOS_COMMANDS) {
    this.#table = table;
  }

  /** Bytes of a command that is not complete. */
  get pendingBytes(): number {
    if (this.#prefix === undefined) return 0;
    return this.#shape === undefined ? 1 : 2 + this.#args.length;
  }

  /** Forgets a half-received command, as power loss and `DLE DC4 8` do. */
  reset(): void {
    this.#prefix = undefined;
    this.#shape = undefined;
    this.#args = [];
    this.#needed = undefined;
  }

  /** Takes one byte that stands at `offset` of the whole stream; answers a command once it is complete. */
  push(byte: number, offset: number): Command | undefined {
    if (this.#prefix === undefined) return this.#first(byte, offset);
    if (this.#shape === undefined) {
      const shape = this.#table.find(this.#prefix, byte);
      if (shape === undefined) {
        const bytes = Uint8Array.of(this.#prefix, byte);
        this.reset();
        return { kind: 'unknown', bytes, offset: this.#start };
      }
      this.#shape = shape;
    } else {
      this.#args.push(byte);
    }
    return this.#completeIfWhole(this.#shape);
  }

  #first(byte: number, offset: number): Command | undefined {
    if (this.#table.prefixes.has(byte)) {
      this.#prefix = byte;
      this.#start = offset;
      return undefined;
    }
    const name = this.#table.singles.get(byte);
    if (name !== undefined) return { kind: 'command', name, args: new Uint8Array(0), offset };
    if (byte < 0x20) return { kind: 'unknown', bytes: Uint8Array.of(byte), offset };
    return { kind: 'text', byte, offset };
  }

  #completeIfWhole(shape: CommandShape): Command | undefined {
    this.#needed ??= typeof shape.length === 'number' ? shape.length : shape.length(this.#args);
    if (this.#needed === undefined || this.#args.length < this.#needed) return undefined;
    const args = Uint8Array.from(this.#args);
    const offset = this.#start;
    this.reset();
    return { kind: 'command', name: shape.name, args, offset };
  }
}
