import { startVirtualPrinter, type VirtualPrinter } from '../virtual-printer/virtual-printer.ts';

/** A printer that is switched off and on again now and then. */
export interface SoakPrinter {
  readonly url: string;
  /** Slips on paper so far. */
  slips(): number;
  /** Switches it off and on where it has printed its share: a virtual printer keeps every millimetre it printed. */
  restIfDue(): Promise<void>;
  close(): Promise<void>;
}

const SLIPS_A_LIFE = 400;

/** Starts one on a free port of loopback, and stays there. */
export async function startSoakPrinter(): Promise<SoakPrinter> {
  let printer: VirtualPrinter = await startVirtualPrinter();
  const { host, port } = printer;
  let before = 0;
  return {
    url: `tcp://${host}:${port}`,
    slips: () => before + printer.slips.length,
    async restIfDue() {
      if (printer.slips.length < SLIPS_A_LIFE) return;
      printer.assertClean();
      await printer.close();
      before += printer.slips.length;
      printer = await startVirtualPrinter({ port });
    },
    close: () => printer.close(),
  };
}
