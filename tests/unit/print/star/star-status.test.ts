import { describe, expect, it } from 'vitest';
import { createStarStatusReader } from '../../../../src-main/print/star/star-status.ts';

/** Nine bytes, as the specification's appendix has them, with what the sensors and the counter say. */
function status(parts: {
  printer?: number;
  error?: number;
  more?: number;
  paper?: number;
  count?: number;
}): number[] {
  const { printer = 0, error = 0, more = 0, paper = 0, count = 0 } = parts;
  return [0x23, 0x06, printer, error, more, paper, 0, count, 0];
}

describe('a Star printer’s status', () => {
  it.each([
    ['ready', {}],
    ['ready', { paper: 0x04 }],
    ['cover-open', { printer: 0x28, paper: 0x08 }],
    ['paper-out', { printer: 0x08, paper: 0x0c }],
    ['error', { printer: 0x08, error: 0x08 }],
    ['error', { printer: 0x08, error: 0x20 }],
    ['error', { more: 0x40 }],
    ['offline', { printer: 0x08 }],
    ['offline', { printer: 0x40 }],
  ])('says %s', (condition, parts) => {
    expect(createStarStatusReader()(Uint8Array.from(status(parts)))).toEqual([{ condition, printEnds: 0 }]);
  });

  it.each([
    [0x02, 1],
    [0x0e, 7],
    [0x20, 8],
    [0x40, 16],
    [0x6e, 31],
  ])('has its count scattered: %i is %i', (count, printEnds) => {
    expect(createStarStatusReader()(Uint8Array.from(status({ count })))).toMatchObject([{ printEnds }]);
  });

  it('has no count in seven bytes', () => {
    expect(createStarStatusReader()(Uint8Array.of(0x0f, 0x02, 0, 0, 0, 0x08, 0))).toEqual([
      { condition: 'paper-out', printEnds: undefined },
    ]);
  });

  it('is read however the line cuts it, among answers of one byte and broken ones', () => {
    const read = createStarStatusReader();
    const bytes = [0x12, 0x09, ...status({ count: 0x02 }), 0x23, 0x06, ...status({ count: 0x04 }), 0x01];
    const said = bytes.flatMap((byte) => read(Uint8Array.of(byte)));
    expect(said.map(({ printEnds }) => printEnds)).toEqual([1, 2]);
  });
});
