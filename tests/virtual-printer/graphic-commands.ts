import { makeBarcode } from './barcode.ts';
import type { Bitmap } from './bitmap.ts';
import { magnify } from './bitmap.ts';
import { readBitImage, readRaster, readStoredGraphics } from './graphics.ts';
import type { GraphicsResult } from './graphics.ts';
import type { CommandContext, CommandHandler } from './command-context.ts';
import { drawingPlace } from './line-buffer.ts';
import { printArea } from './print-state.ts';
import { drawQrCode } from './qr-code.ts';
import { digit } from './text-commands.ts';

const LEVELS = ['L', 'M', 'Q', 'H'] as const;
const READABLE = ['none', 'above', 'below', 'both'] as const;
const QR_MODEL_2 = 50;

function place(context: CommandContext): { left: number; width: number; align: 'left' | 'center' | 'right' } {
  return { ...printArea(context.state, context.profile), align: context.state.align };
}

/** Prints a picture as a line of its own. */
function printPicture(context: CommandContext, name: string, result: GraphicsResult): string | undefined {
  if (!result.ok) return result.why;
  if (!context.line.empty) return `${name}: ignored, because it stands in the middle of a line`;
  const area = place(context);
  context.host.print({ kind: 'raster', ...drawingPlace(result.bitmap, area) });
  return tooWide(name, result.bitmap, area.width);
}

function tooWide(name: string, bitmap: Bitmap, width: number): string | undefined {
  // Up to seven dots over are the padding of the last byte.
  return bitmap.width - width > 7 ? `${name}: ${bitmap.width} dots wide, cut off at ${width}` : undefined;
}

function graphics(context: CommandContext, args: Uint8Array): string | undefined {
  const [m, fn] = args;
  if (m !== 48) return `GS ( L: unknown m ${m}`;
  switch (fn) {
    case 1:
    case 49:
      return undefined;
    case 2:
    case 50: {
      const stored = context.symbols.graphics;
      context.symbols.graphics = undefined;
      if (stored === undefined) return 'GS ( L: nothing is stored to be printed';
      return printPicture(context, 'GS ( L', { ok: true, bitmap: stored });
    }
    case 112:
    case 113: {
      const result = readStoredGraphics(fn, args.subarray(2));
      if (!result.ok) return result.why;
      context.symbols.graphics = result.bitmap;
      return undefined;
    }
    default:
      return `GS ( L: function ${fn} is not modelled`;
  }
}

function printQr(context: CommandContext): string | undefined {
  const { symbols, host, line } = context;
  if (symbols.qrData === undefined) return 'GS ( k: no QR data is stored';
  if (!line.empty) return 'GS ( k: ignored, because it stands in the middle of a line';
  const symbol = drawQrCode(symbols.qrData, symbols.qrLevel);
  if (symbol === undefined) return 'GS ( k: the data fits into no QR code';
  const bitmap = magnify(symbol.bitmap, symbols.qrModuleDots, symbols.qrModuleDots);
  const area = place(context);
  if (bitmap.width > area.width)
    return `GS ( k: a QR code of ${bitmap.width} dots is not printed on ${area.width}`;
  host.print({
    kind: 'qr',
    data: new TextDecoder().decode(symbols.qrData),
    moduleDots: symbols.qrModuleDots,
    errorCorrection: symbols.qrLevel,
    version: symbol.version,
    ...drawingPlace(bitmap, area),
  });
  return undefined;
}

/** `GS ( k` from the cn on. */
export function qrCode(context: CommandContext, args: Uint8Array): string | undefined {
  const { symbols } = context;
  const [cn, fn, n = 0] = args;
  if (cn !== 49) return `GS ( k: symbol ${cn} is not modelled`;
  switch (fn) {
    case 65:
      return n === QR_MODEL_2 ? undefined : `GS ( k: QR model ${n} is not modelled`;
    case 67:
      if (n < 1 || n > 16) return `GS ( k: a module of ${n} dots`;
      symbols.qrModuleDots = n;
      return undefined;
    case 69: {
      const level = LEVELS[n - 48];
      if (level === undefined) return `GS ( k: error correction ${n}`;
      symbols.qrLevel = level;
      return undefined;
    }
    case 80:
      if (n !== 48 || args.length < 4) return 'GS ( k: no data to store';
      symbols.qrData = args.slice(3);
      return undefined;
    case 81:
      return n === 48 ? printQr(context) : `GS ( k: print with m ${n}`;
    default:
      return `GS ( k: function ${fn} is not modelled`;
  }
}

function barcode(context: CommandContext, args: Uint8Array): string | undefined {
  const { state, line, host } = context;
  const system = args[0] ?? 0;
  if (!line.empty) return 'GS k: ignored, because it stands in the middle of a line';
  const result = makeBarcode(system, system <= 6 ? args.subarray(1, -1) : args.subarray(2), state);
  if (!result.ok) return result.why;
  const area = place(context);
  if (result.bitmap.width > area.width)
    return `GS k: ${result.bitmap.width} dots are not printed on ${area.width}`;
  const drawing = drawingPlace(result.bitmap, area);
  host.print({
    kind: 'barcode',
    barcode: result.barcode,
    ...drawing,
    heightDots: drawing.heightDots + result.readableDots,
  });
  return undefined;
}

/** Commands that draw. */
export const GRAPHIC_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  'GS v': (context, args) => printPicture(context, 'GS v 0', readRaster(args)),
  'ESC *': (context, args) => {
    const result = readBitImage(args);
    if (!result.ok) return result.why;
    const { width } = printArea(context.state, context.profile);
    const wide = tooWide('ESC *', result.bitmap, width - context.line.x);
    if (wide === undefined) context.line.addImage(result.bitmap);
    return wide;
  },
  'GS 8': (context, args) =>
    args[0] === 0x4c ? graphics(context, args.subarray(5)) : 'GS 8: only GS 8 L is known',
  'GS k': barcode,
  'GS h': ({ state }, [n = 0]) => {
    if (n === 0) return 'GS h 0: a barcode without height';
    state.barcodeHeight = n;
    return undefined;
  },
  'GS w': ({ state }, [n = 0]) => {
    if (n < 2 || n > 6) return `GS w ${n}: no such module width`;
    state.barcodeModule = n;
    return undefined;
  },
  'GS H': ({ state }, [n]) => {
    const readable = READABLE[digit(n)];
    if (readable === undefined) return `GS H ${n}: no such place`;
    state.readable = readable;
    return undefined;
  },
  'GS f': (_context, [n]) => (digit(n) > 1 ? `GS f ${n}: no such font` : undefined),
};

/** `GS ( L` from the m on, for the commands that begin with `GS (`. */
export const storedGraphics = graphics;
