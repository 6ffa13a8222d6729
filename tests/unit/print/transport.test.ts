import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../src-main/domain/result.ts';
import { printerFor } from '../../../src-main/print/printer.ts';
import { deviceFileLines } from '../../../src-main/print/transport/device-file-line.ts';
import type { LineOpener, TransportFailure } from '../../../src-main/print/transport/line.ts';
import { tcpLines } from '../../../src-main/print/transport/tcp-line.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

/** A slip that is too long to lie in any buffer on the way. */
const LONG = Buffer.concat([Buffer.from([0x1b, 0x40]), Buffer.alloc(16 * 1024 * 1024, 'words \n')]);
const SHORT = Buffer.from('\u001b@It leaks.\n\n\n\n\n\u001dV\u0001', 'latin1');
const SOON = { connect: 300, progress: 300 };

async function send(lines: LineOpener, bytes: Uint8Array): Promise<Result<null, TransportFailure>> {
  const opened = await lines.open();
  if (!opened.ok) return opened;
  try {
    return await opened.value.write(bytes);
  } finally {
    await opened.value.close();
  }
}

describe('tcpLines', () => {
  let printer: VirtualPrinter;
  let lines: LineOpener;
  beforeEach(async () => {
    printer = await startVirtualPrinter();
    lines = tcpLines({ host: printer.host, port: printer.port, timeouts: SOON });
  });
  afterEach(async () => {
    await printer.close();
  });

  it('hands over every byte, also those that were not read when it closed', async () => {
    expect(await send(lines, SHORT)).toEqual({ ok: true, value: null });
    expect((await printer.waitForSlip(1)).text).toContain('It leaks.');
    expect(printer.received.equals(SHORT)).toBe(true);
  });

  it('hears what the printer says', async () => {
    const opened = await lines.open();
    if (!opened.ok) throw new Error(opened.error.detail);
    const heard = new Promise<Uint8Array>((resolve) => opened.value.onBytes(resolve));
    expect(await opened.value.write(Uint8Array.of(0x10, 0x04, 0x01))).toMatchObject({ ok: true });
    expect([...(await heard)]).toEqual([0x16]);
    await opened.value.close();
  });

  it('says that the printer is off', async () => {
    await printer.powerOff();
    expect(await send(lines, SHORT)).toMatchObject({ ok: false, error: { problem: 'refused' } });
  });

  it('says that the printer stopped reading', async () => {
    printer.stall(true);
    expect(await send(lines, LONG)).toMatchObject({ ok: false, error: { problem: 'not-reading' } });
  });

  it('says that the line broke in the middle', async () => {
    printer.faultAt({ byte: 3_000, fault: 'rst' });
    expect(await send(lines, LONG)).toMatchObject({ ok: false, error: { problem: 'connection-lost' } });
  });

  it('says that nothing is at the address', async () => {
    const nowhere = tcpLines({ host: 'printer.invalid', port: 9100, timeouts: SOON });
    expect(await send(nowhere, SHORT)).toMatchObject({ ok: false, error: { problem: 'unreachable' } });
  });
});

describe('deviceFileLines', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'iyw-device-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('writes to what is there, and never makes an ordinary file of a missing device', async () => {
    const path = join(folder, 'lp0');
    const device = deviceFileLines({ path });
    expect(await send(device, SHORT)).toMatchObject({ ok: false, error: { problem: 'device-missing' } });
    await writeFile(path, '');
    expect(await send(device, SHORT)).toEqual({ ok: true, value: null });
    expect((await readFile(path)).equals(SHORT)).toBe(true);
  });
});

describe('printerFor', () => {
  it('knows each kind of address', () => {
    expect(printerFor('preview:', 48)).toEqual({ kind: 'preview', columns: 48 });
    expect(printerFor('tcp://10.0.0.9:9100', 42).kind).toBe('escpos');
    expect(printerFor('file:///dev/usb/lp0', 32).kind).toBe('escpos');
    expect(printerFor('file:///dev/ttyUSB0?baud=19200', 48).kind).toBe('escpos');
    expect(printerFor('tcp://10.0.0.9:9100', 48, 'star-line').kind).toBe('star');
    expect(printerFor('cups:Front_desk', 48)).toEqual({ kind: 'cups', columns: 48, queue: 'Front_desk' });
  });
});
