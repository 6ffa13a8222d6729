import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { CodePage, PrinterText, TextEncoding } from '../encode/code-page.ts';
import type { PictureSide, SlipSink } from '../encode/slip-sink.ts';
import type { Bitmap, Scale } from '../slip/paper.ts';

/** The default: the page that Star's specification has for Western Europe, where the printer is set to single bytes. */
export const STAR_TEXT: PrinterText = { codePages: [{ page: 'win1252', escT: 32 }] };

/** `ESC R 0`, `ESC RS F 0`, `ESC M`: American signs, font A, no space between; they come up as switches are set. */
const PLAIN_TEXT = [0x1b, 0x52, 0, 0x1b, 0x1e, 0x46, 0, 0x1b, 0x4d];
/** `ESC z 1` and `ESC 0`: a line of 4 mm for text, and one of 3 mm, which is a band of dots. */
const TEXT_PITCH = [0x1b, 0x7a, 1];
const BAND_PITCH = [0x1b, 0x30];
/** `ESC i` */
const EXPAND = [0x1b, 0x69];
/** `ESC I`: prints what waits, and feeds by eighths of a millimetre, which are the printer's dots. */
const FEED = [0x1b, 0x49];
const FEED_MAX = 255;
/** `ESC a`: six lines of text are more than the way from the head to the edge of the cover. */
const FEED_LINES = [0x1b, 0x61, 6];
/** `ESC k`: rows of a band of 24, in the only picture command that Star Line Mode and StarPRNT share. */
const BAND = [0x1b, 0x6b];
const BAND_ROWS = 24;
const LINE_FEED = 0x0a;
/** `ESC GS a` */
const ALIGN = { left: [0x1b, 0x1d, 0x61, 0], center: [0x1b, 0x1d, 0x61, 1], right: [0x1b, 0x1d, 0x61, 2] };
/** `ESC GS t` */
const SELECT_PAGE = [0x1b, 0x1d, 0x74];
/** `ESC GS y`: model, level, cell, data and print. */
const QR = [0x1b, 0x1d, 0x79];
const QR_LEVEL_M = 1;
/** `ESC d 3`: feeds to the knife, and cuts all but one point. */
const CUT = [0x1b, 0x64, 3];
const ESC = 0x1b;
const ACK = 0x06;

/** Collects the bytes of one slip for a printer that speaks Star Line Mode or StarPRNT, and was reset. */
export class StarWriter implements SlipSink {
  readonly setsSymbols = false;
  readonly #printer: ThermalPrinter;
  readonly #pageNumbers: ReadonlyMap<CodePage, number>;
  #beside: Uint8Array[] = [];
  #feed = 0;
  #page: TextEncoding | undefined;

  constructor(columns: number, text: PrinterText) {
    this.#printer = new ThermalPrinter({ type: PrinterTypes.STAR, interface: '', width: columns });
    this.#pageNumbers = new Map(text.codePages.map(({ page, escT }) => [page, escT]));
    this.#beside.push(Buffer.from([...PLAIN_TEXT, ...TEXT_PITCH]));
  }

  command(run: (printer: ThermalPrinter) => void): void {
    this.#flush();
    run(this.#printer);
  }

  feed(dots: number): void {
    this.#feed += dots;
  }

  enlarge(printer: ThermalPrinter, times: Scale): void {
    printer.append(Buffer.from([...EXPAND, times - 1, times - 1]));
  }

  rule(weight: 'thin' | 'thick'): void {
    this.command((printer) => printer.drawLine(weight === 'thin' ? '-' : '='));
  }

  qr(printer: ThermalPrinter, data: string, cell: number): void {
    // The library's own leaves out the command that stores the data, which would be printed as text.
    const bytes = Buffer.from(data);
    const stored = Buffer.from([...QR, 0x44, 0x31, 0, bytes.length & 0xff, bytes.length >> 8]);
    const look = [...QR, 0x53, 0x30, 2, ...QR, 0x53, 0x31, QR_LEVEL_M, ...QR, 0x53, 0x32, cell];
    printer.append(Buffer.concat([Buffer.from(look), stored, bytes, Buffer.from([...QR, 0x50])]));
  }

  picture(bitmap: Bitmap, align: PictureSide): void {
    this.#sendFeed();
    if (align !== 'left') this.#beside.push(Buffer.from(ALIGN[align]));
    this.#beside.push(Buffer.from(BAND_PITCH));
    for (let top = 0; top < bitmap.height; top += BAND_ROWS) this.#band(bitmap, top);
    this.#beside.push(Buffer.from(TEXT_PITCH));
    if (align !== 'left') this.#beside.push(Buffer.from(ALIGN.left));
  }

  usePage(page: TextEncoding): void {
    if (page === 'any' || page === this.#page) return;
    const number = page === 'utf8' ? undefined : this.#pageNumbers.get(page);
    if (number === undefined) throw new Error(`the page ${page} is not verified for this printer`);
    this.#beside.push(Buffer.from([...SELECT_PAGE, number]));
    this.#page = page;
  }

  feedOut(): void {
    this.command((printer) => printer.append(Buffer.from(FEED_LINES)));
  }

  cut(): void {
    this.#sendFeed();
    this.#beside.push(Buffer.from(CUT));
  }

  finish(): Buffer {
    this.#flush();
    return this.#printer.getBuffer();
  }

  #band({ rowBytes, height, data }: Bitmap, top: number): void {
    const rows = Math.min(BAND_ROWS, height - top);
    const band = new Uint8Array(rowBytes * BAND_ROWS);
    band.set(data.subarray(top * rowBytes, (top + rows) * rowBytes));
    // What a band has less than its rows is not fed: the dots below are blank.
    const end = rows === BAND_ROWS ? [LINE_FEED] : [...FEED, rows];
    this.#beside.push(Buffer.from([...BAND, rowBytes, 0]), withoutStarCommands(band), Buffer.from(end));
  }

  #sendFeed(): void {
    for (; this.#feed > 0; this.#feed -= Math.min(this.#feed, FEED_MAX)) {
      this.#beside.push(Buffer.from([...FEED, Math.min(this.#feed, FEED_MAX)]));
    }
  }

  #flush(): void {
    this.#sendFeed();
    if (this.#beside.length === 0) return;
    this.#printer.append(Buffer.concat(this.#beside));
    this.#beside = [];
  }
}

/**
 * `ESC ACK …` is obeyed when it is received, and one of them resets the printer: dots that spell it get one more dot
 * beside those of the ESC byte, which nobody sees.
 */
export function withoutStarCommands(data: Uint8Array): Uint8Array {
  const safe = Uint8Array.from(data);
  for (let i = 0; i + 1 < safe.length; i++) {
    if (safe[i] === ESC && safe[i + 1] === ACK) safe[i] = 0x1f;
  }
  return safe;
}
