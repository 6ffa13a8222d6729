import { fileURLToPath } from 'node:url';
import { deviceFileLines } from './transport/device-file-line.ts';
import type { LineOpener } from './transport/line.ts';
import { tcpLines } from './transport/tcp-line.ts';

const CUPS = 'cups:';

/** Where slips go: a printer at the end of a line, a queue of CUPS, or the preview on the screen. */
export type Printer =
  | { readonly kind: 'preview'; readonly columns: number }
  | { readonly kind: 'escpos'; readonly columns: number; readonly lines: LineOpener }
  | { readonly kind: 'cups'; readonly columns: number; readonly queue: string };

/** A printer with paper in it. */
export type PaperPrinter = Exclude<Printer, { kind: 'preview' }>;

/** Returns the printer of a checked address (`preview:`, `tcp://host:port`, `file:///path`, `file:///path?baud=19200`,
 * `cups:QUEUE`). */
export function printerFor(url: string, columns: number): Printer {
  if (url.startsWith('tcp://')) {
    const { hostname, port } = new URL(url.replace('tcp:', 'http:'));
    // URL drops the port that http itself uses.
    const address = { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 80 : Number(port) };
    return { kind: 'escpos', columns, lines: tcpLines(address) };
  }
  if (url.startsWith('file://')) {
    const baud = new URL(url).searchParams.get('baud');
    const device = { path: fileURLToPath(url), baud: baud === null ? undefined : Number(baud) };
    return { kind: 'escpos', columns, lines: deviceFileLines(device) };
  }
  if (url.startsWith(CUPS)) {
    return { kind: 'cups', columns, queue: url.slice(CUPS.length) };
  }
  return { kind: 'preview', columns };
}
