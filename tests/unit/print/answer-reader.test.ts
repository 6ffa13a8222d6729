import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerReader, type PrinterAnswer } from '../../../src-main/print/escpos/answer-reader.ts';

/** Bytes as Epson's reference gives them, and what they mean. */
const SAYINGS: readonly (readonly [bytes: readonly number[], answer: PrinterAnswer])[] = [
  [[0x16], { kind: 'real-time', byte: 0x16 }],
  [[0x14, 0, 0, 0x0f], { kind: 'automatic', status: { condition: 'ready', paperNearEnd: false } }],
  [[0x1c, 0, 0x0c, 0x0f], { kind: 'automatic', status: { condition: 'paper-out', paperNearEnd: false } }],
  [[0x3c, 0, 0x0f, 0x0f], { kind: 'automatic', status: { condition: 'cover-open', paperNearEnd: true } }],
  [[0x1c, 0x08, 0, 0x0f], { kind: 'automatic', status: { condition: 'error', paperNearEnd: false } }],
  [[0x1c, 0, 0, 0x0f], { kind: 'automatic', status: { condition: 'offline', paperNearEnd: false } }],
  [[0x37, 0x22, 0x21, 0x7e, 0x21, 0x21, 0], { kind: 'tag', tag: '!~!!' }],
  [[0x37, 0x25, 0], { kind: 'cleared' }],
  [[0x5f, 0x45, 0x50, 0x53, 0x4f, 0x4e, 0], { kind: 'name', name: 'EPSON' }],
];

describe('the answer reader', () => {
  it.each(SAYINGS)('reads %j', (bytes, answer) => {
    expect(createAnswerReader()(Uint8Array.from(bytes))).toEqual([answer]);
  });

  it('reads any sequence of answers alike, however the line cut it', () => {
    const sequences = fc.array(fc.constantFrom(...SAYINGS), { maxLength: 20 });
    fc.assert(
      fc.property(sequences, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (sequence, cuts) => {
        const bytes = sequence.flatMap(([each]) => each);
        const read = createAnswerReader();
        const answers: PrinterAnswer[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const next = at + (cuts[turn % cuts.length] ?? 1);
          answers.push(...read(Uint8Array.from(bytes.slice(at, next))));
          at = next;
        }
        expect(answers).toEqual(sequence.map(([, answer]) => answer));
      }),
    );
  });

  it('finds its feet again after noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
        const read = createAnswerReader();
        read(noise);
        // A block may be open; its longest possible rest closes it.
        read(new Uint8Array(100).fill(0xff));
        expect(read(Uint8Array.of(0x37, 0x25, 0))).toEqual([{ kind: 'cleared' }]);
      }),
    );
  });
});
