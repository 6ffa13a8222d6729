import { printOnCups } from './cups/cups-queue.ts';
import type { PrinterAbilities } from './escpos/abilities.ts';
import { INITIALISE, printConfirmed } from './escpos/print-confirmed.ts';
import type { PrintOutcome } from './print-outcome.ts';
import type { PaperPrinter } from './printer.ts';
import { freshStarMemory, printStar } from './star/print-star.ts';
import type { LineOpener } from './transport/line.ts';

/** One printer, and what is known of it from slip to slip. One slip at a time. */
export interface Press {
  /**
   * Brings one slip to paper; `begin` commits that sending begins and returns the tag that the printer sends back, or null
   * where the slip is not to be printed here any more.
   */
  print(job: { readonly bytes: Uint8Array; readonly begin: () => string | null }): Promise<PrintOutcome>;
  /** Tells that nobody knows what the printer holds of the last slip. */
  doubt(): void;
}

/** Returns the press of a printer; `limit` is the most that its answers are taken for, where its profile says so. */
export function pressFor(printer: PaperPrinter, limit: PrinterAbilities | null): Press {
  switch (printer.kind) {
    case 'escpos':
      return escposPress(printer.lines, limit);
    case 'star':
      return starPress(printer.lines);
    case 'cups':
      return cupsPress(printer.queue);
  }
}

function escposPress(lines: LineOpener, limit: PrinterAbilities | null): Press {
  /** What the printer said that it can do, until it was away. */
  let abilities: PrinterAbilities | null = null;
  /** Whether the printer may hold a piece of an earlier slip: at the start nobody knows. */
  let dirty = true;
  return {
    async print({ bytes, begin }) {
      const opened = await lines.open();
      if (!opened.ok) {
        // Another printer may stand there when it is back.
        abilities = null;
        return { kind: 'not-begun', failure: opened.error };
      }
      try {
        const outcome = await printConfirmed({
          line: opened.value,
          bytes,
          abilities,
          limit,
          dirty,
          begin,
          onIdentified: (found) => (abilities = found),
        });
        // A printer that was not ready still holds what it held before.
        if (outcome.kind !== 'not-begun') dirty = outcome.kind === 'unsure';
        return outcome;
      } finally {
        await opened.value.close();
      }
    },
    doubt() {
      dirty = true;
    },
  };
}

function starPress(lines: LineOpener): Press {
  const memory = freshStarMemory();
  return {
    async print({ bytes, begin }) {
      const opened = await lines.open();
      if (!opened.ok) {
        // Another printer may stand there when it is back.
        memory.answers = false;
        return { kind: 'not-begun', failure: opened.error };
      }
      try {
        return await printStar({ line: opened.value, bytes, memory, begin });
      } finally {
        await opened.value.close();
      }
    },
    doubt() {
      memory.dirty = true;
    },
  };
}

function cupsPress(queue: string): Press {
  return {
    // What another job left set on the printer must not colour this one.
    print: ({ bytes, begin }) => printOnCups({ queue, bytes: Buffer.concat([INITIALISE, bytes]), begin }),
    doubt: () => undefined,
  };
}
