import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { canPrint, loadFonts } from '../../src-main/print/draw/fonts.ts';
import { measureDrawn } from '../../src-main/print/draw/typeset.ts';
import { encode } from '../../src-main/print/encode/encode.ts';
import { layOut } from '../../src-main/print/slip/layout.ts';
import { paperText } from '../../src-main/print/slip/paper.ts';
import { MEASURED_COLUMNS, MEASURED_TEXT, survivingShare } from '../../tests/fixtures/measure-encoding.ts';
import { measuredSlip } from '../../tests/fixtures/measured-slip.ts';
import { MEASURED_STATEMENTS } from '../../tests/fixtures/statements.ts';
import { makeRow, timed } from './figures.mjs';

const WARM_UP = 20;
const SLIPS = 200;
/** What a slip of about 40 lines may take, with everything surviving: bytes, and milliseconds to encode it. */
const TARGETS = {
  ascii: { bytes: 1320, ms: 0.8 },
  french: { bytes: 1320, ms: 0.8 },
  russian: { bytes: 1320, ms: 0.8 },
  japanese: { bytes: 26_000, ms: 13 },
  arabic: { bytes: 14_000, ms: 9 },
  emoji: { bytes: 16_000, ms: 9 },
};
const FLOOR_WHAT =
  'the same rows as plain text through node-thermal-printer (not readable in the drawn scripts)';

/** Measures encoding one laid out slip, per script: time, bytes, and what of the words survives. */
export async function measureEncode() {
  loadFonts();
  return Object.keys(MEASURED_STATEMENTS).flatMap(measureScript);
}

function measureScript(script) {
  const statement = MEASURED_STATEMENTS[script];
  const layout = layOut(measuredSlip(statement), MEASURED_COLUMNS, canPrint, measureDrawn);
  const rows = paperText(layout).split('\n');
  const code = layout.lines.find((line) => line.kind === 'qr').data;
  const bytes = {
    ours: encode(layout, { text: MEASURED_TEXT }).length,
    floor: encodePlainly(rows, code).length,
  };
  const ours = [];
  const floor = [];
  for (let index = 0; index < WARM_UP + SLIPS; index += 1) {
    const plain = timed(() => encodePlainly(rows, code));
    const real = timed(() => encode(layout, { text: MEASURED_TEXT }));
    if (index < WARM_UP) continue;
    floor.push(plain);
    ours.push(real);
  }
  const { bytes: mostBytes, ms: mostMs } = TARGETS[script];
  return [
    makeRow({
      what: `encode a slip, ${script}`,
      unit: 'ms',
      ours,
      floor,
      floorWhat: FLOOR_WHAT,
      target: { figure: 'p50', of: 'ours', atMost: mostMs },
      notes: [
        `${rows.length} rows; ${Math.round(survivingShare(statement) * 100)} % of the words' signs have ink`,
      ],
    }),
    makeRow({
      what: `size of a slip, ${script}`,
      unit: 'bytes',
      ours: [bytes.ours],
      floor: [bytes.floor],
      floorWhat: FLOOR_WHAT,
      target: { figure: 'p50', of: 'ours', atMost: mostBytes },
    }),
  ];
}

function encodePlainly(rows, code) {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: MEASURED_COLUMNS });
  printer.setCharacterSet(CharacterSet.WPC1252);
  for (const row of rows) printer.println(row);
  printer.printQR(code, { cellSize: 4, correction: 'M', model: 2 });
  printer.partialCut();
  return printer.getBuffer();
}
