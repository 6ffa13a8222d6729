import { describe, expect, it } from 'vitest';
import { automaticStatus, READY, realTimeStatus } from '../../virtual-printer/status.ts';
import { printOnDesk, startBoth } from './bench.ts';
import { bytes, raster, tagAnswer, tagRequest } from './bytes.ts';

const DLE = 0x10;
const GS = 0x1d;
const LF = 0x0a;

const all = (status: typeof READY): readonly number[] => [1, 2, 3, 4].map((n) => realTimeStatus(n, status));

describe('DLE EOT', () => {
  it.each([
    ['well', {}, [0x16, 0x12, 0x12, 0x12]],
    ['near the end', { paper: 'near-end' }, [0x16, 0x12, 0x12, 0x1e]],
    ['out of paper', { paper: 'out' }, [0x1e, 0x32, 0x12, 0x7e]],
    ['open', { cover: 'open' }, [0x1e, 0x16, 0x12, 0x12]],
    ['stuck', { error: 'cutter' }, [0x1e, 0x52, 0x1a, 0x12]],
    ['broken', { error: 'unrecoverable' }, [0x1e, 0x52, 0x32, 0x12]],
    ['hot', { error: 'overheated' }, [0x1e, 0x52, 0x52, 0x12]],
    ['off line', { offline: true }, [0x1e, 0x12, 0x12, 0x12]],
  ] as const)('says when the printer is %s', (_name, change, expected) => {
    const answers = all({ ...READY, ...change });
    expect(answers).toEqual(expected);
    for (const answer of answers) expect(answer & 0x93).toBe(0x12);
  });

  it('is answered while the printer stands still, in the middle of an image too', async () => {
    const { printer, client } = await startBoth();
    printer.setPaper('out');
    client.send('text', LF, DLE, 4, 4);
    expect(await client.waitForAnswers(1)).toEqual(Buffer.of(0x7e));
    expect(printer.current.text).toBe('');
    const image = printOnDesk(raster(4, 1, bytes(DLE, 4, 1, 0)));
    expect(image.answers()).toEqual(Buffer.of(0x16));
    expect(image.device.current.lines).toHaveLength(1);
    expect(image.device.errors).toEqual([]);
  });
});

describe('automatic status', () => {
  it('has its fixed bits', () => {
    for (const change of [{}, { paper: 'out' }, { cover: 'open' }, { error: 'cutter' }] as const) {
      expect((automaticStatus({ ...READY, ...change })[0] ?? 0) & 0x93).toBe(0x10);
    }
    expect([...automaticStatus(READY)]).toEqual([0x14, 0, 0, 0x0f]);
    expect([...automaticStatus({ ...READY, paper: 'out' })]).toEqual([0x1c, 0, 0x0f, 0x0f]);
    expect([...automaticStatus({ ...READY, cover: 'open' })]).toEqual([0x3c, 0, 0, 0x0f]);
  });

  it('comes at once and at every change that was asked for', async () => {
    const { printer, client } = await startBoth();
    client.send(GS, 'a', 0x08);
    await client.waitForAnswers(4);
    printer.setCover('open');
    printer.setCover('closed');
    printer.setPaper('near-end');
    expect((await client.waitForAnswers(8)).subarray(4)).toEqual(Buffer.of(0x14, 0, 0x03, 0x0f));
    client.send(GS, 'a', 0x0f);
    await client.waitForAnswers(12);
    printer.setCover('open');
    expect((await client.waitForAnswers(16)).subarray(12)).toEqual(Buffer.of(0x3c, 0, 0x03, 0x0f));
    client.send(GS, 'a', 0);
  });
});

describe('answers in order', () => {
  it('answers GS r and GS I', () => {
    expect(printOnDesk(bytes(GS, 'r', 1, GS, 'r', 49, GS, 'I', 67)).answers()).toEqual(
      Buffer.from(bytes(0, 0, 0x5f, 'TM-T20', 0)),
    );
  });

  it('answers GS ( H only when what stands before it is on paper', async () => {
    const { printer, client } = await startBoth({ mmPerSecond: 100 });
    const linesMm = (4 * 30 * 25.4) / 203;
    const before = performance.now();
    client.send('a', LF, 'b', LF, 'c', LF, 'd', LF, tagRequest('A001'), tagRequest('A002'));
    await printer.waitForBytes(30);
    expect(printer.completedTags).toEqual([]);
    expect(await client.waitForAnswers(14)).toEqual(Buffer.concat([tagAnswer('A001'), tagAnswer('A002')]));
    expect(performance.now() - before).toBeGreaterThan((linesMm / 100) * 1000 * 0.9);
    expect(printer.movedMm).toBeCloseTo(linesMm, 5);
  });

  it('keeps the tag back while the paper is out and sends it after', async () => {
    const { printer, client } = await startBoth();
    printer.setPaper('out');
    client.send('a', LF, tagRequest('A001'), DLE, 4, 1);
    expect(await client.waitForAnswers(1)).toEqual(Buffer.of(0x1e));
    printer.setPaper('ok');
    expect((await client.waitForAnswers(8)).subarray(1)).toEqual(Buffer.from(tagAnswer('A001')));
  });

  it('does not know GS ( H on a model without it', () => {
    const { device, answers } = printOnDesk(tagRequest('A001'), { confirms: false });
    expect(answers()).toHaveLength(0);
    expect(device.errors[0]?.message).toBe('GS ( H: TM-T20 has no process id');
  });
});
