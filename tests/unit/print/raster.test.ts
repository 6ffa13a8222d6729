import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutRealTimeCommands } from '../../../src-main/print/encode/raster.ts';

describe('withoutRealTimeCommands', () => {
  it('leaves no DLE EOT, DLE ENQ or DLE DC4 in the dots, and takes no dot away', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const mean = fc
      .array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x00), { maxLength: 300 })
      .map((a) => Uint8Array.from(a));
    fc.assert(
      fc.property(fc.oneof(bytes, mean), (data) => {
        const safe = withoutRealTimeCommands(data);
        expect(Buffer.from(safe).toString('hex')).not.toMatch(/^(..)*10(04|05|14)/);
        expect(safe.every((byte, index) => (byte & (data[index] ?? 0)) === data[index])).toBe(true);
      }),
    );
  });
});
