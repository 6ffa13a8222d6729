import { worstCondition, type PrinterCondition } from '../printer-condition.ts';

/** What a printer says of itself. */
export interface PrinterStatus {
  readonly condition: PrinterCondition;
  readonly paperNearEnd: boolean;
}

// ESC/POS fixes bits in each answer so that one kind is not taken for another.
const FIXED_BITS = 0x93;
const REAL_TIME = 0x12;
const AUTOMATIC = 0x10;

/** Returns whether a byte answers `DLE EOT` (`0xx1xx10`). */
export function isRealTimeAnswer(byte: number): boolean {
  return (byte & FIXED_BITS) === REAL_TIME;
}

/** Returns whether a byte begins the four of an automatic status (`0xx1xx00`). */
export function isAutomaticStart(byte: number): boolean {
  return (byte & FIXED_BITS) === AUTOMATIC;
}

/** Reads the answers to `DLE EOT` 1, 2, 3 and 4, in this order (Epson ESC/POS reference, DLE EOT). */
export function statusFromAnswers(answers: readonly [number, number, number, number]): PrinterStatus {
  const [printer, offline, error, paper] = answers;
  return {
    condition: worstCondition({
      coverOpen: (offline & 0x04) !== 0,
      paperOut: (offline & 0x20) !== 0 || (paper & 0x60) !== 0,
      error: (error & 0x68) !== 0,
      offline: (printer & 0x08) !== 0,
    }),
    paperNearEnd: (paper & 0x0c) !== 0,
  };
}

/** Reads the four bytes of an automatic status (Epson ESC/POS reference, GS a). */
export function statusFromAutomatic(bytes: readonly [number, number, number, number]): PrinterStatus {
  const [printer, error, paper] = bytes;
  return {
    condition: worstCondition({
      coverOpen: (printer & 0x20) !== 0,
      paperOut: (paper & 0x0c) !== 0,
      error: (error & 0x68) !== 0,
      offline: (printer & 0x08) !== 0,
    }),
    paperNearEnd: (paper & 0x03) !== 0,
  };
}
