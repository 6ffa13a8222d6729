import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canPrint } from '../../../../src-main/print/draw/fonts.ts';
import { encode } from '../../../../src-main/print/encode/encode.ts';
import { pressFor, type Press } from '../../../../src-main/print/press.ts';
import type { PrintOutcome } from '../../../../src-main/print/print-outcome.ts';
import { layOut } from '../../../../src-main/print/slip/layout.ts';
import { tcpLines } from '../../../../src-main/print/transport/tcp-line.ts';
import { exampleSlip } from '../../../fixtures/example-claim.ts';
import { sendBytes } from '../../../fixtures/send-bytes.ts';
import {
  STAR_80,
  STAR_SLOW_CANCEL,
  STAR_UNCOUNTED,
  type PrinterProfile,
} from '../../../virtual-printer/profiles.ts';
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../../../virtual-printer/virtual-printer.ts';

const ticket = (statement: string): Buffer =>
  encode(layOut(exampleSlip({ statement }), 48, canPrint), { language: 'star-line' });
const TICKET = ticket('It leaks.\n漏れます\nلا تعمل الشاشة');
/** One that the printer takes whole before it stops: then no later byte waits behind a full buffer. */
const SHORT_TICKET = ticket('It leaks.');
const ETB = 0x17;
const SPEAK_UP = [0x1b, 0x1e, 0x61, 1];
const COUNT_ANEW = [0x1b, 0x1e, 0x45, 0];

let printer: VirtualPrinter;
let press: Press;
let begun: number;

async function start(profile: PrinterProfile = STAR_80, more: VirtualPrinterOptions = {}): Promise<void> {
  printer = await startVirtualPrinter({ profile, ...more });
  const lines = tcpLines({ host: printer.host, port: printer.port });
  press = pressFor({ kind: 'star', columns: 48, lines }, null);
}

function print(bytes: Buffer = TICKET): Promise<PrintOutcome> {
  return press.print({
    bytes,
    begin: () => {
      begun += 1;
      return 'tag!';
    },
  });
}

beforeEach(() => {
  begun = 0;
});
afterEach(async () => {
  await printer.close();
});

describe('a Star printer', () => {
  beforeEach(() => start());

  it('says printed when it has counted the slip, again and again', async () => {
    // More slips than its counter has numbers.
    for (let n = 1; n <= 40; n++) {
      expect(await print()).toEqual({ kind: 'printed' });
      expect(printer.slips).toHaveLength(n);
    }
    expect(printer.slips.every(({ whole }) => whole)).toBe(true);
    printer.assertClean();
  });

  it.each([
    ['cover-open', (p: VirtualPrinter) => p.setCover('open')],
    ['paper-out', (p: VirtualPrinter) => p.setPaper('out')],
    ['printer-error', (p: VirtualPrinter) => p.setCutterError(true)],
    ['offline', (p: VirtualPrinter) => p.setOffline(true)],
  ] as const)('is sent nothing while it says %s', async (problem, fault) => {
    fault(printer);
    expect(await print()).toMatchObject({ kind: 'not-begun', failure: { problem } });
    expect(begun).toBe(0);
  });

  it.each([
    ['cover-open', 'cover-open', (p: VirtualPrinter) => p.setCover('closed')],
    ['paper-out', 'paper-out', (p: VirtualPrinter) => p.setPaper('ok')],
    ['cutter', 'printer-error', (p: VirtualPrinter) => p.setCutterError(false)],
  ] as const)('is unsure after %s in the middle, leaves nothing behind, and prints again', async (...row) => {
    const [fault, problem, mend] = row;
    printer.faultAt({ millimetre: 40, fault });
    expect(await print(SHORT_TICKET)).toMatchObject({ kind: 'unsure', failure: { problem } });
    mend(printer);
    expect(await print(SHORT_TICKET)).toEqual({ kind: 'printed' });
    expect(printer.slips.filter(({ whole }) => whole)).toHaveLength(1);
  });

  it('never says printed of a slip that was torn, even when the paper was back at once', async () => {
    printer.faultAt({
      millimetre: 40,
      fault: (p) => {
        p.setPaper('out');
        p.setPaper('ok');
      },
    });
    expect(await print()).toMatchObject({ kind: 'unsure', failure: { problem: 'paper-out' } });
  });

  it.each(['rst', 'fin', 'power-off'] as const)('is unsure when the line ends by %s', async (fault) => {
    printer.faultAt({ byte: 800, fault });
    expect(await print()).toMatchObject({ kind: 'unsure' });
    if (fault === 'power-off') await printer.powerOn();
    expect(await print()).toEqual({ kind: 'printed' });
  });

  it('is asked for its count where its own word was lost', async () => {
    printer.loseTags(true);
    expect(await print()).toEqual({ kind: 'printed' });
  });

  it('is not believed when its count does not move', async () => {
    printer.staleTag('instead');
    expect(await print()).toMatchObject({ kind: 'not-begun', failure: { problem: 'no-answer' } });
    expect(begun).toBe(0);
  });

  it('is taken for gone when it stops reading and answering', async () => {
    printer.faultAt({ byte: 800, fault: 'stall' });
    expect(await print()).toMatchObject({ kind: 'unsure', failure: { problem: 'no-answer' } });
    printer.stall(false);
    expect(await print()).toEqual({ kind: 'printed' });
  });

  it('that does not answer at all is sent to, unconfirmed; one that did is waited for', async () => {
    printer.silence(true);
    expect(await print()).toEqual({ kind: 'unconfirmed' });
    printer.silence(false);
    expect(await print()).toEqual({ kind: 'printed' });
    printer.silence(true);
    expect(await print()).toMatchObject({ kind: 'not-begun', failure: { problem: 'no-answer' } });
  });
});

describe('what a dead job left', () => {
  it('is thrown away, and never counted as ours', async () => {
    await start(STAR_80, { mmPerSecond: 100 });
    await leaveBehind();
    expect(await print()).toEqual({ kind: 'printed' });
    // What had been printed of it stands above ours; its own cut never came.
    expect(printer.slips.map(({ text }) => text.includes('It leaks.'))).toEqual([true]);
  });

  it('is printed first where it cannot be, and its counts are not taken for ours', async () => {
    await start(STAR_SLOW_CANCEL, { mmPerSecond: 500 });
    for (const [n, fence] of [2, 8, 16, 30].entries()) {
      await leaveBehind(fence);
      expect(await print()).toEqual({ kind: 'printed' });
      expect(printer.slips.slice(2 * n).map(({ text }) => text.includes('It leaks.'))).toEqual([false, true]);
    }
  });

  it('is filled up where it was half a picture', async () => {
    await start(STAR_SLOW_CANCEL);
    await sendBytes(printer, Uint8Array.of(0x1b, 0x6b, 72, 0, 0xff));
    expect(await print()).toEqual({ kind: 'printed' });
  });

  /** What a job of ours leaves when the app dies: its fence is up, and the slip waits in a printer that stands still. */
  async function leaveBehind(fence = 4): Promise<void> {
    const up = printer.completedTags.length + fence;
    await sendBytes(printer, Buffer.from([...SPEAK_UP, ...COUNT_ANEW, ...Array<number>(fence).fill(ETB)]));
    await printer.waitFor('the fence', ({ completedTags }) => completedTags.length === up);
    printer.setCover('open');
    const bytes = Buffer.from([...Buffer.from('DEAD\n'.repeat(20)), 0x1b, 0x64, 3, ETB]);
    const all = printer.receivedBytes + bytes.length;
    await sendBytes(printer, bytes);
    await printer.waitForBytes(all);
    printer.setCover('closed');
  }
});

describe('a Star printer without a counter', () => {
  it('is sent to, unconfirmed', async () => {
    await start(STAR_UNCOUNTED);
    expect(await print()).toEqual({ kind: 'unconfirmed' });
    expect((await printer.waitForSlip(1)).whole).toBe(true);
    printer.assertClean();
  });
});
