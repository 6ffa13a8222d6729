/**
 * Why a printer does not print, by its own word, the worst first; `ready` when nothing keeps it. Near the end of the
 * roll it still prints.
 */
export type PrinterCondition = 'ready' | 'cover-open' | 'paper-out' | 'error' | 'offline';

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
    condition: worst({
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
    condition: worst({
      coverOpen: (printer & 0x20) !== 0,
      paperOut: (paper & 0x0c) !== 0,
      error: (error & 0x68) !== 0,
      offline: (printer & 0x08) !== 0,
    }),
    paperNearEnd: (paper & 0x03) !== 0,
  };
}

function worst(found: {
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly error: boolean;
  readonly offline: boolean;
}): PrinterCondition {
  // An open cover also reads as paper out, and closing it is what helps.
  if (found.coverOpen) return 'cover-open';
  if (found.paperOut) return 'paper-out';
  if (found.error) return 'error';
  return found.offline ? 'offline' : 'ready';
}
