import { fileURLToPath } from 'node:url';
import type { PrinterLanguage } from '../domain/printer.ts';
import { deviceFileLines } from './transport/device-file-line.ts';
import type { LineOpener } from './transport/line.ts';
import { tcpLines } from './transport/tcp-line.ts';

const CUPS = 'cups:';

/** Where slips go: a printer at the end of a line, a queue of CUPS, or the preview on the screen. */
export type Printer =
  | { readonly kind: 'preview'; readonly columns: number }
  | { readonly kind: 'escpos'; readonly columns: number; readonly lines: LineOpener }
  | { readonly kind: 'star'; readonly columns: number; readonly lines: LineOpener }
  | { readonly kind: 'cups'; readonly columns: number; readonly queue: string };

/** A printer with paper in it. */
export type PaperPrinter = Exclude<Printer, { kind: 'preview' }>;

/**
 * Returns the printer of a checked address: `preview:`, `tcp://host:port`, `file:///path`, `file:///path?baud=19200` or
 * `cups:QUEUE`.
 */
export function printerFor(url: string, columns: number, language: PrinterLanguage = 'escpos'): Printer {
  if (url.startsWith(CUPS)) return { kind: 'cups', columns, queue: url.slice(CUPS.length) };
  const lines = linesTo(url);
  if (lines === null) return { kind: 'preview', columns };
  return { kind: language === 'star-line' ? 'star' : 'escpos', columns, lines };
}

function linesTo(url: string): LineOpener | null {
  if (url.startsWith('tcp://')) {
    const { hostname, port } = new URL(url.replace('tcp:', 'http:'));
    // URL drops the port that http itself uses.
    return tcpLines({ host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 80 : Number(port) });
  }
  if (url.startsWith('file://')) {
    const baud = new URL(url).searchParams.get('baud');
    return deviceFileLines({ path: fileURLToPath(url), baud: baud === null ? undefined : Number(baud) });
  }
  return null;
}
