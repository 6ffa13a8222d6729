import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { claimNumber } from '../../src-main/domain/claim-number.ts';
import { canPrint } from '../../src-main/print/draw/fonts.ts';
import { layOut } from '../../src-main/print/slip/layout.ts';
import { paperText } from '../../src-main/print/slip/paper.ts';
import { EXAMPLE_SETTINGS, exampleSlip } from '../fixtures/example-claim.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../virtual-printer/virtual-printer.ts';
import { hasStopped, mend, planFaults } from './faults.ts';
import { wholeSlipsOf, type Customer } from './papers.ts';

/** What came of printing with node-thermal-printer's own `execute()`. */
export interface ExecuteFigures {
  readonly slips: number;
  /** Slips that `execute()` called a success, at the first try or at a later one. */
  readonly success: number;
  /** Times that it rejected; the printer was mended then, and the slip printed again. */
  readonly failures: number;
  /** Customers without a whole slip of their own. */
  readonly withoutWholeSlip: number;
  /** Slips that were called a success without such a slip. */
  readonly successWithoutSlip: number;
  /** Slips after which half a command or half a line was left in the printer. */
  readonly leftInPrinter: number;
  readonly nonsense: number;
}

const COLUMNS = 48;
const TRIES = 3;
/** A failure is tried again when the printer is mended, so a longer wait would only make the campaign longer. */
const SOCKET_TIMEOUT_MS = 2_000;

/**
 * Prints the tickets of the campaign with node-thermal-printer's `execute()`: the same rows, the same faults of the same
 * seed, no host that is killed. It is treated better than life would: every fault is mended as soon as it struck, and
 * a slip that it says has failed is printed again.
 */
export async function runExecuteCampaign(plan: {
  readonly slips: number;
  readonly seed: number;
}): Promise<ExecuteFigures> {
  const printer = await startVirtualPrinter();
  const customers: Customer[] = [];
  const successes = new Set<Customer>();
  let failures = 0;
  let leftInPrinter = 0;
  try {
    for (const [index, fault] of planFaults(plan.slips, plan.seed).entries()) {
      if (fault) printer.faultAt(fault);
      const number = claimNumber(EXAMPLE_SETTINGS.store.code, 1001 + index);
      const customer = { number, statement: `Story ${index}. It leaks every time it heats up.` };
      customers.push(customer);
      for (let tries = 0; tries < TRIES && !successes.has(customer); tries++) {
        if (await execute(printer, customer)) successes.add(customer);
        else failures += 1;
        await settle(printer);
        await mend(printer);
        await settle(printer);
      }
      if (printer.unfinished > 0) leftInPrinter += 1;
    }
    const without = customers.filter((customer) => wholeSlipsOf(printer, customer).length === 0);
    return {
      slips: customers.length,
      success: successes.size,
      failures,
      withoutWholeSlip: without.length,
      successWithoutSlip: without.filter((customer) => successes.has(customer)).length,
      leftInPrinter,
      nonsense: printer.errors.length,
    };
  } finally {
    await printer.close();
  }
}

/** Prints as its documentation shows; returns whether it says that it worked. */
async function execute({ host, port }: VirtualPrinter, customer: Customer): Promise<boolean> {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: `tcp://${host}:${port}`,
    width: COLUMNS,
    options: { timeout: SOCKET_TIMEOUT_MS },
  });
  printer.setCharacterSet(CharacterSet.WPC1252);
  const layout = layOut(exampleSlip(customer), COLUMNS, canPrint);
  for (const line of layout.lines) {
    if (line.kind === 'qr') printer.printQR(line.data, { cellSize: 4, correction: 'M', model: 2 });
    else if (line.kind === 'cut') printer.partialCut();
    else printer.println(paperText({ ...layout, lines: [line] }));
  }
  return printer.execute().then(
    () => true,
    () => false,
  );
}

/** Waits until the printer has taken all that was sent, or has stopped. */
function settle(printer: VirtualPrinter): Promise<void> {
  const isThrough = ({ bufferedBytes, connections }: VirtualPrinter): boolean =>
    bufferedBytes === 0 && connections.every(({ state }) => state === 'closed');
  return printer.waitFor('the end of the line', (seen) => hasStopped(seen) || isThrough(seen));
}
