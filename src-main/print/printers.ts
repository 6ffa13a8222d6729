import type { EffectivePrinter } from './effective-printer.ts';
import type { PrintQueues } from './print-queues.ts';

/** A store's printers, of which there is at least one. */
export type EffectivePrinters = readonly [EffectivePrinter, ...EffectivePrinter[]];

/** The printers of the store while the app runs, with the queues in front of them. */
export interface Printers {
  /** Returns them in the order of the settings. */
  all(): EffectivePrinters;
  /** Has every printer look for work now. Never throws, never waits. */
  kick(): void;
  /** Goes on with other printers, after the slips that are being printed now. */
  change(printers: EffectivePrinters): void;
  /** Stops each after the slip that is being printed. */
  close(): Promise<void>;
}

/**
 * Returns the printers with their queues; `start` makes the queues of a set of printers. Two sets never run at once:
 * each printer has one writer.
 */
export function createPrinters(parts: {
  readonly printers: EffectivePrinters;
  /** Absent where there is no database, and so nothing to print. */
  readonly start: ((printers: EffectivePrinters) => PrintQueues) | null;
  readonly onBug: (error: unknown) => void;
}): Printers {
  const { start } = parts;
  let printers = parts.printers;
  let queues = start?.(printers) ?? null;
  let changing: Promise<void> = Promise.resolve();
  let closed = false;

  async function swap(next: EffectivePrinters): Promise<void> {
    await queues?.close();
    if (closed) return;
    queues = start?.(next) ?? null;
    queues?.kick();
  }

  return {
    all: () => printers,
    kick: () => queues?.kick(),
    change(next) {
      printers = next;
      changing = changing.then(() => swap(next)).catch(parts.onBug);
    },
    async close() {
      closed = true;
      await changing;
      await queues?.close();
    },
  };
}
