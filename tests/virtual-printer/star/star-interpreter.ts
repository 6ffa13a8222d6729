import { cropHeight, magnify } from '../bitmap.ts';
import type { Bitmap } from '../bitmap.ts';
import type { InterpreterHost, PrinterInterpreter } from '../command-context.ts';
import type { Command } from '../command-parser.ts';
import { drawingPlace, LineBuffer } from '../line-buffer.ts';
import { initialState, printArea } from '../print-state.ts';
import type { PrintState } from '../print-state.ts';
import type { PrinterProfile } from '../profiles.ts';
import { drawQrCode } from '../qr-code.ts';
import { TextInput } from '../text-input.ts';

const ALIGNMENTS = ['left', 'center', 'right'] as const;
const LEVELS = ['L', 'M', 'Q', 'H'] as const;
/** Star's numbers of code pages, and those of the same pages in Epson's list. */
const PAGES: Readonly<Record<number, number>> = {
  ...{ 0: 0, 1: 0, 3: 0, 4: 19, 5: 18, 10: 17, 15: 14, 32: 16, 33: 45, 34: 46 },
};
const FOUR_MM = 32;
const THREE_MM = 24;
const BAND_ROWS = 24;

/** Turns commands of Star Line Mode into lines of paper and answers. Eight dots are a millimetre. */
export class StarInterpreter implements PrinterInterpreter {
  readonly #profile: PrinterProfile;
  readonly #host: InterpreterHost;
  readonly #line = new LineBuffer();
  readonly #text = new TextInput();
  #state: PrintState;
  /** A picture that waits in the line. */
  #band: Bitmap | undefined;
  #qr = { level: 'L' as (typeof LEVELS)[number], cell: 3, data: undefined as Uint8Array | undefined };

  constructor(profile: PrinterProfile, host: InterpreterHost) {
    this.#profile = profile;
    this.#host = host;
    this.#state = starState(profile);
  }

  get waitingCharacters(): number {
    return this.#line.length;
  }

  clearLine(): void {
    this.#line.clear();
    this.#text.reset();
    this.#band = undefined;
  }

  reset(): void {
    this.clearLine();
    this.#state = starState(this.#profile);
    this.#qr = { level: 'L', cell: 3, data: undefined };
  }

  execute(command: Command): void {
    if (command.kind === 'text') return this.#print(command.byte, command.offset);
    if (command.kind === 'unknown')
      return this.#host.fail(command.offset, command.bytes.length, 'unknown command');
    const why = this.#obey(command.name, command.args);
    if (why !== undefined)
      this.#host.fail(command.offset, command.args.length + 2, `${command.name}: ${why}`);
  }

  #obey(name: string, args: Uint8Array): string | undefined {
    const [first = 0, second = 0] = args;
    switch (name) {
      // Carried out when they were received; here they only go by.
      case 'ENQ':
      case 'EOT':
      case 'ESC ACK':
        return undefined;
      case 'CAN':
        this.reset();
        this.#host.resetPrintEnds();
        return undefined;
      case 'ETB':
        this.#host.countPrintEnd();
        return undefined;
      case 'BEL':
      case 'FS':
      case 'SUB':
      case 'EM':
        this.#host.note({ kind: 'drawer', by: 'BEL', pin: name === 'BEL' || name === 'FS' ? 0 : 1 });
        return undefined;
      case 'LF':
        this.#feed(this.#state.lineSpacingDots);
        return undefined;
      case 'ESC @':
        // Prints what waits, says the specification, and only then begins anew.
        if (!this.#line.empty || this.#band) this.#feed(this.#state.lineSpacingDots);
        this.reset();
        this.#host.note({ kind: 'initialise' });
        return undefined;
      case 'ESC E':
      case 'ESC F':
        this.#state.emphasised = name === 'ESC E';
        return undefined;
      case 'ESC 4':
      case 'ESC 5':
        this.#state.reversed = name === 'ESC 4';
        return undefined;
      case 'ESC M':
        this.#state.charSpacing = 0;
        return undefined;
      case 'ESC R':
        this.#state.nationalSet = first;
        return undefined;
      case 'ESC i':
        if (first > 5 || second > 5) return 'no such size';
        this.#state.height = first + 1;
        this.#state.width = second + 1;
        return undefined;
      case 'ESC z':
        if (first !== 1 && first !== 49) return 'no such line';
        this.#state.lineSpacingDots = FOUR_MM;
        return undefined;
      case 'ESC 0':
        this.#state.lineSpacingDots = THREE_MM;
        return undefined;
      case 'ESC I':
        return first === 0 ? 'feeds nothing' : this.#feed(first);
      case 'ESC J':
        return first === 0 ? 'feeds nothing' : this.#feed(first * 2);
      case 'ESC a':
        return this.#feed(first * this.#state.lineSpacingDots);
      case 'ESC d':
        return this.#cut(first);
      case 'ESC k':
        return this.#picture(args);
      case 'ESC GS':
        return this.#extended(args);
      case 'ESC RS':
        return this.#setting(first, second);
      default:
        return 'is not modelled';
    }
  }

  #setting(letter: number, n: number): string | undefined {
    switch (String.fromCharCode(letter)) {
      case 'F':
        if (n > 1) return 'no such font';
        this.#state.font = n === 1 ? 'B' : 'A';
        return undefined;
      case 'E':
        this.#host.resetPrintEnds();
        return undefined;
      case 'a':
        if (n > 3) return 'no such condition';
        this.#host.setAutomaticStatus((n & 1) === 1 ? 0xff : 0);
        return undefined;
      default:
        return 'is not modelled';
    }
  }

  #extended(args: Uint8Array): string | undefined {
    const [letter = 0, second = 0, third = 0, n = 0] = args;
    switch (String.fromCharCode(letter)) {
      case 'a': {
        const align = ALIGNMENTS[second];
        if (align === undefined) return 'no such alignment';
        if (!this.#line.empty || this.#band) return 'ignored, because it stands in the middle of a line';
        this.#state.align = align;
        return undefined;
      }
      case 't': {
        const page = PAGES[second];
        if (page === undefined || !this.#profile.codePages.includes(page)) return `no code page ${second}`;
        this.#state.codePage = page;
        return undefined;
      }
      case 'y':
        if (second === 0x50) return this.#printQr();
        if (second === 0x53) return this.#setQr(third, n);
        if (second !== 0x44 || third !== 0x31 || n !== 0) return 'is not modelled';
        this.#qr.data = args.slice(6);
        return undefined;
      default:
        return 'is not modelled';
    }
  }

  #setQr(which: number, n: number): string | undefined {
    switch (which) {
      case 0x30:
        return n === 2 ? undefined : `QR model ${n} is not modelled`;
      case 0x31: {
        const level = LEVELS[n];
        if (level === undefined) return `no level ${n}`;
        this.#qr.level = level;
        return undefined;
      }
      case 0x32:
        if (n < 1 || n > 8) return `a cell of ${n} dots`;
        this.#qr.cell = n;
        return undefined;
      default:
        return 'no such setting of a QR code';
    }
  }

  #printQr(): string | undefined {
    const { data, level, cell } = this.#qr;
    if (data === undefined) return 'no QR data is stored';
    if (!this.#line.empty || this.#band) this.#feed(this.#state.lineSpacingDots);
    const symbol = drawQrCode(data, level);
    if (symbol === undefined) return 'the data fits into no QR code';
    const bitmap = magnify(symbol.bitmap, cell, cell);
    const area = { ...printArea(this.#state, this.#profile), align: this.#state.align };
    if (bitmap.width > area.width) return `a QR code of ${bitmap.width} dots is not printed on ${area.width}`;
    this.#host.print({
      kind: 'qr',
      data: new TextDecoder().decode(data),
      moduleDots: cell,
      errorCorrection: level,
      version: symbol.version,
      ...drawingPlace(bitmap, area),
    });
    return undefined;
  }

  #picture(args: Uint8Array): string | undefined {
    const width = (args[0] ?? 0) * 8;
    if (args[1] !== 0 || width === 0) return 'no such width';
    if (width > this.#profile.dots) return `${width} dots wide`;
    if (!this.#line.empty || this.#band) return 'a picture beside something is not modelled';
    this.#band = { width, height: BAND_ROWS, data: args.slice(2) };
    return undefined;
  }

  #print(byte: number, offset: number): void {
    if (this.#band) return this.#host.fail(offset, 1, 'text beside a picture is not modelled');
    const result = this.#text.push(byte, this.#state, this.#profile);
    if (result.kind === 'incomplete') return;
    if (result.kind === 'undecodable') this.#host.fail(offset, 1, result.why);
    const { text, style } = result.kind === 'character' ? result.character : result.replacement;
    const dots = (style.cell.width + style.cell.spacing) * style.width;
    const { width } = printArea(this.#state, this.#profile);
    if (this.#line.x > 0 && this.#line.x + style.cell.width * style.width > width) {
      this.#flush(this.#state.lineSpacingDots, true);
    }
    this.#line.addText(text, dots, style);
  }

  /** Prints what waits; the paper moves by so many dots, and dots below them are not printed. */
  #feed(dots: number): string | undefined {
    const band = this.#band;
    if (band !== undefined) {
      this.#band = undefined;
      const area = { ...printArea(this.#state, this.#profile), align: this.#state.align };
      const drawing = drawingPlace(cropHeight(band, dots), area);
      this.#host.print({ kind: 'raster', ...drawing, heightDots: dots });
      return undefined;
    }
    if (this.#flush(dots, false)) return undefined;
    const lines = dots % this.#state.lineSpacingDots === 0 ? dots / this.#state.lineSpacingDots : 0;
    this.#host.print({ kind: 'feed', heightDots: dots, blankLines: lines });
    return undefined;
  }

  #flush(dots: number, wrapped: boolean): boolean {
    const { left, width } = printArea(this.#state, this.#profile);
    const line = this.#line.take({ left, width, align: this.#state.align, lineSpacingDots: dots, wrapped });
    if (line !== undefined) this.#host.print(line);
    return line !== undefined;
  }

  #cut(n: number): string | undefined {
    const how = n >= 48 ? n - 48 : n;
    if (how > 3) return 'no such cut';
    if (!this.#line.empty || this.#band) this.#feed(this.#state.lineSpacingDots);
    if (how >= 2) {
      const toKnife = Math.round((this.#profile.headToCutterMm / 25.4) * this.#profile.dpi);
      this.#host.print({ kind: 'feed', heightDots: toKnife, blankLines: 0 });
    }
    this.#host.print({ kind: 'cut', cut: how % 2 === 0 ? 'full' : 'partial', heightDots: 0 });
    return undefined;
  }
}

function starState(profile: PrinterProfile): PrintState {
  return { ...initialState(profile), lineSpacingDots: FOUR_MM };
}
