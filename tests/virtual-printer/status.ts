/** What the sensors of the printer say. */
export interface PrinterStatus {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly cover: 'open' | 'closed';
  /** `cutter`: the knife is stuck; `overheated` goes away by itself; `unrecoverable` needs the power switch. */
  readonly error: 'none' | 'cutter' | 'overheated' | 'unrecoverable';
  /** Taken off line for another reason. */
  readonly offline: boolean;
}

/** A printer that is well. */
export const READY: PrinterStatus = { paper: 'ok', cover: 'closed', error: 'none', offline: false };

/** Why the printer does not print, or undefined while it does. */
export function offlineReason(status: PrinterStatus): string | undefined {
  if (status.cover === 'open') return 'cover open';
  if (status.paper === 'out') return 'paper out';
  if (status.error !== 'none') return `error: ${status.error}`;
  return status.offline ? 'off line' : undefined;
}

/** No drawer is connected, and an open drawer line reads as high. */
const DRAWER_PIN_HIGH = 0x04;
const ANSWER_FIXED_BITS = 0x12;
const ASB_FIXED_BITS = 0x10;

/** The answer to `DLE EOT n`, n from 1 to 4. */
export function realTimeStatus(which: number, status: PrinterStatus): number {
  switch (which) {
    case 1:
      return ANSWER_FIXED_BITS | DRAWER_PIN_HIGH | bit(3, offlineReason(status) !== undefined);
    case 2:
      return (
        ANSWER_FIXED_BITS |
        bit(2, status.cover === 'open') |
        bit(5, status.paper === 'out') |
        bit(6, status.error !== 'none')
      );
    case 3:
      return (
        ANSWER_FIXED_BITS |
        bit(3, status.error === 'cutter') |
        bit(5, status.error === 'unrecoverable') |
        bit(6, status.error === 'overheated')
      );
    case 4:
      // A roll that has run out is also near its end.
      return ANSWER_FIXED_BITS | (status.paper === 'ok' ? 0 : 0x0c) | (status.paper === 'out' ? 0x60 : 0);
    default:
      throw new RangeError(`DLE EOT ${which} is not modelled`);
  }
}

/** The four bytes of the automatic status. */
export function automaticStatus(status: PrinterStatus): Uint8Array {
  return Uint8Array.of(
    ASB_FIXED_BITS |
      DRAWER_PIN_HIGH |
      bit(3, offlineReason(status) !== undefined) |
      bit(5, status.cover === 'open'),
    bit(3, status.error === 'cutter') |
      bit(5, status.error === 'unrecoverable') |
      bit(6, status.error === 'overheated'),
    paperSensors(status),
    0x0f,
  );
}

/** The answer to `GS r 1`: the paper sensors, asked for in the order of printing. */
export function paperSensors(status: PrinterStatus): number {
  return (status.paper === 'ok' ? 0 : 0x03) | (status.paper === 'out' ? 0x0c : 0);
}

/** The answer to `GS r 2`. */
export const DRAWER_SENSOR = 0x01;

/** Whether a status change is one that `GS a n` asked to hear of. */
export function concernsAutomaticStatus(mask: number, before: PrinterStatus, after: PrinterStatus): boolean {
  const offlineChanged = offlineReason(before) !== offlineReason(after) || before.cover !== after.cover;
  return (
    ((mask & 0x02) !== 0 && offlineChanged) ||
    ((mask & 0x04) !== 0 && before.error !== after.error) ||
    ((mask & 0x08) !== 0 && before.paper !== after.paper)
  );
}

function bit(place: number, on: boolean): number {
  return on ? 1 << place : 0;
}
