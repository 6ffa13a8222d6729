/** The double-byte set that an Asian model carries in ROM. */
export type KanjiSet = 'shift_jis' | 'gb18030' | 'big5' | 'euc-kr';

/** What distinguishes one model from the next. */
export interface PrinterProfile {
  readonly name: string;
  /** What it speaks: Epson's language or Star's. */
  readonly language: 'escpos' | 'star';
  /** Printable width: 384, 512 or 576. */
  readonly dots: number;
  /** Characters of font A in a line. */
  readonly columns: number;
  readonly dpi: number;
  /** The vertical motion unit at power-on is one over this, in inches; `GS P` changes it. */
  readonly verticalUnitsPerInch: number;
  readonly receiveBufferBytes: number;
  /** `GS ( H`, the answer that says "printed". */
  readonly confirms: boolean;
  /** `DLE DC4 8`, or Star's `CAN` the moment it is received, which throws away what a dead job left. */
  readonly clears: boolean;
  /** `GS a` is "effective until ESC @ is executed" in Epson's guides; copies exist that keep it. */
  readonly initialiseEndsAutomaticStatus: boolean;
  /** `FS ( C`, text as UTF-8. */
  readonly utf8: boolean;
  readonly kanji: KanjiSet | 'none';
  /** Chinese and Korean models start in kanji mode, where bytes from 0x80 up go in pairs. */
  readonly kanjiAtPowerOn: boolean;
  /** `ESC t` numbers that the model has; Star's own numbers are turned into these. */
  readonly codePages: readonly number[];
  /** Paper between the print head and the knife: what was printed last is still inside when it falls. */
  readonly headToCutterMm: number;
}

const EUROPEAN_PAGES: readonly number[] = [
  0, 1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 16, 17, 18, 19, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
  45, 46, 47, 48, 49, 50, 51, 52, 53, 254, 255,
];

/** 203 dpi, 576 dots, 48 columns: the model that most shops have. */
export const TM_T20: PrinterProfile = {
  name: 'TM-T20',
  language: 'escpos',
  dots: 576,
  columns: 48,
  dpi: 203,
  verticalUnitsPerInch: 203,
  receiveBufferBytes: 4096,
  confirms: true,
  clears: true,
  initialiseEndsAutomaticStatus: true,
  utf8: false,
  kanji: 'none',
  kanjiAtPowerOn: false,
  codePages: EUROPEAN_PAGES,
  headToCutterMm: 12,
};

/** As the T20, newer: takes UTF-8 and has kanji. */
export const TM_M30: PrinterProfile = {
  ...TM_T20,
  name: 'TM-m30',
  receiveBufferBytes: 65536,
  utf8: true,
  kanji: 'shift_jis',
};

/** 180 dpi, 512 dots, 42 columns, half-dot vertical units. */
export const TM_T88: PrinterProfile = {
  ...TM_T20,
  name: 'TM-T88',
  dots: 512,
  columns: 42,
  dpi: 180,
  verticalUnitsPerInch: 360,
};

/** A 58 mm clone: few pages, a tiny buffer, no confirmation and no clear. */
export const CAREFUL_58: PrinterProfile = {
  ...TM_T20,
  name: 'POS-58',
  dots: 384,
  columns: 32,
  receiveBufferBytes: 1024,
  confirms: false,
  clears: false,
  codePages: [0, 2, 3, 4, 5, 16, 17, 18, 19],
};

/** A copy of the 80 mm model without `GS ( H` and `DLE DC4 8`. */
export const UNCONFIRMING_80: PrinterProfile = { ...TM_T20, name: 'POS-80', confirms: false, clears: false };

/** 203 dpi, 576 dots, 48 columns, in Star Line Mode or StarPRNT. */
export const STAR_80: PrinterProfile = {
  ...TM_T20,
  name: 'TSP143IV',
  language: 'star',
  initialiseEndsAutomaticStatus: false,
  codePages: [0, 14, 16, 17, 18, 19, 45, 46],
};

/** One that obeys `CAN` in its turn only: what a dead job left is printed before it. */
export const STAR_SLOW_CANCEL: PrinterProfile = { ...STAR_80, name: 'TSP-old', clears: false };

/** One with seven bytes of status, which has no counter. */
export const STAR_UNCOUNTED: PrinterProfile = { ...STAR_80, name: 'TSP-short', confirms: false };
