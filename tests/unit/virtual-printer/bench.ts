import { afterEach } from 'vitest';
import { Device } from '../../virtual-printer/device.ts';
import { startVirtualPrinter } from '../../virtual-printer/virtual-printer.ts';
import { type PrinterProfile } from '../../virtual-printer/profiles.ts';
import { type VirtualPrinter, type VirtualPrinterOptions } from '../../virtual-printer/virtual-printer.ts';
import { TM_T20 } from '../../virtual-printer/profiles.ts';
import { openClient } from './bytes.ts';
import type { Client } from './bytes.ts';

/** A printer without a line, for tests about bytes and paper only. */
export interface Desk {
  readonly device: Device;
  readonly answers: () => Buffer;
}

/** Feeds bytes to a printer that has no line. */
export function printOnDesk(input: Uint8Array, profile: Partial<PrinterProfile> = {}): Desk {
  const sent: number[] = [];
  const device = new Device({ ...TM_T20, ...profile }, Infinity, {
    send: (answer) => void sent.push(...answer),
    sendTag: (tag) => void sent.push(0x37, 0x22, ...tag, 0),
    onPrintEnd: () => ({ counted: true, told: true }),
    onRoom: () => undefined,
    onChange: () => undefined,
    onPowerOffRequest: () => undefined,
  });
  for (const byte of input) device.receive(byte);
  return { device, answers: () => Buffer.from(sent) };
}

const open: { readonly printers: VirtualPrinter[]; readonly clients: Client[] } = {
  printers: [],
  clients: [],
};

afterEach(async () => {
  for (const client of open.clients.splice(0)) client.socket.destroy();
  for (const printer of open.printers.splice(0)) await printer.close();
});

/** A printer that is closed after the test. */
export async function startPrinter(options?: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const printer = await startVirtualPrinter(options);
  open.printers.push(printer);
  return printer;
}

/** A client that is closed after the test. */
export async function connectTo(printer: VirtualPrinter): Promise<Client> {
  const client = await openClient(printer.port);
  open.clients.push(client);
  return client;
}

/** Both. */
export async function startBoth(
  options?: VirtualPrinterOptions,
): Promise<{ readonly printer: VirtualPrinter; readonly client: Client }> {
  const printer = await startPrinter(options);
  return { printer, client: await connectTo(printer) };
}
