import type { Bitmap } from './bitmap.ts';
import { cropWidth } from './bitmap.ts';
import type { Align, DraftLine, InlineImage, TextRun } from './types.ts';

/** How a character looks; what a run has apart from its words and its place. */
export type RunStyle = Omit<TextRun, 'text' | 'x' | 'dots'>;

/** Where the line is to stand on the paper. */
export interface LinePlace {
  readonly left: number;
  readonly width: number;
  readonly align: Align;
  readonly lineSpacingDots: number;
  readonly wrapped: boolean;
}

const CELL_DOTS = 12;

/** The print buffer: the line that has been received and not yet printed. */
export class LineBuffer {
  #runs: TextRun[] = [];
  #images: InlineImage[] = [];
  #x = 0;

  /** Dots from the left margin to where the next character goes. */
  get x(): number {
    return this.#x;
  }

  /** True at the beginning of a line, where layout commands may stand. */
  get empty(): boolean {
    return this.#runs.length === 0 && this.#images.length === 0 && this.#x === 0;
  }

  /** Characters that are waiting to be printed. */
  get length(): number {
    return this.#runs.reduce((sum, run) => sum + run.text.length, 0);
  }

  /** Moves without printing. */
  moveTo(x: number): void {
    this.#x = x;
  }

  /** Puts a character at the cursor. */
  addText(text: string, dots: number, style: RunStyle): void {
    const last = this.#runs[this.#runs.length - 1];
    if (last !== undefined && last.x + last.dots === this.#x && sameStyle(last, style)) {
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text, dots: last.dots + dots };
    } else {
      this.#runs.push({ ...style, text, x: this.#x, dots });
    }
    this.#x += dots;
  }

  /** Puts a bit image at the cursor. */
  addImage(bitmap: Bitmap): void {
    this.#images.push({ x: this.#x, bitmap });
    this.#x += bitmap.width;
  }

  /** Forgets the line. */
  clear(): void {
    this.#runs = [];
    this.#images = [];
    this.#x = 0;
  }

  /** Takes the line out as it will stand on the paper; undefined when there is nothing to print. */
  take(place: LinePlace): DraftLine | undefined {
    if (this.#runs.length === 0 && this.#images.length === 0) {
      this.clear();
      return undefined;
    }
    const right = Math.max(
      0,
      ...this.#runs.map((run) => run.x + run.dots),
      ...this.#images.map((image) => image.x + image.bitmap.width),
    );
    const shift = place.left + alignedOffset(place.align, place.width, right);
    const runs = this.#runs.map((run) => ({ ...run, x: run.x + shift }));
    const images = this.#images.map((image) => ({ ...image, x: image.x + shift }));
    this.clear();
    const inkHeight = Math.max(
      ...runs.map((run) => run.cell.height * run.height),
      ...images.map((image) => image.bitmap.height),
    );
    const heightDots = Math.max(inkHeight, place.lineSpacingDots);
    const [image] = images;
    if (runs.length === 0 && images.length === 1 && image !== undefined) {
      return { kind: 'raster', bitmap: image.bitmap, x: image.x, align: place.align, heightDots };
    }
    const text = readRuns(runs, images);
    return { kind: 'text', text, runs, images, align: place.align, wrapped: place.wrapped, heightDots };
  }
}

/** How far a thing of some width moves from the left edge of the print area. */
function alignedOffset(align: Align, areaWidth: number, width: number): number {
  const free = Math.max(0, areaWidth - width);
  switch (align) {
    case 'left':
      return 0;
    case 'center':
      return free >> 1;
    case 'right':
      return free;
  }
}

/** A line that consists of one drawing. */
export function drawingPlace(
  bitmap: Bitmap,
  place: Pick<LinePlace, 'left' | 'width' | 'align'>,
): { readonly bitmap: Bitmap; readonly x: number; readonly align: Align; readonly heightDots: number } {
  const fitting = cropWidth(bitmap, place.width);
  return {
    bitmap: fitting,
    x: place.left + alignedOffset(place.align, place.width, fitting.width),
    align: place.align,
    heightDots: fitting.height,
  };
}

function sameStyle(run: TextRun, style: RunStyle): boolean {
  return (
    run.codePage === style.codePage &&
    run.font === style.font &&
    run.bold === style.bold &&
    run.underline === style.underline &&
    run.width === style.width &&
    run.height === style.height &&
    run.reversed === style.reversed &&
    run.upsideDown === style.upsideDown &&
    run.rotated === style.rotated &&
    run.cell.width === style.cell.width &&
    run.cell.height === style.cell.height &&
    run.cell.spacing === style.cell.spacing
  );
}

/** The words of a line from left to right, with blanks where a tab or a position left a gap. */
function readRuns(runs: readonly TextRun[], images: readonly InlineImage[]): string {
  const pieces = [
    ...runs.map((run) => ({ x: run.x, end: run.x + run.dots, text: run.text })),
    ...images.map(({ x, bitmap }) => ({
      x,
      end: x + bitmap.width,
      text: `[image ${bitmap.width}x${bitmap.height}]`,
    })),
  ].sort((a, b) => a.x - b.x);
  let text = '';
  let end = pieces[0]?.x ?? 0;
  for (const piece of pieces) {
    const gap = piece.x - end;
    if (gap > 0) text += ' '.repeat(Math.max(1, Math.round(gap / CELL_DOTS)));
    text += piece.text;
    end = piece.end;
  }
  return text.trimEnd();
}
