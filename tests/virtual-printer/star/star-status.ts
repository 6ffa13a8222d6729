import { offlineReason, type PrinterStatus } from '../status.ts';

/** The counter has five bits. */
export const PRINT_ENDS = 32;

const VERSION_1 = 0x02;
const VERSION_3 = 0x06;

/** The automatic status, of nine bytes; of seven where the model has no counter (appendix "ASB status"). */
export function starStatus(
  status: PrinterStatus,
  printEnds: { readonly count: number; readonly executed: boolean; readonly has: boolean },
): Uint8Array {
  const common = [
    bit(5, status.cover === 'open') |
      bit(3, offlineReason(status) !== undefined) |
      bit(1, printEnds.executed),
    bit(6, status.error === 'overheated') |
      bit(5, status.error === 'unrecoverable') |
      bit(3, status.error === 'cutter'),
    0,
    bit(3, status.paper === 'out') | bit(2, status.paper !== 'ok'),
    0,
  ];
  if (!printEnds.has) return Uint8Array.of(spread(7) | 1, VERSION_1, ...common);
  return Uint8Array.of(spread(9) | 1, VERSION_3, ...common, spread(printEnds.count), 0);
}

/** The one byte that answers `ENQ` (bit 4 clear) or `EOT` (bit 4 set). */
export function starByte(which: 'ENQ' | 'EOT', status: PrinterStatus): number {
  if (which === 'EOT') return 0x10 | bit(2, status.paper !== 'ok') | bit(3, status.paper === 'out');
  return bit(3, offlineReason(status) !== undefined) | bit(0, status.error !== 'none');
}

/** Puts five bits where the others are fixed: bits 0 to 2 at 1 to 3, bits 3 and 4 at 5 and 6. */
function spread(n: number): number {
  return ((n & 0x07) << 1) | ((n & 0x18) << 2);
}

function bit(place: number, on: boolean): number {
  return on ? 1 << place : 0;
}
