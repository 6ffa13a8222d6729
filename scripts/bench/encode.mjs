import { canPrint, loadFonts } from '../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../src-main/print/draw/typeset.ts';
import { layOut } from '../../src-main/print/slip/layout.ts';
import { paperText } from '../../src-main/print/slip/paper.ts';
import { MEASURED_COLUMNS } from '../../tests/fixtures/measure-encoding.ts';
import { measuredSlip } from '../../tests/fixtures/measured-slip.ts';
import { MEASURED_STATEMENTS } from '../../tests/fixtures/statements.ts';
import { printed, survivingOnPaper } from '../../tests/fixtures/survivors.ts';
import { ENCODERS } from './encoders.mjs';
import { makeRow, summarize, timed } from './figures.mjs';

const WARM_UP = 20;
const SLIPS = 200;
const [OURS, FLOOR] = ENCODERS;
/** What a slip of about 40 lines may take, with everything surviving: bytes, and milliseconds to encode it. */
const TARGETS = {
  ascii: { bytes: 1320, ms: 0.8 },
  french: { bytes: 1320, ms: 0.8 },
  russian: { bytes: 1320, ms: 0.8 },
  japanese: { bytes: 26_000, ms: 13 },
  arabic: { bytes: 14_000, ms: 9 },
  emoji: { bytes: 16_000, ms: 9 },
};
const FLOOR_WHAT = `the same rows as plain text through ${FLOOR.name}`;

/**
 * Measures encoding one laid out slip, per script, beside other encoders: time, bytes, and what of the words comes out
 * of the virtual printer.
 */
export async function measureEncode() {
  loadFonts();
  return Object.keys(MEASURED_STATEMENTS).flatMap(measureScript);
}

function measureScript(script) {
  const statement = MEASURED_STATEMENTS[script];
  const layout = layOut(measuredSlip(statement), MEASURED_COLUMNS, canPrint, measureDrawn);
  const asText = layout.lines.filter(({ kind }) => kind !== 'qr' && kind !== 'cut');
  const slip = {
    script,
    layout,
    rows: asText.map((line) => paperText({ ...layout, lines: [line] })),
    code: layout.lines.find(({ kind }) => kind === 'qr').data,
  };
  const samples = interleaved(slip);
  const peers = ENCODERS.map((encoder) => {
    const bytes = encoder.encode(slip);
    const paper = printed(bytes);
    const survives = survivingOnPaper({ slip: paper.slip, statement, layout, tops: encoder.tops?.(layout) });
    const { p50, n } = summarize(samples.get(encoder));
    return {
      name: encoder.name,
      script,
      bytes: bytes.length,
      ms: p50,
      runs: n,
      survives,
      bytesToFirstMark: paper.bytesToFirstMark,
      notUnderstood: paper.complaints,
    };
  });
  const [ours, floor] = peers;
  const { bytes: mostBytes, ms: mostMs } = TARGETS[script];
  return [
    {
      ...makeRow({
        what: `encode a slip, ${script}`,
        unit: 'ms',
        ours: samples.get(OURS),
        floor: samples.get(FLOOR),
        floorWhat: FLOOR_WHAT,
        target: { figure: 'p50', of: 'ours', atMost: mostMs },
      }),
      peers,
    },
    makeRow({
      what: `size of a slip, ${script}`,
      unit: 'bytes',
      ours: [ours.bytes],
      floor: [floor.bytes],
      floorWhat: FLOOR_WHAT,
      target: { figure: 'p50', of: 'ours', atMost: mostBytes },
    }),
  ];
}

/** The time of each encoder in milliseconds, turn about, so that what disturbs one disturbs all. */
function interleaved(slip) {
  const samples = new Map(ENCODERS.map((encoder) => [encoder, []]));
  for (let index = 0; index < WARM_UP + SLIPS; index += 1) {
    for (const encoder of ENCODERS) {
      // The last runs: by then all code is warm.
      if (index < WARM_UP + SLIPS - (encoder.runs ?? WARM_UP + SLIPS)) continue;
      const ms = timed(() => encoder.encode(slip));
      if (index >= WARM_UP) samples.get(encoder).push(ms);
    }
  }
  return samples;
}
