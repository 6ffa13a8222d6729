import { isComplete, makeSlip } from './slip.ts';
import type { PaperShape } from './slip.ts';
import type { DraftLine, PaperLine, PrinterEvent, Slip } from './types.ts';

/** The band of a draft line that reached the paper. */
export interface PrintedBand {
  readonly line: DraftLine;
  readonly fromDot: number;
  readonly toDot: number;
}

/** The paper: what has been cut off, and the piece that still hangs in the printer. */
export class PaperRoll {
  readonly #paper: PaperShape;
  readonly #onEvent: (event: PrinterEvent) => void;
  readonly #slips: Slip[] = [];
  #lines: PaperLine[] = [];
  #events: PrinterEvent[] = [];
  #nextTop = 0;
  #startsTorn = false;

  constructor(paper: PaperShape, onEvent: (event: PrinterEvent) => void) {
    this.#paper = paper;
    this.#onEvent = onEvent;
  }

  /** Every piece that was cut or torn off, oldest first. */
  get slips(): readonly Slip[] {
    return this.#slips;
  }

  /** The length of the uncut piece. */
  get currentMm(): number {
    return (this.#nextTop / this.#paper.dpi) * 25.4;
  }

  /** The uncut piece as it looks now, with the line that is being printed. */
  current(underHead: PrintedBand | undefined): Slip {
    const lines = underHead === undefined ? this.#lines : [...this.#lines, this.#place(underHead)];
    return this.#slip([...lines], 'open');
  }

  /** Notes what happened at this place of the paper. */
  note(event: PrinterEvent): void {
    this.#events.push(event);
    this.#onEvent(event);
  }

  /** Puts a line, or the band of it that was printed, at the end of the paper. */
  append(band: PrintedBand): void {
    const line = this.#place(band);
    this.#lines.push(line);
    this.#nextTop += line.toDot - line.fromDot;
    if (line.kind === 'feed') {
      this.note({ kind: 'feed', atMm: this.currentMm, dots: line.toDot - line.fromDot });
    }
  }

  /** Cuts. Answers how many millimetres of print the knife left inside the printer. */
  cut(kind: 'full' | 'partial'): number {
    this.note({ kind: 'cut', cut: kind, atMm: this.currentMm });
    this.append({ line: { kind: 'cut', cut: kind, heightDots: 0 }, fromDot: 0, toDot: 0 });
    const knife = this.#nextTop - this.#paper.headToCutterDots;
    const lowestInk = Math.max(0, ...this.#lines.map(inkBottom));
    this.#finish('cut');
    return (Math.max(0, lowestInk - knife) / this.#paper.dpi) * 25.4;
  }

  /**
   * Ends the piece without a cut. A piece without any print is thrown away with the core of the roll.
   * `goesOn` tells whether the rest of the slip can still be printed on the next piece.
   */
  tear(why: string, goesOn: boolean): void {
    const startsTorn = goesOn && (this.#printed || this.#startsTorn);
    if (this.#printed) {
      this.note({ kind: 'torn', atMm: this.currentMm, why });
      this.#finish('torn');
    } else {
      this.#lines = [];
      this.#nextTop = 0;
    }
    this.#startsTorn = startsTorn;
  }

  /** The rest of a torn slip was thrown away: what is printed from here on is a slip of its own. */
  startFresh(): void {
    if (!this.#printed) this.#startsTorn = false;
  }

  get #printed(): boolean {
    return this.#lines.some((line) => line.kind !== 'feed' && line.kind !== 'cut');
  }

  #finish(end: 'cut' | 'torn'): void {
    this.#slips.push(this.#slip(this.#lines, end));
    this.#lines = [];
    this.#events = [];
    this.#nextTop = 0;
    this.#startsTorn = false;
  }

  #slip(lines: readonly PaperLine[], end: 'cut' | 'torn' | 'open'): Slip {
    return makeSlip({
      lines,
      events: [...this.#events],
      startsTorn: this.#startsTorn,
      end,
      paper: this.#paper,
    });
  }

  #place({ line, fromDot, toDot }: PrintedBand): PaperLine {
    return { ...line, top: this.#nextTop, fromDot, toDot };
  }
}

function inkBottom(line: PaperLine): number {
  switch (line.kind) {
    case 'feed':
    case 'cut':
      return 0;
    case 'text': {
      if (line.text.trim() === '' && line.images.length === 0) return 0;
      const heights = [
        ...line.runs.map((run) => run.cell.height * run.height),
        ...line.images.map((image) => image.bitmap.height),
      ];
      return line.top + (isComplete(line) ? Math.max(0, ...heights) : line.toDot - line.fromDot);
    }
    case 'raster':
    case 'qr':
    case 'barcode':
      return line.top + line.toDot - line.fromDot;
  }
}
