import type { Instant, PrintJobId } from '../domain/brand.ts';
import type { PrintProblem, PrintStatus } from '../domain/print-state.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Result } from '../domain/result.ts';
import type { EffectivePrinter } from './effective-printer.ts';
import type { PaperService } from './paper-service.ts';
import { createPrintQueue, type PrintJobs, type QueuedJob } from './print-queue.ts';
import { printerFor } from './printer.ts';

/** The jobs of all printers in the database (see `PrintJobStore`). */
export interface AllPrintJobs extends PrintJobs {
  open(): readonly QueuedJob[];
  adopt(printers: { readonly known: readonly PrinterId[]; readonly heir: PrinterId }, at: Instant): number;
}

/** How a printer is, by what waits for it. */
export interface PrinterQueueStatus {
  readonly printer: EffectivePrinter;
  /** Slips that are not on its paper yet, with the one that is being sent. */
  readonly waiting: number;
  /** What keeps the first of them, or null. */
  readonly problem: PrintProblem | null;
  /** The slip that is being sent, or null. */
  readonly sending: PrintJobId | null;
}

/** The queues of all printers of the store: one writer for each, so that one that is away holds up no other. */
export interface PrintQueues {
  /** Has every printer look for work now; call it after each commit that adds or changes a job, and at the start. */
  kick(): void;
  /** Returns how each printer is, in the order of the settings. Throws what SQLite throws. */
  status(): readonly PrinterQueueStatus[];
  /** Stops each after the slip that is being printed. */
  close(): Promise<void>;
}

/**
 * Returns a queue for each printer; there is at least one. What waits for a printer that the settings do not name any
 * more goes to the first one.
 */
export function createPrintQueues(parts: {
  readonly jobs: AllPrintJobs;
  readonly printers: readonly [EffectivePrinter, ...EffectivePrinter[]];
  readonly paper: PaperService;
  readonly keepPicture: (name: string, png: Uint8Array) => Promise<Result<null, string>>;
  readonly now: () => Instant;
  readonly onChange: (status: PrintStatus) => void;
  readonly onBug: (error: unknown) => void;
}): PrintQueues {
  const { jobs, printers, ...shared } = parts;
  const [{ id: heir }] = printers;
  const known = printers.map(({ id }) => id);
  const queues = printers.map((effective) =>
    createPrintQueue({
      ...shared,
      jobs,
      effective,
      printer: printerFor(effective.url, effective.columns, effective.language),
      prepare: () => {
        if (effective.id === heir) jobs.adopt({ known, heir }, shared.now());
      },
    }),
  );
  return {
    kick: () => queues.forEach((queue) => queue.kick()),
    status() {
      const open = jobs.open();
      return printers.map((printer) => {
        const line = open.filter((job) => job.printerId === printer.id);
        return {
          printer,
          waiting: line.length,
          problem: line[0]?.problem ?? null,
          sending: line.find(({ state }) => state === 'sending')?.id ?? null,
        };
      });
    },
    close: async () => void (await Promise.all(queues.map((queue) => queue.close()))),
  };
}
