import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Slip } from '../../virtual-printer/types.ts';
import { connectTo, printOnDesk, startPrinter } from './bench.ts';
import { bytes, CLEAR, CUT, qr, raster, tagRequest } from './bytes.ts';
import { TICKET } from './ticket.ts';

const PIECES: readonly Uint8Array[] = [
  TICKET,
  CUT,
  CLEAR,
  bytes('plain text', 0x0a),
  bytes(0x1b, 't', 16, 0xe9, 0x0a),
  bytes(0x10, 0x04, 1),
  bytes(0x10, 0x10, 0x04, 4),
  bytes(0x10, 0x14, 1, 0, 1),
  bytes(0x1d, 'a', 15),
  bytes(0x1d, 'I', 67),
  tagRequest('A001'),
  raster(3, 4, bytes(0x10, 0x04, 2, 0x1b, '@', 0x1d, 1, 2, 3, 4, 5, 6)),
  raster(2, 6, bytes(CLEAR, 0xff, 0xff)),
  bytes(0x1b, '*', 33, 2, 0, 1, 2, 3, 4, 5, 6, 0x0a),
  bytes(0x1d, 'k', 73, 6, '{BHi{1'),
  bytes(0x1d, 'k', 4, 'ABC', 0),
  qr('x', 3),
];

const stream = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.uint8Array({ maxLength: 12 })), { maxLength: 8 })
  .map((parts) => bytes(...parts));

interface Seen {
  readonly slips: readonly Omit<Slip, 'toPng'>[];
  readonly errors: unknown;
  readonly answers: string;
}

const strip = ({ toPng: _toPng, ...slip }: Slip): Omit<Slip, 'toPng'> => slip;

function seeOnDesk(input: Uint8Array): Seen {
  const { device, answers } = printOnDesk(input);
  return {
    slips: [...device.slips, device.current].map(strip),
    errors: device.errors,
    answers: answers().toString('hex'),
  };
}

it('never throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
      expect(() => seeOnDesk(input)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

it('prints the same however the line cuts the bytes up', async () => {
  await fc.assert(
    fc.asyncProperty(
      stream,
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }),
      async (all, cuts) => {
        const printer = await startPrinter();
        const client = await connectTo(printer);
        let at = 0;
        for (let i = 0; at < all.length; i += 1) {
          const length = cuts[i % cuts.length] ?? 1;
          client.send(all.subarray(at, at + length));
          at += length;
          if (i % 4 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        await printer.waitForBytes(all.length);
        const expected = seeOnDesk(all);
        expect({
          slips: [...printer.slips, printer.current].map(strip),
          errors: printer.errors,
          answers: printer.sent.toString('hex'),
        }).toEqual(expected);
        client.socket.destroy();
        await printer.close();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
