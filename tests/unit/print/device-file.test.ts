import { chmod } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { pressFor, type Press } from '../../../src-main/print/press.ts';
import type { PrintOutcome } from '../../../src-main/print/print-outcome.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import { deviceFileLines } from '../../../src-main/print/transport/device-file-line.ts';
import { exampleSlip } from '../../fixtures/example-claim.ts';
import { plugIn, type SerialDevice } from '../../fixtures/serial-device.ts';
import { UNCONFIRMING_80 } from '../../virtual-printer/profiles.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../virtual-printer/virtual-printer.ts';

const NOBODY = 65_534;

let printer: VirtualPrinter;
let device: SerialDevice;
let begun: number;

beforeEach(async () => {
  begun = 0;
  printer = await startVirtualPrinter();
  device = await plugIn(printer);
});
afterEach(async () => {
  await device.unplug();
  await printer.close();
});

const TICKET = encode(layOut(exampleSlip({ statement: 'It leaks.\nIl fuit déjà.\n漏れます' }), 48, canPrint));

function press(baud?: number): Press {
  return pressFor({ kind: 'escpos', columns: 48, lines: deviceFileLines({ path: device.path, baud }) }, null);
}

function print(on: Press): Promise<PrintOutcome> {
  return on.print({
    bytes: TICKET,
    begin: () => {
      begun += 1;
      return `tag${begun}`;
    },
  });
}

/** Runs as somebody for whom the rights of a file count: root opens everything. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a printer on a device file', () => {
  it('says how it is, confirms, and gets every byte as it was sent', async () => {
    expect(await print(press(19_200))).toEqual({ kind: 'printed' });
    expect(printer.completedTags).toEqual(['tag1']);
    expect((await printer.waitForSlip(1)).whole).toBe(true);
    expect(printer.received.includes(TICKET)).toBe(true);
    printer.assertClean();
  });

  it('is asked first: a cover that is open keeps the slip', async () => {
    printer.setCover('open');
    expect(await print(press())).toMatchObject({ kind: 'not-begun', failure: { problem: 'cover-open' } });
    expect(begun).toBe(0);
  });

  it('is heard when the paper runs out in the middle', async () => {
    printer.faultAt({ millimetre: 40, fault: 'paper-out' });
    expect(await print(press())).toMatchObject({ kind: 'unsure', failure: { problem: 'paper-out' } });
  });

  it('is unsure when the cable is pulled in the middle, and prints when it is back', async () => {
    const on = press();
    let pulled = Promise.resolve();
    printer.faultAt({
      byte: 400,
      fault: () => {
        pulled = device.unplug();
      },
    });
    expect(await print(on)).toMatchObject({ kind: 'unsure' });
    await pulled;
    expect(await print(on)).toMatchObject({ kind: 'not-begun', failure: { problem: 'device-missing' } });
    device = await plugIn(printer);
    expect(await print(press())).toEqual({ kind: 'printed' });
  });

  it('tells that the app has no right to it', async () => {
    await chmod(device.path, 0o000);
    expect(await asNobody(() => print(press()))).toMatchObject({
      kind: 'not-begun',
      failure: { problem: 'no-permission' },
    });
    expect(begun).toBe(0);
  });

  it('tells of a speed that no serial line has', async () => {
    expect(await print(press(12_345))).toMatchObject({
      kind: 'not-begun',
      failure: { problem: 'unreachable', detail: expect.stringContaining('stty') as string },
    });
  });

  it('is sent to, unconfirmed, where it can only be written', async () => {
    await device.unplug();
    await printer.close();
    printer = await startVirtualPrinter({ profile: UNCONFIRMING_80 });
    device = await plugIn(printer);
    await chmod(device.path, 0o222);
    expect(await asNobody(() => print(press()))).toEqual({ kind: 'unconfirmed' });
    expect((await printer.waitForSlip(1)).text).toContain('It leaks.');
  });
});
