import { worstCondition, type PrinterCondition } from '../printer-condition.ts';

/** What a Star printer says of itself. */
export interface StarStatus {
  readonly condition: PrinterCondition;
  /** How many `ETB`s it carried out, modulo 32; undefined where the printer does not count. */
  readonly printEnds: number | undefined;
}

/** The counter has five bits. */
export const PRINT_ENDS_MODULO = 32;

const HEADER_LENGTH = 2;
const SHORTEST = 7;
const LONGEST = 31;
const OFFLINE = 0x48;
const COVER_OPEN = 0x20;
/** Head too hot, unrecoverable, cutter, mechanical. */
const ERRORS = 0x6c;
/** Receive buffer overflow, black mark, presenter jam, head up. */
const MORE_ERRORS = 0x4e;
const PAPER_OUT = 0x08;

/**
 * Returns a reader that turns a printer's bytes into statuses, however the line cut them (Star Line Mode command
 * specifications, appendix "ASB status"): a first byte `0xx0xxx1` that says how many there are, a version, and the
 * status, of which every byte is `0xx0xxx0`. Other answers of one byte, which dots of a picture can ask for, are noise.
 */
export function createStarStatusReader(): (bytes: Uint8Array) => StarStatus[] {
  let pending: number[] = [];

  function take(byte: number): StarStatus | undefined {
    const [header] = pending;
    if (header === undefined) {
      const length = lengthOf(byte);
      if ((byte & 0x91) === 0x01 && length >= SHORTEST && length <= LONGEST) pending = [byte];
      return undefined;
    }
    // The version's highest bit tells of a longer status.
    const fixed = pending.length === 1 ? 0x11 : 0x91;
    if ((byte & fixed) !== 0) {
      pending = [];
      return take(byte);
    }
    pending.push(byte);
    return pending.length < lengthOf(header) ? undefined : read(pending.splice(0));
  }

  return (bytes) => Array.from(bytes, take).filter((status) => status !== undefined);
}

function lengthOf(header: number): number {
  return fiveBits(header);
}

/** Five bits of a number stand at bits 1 to 3, 5 and 6. */
function fiveBits(byte: number): number {
  return ((byte >> 1) & 0x07) | ((byte >> 2) & 0x18);
}

function read(bytes: readonly number[]): StarStatus {
  const [printer = 0, error = 0, more = 0, paper = 0, , printEnds] = bytes.slice(HEADER_LENGTH);
  return {
    condition: worstCondition({
      coverOpen: (printer & COVER_OPEN) !== 0,
      paperOut: (paper & PAPER_OUT) !== 0,
      error: (error & ERRORS) !== 0 || (more & MORE_ERRORS) !== 0,
      offline: (printer & OFFLINE) !== 0,
    }),
    printEnds: printEnds === undefined ? undefined : fiveBits(printEnds),
  };
}
