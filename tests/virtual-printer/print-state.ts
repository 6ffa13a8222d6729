import type { PrinterProfile } from './profiles.ts';
import type { Align } from './types.ts';

/** Everything that commands set and `ESC @` puts back. */
export interface PrintState {
  codePage: number;
  nationalSet: number;
  align: Align;
  emphasised: boolean;
  doubleStrike: boolean;
  underline: 0 | 1 | 2;
  font: 'A' | 'B';
  width: number;
  height: number;
  reversed: boolean;
  upsideDown: boolean;
  rotated: boolean;
  lineSpacingDots: number;
  charSpacing: number;
  unitsPerInchX: number;
  unitsPerInchY: number;
  leftMargin: number;
  areaWidth: number;
  /** Tab stops in dots from the left margin, rising. */
  tabs: readonly number[];
  kanjiMode: boolean;
  kanjiCode: 'jis' | 'shift_jis' | 'native';
  kanjiUnderline: 0 | 1 | 2;
  kanjiWidth: 1 | 2;
  kanjiHeight: 1 | 2;
  utf8: boolean;
  barcodeHeight: number;
  barcodeModule: number;
  readable: 'none' | 'above' | 'below' | 'both';
}

/** Dots of one character cell of each font. */
export const CELLS = { A: { width: 12, height: 24 }, B: { width: 9, height: 17 } } as const;

/** Kanji take two cells of font A. */
export const KANJI_CELL = { width: 24, height: 24 } as const;

/** `ESC 2`: thirty dots, whatever the resolution. */
export const DEFAULT_LINE_SPACING_DOTS = 30;

/** The state after power-on and after `ESC @`. */
export function initialState(profile: PrinterProfile): PrintState {
  return {
    codePage: 0,
    nationalSet: 0,
    align: 'left',
    emphasised: false,
    doubleStrike: false,
    underline: 0,
    font: 'A',
    width: 1,
    height: 1,
    reversed: false,
    upsideDown: false,
    rotated: false,
    lineSpacingDots: DEFAULT_LINE_SPACING_DOTS,
    charSpacing: 0,
    unitsPerInchX: profile.dpi,
    unitsPerInchY: profile.verticalUnitsPerInch,
    leftMargin: 0,
    areaWidth: profile.dots,
    tabs: Array.from({ length: 32 }, (_, i) => (i + 1) * 8 * CELLS.A.width),
    kanjiMode: profile.kanjiAtPowerOn,
    kanjiCode: profile.kanji === 'shift_jis' ? 'jis' : 'native',
    kanjiUnderline: 0,
    kanjiWidth: 1,
    kanjiHeight: 1,
    utf8: false,
    barcodeHeight: 162,
    barcodeModule: 3,
    readable: 'none',
  };
}

/** Dots that the print area really has: margins that leave no room are cut down to the paper. */
export function printArea(state: PrintState, profile: PrinterProfile): { left: number; width: number } {
  const left = Math.min(state.leftMargin, profile.dots);
  return { left, width: Math.max(0, Math.min(state.areaWidth, profile.dots - left)) };
}
