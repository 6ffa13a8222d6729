import { parentPort, workerData } from 'node:worker_threads';
import { drawPaper } from './draw/draw-paper.ts';
import { canPrint, loadFonts } from './draw/fonts.ts';
import { measureDrawn } from './draw/typeset.ts';
import { encode, type EncodeOptions } from './encode/encode.ts';
import { encodeTestSlip } from './encode/encode-test-slip.ts';
import { createLetterheadShelf, keepLetterhead } from './letterhead-shelf.ts';
import type { PaperAnswer, PaperOrder, PaperRequest, PaperSaying, PaperWorkerData } from './paper-service.ts';
import { messagesFor } from '../../resources/messages/catalogue.ts';
import type { ClaimNumber } from '../domain/claim-number.ts';
import { LOCALES } from '../domain/intake.ts';
import { asCopy } from './slip/copy.ts';
import { layOut } from './slip/layout.ts';
import { paperText, type PaperLayout } from './slip/paper.ts';
import type { Slip } from './slip/slip.ts';
import { layOutTestSlip, type TestSlip } from './slip/test-slip.ts';

interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

const { letterheads } = workerData as PaperWorkerData;
const shelf =
  letterheads === undefined
    ? undefined
    : createLetterheadShelf({
        folder: letterheads,
        onProblem: (problem) => parentPort?.postMessage({ problem } satisfies PaperSaying),
      });

warmUp();

// Drawing a long statement takes tens of milliseconds, in which main could not answer a touch; so it happens here.
parentPort?.on('message', (request: PaperRequest) => {
  void answer(request).then((made) => {
    // Handed over, not copied: a long statement drawn is more than a megabyte.
    parentPort?.postMessage(made, made.ok && 'bytes' in made ? [made.bytes.buffer] : []);
  });
});

/** Goes once through everything that a ticket needs, so that the first customer waits for none of it. */
function warmUp(): void {
  loadFonts();
  for (const locale of LOCALES) {
    const quote = messagesFor(locale).words.note;
    const slip: Slip = {
      version: 1,
      kind: 'ticket',
      locale,
      number: 'A0-1-0' as ClaimNumber,
      notPrintable: '',
      blocks: [
        { kind: 'quote', text: quote },
        { kind: 'code', data: 'A0-1-0', lines: [quote] },
      ],
    };
    encode(layOut(slip, 48, canPrint, measureDrawn));
  }
}

async function answer(request: PaperRequest): Promise<PaperAnswer> {
  const { id } = request;
  try {
    if ('letterhead' in request) return { id, ok: true, letterhead: await keep(request.letterhead) };
    return { id, ok: true, ...(await paperOf(request)) };
  } catch (error) {
    return { id, ok: false, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function keep(png: Uint8Array): ReturnType<typeof keepLetterhead> {
  if (letterheads === undefined) throw new Error('there is no folder for letterheads');
  return keepLetterhead({ png, folder: letterheads });
}

async function paperOf({ slip, copy, columns, want, encoding }: PaperOrder): Promise<Made> {
  if (slip.kind === 'test') return testPaper({ slip, copy, columns, want, encoding });
  const pictureOf = await shelf?.picturesFor(slip, columns);
  const layout = layOut(asCopy(slip, copy), columns, canPrint, measureDrawn, pictureOf);
  const bytes = want === 'picture' ? drawPaper(layout) : encode(layout, encoding);
  return { bytes: Uint8Array.from(bytes), text: paperText(layout) };
}

function testPaper(order: {
  readonly slip: TestSlip;
  readonly copy: number;
  readonly columns: number;
  readonly want: 'bytes' | 'picture';
  readonly encoding?: EncodeOptions | undefined;
}): Made {
  const parts = layOutTestSlip(order);
  const whole: PaperLayout = { columns: order.columns, lines: parts.flatMap(({ lines }) => lines) };
  const bytes =
    order.want === 'picture'
      ? drawPaper(whole)
      : encodeTestSlip(parts, order.columns, order.encoding?.language);
  return { bytes: Uint8Array.from(bytes), text: paperText(whole) };
}
