import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Bitmap, Scale } from '../slip/paper.ts';
import type { CodePage, PrinterText, TextEncoding } from './code-page.ts';
import { bandsOf, rasterCommand } from './raster.ts';
import type { PictureSide, SlipSink } from './slip-sink.ts';

/** `FS .`: many printers come up in a two-byte character mode that would swallow accented letters. */
const SINGLE_BYTE_CHARACTERS = [0x1c, 0x2e];
/** `GS P`: vertical units of 1/203 inch, since at power-on some models feed half a dot by a unit; 0 leaves the other. */
const UNITS_OF_203_DPI = [0x1d, 0x50, 0, 203];
/** `ESC J`: prints what waits and feeds by vertical units. */
const FEED = [0x1b, 0x4a];
const FEED_MAX = 255;
const RULE_STRETCH = [8, 7, 6, 5, 4, 3, 2];
/** `ESC d`: six lines of text are more than the way from the head to the edge of the cover. */
const FEED_LINES = [0x1b, 0x64, 6];
/** `ESC a` */
const ALIGN = { left: [0x1b, 0x61, 0], center: [0x1b, 0x61, 1], right: [0x1b, 0x61, 2] };
/** `ESC t` */
const SELECT_PAGE = [0x1b, 0x74];
/** `FS ( C`, function 48 */
const UTF8 = { on: [0x1c, 0x28, 0x43, 2, 0, 48, 50], off: [0x1c, 0x28, 0x43, 2, 0, 48, 49] };
/** `ESC d 4`, which brings the last line past the knife, and `GS V 1`. */
const FEED_AND_CUT = [0x1b, 0x64, 4, 0x1d, 0x56, 1];

/**
 * Collects the bytes of one slip, for a printer that was reset. node-thermal-printer is the encoder, one instance a slip
 * since it never clears its buffer; what goes beside it is gathered, because it copies all that it has at each append.
 */
export class SlipWriter implements SlipSink {
  readonly setsSymbols = true;
  readonly #printer: ThermalPrinter;
  readonly #columns: number;
  readonly #pageNumbers: ReadonlyMap<CodePage, number>;
  #beside: Uint8Array[] = [];
  #feed = 0;
  #page: CodePage | 'utf8' | undefined;
  #ready = false;

  constructor(columns: number, text: PrinterText) {
    this.#columns = columns;
    this.#printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: columns });
    this.#pageNumbers = new Map(text.codePages.map(({ page, escT }) => [page, escT]));
  }

  command(run: (printer: ThermalPrinter) => void): void {
    this.#start();
    this.#flush();
    run(this.#printer);
  }

  feed(dots: number): void {
    this.#feed += dots;
  }

  enlarge(printer: ThermalPrinter, times: Scale): void {
    printer.setTextSize(times - 1, times - 1);
  }

  /**
   * A rule is a row of underlined spaces, or of equals signs, as wide as the printer can stretch them: a third of the
   * bytes of a row of dashes, and without gaps where each letter has its own.
   */
  rule(weight: 'thin' | 'thick'): void {
    const times = RULE_STRETCH.find((width) => this.#columns % width === 0) ?? 1;
    this.command((printer) => {
      // Its first parameter says how wide, whatever it is called there.
      printer.setTextSize(times - 1, 0);
      if (weight === 'thin') printer.underlineThick(true);
      printer.append(Buffer.from((weight === 'thin' ? ' ' : '=').repeat(this.#columns / times)));
      printer.newLine();
      if (weight === 'thin') printer.underlineThick(false);
      printer.setTextSize(0, 0);
    });
  }

  qr(printer: ThermalPrinter, data: string, cell: number): void {
    printer.printQR(data, { cellSize: cell, correction: 'M', model: 2 });
  }

  picture(bitmap: Bitmap, align: PictureSide): void {
    this.#start();
    this.#sendFeed();
    if (align !== 'left') this.#beside.push(Buffer.from(ALIGN[align]));
    for (const band of bandsOf(bitmap)) this.#beside.push(rasterCommand(band));
    if (align !== 'left') this.#beside.push(Buffer.from(ALIGN.left));
  }

  usePage(page: TextEncoding): void {
    this.#start();
    if (page === 'any' || page === this.#page) return;
    const left = this.#page;
    this.#page = page;
    if (page === 'utf8') {
      this.#beside.push(Buffer.from(UTF8.on));
      return;
    }
    const number = this.#pageNumbers.get(page);
    if (number === undefined) throw new Error(`the page ${page} is not verified for this printer`);
    this.#beside.push(Buffer.from([...(left === 'utf8' ? UTF8.off : []), ...SELECT_PAGE, number]));
  }

  feedOut(): void {
    this.command((printer) => printer.append(Buffer.from(FEED_LINES)));
  }

  cut(): void {
    // The library's own cut would also reset the printer, which then no longer says when it stops (`GS a`).
    this.#start();
    this.#sendFeed();
    this.#beside.push(Buffer.from(FEED_AND_CUT));
  }

  finish(): Buffer {
    if (this.#page === 'utf8') this.#beside.push(Buffer.from(UTF8.off));
    this.#flush();
    return this.#printer.getBuffer();
  }

  #start(): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#beside.push(Buffer.from([...SINGLE_BYTE_CHARACTERS, ...UNITS_OF_203_DPI]));
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
