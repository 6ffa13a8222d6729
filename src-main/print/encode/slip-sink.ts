import type { ThermalPrinter } from 'node-thermal-printer';
import type { Bitmap, Scale } from '../slip/paper.ts';
import type { TextEncoding } from './code-page.ts';

/** The side of the paper that a picture stands at. */
export type PictureSide = 'left' | 'center' | 'right';

/** Collects the bytes of one slip in the language of one kind of printer. */
export interface SlipSink {
  /** Runs commands of node-thermal-printer that all its printers have. */
  command(run: (printer: ThermalPrinter) => void): void;
  /** Feeds by dots of 203 dpi; feeds that follow each other become one. */
  feed(dots: number): void;
  /** Whether the marks of expectations and barcodes can be set; else they are drawn. */
  readonly setsSymbols: boolean;
  /** Within a command: so many times as wide and high from here on. */
  enlarge(printer: ThermalPrinter, times: Scale): void;
  /** Rules a line across the paper. */
  rule(weight: 'thin' | 'thick'): void;
  /** Within a command: prints a QR code of level M with cells of so many dots. */
  qr(printer: ThermalPrinter, data: string, cell: number): void;
  /** Prints a picture at a side of the paper. */
  picture(bitmap: Bitmap, align: PictureSide): void;
  /** Selects a page, or UTF-8, where the printer is in another; throws for what is not verified for it. */
  usePage(page: TextEncoding): void;
  /** Feeds the end of the slip past the place where it is torn off. */
  feedOut(): void;
  /** Feeds the last line past the knife and cuts. */
  cut(): void;
  /** Returns all bytes; what follows them finds single bytes again. */
  finish(): Buffer;
}
