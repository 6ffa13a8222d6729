import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { canPrint } from '../../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../../src-main/print/draw/typeset.ts';
import { encode } from '../../../src-main/print/encode/encode.ts';
import { createPaperService } from '../../../src-main/print/paper-service.ts';
import { layOut } from '../../../src-main/print/slip/layout.ts';
import { exampleSlip } from '../../fixtures/example-claim.ts';
import { MEASURED_STATEMENTS } from '../../fixtures/statements.ts';

const LONGEST = 20_000;
const paper = createPaperService({
  workerUrl: new URL('../../../src-main/print/paper-worker.ts', import.meta.url),
});
afterAll(() => paper.close());

it('leaves main to others while the longest statement is drawn', async () => {
  const statement = MEASURED_STATEMENTS.japanese.repeat(LONGEST / MEASURED_STATEMENTS.japanese.length);
  const slip = exampleSlip({ statement });
  let made: Awaited<ReturnType<typeof paper.make>> | undefined;
  void paper.make({ slip, copy: 0, columns: 48, want: 'bytes' }).then((paperOrError) => {
    made = paperOrError;
  });
  let turns = 0;
  for (; made === undefined; turns += 1) await turn();
  // Drawn on main, it would be there after the first few.
  expect(turns).toBeGreaterThan(100);
  expect(made).toMatchObject({ ok: true });
}, 60_000);

it('hands over the very bytes that the encoder makes', async () => {
  const slip = exampleSlip({ statement: MEASURED_STATEMENTS.arabic });
  const made = await paper.make({ slip, copy: 0, columns: 48, want: 'bytes' });
  expect(made.ok && Buffer.from(made.value.bytes)).toEqual(encode(layOut(slip, 48, canPrint, measureDrawn)));
});
