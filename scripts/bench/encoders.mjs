import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { transform } from 'receiptline';
import { encode as encodeQr } from 'uqr';
import { toBitmap } from '../../src-main/print/draw/bitmap.ts';
import { drawLine } from '../../src-main/print/draw/draw-line.ts';
import { encode } from '../../src-main/print/encode/encode.ts';
import { rasterCommand } from '../../src-main/print/encode/raster.ts';
import { MEASURED_COLUMNS, MEASURED_TEXT } from '../../tests/fixtures/measure-encoding.ts';

/** The page that each script asks for where a library does not choose one itself. */
const CHARACTER_SETS = {
  ascii: CharacterSet.WPC1252,
  french: CharacterSet.WPC1252,
  russian: CharacterSet.PC866_CYRILLIC2,
  japanese: CharacterSet.JAPAN,
  arabic: CharacterSet.WPC1256_ARABIC,
  emoji: CharacterSet.WPC1252,
};
const CELL_WIDTH = 12;
const QR_CELL = 8;
const RULE_ROWS = 24;
const HALF_ROWS = 16;
const BAND_ROWS = 255;

/**
 * Ways to make the bytes of a slip that is laid out, each with the same rows. `runs` is less where one takes long;
 * `tops` is where each row begins where the whole slip is a picture.
 */
export const ENCODERS = [
  { name: 'In Your Words', encode: ({ layout }) => encode(layout, { text: MEASURED_TEXT }) },
  { name: 'node-thermal-printer 4.6.1', encode: encodeWithThermalPrinter },
  { name: 'receipt-printer-encoder 4.0.1', encode: encodeWithReceiptPrinterEncoder, runs: 20 },
  { name: 'receiptline 4.0.4', encode: encodeWithReceiptline },
  { name: 'the whole slip as a picture', encode: ({ layout }) => encodeAsPicture(layout), tops: topsOf },
];

function encodeWithThermalPrinter({ rows, code, script }) {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: MEASURED_COLUMNS });
  printer.setCharacterSet(CHARACTER_SETS[script]);
  for (const row of rows) printer.println(row);
  printer.printQR(code, { cellSize: QR_CELL, correction: 'M', model: 2 });
  printer.partialCut();
  return printer.getBuffer();
}

function encodeWithReceiptPrinterEncoder({ rows, code }) {
  const encoder = new ReceiptPrinterEncoder({ printerModel: 'epson-tm-t20ii', columns: MEASURED_COLUMNS });
  encoder.initialize().codepage('auto');
  for (const row of rows) encoder.line(row);
  return encoder.qrcode(code, { model: 2, size: QR_CELL, errorlevel: 'm' }).cut('partial').encode();
}

function encodeWithReceiptline({ rows, code }) {
  const document = [
    ...rows.map((row) => `${escapeForReceiptline(row)} |`),
    `{code:${code.replaceAll(':', '\\x3a')};option:qrcode,${QR_CELL},m}`,
  ].join('\n');
  const options = { cpl: MEASURED_COLUMNS, encoding: 'multilingual', command: 'escpos', cutting: true };
  return Buffer.from(transform(document, options), 'latin1');
}

/** What its language would take for markup, and spaces at the start, which would move the row, as it asks for them. */
function escapeForReceiptline(row) {
  const escaped = row.replaceAll(/[\\|{}\-=~_"`^]/g, (sign) => `\\${sign}`);
  return escaped.replace(/^ +/, (spaces) => '~'.repeat(spaces.length));
}

/** Every row drawn, over the whole width of the paper. */
function encodeAsPicture(layout) {
  const rowBytes = (MEASURED_COLUMNS * CELL_WIDTH) / 8;
  const sheet = Buffer.concat(layout.lines.map((line) => drawRow(line, layout, rowBytes)));
  const bands = [Buffer.from([0x1b, 0x40])];
  for (let at = 0; at < sheet.length; at += BAND_ROWS * rowBytes) {
    const data = sheet.subarray(at, at + BAND_ROWS * rowBytes);
    bands.push(rasterCommand({ width: rowBytes * 8, height: data.length / rowBytes, rowBytes, data }));
  }
  // Up to the knife, and through.
  return Buffer.concat([...bands, Buffer.from([0x1d, 0x56, 66, 0])]);
}

function drawRow(line, layout, rowBytes) {
  switch (line.kind) {
    case 'text':
    case 'pair':
      return toBitmap(drawLine(line, layout.columns, layout.han)).data;
    case 'rule':
      return Buffer.alloc(RULE_ROWS * rowBytes).fill(0xff, 12 * rowBytes, 14 * rowBytes);
    case 'space':
      return Buffer.alloc((line.size === 'half' ? HALF_ROWS : RULE_ROWS) * rowBytes);
    case 'qr':
      return drawQr(line.data, rowBytes);
    default:
      return Buffer.alloc(0);
  }
}

function drawQr(text, rowBytes) {
  // A module of eight dots is a byte.
  const { size, data } = encodeQr(text, { ecc: 'M', border: 0 });
  const left = Math.floor((rowBytes - size) / 2);
  const rows = data.map((row) => {
    const dots = Buffer.alloc(rowBytes);
    row.forEach((dark, x) => dots.writeUInt8(dark ? 0xff : 0, left + x));
    return Buffer.concat(Array.from({ length: QR_CELL }, () => dots));
  });
  return Buffer.concat(rows);
}

function topsOf(layout) {
  const rowBytes = (MEASURED_COLUMNS * CELL_WIDTH) / 8;
  let top = 0;
  return layout.lines.map((line) => {
    const from = top;
    top += drawRow(line, layout, rowBytes).length / rowBytes;
    return from;
  });
}
