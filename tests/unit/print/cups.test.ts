import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCupsQueues, printOnCups } from '../../../src-main/print/cups/cups-queue.ts';
import { cupsServer } from '../../../src-main/print/cups/cups-server.ts';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { pressFor } from '../../../src-main/print/press.ts';
import type { PrintOutcome } from '../../../src-main/print/print-outcome.ts';
import { printerFor, type PaperPrinter } from '../../../src-main/print/printer.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import { startCups, type CupsDaemon } from '../../fixtures/cups-daemon.ts';
import { exampleSlip } from '../../fixtures/example-claim.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

let cups: CupsDaemon;
let printer: VirtualPrinter;
let port: number;
let begun: number;

beforeAll(async () => {
  printer = await startVirtualPrinter();
  ({ port } = printer);
  await printer.close();
  cups = await startCups({
    desk: `socket://127.0.0.1:${port}`,
    nowhere: 'file:///dev/null',
    stopped: 'file:///dev/null',
    refusing: 'file:///dev/null',
  });
  await cups.run('cupsdisable', '-r', 'out of order', 'stopped');
  await cups.run('cupsreject', '-r', 'closed today', 'refusing');
});
afterAll(async () => {
  await cups.close();
});
beforeEach(async () => {
  begun = 0;
  printer = await startVirtualPrinter({ port });
});
afterEach(async () => {
  await cups.run('cancel', '-a', 'desk');
  await cups.run('cupsenable', 'desk');
  await printer.close();
});

function begin(): string {
  begun += 1;
  return 'tag!';
}

function ticket(): Buffer {
  return encode(layOut(exampleSlip({ statement: 'It leaks.\n漏れます' }), 48, canPrint));
}

function print(
  queue: string,
  options: Partial<Parameters<typeof printOnCups>[0]> = {},
): Promise<PrintOutcome> {
  return printOnCups({
    queue,
    bytes: ticket(),
    begin,
    server: cupsServer(cups.address),
    ...options,
  });
}

describe('a queue of CUPS', () => {
  it('passes the bytes on as they are', async () => {
    const every = Buffer.from(Array.from({ length: 256 * 12 }, (_, i) => i & 0xff));
    expect(await print('desk', { bytes: every })).toEqual({ kind: 'unconfirmed' });
    await printer.waitForBytes(every.length);
    expect(printer.received.equals(every)).toBe(true);
  });

  it('prints a ticket, which is sent and never called printed', async () => {
    process.env['CUPS_SERVER'] = cups.address;
    const press = pressFor(printerFor('cups:desk', 48) as PaperPrinter, null);
    const outcome = await press.print({
      bytes: ticket(),
      begin,
    });
    delete process.env['CUPS_SERVER'];
    expect(outcome).toEqual({ kind: 'unconfirmed' });
    expect(begun).toBe(1);
    const slip = await printer.waitForSlip(1);
    expect(slip.whole).toBe(true);
    expect(slip.text).toContain('It leaks.');
    printer.assertClean();
  });

  it('says no more than sent with paper out, which CUPS calls completed', async () => {
    printer.setPaper('out');
    expect(await print('desk', { bytes: Buffer.from('It leaks.\n') })).toEqual({ kind: 'unconfirmed' });
    expect(await cups.run('lpstat', '-W', 'completed', '-o', 'desk')).toMatch(/desk-\d+/);
    expect(printer.slips).toEqual([]);
  });

  it('leaves the slip in CUPS’s hands while the printer is off', async () => {
    await printer.powerOff();
    expect(await print('desk', { followMs: 0 })).toEqual({ kind: 'unconfirmed' });
    expect(await cups.run('lpstat', '-o', 'desk')).toMatch(/desk-\d+/);
  });

  it.each([
    ['stopped', /stopped: out of order/],
    ['refusing', /takes no jobs: closed today/],
    ['unknown', /no queue unknown/],
  ])('sends nothing to a queue that is %s, and says so', async (queue, detail) => {
    expect(await print(queue)).toEqual({
      kind: 'not-begun',
      failure: { problem: 'rejected', detail: expect.stringMatching(detail) as string },
    });
    expect(begun).toBe(0);
  });

  it('takes a slip back from a queue that stops in the middle, so that it is not printed twice', async () => {
    printer.stall(true);
    const outcome = print('desk', { bytes: Buffer.alloc(8 * 1024 * 1024, 'words \n') });
    await printer.waitForConnection(1);
    await cups.run('cupsdisable', 'desk');
    expect(await outcome).toMatchObject({ kind: 'unsure', failure: { problem: 'rejected' } });
    expect(await cups.run('lpstat', '-o', 'desk')).toBe('');
  });

  it('is unsure of a slip that somebody cancelled in the middle', async () => {
    printer.stall(true);
    const outcome = print('desk', { bytes: Buffer.alloc(8 * 1024 * 1024, 'words \n') });
    await printer.waitForConnection(1);
    await cups.run('cancel', '-a', 'desk');
    expect(await outcome).toMatchObject({
      kind: 'unsure',
      failure: { problem: 'rejected', detail: expect.stringContaining('CUPS gave up job') as string },
    });
  });

  it('is handed nothing that staff took away meanwhile', async () => {
    expect(await print('desk', { begin: () => null })).toEqual({ kind: 'withdrawn' });
    expect(await cups.run('lpstat', '-o', 'desk')).toBe('');
  });

  it('names its queues', async () => {
    expect(await listCupsQueues(cupsServer(cups.address))).toEqual({
      ok: true,
      value: ['desk', 'nowhere', 'refusing', 'stopped'],
    });
  });
});

describe('CUPS that does not answer', () => {
  const printWith = (server: ReturnType<typeof cupsServer>): Promise<PrintOutcome> =>
    printOnCups({ queue: 'desk', bytes: ticket(), begin, server });

  it('is told from a printer that does not, when it is not running', async () => {
    const down = await startCups({});
    await down.close();
    expect(await printWith(cupsServer(down.address))).toMatchObject({
      kind: 'not-begun',
      failure: { problem: 'rejected', detail: expect.stringContaining('CUPS does not answer') as string },
    });
    expect(await listCupsQueues(cupsServer('/nowhere/cups.sock'))).toMatchObject({ ok: false });
    expect(begun).toBe(0);
  });

  it('holds nobody up when it is silent, or when something else is there', async () => {
    const silent = createServer();
    const chatty = createServer((socket) => socket.end('hello\r\n'));
    for (const server of [silent, chatty]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      expect(await printWith(cupsServer(address, 200))).toMatchObject({ kind: 'not-begun' });
      server.close();
    }
    expect(begun).toBe(0);
  });
});
