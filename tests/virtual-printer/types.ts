import type { Bitmap } from './bitmap.ts';

/** Where a line stands between the margins. */
export type Align = 'left' | 'center' | 'right';

/** Characters that were printed in one go with the same look. */
export interface TextRun {
  readonly text: string;
  /** The page that the bytes were read with, `utf-8`, or a double-byte set such as `shift_jis`. */
  readonly codePage: string;
  readonly font: 'A' | 'B';
  readonly bold: boolean;
  readonly underline: 0 | 1 | 2;
  /** Magnification, 1 to 8. */
  readonly width: number;
  readonly height: number;
  readonly reversed: boolean;
  readonly upsideDown: boolean;
  readonly rotated: boolean;
  /** Dots from the left edge of the paper to the run, and the dots it takes. */
  readonly x: number;
  readonly dots: number;
  /** Dots of one cell, without magnification and right-side spacing. */
  readonly cell: { readonly width: number; readonly height: number; readonly spacing: number };
}

/** A picture that stands in a line: a bit image, or one that was stored first. */
export interface InlineImage {
  readonly x: number;
  readonly bitmap: Bitmap;
}

/** What a printed symbol said. */
export interface Barcode {
  readonly symbology: string;
  readonly data: string;
  /** Bars per module, and the height without the readable line. */
  readonly moduleDots: number;
  readonly heightDots: number;
  readonly readable: 'none' | 'above' | 'below' | 'both';
}

interface OnPaper {
  /** Dots from the start of the slip. */
  readonly top: number;
  /** How far the paper moves for the line when it is printed whole. */
  readonly heightDots: number;
  /** The band of the line that is on this piece of paper; smaller than the line where it was interrupted. */
  readonly fromDot: number;
  readonly toDot: number;
}

/** A line of characters, with the bit images that stand among them. */
export interface TextLine extends OnPaper {
  readonly kind: 'text';
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly images: readonly InlineImage[];
  readonly align: Align;
  /** True when the printer had to break the line because it reached the edge. */
  readonly wrapped: boolean;
}

/** Dots sent as dots. */
export interface RasterLine extends OnPaper {
  readonly kind: 'raster';
  readonly bitmap: Bitmap;
  readonly x: number;
  readonly align: Align;
}

/** A QR symbol. */
export interface QrLine extends OnPaper {
  readonly kind: 'qr';
  readonly data: string;
  readonly moduleDots: number;
  readonly errorCorrection: 'L' | 'M' | 'Q' | 'H';
  readonly version: number;
  readonly bitmap: Bitmap;
  readonly x: number;
  readonly align: Align;
}

/** A one-dimensional symbol, drawn where the symbology is modelled. */
export interface BarcodeLine extends OnPaper {
  readonly kind: 'barcode';
  readonly barcode: Barcode;
  readonly bitmap: Bitmap;
  readonly x: number;
  readonly align: Align;
}

/** Paper moved without ink. */
export interface FeedLine extends OnPaper {
  readonly kind: 'feed';
  /** Blank lines that a reader would count; 0 for a feed in dots. */
  readonly blankLines: number;
}

/** The knife. */
export interface CutLine extends OnPaper {
  readonly kind: 'cut';
  readonly cut: 'full' | 'partial';
}

/** One thing on the paper, from top to bottom. */
export type PaperLine = TextLine | RasterLine | QrLine | BarcodeLine | FeedLine | CutLine;

type WithoutPlace<T> = T extends PaperLine ? Omit<T, 'top' | 'fromDot' | 'toDot'> : never;

/** A line before it reaches the paper: it has a height and no place yet. */
export type DraftLine = WithoutPlace<PaperLine>;

/** What happened while a slip was printed, in order. */
export type PrinterEvent =
  | { readonly kind: 'cut'; readonly cut: 'full' | 'partial'; readonly atMm: number }
  | { readonly kind: 'feed'; readonly atMm: number; readonly dots: number }
  /** Someone asked the printer to open a drawer. It must never happen. */
  | {
      readonly kind: 'drawer';
      readonly atMm: number;
      readonly by: 'ESC p' | 'DLE DC4 1' | 'BEL';
      readonly pin: number;
    }
  | { readonly kind: 'initialise'; readonly atMm: number }
  | { readonly kind: 'cleared'; readonly atMm: number; readonly by: string; readonly droppedBytes: number }
  | { readonly kind: 'torn'; readonly atMm: number; readonly why: string }
  | { readonly kind: 'stopped'; readonly atMm: number; readonly why: string }
  | { readonly kind: 'resumed'; readonly atMm: number }
  | { readonly kind: 'buzzer' | 'test-print' | 'setup'; readonly atMm: number; readonly command: string };

/** A piece of paper: from one cut, or tear, to the next. */
export interface Slip {
  readonly lines: readonly PaperLine[];
  /** What a person reads, decoded, without alignment; `[image WxH]`, `[QR …]` and `[barcode …]` stand for drawings. */
  readonly text: string;
  /** The same with lines moved to where they stand, for golden files. */
  readonly layout: string;
  readonly events: readonly PrinterEvent[];
  readonly qrCodes: readonly string[];
  readonly barcodes: readonly Barcode[];
  /** Paper or power was lost before the cut, so the end of the slip is missing. */
  readonly torn: boolean;
  /** The beginning of this slip is on another, torn piece. */
  readonly startsTorn: boolean;
  /**
   * True once a cut ended the slip and nothing is missing at either end. What a cleared job left above the
   * last one is then still there to be read, as on real paper.
   */
  readonly whole: boolean;
  readonly lengthMm: number;
  /** The paper at real dots. */
  readonly toPng: () => Buffer;
}

/** A byte sequence that a printer would not have understood, or would have obeyed to the customer's harm. */
export interface PrinterError {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  /** The bytes around the offset, the offending ones in brackets. */
  readonly context: string;
}

/** What a test can break. */
export type FaultName =
  | 'paper-near-end'
  | 'paper-out'
  | 'cover-open'
  | 'cutter'
  | 'unrecoverable'
  | 'offline'
  | 'stall'
  | 'silence'
  | 'lose-tags'
  | 'stale-tag'
  | 'fin'
  | 'rst'
  | 'power-off';
