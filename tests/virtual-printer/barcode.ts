import { code128, code39, ean13 } from './barcode-patterns.ts';
import type { BarcodePattern } from './barcode-patterns.ts';
import type { Bitmap } from './bitmap.ts';
import { createBitmap, setInk } from './bitmap.ts';
import type { PrintState } from './print-state.ts';
import type { Barcode } from './types.ts';

/** A symbol ready to be placed, or why a printer prints none. */
export type BarcodeResult =
  | { readonly ok: true; readonly barcode: Barcode; readonly bitmap: Bitmap; readonly readableDots: number }
  | { readonly ok: false; readonly why: string };

const READABLE_DOTS = 24;

const SYMBOLOGIES: Readonly<Record<number, string>> = {
  0: 'UPC-A',
  1: 'UPC-E',
  2: 'EAN13',
  3: 'EAN8',
  4: 'CODE39',
  5: 'ITF',
  6: 'CODABAR',
  65: 'UPC-A',
  66: 'UPC-E',
  67: 'EAN13',
  68: 'EAN8',
  69: 'CODE39',
  70: 'ITF',
  71: 'CODABAR',
  72: 'CODE93',
  73: 'CODE128',
  74: 'GS1-128',
  79: 'CODE128 auto',
};

/** Carries out `GS k`: `system` is its m, `data` what follows without the count or the final NUL. */
export function makeBarcode(system: number, data: Uint8Array, state: PrintState): BarcodeResult {
  const symbology = SYMBOLOGIES[system];
  if (symbology === undefined) return { ok: false, why: `GS k: no symbology ${system}` };
  const pattern = drawPattern(symbology, data);
  if (pattern === undefined)
    return { ok: false, why: `GS k: not printable as ${symbology}: ${latin1(data)}` };
  const barcode: Barcode = {
    symbology,
    data: pattern.data,
    moduleDots: state.barcodeModule,
    heightDots: state.barcodeHeight,
    readable: state.readable,
  };
  const rows = state.readable === 'none' ? 0 : state.readable === 'both' ? 2 : 1;
  return {
    ok: true,
    barcode,
    bitmap: drawBars(pattern.modules, barcode),
    readableDots: rows * READABLE_DOTS,
  };
}

function drawPattern(symbology: string, data: Uint8Array): BarcodePattern | undefined {
  switch (symbology) {
    case 'CODE39':
      return code39(latin1(data));
    case 'CODE128':
      return code128(data);
    case 'EAN13':
      return ean13(latin1(data));
    default:
      // The other symbologies are recorded and drawn as a plain block: nobody here scans them.
      return data.length === 0 ? undefined : { modules: '1'.repeat(data.length * 11), data: latin1(data) };
  }
}

function drawBars(modules: string, barcode: Barcode): Bitmap {
  const { moduleDots, heightDots } = barcode;
  const bitmap = createBitmap(modules.length * moduleDots, heightDots);
  [...modules].forEach((module, i) => {
    if (module !== '1') return;
    for (let dx = 0; dx < moduleDots; dx += 1) {
      for (let y = 0; y < heightDots; y += 1) setInk(bitmap, i * moduleDots + dx, y);
    }
  });
  return bitmap;
}

function latin1(data: Uint8Array): string {
  return Array.from(data, (byte) => String.fromCharCode(byte)).join('');
}
