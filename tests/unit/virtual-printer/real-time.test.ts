import { describe, expect, it } from 'vitest';
import { connectTo, printOnDesk, startBoth } from './bench.ts';
import { bytes, CLEAR, CLEARED, CUT, raster, tagAnswer, tagRequest } from './bytes.ts';

const ESC = 0x1b;
const GS = 0x1d;
const LF = 0x0a;

describe('drawers', () => {
  it('records both ways to open one, wherever they stand', () => {
    const { device } = printOnDesk(
      bytes(ESC, 'p', 0, 25, 250, 0x10, 0x14, 1, 1, 2, raster(5, 1, bytes(0x10, 0x14, 1, 0, 1))),
    );
    const pulses = device.events.filter((event) => event.kind === 'drawer');
    expect(pulses).toMatchObject([
      { by: 'ESC p', pin: 0 },
      { by: 'DLE DC4 1', pin: 1 },
      { by: 'DLE DC4 1', pin: 0 },
    ]);
  });

  it('keeps them shut when GS ( D says so, or when the pulse has no valid time', () => {
    const { device } = printOnDesk(bytes(0x10, 0x14, 1, 0, 9, GS, '(D', 3, 0, 20, 1, 0, 0x10, 0x14, 1, 0, 1));
    expect(device.events.filter((event) => event.kind === 'drawer')).toEqual([]);
  });

  it('fails the check at the end of a test', async () => {
    const { printer, client } = await startBoth();
    client.send(ESC, 'p', 1, 1, 1);
    await printer.waitForBytes(5);
    expect(() => printer.assertClean()).toThrow('a drawer was opened by ESC p on pin 1');
  });
});

describe('DLE DC4 8', () => {
  it('throws away what a stopped printer holds, and answers', async () => {
    const { printer, client } = await startBoth();
    printer.setCover('open');
    client.send('old words', LF, CLEAR);
    expect(await client.waitForAnswers(3)).toEqual(Buffer.from(CLEARED));
    expect(printer.bufferedBytes).toBe(0);
    client.send(ESC, '@', 'new words', LF, CUT, tagRequest('N001'));
    printer.setCover('closed');
    const slip = await printer.waitForSlip(1);
    expect(slip.text).toBe('new words');
    expect((await client.waitForAnswers(10)).subarray(3)).toEqual(Buffer.from(tagAnswer('N001')));
    expect(printer.events).toContainEqual(
      expect.objectContaining({ kind: 'cleared', by: 'DLE DC4 8', droppedBytes: 19 }),
    );
    printer.assertClean();
  });

  it('ends an image that a dead job left unfinished', async () => {
    const { printer, client } = await startBoth();
    client.send('half ', raster(72, 100, new Uint8Array(500)));
    await printer.waitForBytes(513);
    client.socket.destroy();
    await printer.waitForClose(1);
    const next = await connectTo(printer);
    next.send(CLEAR, ESC, '@', 'whole', LF, CUT);
    expect((await printer.waitForSlip(1)).text).toBe('whole');
    expect(await next.waitForAnswers(3)).toEqual(Buffer.from(CLEARED));
  });

  it('is obeyed in the dots of an image', () => {
    const { device, answers } = printOnDesk(bytes(raster(10, 2, bytes(CLEAR, CLEAR)), 'after', LF));
    expect(answers()).toEqual(Buffer.from(bytes(CLEARED, CLEARED)));
    expect(device.current.text).toBe('after');
  });

  it('is an error on a model that cannot', () => {
    const { device, answers } = printOnDesk(bytes('a', LF, CLEAR), { clears: false });
    expect(answers()).toHaveLength(0);
    expect(device.errors).toMatchObject([{ offset: 2, message: 'DLE DC4 8: TM-T20 cannot clear' }]);
  });

  it('can be replaced by NULs, which fill up an unfinished image', async () => {
    const { printer, client } = await startBoth({ profile: { clears: false } });
    client.send(raster(72, 100, new Uint8Array(500)));
    client.send(new Uint8Array(8192), ESC, '@', 'whole', LF, CUT);
    const slip = await printer.waitForSlip(1);
    expect(slip.text).toBe('[image 576x100]\nwhole');
    expect(printer.ignoredNuls).toBe(8192 - (7200 - 500));
    printer.assertClean();
  });
});

describe('DLE ENQ', () => {
  it('recovers from a stuck knife, with or without the data', async () => {
    const { printer, client } = await startBoth();
    printer.setCutterError(true);
    client.send('kept', LF, 0x10, 0x05, 1);
    await printer.waitFor('recovery', (p) => p.status.error === 'none');
    expect(printer.current.text).toBe('kept');
    printer.setCutterError(true);
    client.send('dropped', LF, 0x10, 0x05, 2, 'more', LF);
    await printer.waitFor('more', (p) => p.current.text === 'kept\nmore');
    printer.assertClean();
  });
});
