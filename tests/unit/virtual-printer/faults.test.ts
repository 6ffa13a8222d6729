import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { connectTo, startBoth } from './bench.ts';
import { bytes, CUT, openClient, raster, tagAnswer, tagRequest } from './bytes.ts';
import { TICKET } from './ticket.ts';

const ESC = 0x1b;
const LF = 0x0a;
const JOB = bytes(ESC, '@', TICKET, tagRequest('J001'));

describe('paper', () => {
  it('runs out in the middle of a slip, which then comes in two torn pieces', async () => {
    const { printer, client } = await startBoth();
    printer.faultAt({ millimetre: 60, fault: 'paper-out' });
    client.send(JOB);
    const first = await printer.waitForSlip(1);
    expect(first).toMatchObject({ torn: true, whole: false });
    expect(first.lengthMm).toBeCloseTo(60, 0);
    expect(first.text).toContain('HEL 1042 K');
    expect(first.text).not.toContain('WHAT HAPPENS NEXT');
    expect(printer.completedTags).toEqual([]);
    printer.setPaper('ok');
    const second = await printer.waitForSlip(2);
    expect(second).toMatchObject({ torn: false, startsTorn: true, whole: false });
    expect(second.text).toContain('WHAT HAPPENS NEXT');
    expect(first.lengthMm + second.lengthMm).toBeCloseTo(175, 0);
    expect(await client.waitForAnswers(7)).toEqual(Buffer.from(tagAnswer('J001')));
    printer.assertClean();
  });

  it('shows the tear: the last line is cut through', async () => {
    const { printer, client } = await startBoth();
    printer.faultAt({ millimetre: 5, fault: 'paper-out' });
    client.send('first', LF, 'second', LF);
    const slip = await printer.waitForSlip(1);
    expect(slip.text).toBe('first\n[torn line]');
    expect(slip.lines[1]).toMatchObject({
      kind: 'text',
      text: 'second',
      fromDot: 0,
      toDot: 10,
      heightDots: 30,
    });
    expect(PNG.sync.read(slip.toPng()).height).toBe(40 + 96);
  });

  it('only warns near its end', async () => {
    const { printer, client } = await startBoth();
    printer.faultAt({ byte: 100, fault: 'paper-near-end' });
    client.send(JOB);
    expect((await printer.waitForSlip(1)).whole).toBe(true);
    expect(printer.status.paper).toBe('near-end');
  });
});

describe('power', () => {
  it('goes: the line is reset, the rest is lost, nobody can connect; and comes back on the same port', async () => {
    const { printer, client } = await startBoth({ mmPerSecond: 300 });
    printer.faultAt({ millimetre: 20, fault: 'power-off' });
    client.send(JOB);
    expect(await client.closed).toBe('ECONNRESET');
    const torn = await printer.waitForSlip(1);
    expect(torn).toMatchObject({ torn: true, whole: false });
    expect(printer.powered).toBe(false);
    await expect(openClient(printer.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await printer.powerOn();
    const next = await connectTo(printer);
    next.send(JOB);
    expect(await printer.waitForSlip(2)).toMatchObject({ torn: false, startsTorn: false, whole: true });
    await next.waitForAnswers(7);
    expect(printer.completedTags).toEqual(['J001']);
    printer.assertClean();
  });

  it('forgets settings and half a command', async () => {
    const { printer, client } = await startBoth();
    client.send(ESC, 't', 16, ESC, 'E', 1, raster(72, 9, new Uint8Array(8)));
    await printer.waitForBytes(22);
    await printer.powerOff();
    await printer.powerOn();
    const next = await connectTo(printer);
    next.send(0xe9, LF);
    await printer.waitFor('a line', (p) => p.current.text === 'Θ');
  });
});

describe('the line', () => {
  it('is reset at a byte', async () => {
    const { printer, client } = await startBoth();
    printer.faultAt({ byte: 500, fault: 'rst' });
    client.send(JOB);
    expect(await client.closed).toBe('ECONNRESET');
    expect(printer.receivedBytes).toBe(500);
    expect(printer.connections).toMatchObject([{ bytes: 500, state: 'closed', closedBy: 'printer-rst' }]);
    expect(printer.slips).toEqual([]);
    expect(printer.current.text).toContain('HEL 1042 K');
  });

  it('is closed politely', async () => {
    const { printer, client } = await startBoth();
    client.send('a', LF);
    await printer.waitForBytes(2);
    printer.fin();
    expect(await client.closed).toBeUndefined();
    expect((await printer.waitForClose(1)).closedBy).toBe('printer-fin');
  });

  it('stalls and goes on', async () => {
    const { printer, client } = await startBoth();
    printer.faultAt({ byte: 10, fault: 'stall' });
    client.send(JOB);
    await printer.waitForBytes(10);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(printer.receivedBytes).toBe(10);
    printer.stall(false);
    expect((await printer.waitForSlip(1)).whole).toBe(true);
  });

  it('reads slowly', async () => {
    const { printer, client } = await startBoth();
    printer.slowReader(2000);
    const before = performance.now();
    client.send('x'.repeat(400));
    await printer.waitForBytes(400);
    expect(performance.now() - before).toBeGreaterThan(150);
  });

  it('has the speed of its serial part', async () => {
    const { printer, client } = await startBoth({ baud: 19200 });
    const before = performance.now();
    client.send('x'.repeat(400));
    await printer.waitForBytes(400);
    expect(performance.now() - before).toBeGreaterThan(400 / 1.92 - 60);
  });

  it('serves one client at a time; an answer goes to whoever is there', async () => {
    const { printer, client } = await startBoth();
    const second = await connectTo(printer);
    second.send('second', LF);
    await printer.waitForConnection(2);
    expect(printer.connections[1]).toMatchObject({ state: 'waiting', bytes: 0 });
    printer.setPaper('out');
    client.send(tagRequest('OLD1'));
    await printer.waitForBytes(11);
    client.socket.end();
    await printer.waitForBytes(18);
    printer.setPaper('ok');
    expect(await second.waitForAnswers(7)).toEqual(Buffer.from(tagAnswer('OLD1')));
  });

  it('resets a line that is idle', async () => {
    const { printer, client } = await startBoth({ idleResetMs: 30 });
    expect(await client.closed).toBe('ECONNRESET');
    expect((await printer.waitForClose(1)).closedBy).toBe('printer-rst');
  });
});

describe('back-pressure', () => {
  it('takes no more than the receive buffer while it cannot print, and all of it afterwards', async () => {
    const { printer, client } = await startBoth({ profile: { receiveBufferBytes: 1024 } });
    printer.setCover('open');
    // More than the operating system's buffers on both sides will hold.
    const image = raster(72, 60_000, new Uint8Array(72 * 60_000));
    client.send(image, 'after', LF);
    await printer.waitFor('a full buffer', (p) => p.bufferedBytes === 1024);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(printer.receivedBytes).toBe(1024);
    printer.setCover('closed');
    await printer.waitForBytes(image.length + 6);
    expect(printer.current.text).toBe('[image 576x60000]\nafter');
    expect(printer.bufferedBytes).toBe(0);
  });

  it('prints at its speed', async () => {
    const { printer, client } = await startBoth({ mmPerSecond: 350 });
    const before = performance.now();
    client.send(JOB);
    await printer.waitForSlip(1);
    // 175 mm at 350 mm/s.
    expect(performance.now() - before).toBeGreaterThan(480);
  });
});

describe('answers', () => {
  it('are not given', async () => {
    const { printer, client } = await startBoth();
    printer.silence(true);
    client.send(0x10, 4, 1, tagRequest('J001'));
    await printer.waitFor('the tag', (p) => p.completedTags.length === 1);
    printer.silence(false);
    client.send(0x10, 4, 1);
    expect(await client.waitForAnswers(1)).toEqual(Buffer.of(0x16));
  });

  it('lose their tags, or carry old ones', async () => {
    const { printer, client } = await startBoth();
    printer.loseTags(true);
    client.send(tagRequest('J001'));
    await printer.waitFor('the tag', (p) => p.completedTags.length === 1);
    printer.loseTags(false);
    printer.staleTag('instead');
    client.send(tagRequest('J002'));
    await client.waitForAnswers(7);
    printer.staleTag('before', 'XXXX');
    client.send(tagRequest('J003'));
    expect(await client.waitForAnswers(21)).toEqual(
      Buffer.from(bytes(tagAnswer('J001'), tagAnswer('XXXX'), tagAnswer('J003'))),
    );
  });
});

describe('the network cable', () => {
  it('is pulled: the line breaks and nobody gets in, while what arrived is printed; and plugged in again', async () => {
    const { printer, client } = await startBoth({ mmPerSecond: 300 });
    client.send(JOB);
    await printer.waitForBytes(JOB.length);
    await printer.unplug();
    expect(await client.closed).toBe('ECONNRESET');
    expect(printer.pluggedIn).toBe(false);
    await expect(openClient(printer.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await printer.waitForSlip(1)).whole).toBe(true);
    await printer.plugIn();
    const again = await connectTo(printer);
    again.send(0x10, 0x04, 1);
    expect((await again.waitForAnswers(1)).length).toBe(1);
  });

  it('stays pulled when the printer is switched on', async () => {
    const { printer } = await startBoth();
    await printer.unplug();
    await printer.powerOff();
    await printer.powerOn();
    await expect(openClient(printer.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await printer.plugIn();
    await connectTo(printer);
  });
});

describe('what is unfinished', () => {
  it('is half a command, characters of an open line and the buffer, and nothing after a whole job', async () => {
    const { printer, client } = await startBoth();
    const seen = async (n: number): Promise<number> => {
      await printer.waitForBytes(n);
      return printer.unfinished;
    };
    client.send(JOB);
    expect(await seen(JOB.length)).toBe(0);
    client.send('half a line');
    expect(await seen(JOB.length + 11)).toBe(11);
    client.send(LF, ESC, 'a');
    expect(await seen(JOB.length + 14)).toBe(2);
    client.send(0);
    expect(await seen(JOB.length + 15)).toBe(0);
    printer.setPaper('out');
    client.send('waits');
    expect(await seen(JOB.length + 20)).toBe(5);
  });
});

describe('waiting', () => {
  it('fails with what was seen, and can be given up', async () => {
    const { printer, client } = await startBoth();
    client.send(CUT.subarray(0, 2), 0x00, 'words', LF, 0x01);
    await printer.waitForBytes(10);
    await expect(printer.waitForSlip(2, { timeoutMs: 20 })).rejects.toThrow(
      /waited 20 ms in vain for slip 2\nseen: 10 bytes/,
    );
    await expect(printer.waitForSlip(2, { timeoutMs: 20 })).rejects.toThrow(
      /error at byte 9: unknown command/,
    );
    const controller = new AbortController();
    const waiting = printer.waitForConnection(9, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toThrow('gave up waiting for connection 9');
  });
});
